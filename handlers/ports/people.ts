import type { Role } from '../../domain/mechanism/mechanism.ts';
import type { Window } from '../../domain/reach.ts';
import type { ToldBy } from '../channel.ts';

/** Where somebody was, and what told it; without it, a code that was scanned. */
export interface Nearby {
  readonly place: string;
  readonly at: Date;
  readonly told?: ToldBy | undefined;
}

/** A person as the program knows one. Name, phone and home are sealed. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly unit?: string | undefined;
  readonly team?: string | undefined;
  readonly grids: readonly string[];
  readonly phone?: string | undefined;
  readonly home?: string | undefined;
  readonly language: 'zh-CN' | 'en';
  /** The privacy notice was given. */
  readonly noticed: boolean;
  readonly erased: boolean;
  readonly accounts: readonly Account[];
  /** When and on which channel the person last wrote, as far as that matters. */
  readonly heardAt?: Date | undefined;
  readonly heardOn?: string | undefined;
  /** What may still be said on each channel that only answers. */
  readonly windows?: Readonly<Record<string, Window>> | undefined;
  /** Where the person was last: the place whose code was scanned, else the grid that a location or picture came from. */
  readonly nearby?: Nearby | undefined;
  /** Nothing is taken from somebody blocked, until then. */
  readonly blocked?: { readonly until: Date; readonly reason: string } | undefined;
}

/** What a channel calls somebody. */
export interface Account {
  readonly channel: string;
  readonly account: string;
}

/** The people the program knows; no two have the same account. */
export interface People {
  readonly get: (id: string) => Promise<Person | undefined>;
  readonly byAccount: (account: Account) => Promise<Person | undefined>;
  /** Writes a person; an account that belonged to another is taken from that one. */
  readonly save: (person: Person) => Promise<void>;
  readonly saveAll: (people: readonly Person[]) => Promise<void>;
  readonly change: (id: string, change: Partial<Pick<Person, 'language' | 'noticed' | 'home' | 'phone' | 'name' | 'nearby' | 'blocked'>>) => Promise<void>;
  /** Notes where the person wrote last, and the window that this opens there. */
  readonly heard: (id: string, on: { readonly channel: string; readonly at: Date; readonly window?: Window | undefined }) => Promise<void>;
  /** Counts one thing said on a channel that only answers. */
  readonly spokenTo: (id: string, channel: string) => Promise<void>;
  /** The channel says that the window is shut. */
  readonly shut: (id: string, channel: string) => Promise<void>;
  /** Leaves only an id that says that somebody was erased. */
  readonly erase: (id: string) => Promise<void>;
}
