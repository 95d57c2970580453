import type { Locale } from '../locales/locale.ts';
import type { Callee, Demand, Entry } from './contract.ts';
import type { Directory } from './directory.ts';
import { exactly, saidWhen } from './when.ts';

const STEPS = ['registered', 'assigned', 'handling', 'revisit', 'closed'] as const;
const REACHED: Record<string, number> = { incomplete: 0, waiting: 1, handling: 2, disputed: 2, done: 3, closed: 5, withdrawn: 5, merged: 5 };
const TOLD = ['words', 'what', 'result', 'reason', 'note', 'basis'];
const CONCERNED = ['unit', 'callee', 'to', 'lead', 'into', 'from'];

/** How a demand or a called unit stands, as a colour. */
export type Tone = 'calm' | 'going' | 'good' | 'late' | 'over';

/** One step of the progress line. */
export interface Step {
  readonly name: string;
  readonly state: 'past' | 'now' | 'ahead' | 'skipped';
  /** When it came to it, in words. */
  readonly at?: string | undefined;
}

/** One line of the facts: what it is called and what is known. */
export interface Fact {
  readonly name: string;
  readonly words: string;
}

/** The colour of a demand at that time; whoever is late stays red until it moves. */
export function toneOf(demand: Demand, now: number): Tone {
  if (['closed', 'withdrawn', 'merged'].includes(demand.status)) return 'over';
  if (demand.limitAt !== undefined && Date.parse(demand.limitAt) < now) return 'late';
  if (demand.status === 'done') return 'good';
  return demand.status === 'handling' ? 'going' : 'calm';
}

/** The colour of a called unit: late once the limit it has not kept yet has passed. */
export function calleeTone(callee: Callee, now: number): Tone {
  if (callee.status === 'done') return 'good';
  if (callee.status === 'released' || callee.status === 'cancelled') return 'over';
  const limit = limitOf(callee);
  if (limit !== undefined && Date.parse(limit) < now) return 'late';
  return callee.status === 'reported' ? 'going' : 'calm';
}

/** What a called unit must keep next: the report-in, then the end. */
export function limitOf(callee: Callee): string | undefined {
  return callee.reportedAt === undefined ? callee.reportBy : callee.doneBy;
}

/** The mechanism's own stages where the server tells them, else the common way of a demand. */
export function stepsOf(demand: Demand, { say, lang }: Locale): Step[] {
  const at = REACHED[demand.status] ?? 2;
  const own = demand.stages;
  if (own === undefined || own.length < 2) return STEPS.map((step, index) => ({ name: say(`step.${step}`), state: stateAt(index, at) }));
  const here = own.findIndex((stage) => stage.id === idOf(demand.stage));
  return own.map((stage, index): Step => ({ name: stage.name, state: stage.state === 'skipped' ? 'skipped' : stateAt(index, at === 5 ? own.length : here), at: stage.at === undefined ? undefined : exactly(stage.at, lang.value) }));
}

/** The five facts as far as they are known. */
export function factsOf(demand: Demand, locale: Locale, directory: Directory): Fact[] {
  const { say, lang } = locale;
  const facts = demand.facts;
  const unknown = say('demand.unknown');
  const place = directory.nameOf(facts?.place ?? demand.place) ?? facts?.placeSaid;
  const raised = demand.raisedAt ?? demand.timeline[0]?.at;
  const course = facts?.course ?? '';
  const what = facts?.what ?? demand.summary;
  return [
    { name: say('demand.who'), words: directory.nameOf(facts?.who) ?? say('demand.whoHidden') },
    { name: say('demand.when'), words: raised === undefined ? (facts?.when ?? unknown) : (saidWhen(facts ?? {}, raised, lang.value) ?? exactly(raised, lang.value)) },
    { name: say('demand.where'), words: place ?? unknown },
    { name: say('demand.what'), words: what === '' ? unknown : what },
    { name: say('demand.course'), words: course === what ? '' : course },
  ].filter((fact) => fact.words !== '');
}

/** What an entry of the timeline adds to its name: whom it concerns and what was said. */
export function entryDetail(entry: Entry, { nameOf }: Directory): string {
  const data = entry.data ?? {};
  const texts = (keys: readonly string[]): string[] => keys.map((key) => data[key]).filter((value) => typeof value === 'string');
  const holder = Object(data['assignment'])['holder'] as unknown;
  const units = [...new Set([...texts(CONCERNED), ...(typeof holder === 'string' ? [holder] : [])])];
  return [units.map((unit) => nameOf(unit)).join(' → '), ...new Set(texts(TOLD))].filter((part) => part !== '').join(' · ');
}

/** How many support it besides whoever raised it. */
export function supportersOf(demand: Demand): number {
  return Array.isArray(demand.supporters) ? demand.supporters.length : (demand.supporters ?? 0);
}

/** The id inside a reference. */
function idOf(reference: Demand['stage']): string | undefined {
  return typeof reference === 'string' ? reference : reference?.id;
}

function stateAt(index: number, at: number): Step['state'] {
  if (index === at) return 'now';
  return index < at ? 'past' : 'ahead';
}
