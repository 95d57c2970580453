import type { Hotspot } from '../../domain/hotspots/hotspot.ts';

/** What somebody who was warned says to it. Words are sealed. */
export interface WarningReply {
  readonly person: string;
  readonly unit?: string | undefined;
  readonly answer: 'seen' | 'acted' | 'not-so';
  readonly words?: string | undefined;
  readonly at: Date;
}

/** Something that piles up or is dangerous, told to people under a number that they can answer. */
export interface Warning {
  /** The same for the same reason, so that nobody is warned twice. */
  readonly key: string;
  /** What people write to answer it: of a danger the number of the demand. */
  readonly no: string;
  readonly occasion: 'danger' | 'weekly';
  /** What it is about, whenever it was said. */
  readonly about: string;
  /** The unit warned. */
  readonly unit: string;
  readonly hotspot: Hotspot;
  readonly told: readonly string[];
  /** When it was said last. */
  readonly at: Date;
  /** When it was said first, where it was said again because nobody had answered. */
  readonly openSince?: Date | undefined;
  readonly answers: readonly WarningReply[];
}

/** Warnings, and what was answered to them. */
export interface Warnings {
  /** Opens one, or gives the one that has this key. */
  readonly open: (warning: Omit<Warning, 'no' | 'answers'>, no: () => Promise<string>) => Promise<Warning>;
  /** The same is said once more, as it is by now; whoever was told before may still answer. */
  readonly sayAgain: (key: string, again: Pick<Warning, 'hotspot' | 'told' | 'at'>) => Promise<Warning>;
  /** A further demand belongs to it. */
  readonly include: (key: string, demand: string) => Promise<void>;
  /** The one with this number, or to whose dangers the demand with this number belongs. */
  readonly numbered: (no: string) => Promise<Warning | undefined>;
  readonly latestAbout: (about: string) => Promise<Warning | undefined>;
  /** Newest first. */
  readonly toldTo: (person: string, limit: number) => Promise<readonly Warning[]>;
  /** Newest first. */
  readonly since: (since: Date) => Promise<readonly Warning[]>;
  /** Keeps an answer; one cause is kept once. */
  readonly answer: (key: string, reply: WarningReply, cause: string) => Promise<void>;
}
