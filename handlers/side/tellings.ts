import type { Clock, Mark } from '../../domain/time/clocks.ts';
import type { Reached } from '../../domain/time/timekeeping.ts';
import type { Calendar } from '../../domain/time/working-time.ts';
import { afterQuiet } from '../../domain/time/working-time.ts';
import type { Language } from '../../locales/text.ts';
import type { StepOf } from '../aggregate.ts';
import type { SaidText } from '../chat/utterance.ts';
import { brieflyTold, type BriefKind } from '../letters/brief.ts';
import { deskOf } from '../letters/letters.ts';
import type { Letter } from '../ports/letters.ts';
import type { People } from '../ports/people.ts';
import { inWords } from '../say.ts';
import type { Describing } from '../showing/describe.ts';

/** Who is told: a group, a person as long as they are of the unit (else its desk), or a unit's desk or head, so many tiers up. */
export type Told =
  | { readonly room: string }
  | { readonly runner: string; readonly unit: string }
  | { readonly unit: string; readonly desk: 'front' | 'head'; readonly tiersUp?: number | undefined };

/** One thing to be said because of an event. */
export interface Telling {
  readonly to: Told;
  readonly said: SaidText;
  /** Said only while this clock still runs. */
  readonly clock?: string | undefined;
  /** What it counts as when it is told along with others; without it, it is said by itself. */
  readonly kind?: BriefKind | undefined;
}

/** Work on something else that must follow from an event. */
export interface Task {
  readonly task: string;
  readonly needs: Readonly<Record<string, unknown>>;
}

/** What must follow from an event: something to be said, or to be done. */
export type Following = Telling | Task;

type Reminder = 'remind' | 'yellow' | 'red' | 'overdue';
type MarkNotice = Reminder | 'overdue-head' | 'overdue-above' | 'still-open';

/** What is needed to turn what follows into letters. */
export interface TellingDeps {
  readonly describing: () => Describing;
  readonly calendar: Calendar;
  readonly people: Pick<People, 'get'>;
  /** What groups are spoken to in. */
  readonly language: Language;
}

/** Makes the letters owed for new entries, under keys that are the same whenever they are made again. `about` is the kind and id. */
export function owedFor<S, E>(deps: TellingDeps, about: (state: S) => string, follow: (before: S | undefined, event: E, after: S) => readonly Following[] | Promise<readonly Following[]>) {
  return async (before: S | undefined, steps: readonly StepOf<S, E>[], firstSeq: number, now: Date): Promise<readonly Letter[]> => {
    const letters: Letter[] = [];
    let state = before;
    for (const [index, { event, after }] of steps.entries()) {
      for (const [nth, one] of (await follow(state, event, after)).entries()) {
        const key = `${about(after)}:${firstSeq + index}:${nth}`;
        letters.push(...('task' in one ? [taskLetter(one, key, now)] : await addressed(deps, one, about(after), key, now)));
      }
      state = after;
    }
    return letters;
  };
}

/** A task as it is owed. */
export function taskLetter({ task, needs }: Task, key: string, now: Date): Letter {
  return { key, to: { task }, text: JSON.stringify(needs), mask: false, notBefore: now, reply: false };
}

async function addressed(deps: TellingDeps, { to, said, clock, kind }: Telling, about: string, key: string, now: Date): Promise<Letter[]> {
  const asOf = afterQuiet(deps.calendar, now);
  const letter = (recipient: Letter['to'], id: string, language: Language): Letter => {
    const text = inWords(deps.describing(), said, language, asOf);
    const brief = kind === undefined || 'room' in to ? {} : { brief: { kind, line: text } };
    return { key: `${key}:${id}`, to: recipient, about, text, mask: true, notBefore: asOf, asOf, clock, reply: false, ...brief };
  };
  if ('room' in to) return [letter({ room: to.room }, to.room, deps.language)];
  const known = await Promise.all(peopleOf(deps.describing(), to).map((id) => deps.people.get(id)));
  return known.flatMap((person) => (person === undefined || person.erased ? [] : [letter({ person: person.id }, person.id, person.language)]));
}

function peopleOf(describing: Describing, to: Exclude<Told, { room: string }>): readonly string[] {
  const { directory } = describing;
  if ('runner' in to) {
    const isThere = directory.peopleOf(to.unit).some(({ id }) => id === to.runner) || directory.gridsIn(to.unit).some(({ id }) => directory.gridWorkers(id).some((worker) => worker.id === to.runner));
    return isThere ? [to.runner] : deskOf(describing, to.unit, 'front');
  }
  const unit = to.tiersUp === undefined ? to.unit : (directory.unitsAbove(to.unit)[to.tiersUp - 1]?.id ?? to.unit);
  return deskOf(describing, unit, to.desk);
}

/** What the marks of a clock make people hear; of several reminders that came together only the last is said. `own` is told what the unit's desk would be. */
export function markTellings(clocks: readonly Clock[], { clock: id, marks }: Reached, about: { readonly no: string; readonly what: string }, own?: Told): readonly Telling[] {
  const clock = clocks.find((one) => one.id === id);
  if (clock === undefined) return [];
  const { unit, due, kind } = clock;
  const telling = (to: Told, name: MarkNotice, percent?: number): Telling => ({
    to,
    said: { key: `side.${name}`, params: { ...about, unit, due, percent, clock: { key: `clock.${kind}` } } },
    clock: id,
    kind: brieflyTold(name)?.kind,
  });
  const reminder = marks.findLast(isReminder);
  const alarms = marks.flatMap(({ act, tiers }): Telling[] => {
    if (act === 'tell-head') return [telling({ unit, desk: 'head' }, 'overdue-head')];
    if (act === 'tell-above') return [telling({ unit, desk: 'front', tiersUp: tiers ?? 1 }, 'overdue-above')];
    return act === 'still-open' ? [telling({ unit, desk: 'head' }, 'still-open')] : [];
  });
  return reminder === undefined ? alarms : [telling(own ?? { unit, desk: 'front' }, reminder.act, reminder.percent), ...alarms];
}

function isReminder(mark: Mark): mark is Mark & { readonly act: Reminder } {
  return mark.act === 'remind' || mark.act === 'yellow' || mark.act === 'red' || mark.act === 'overdue';
}
