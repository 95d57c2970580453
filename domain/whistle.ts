import type { Admitted } from './standing.ts';
import type { Words } from './words.ts';

/** The caller's marks for one called unit, by dimension. */
export interface CalleeRating {
  readonly by: string;
  readonly unit: string;
  readonly at: Date;
  readonly marks: Readonly<Record<string, number>>;
}

/** A unit called by a whistle: its role, where it is, and its own limits. */
export interface Callee {
  readonly unit: string;
  readonly role: 'lead' | 'assist';
  /** The joint team it was called in; the unit itself is the one that answers for it. */
  readonly team?: string | undefined;
  readonly status: 'called' | 'reported' | 'objecting' | 'released' | 'done' | 'cancelled';
  readonly calledAt: Date;
  readonly reportBy: Date;
  readonly reportedAt?: Date | undefined;
  readonly reportedBy?: string | undefined;
  readonly feedbackBy: Date;
  readonly feedbackAt?: Date | undefined;
  readonly doneBy: Date;
  readonly doneAt?: Date | undefined;
  readonly result?: Words | undefined;
  /** Pictures that came with the result. */
  readonly media?: readonly string[] | undefined;
  readonly ratings: readonly CalleeRating[];
}

/** A call to units that must report in (吹哨): who calls whom, on which chain, as which kind. */
export interface Whistle {
  readonly id: string;
  readonly chain: string;
  readonly kind: string;
  readonly caller: string;
  readonly by: string;
  readonly at: Date;
  readonly status: 'sounding' | 'ended' | 'cancelled';
  readonly urgent: boolean;
  readonly callees: readonly Callee[];
  /** What is told to the units. */
  readonly note?: Words | undefined;
  /** What was agreed before it sounded, or is to be confirmed after. */
  readonly request?: string | undefined;
  readonly admission?: Admitted | undefined;
}

/** Whether a called unit still owes something. */
export function owes(callee: Callee): boolean {
  return callee.status === 'called' || callee.status === 'reported' || callee.status === 'objecting';
}

/** The callee of this unit in a whistle that still sounds. */
export function activeCallee(whistles: readonly Whistle[], unit: string): { whistle: Whistle; callee: Callee } | undefined {
  for (const whistle of whistles) {
    if (whistle.status !== 'sounding') continue;
    const callee = whistle.callees.find((one) => one.unit === unit && owes(one));
    if (callee !== undefined) return { whistle, callee };
  }
  return undefined;
}

/** Whether any whistle still sounds. */
export function isSounding(whistles: readonly Whistle[]): boolean {
  return whistles.some((whistle) => whistle.status === 'sounding');
}
