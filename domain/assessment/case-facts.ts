import type { DemandEvent, EventOf } from '../events.ts';
import type { Answers } from '../revisit.ts';
import type { Clock } from '../time/clocks.ts';
import { clockId } from '../time/clocks.ts';

/** Why something a unit owed was over before it was done. */
export type Ending = 'passed-on' | 'moved' | 'called-others' | 'objected' | 'withdrawn' | 'merged' | 'called-off' | 'stopped';

/** Something a unit owed by a moment: to take a matter up, to solve it, to report in, to finish its part. */
export interface Owed {
  readonly kind: 'take-up' | 'solve' | 'report-in' | 'finish';
  readonly unit: string;
  /** When it was due: that says into which period it falls. */
  readonly at: Date;
  readonly whistle?: string | undefined;
  readonly doneAt?: Date | undefined;
  readonly ended?: { readonly at: Date; readonly why: Ending } | undefined;
}

/** Whose work those who asked speak of. */
interface About {
  readonly doer: string;
  readonly called: readonly string[];
  readonly place: readonly string[];
}

/** What one of those who asked said, or that nothing was said: `answers` is missing then. */
export interface Answered extends About {
  readonly kind: 'answer';
  readonly at: Date;
  readonly no: string;
  readonly answers?: Answers | undefined;
}

/** A caller's marks for a unit that was called; `rater` is the caller's unit. */
export interface Marked {
  readonly kind: 'marks';
  readonly at: Date;
  readonly unit: string;
  readonly rater: string;
  readonly whistle: string;
  readonly marks: Readonly<Record<string, number>>;
}

/** One thing that happened to a demand and counts for some unit. */
export type CaseItem = Owed | Answered | Marked;

/** All that an assessment needs of a demand; nothing that anybody wrote but the sealed reason of an exclusion. */
export interface CaseFacts {
  readonly items: readonly CaseItem[];
  /** Left out with a second person's approval. */
  readonly excluded?: { readonly reason: string; readonly by: string; readonly approvedBy: string; readonly at: Date } | undefined;
}

type Open<T> = { -readonly [K in keyof T]: T[K] };

interface Draft {
  readonly owed: Open<Owed>[];
  /** What is owed now, by the id of its clock. */
  readonly open: Map<string, Open<Owed>>;
  items: CaseItem[];
  doer: string;
  called: string[];
  place: readonly string[];
  reason: { readonly reason: string; readonly by: string } | undefined;
  excluded: CaseFacts['excluded'];
}

/**
 * What a demand gives to be assessed by, worked out from its timeline alone; `clocks` are those of the state it folds to: what has none any more
 * is not owed any more.
 */
export function caseFacts(timeline: readonly DemandEvent[], clocks: readonly Clock[]): CaseFacts {
  const draft: Draft = { owed: [], open: new Map(), items: [], doer: '', called: [], place: [], reason: undefined, excluded: undefined };
  for (const event of timeline) {
    noteHolder(draft, event);
    noteCarrier(draft, event);
    noteWhistle(draft, event);
    noteSaid(draft, event);
  }
  const last = timeline.at(-1)?.at ?? new Date(0);
  const running = new Set(clocks.map(({ id }) => id));
  end(draft, [...draft.open.keys()].filter((id) => !running.has(id)), 'stopped', last);
  const items = [...draft.owed, ...draft.items];
  return draft.excluded === undefined ? { items } : { items, excluded: draft.excluded };
}

const HOLDERS = [clockId('take-up'), clockId('solve')];

function noteHolder(draft: Draft, event: DemandEvent): void {
  switch (event.type) {
    case 'registered':
      begin(draft, event.data.assignment.clocks);
      return;
    case 'located':
    case 'place-given-up':
    case 'reclassified':
    case 'unmerged':
      assigned(draft, event, 'moved');
      return;
    case 'escalated':
    case 'dispatched':
    case 'given-back':
      done(draft, clockId('take-up'), event.at);
      assigned(draft, event, 'passed-on');
      return;
    case 'reopened':
      draft.called = [];
      assigned(draft, event, 'moved');
      return;
    case 'taken-up':
      done(draft, clockId('take-up'), event.at);
      return;
    case 'done':
      draft.doer = event.data.unit;
      for (const id of HOLDERS) done(draft, id, event.at);
      return;
    case 'withdrawn':
    case 'merged':
      end(draft, [...draft.open.keys()], event.type, event.at);
      return;
    default:
      return;
  }
}

/** While it is carried its holder owes nothing, and anew when that has ended. */
function noteCarrier(draft: Draft, event: DemandEvent): void {
  if (event.type === 'carried') {
    done(draft, clockId('take-up'), event.at);
    end(draft, HOLDERS, 'stopped', event.at);
  }
  if (event.type === 'carrier-ended') begin(draft, event.data.clocks);
}

function noteWhistle(draft: Draft, event: DemandEvent): void {
  switch (event.type) {
    case 'whistled':
      done(draft, clockId('take-up'), event.at);
      end(draft, HOLDERS, 'called-others', event.at);
      begin(draft, event.data.clocks);
      return;
    case 'reported-in':
      done(draft, clockId('report-in', event.data.whistle, event.data.unit), event.at);
      return;
    case 'finished':
      draft.called.push(event.data.unit);
      done(draft, clockId('finish', event.data.whistle, event.data.unit), event.at);
      return;
    case 'objected':
      end(draft, idsOf(event.data), 'objected', event.at);
      return;
    case 'objection-decided':
      begin(draft, event.data.clocks);
      return;
    case 'extension-decided':
      extended(draft, event);
      return;
    case 'whistle-ended':
      end(draft, [...draft.open].filter(([, { whistle }]) => whistle === event.data.whistle).map(([id]) => id), 'called-off', event.at);
      return;
    default:
      return;
  }
}

function noteSaid(draft: Draft, event: DemandEvent): void {
  if (event.type === 'registered' || event.type === 'located') draft.place = Object.values(event.data.place?.path ?? {});
  if (event.type === 'rated') said(draft, event.at, event.data.no, event.data.answers);
  if (event.type === 'revisit-expired' || event.type === 'revisit-declined') said(draft, event.at, event.data.no);
  if (event.type === 'callee-rated') {
    const { whistle, callee, rating } = event.data;
    draft.items.push({ kind: 'marks', at: event.at, unit: callee, rater: rating.unit, whistle, marks: rating.marks });
  }
  if (event.type === 'exclusion-asked') draft.reason = { reason: event.data.reason, by: event.by };
  if (event.type === 'exclusion-decided' && event.data.agreed && draft.reason !== undefined) draft.excluded = { ...draft.reason, approvedBy: event.by, at: event.at };
}

/** An answer that comes after all takes the place of the silence before it. */
function said(draft: Draft, at: Date, no: string, answers?: Answers): void {
  const { doer, called, place } = draft;
  draft.items = draft.items.filter((one) => one.kind !== 'answer' || one.no !== no || one.answers !== undefined);
  draft.items.push({ kind: 'answer', at, no, doer, called: [...new Set([doer, ...called])], place, ...(answers === undefined ? {} : { answers }) });
}

function begin({ open, owed }: Draft, clocks: readonly Clock[]): void {
  for (const { id, kind, unit, whistle, due } of clocks) {
    if (kind !== 'take-up' && kind !== 'solve' && kind !== 'report-in' && kind !== 'finish') continue;
    const one: Open<Owed> = { kind, unit, at: due, ...(whistle === undefined ? {} : { whistle }) };
    owed.push(one);
    open.set(id, one);
  }
}

function assigned(draft: Draft, { at, data }: EventOf<'located' | 'place-given-up' | 'reclassified' | 'unmerged' | 'escalated' | 'dispatched' | 'given-back' | 'reopened'>, why: Ending): void {
  if (data.assignment === undefined) return;
  end(draft, HOLDERS, why, at);
  begin(draft, data.assignment.clocks);
}

function done({ open }: Draft, id: string, at: Date): void {
  const one = open.get(id);
  if (one !== undefined) one.doneAt = at;
  open.delete(id);
}

function end({ open }: Draft, ids: readonly string[], why: Ending, at: Date): void {
  for (const id of ids) {
    const one = open.get(id);
    if (one !== undefined) one.ended = { at, why };
    open.delete(id);
  }
}

function extended({ open }: Draft, { data: { clock } }: EventOf<'extension-decided'>): void {
  const one = clock === undefined ? undefined : open.get(clock.id);
  if (one !== undefined && clock !== undefined) one.at = clock.due;
}

function idsOf({ whistle, unit }: { readonly whistle?: string | undefined; readonly unit: string }): string[] {
  return whistle === undefined ? HOLDERS : [clockId('report-in', whistle, unit), clockId('finish', whistle, unit)];
}
