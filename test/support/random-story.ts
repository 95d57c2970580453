import fc from 'fast-check';
import type { Actor, DemandCommand, Refusal } from '../../domain/commands.ts';
import { decide } from '../../domain/decide/decide.ts';
import type { Demand } from '../../domain/demand.ts';
import { nextDueAt } from '../../domain/demand.ts';
import type { DemandEvent } from '../../domain/events.ts';
import { evolve } from '../../domain/evolve.ts';
import type { UnitRef } from '../../domain/mechanism/mechanism.ts';
import type { Answers } from '../../domain/revisit.ts';
import type { Rules } from '../../domain/time/start-clock.ts';
import { isSounding } from '../../domain/whistle.ts';
import { clerk, dispatcher, gridWorker, leader, member, place, placeless, report, resident, secretary, streetSecretary, theClock, toGinkgo, toStreet, units } from './builders.ts';
import { absorb, answer, approve, callPeople, correct, decideObjection, dispatch, escalate, exclude, extend, feedBack, finish, declineRevisit, giveReason, hide, locate, mergeInto, object, part, press, propose, rateCallee, reclassify, release, reportIn, sound, supplement, support, take, tick, unmerge, whistle, withdraw } from './commands.ts';
import { registered } from './given.ts';
import { hoursAfter } from './local-time.ts';
import { wuchang } from './rules.ts';

/** One thing that somebody tries: which command, who and about what, by chance, and how long after the one before. */
export interface Attempt {
  readonly what: keyof typeof ATTEMPTS;
  readonly who: number;
  readonly dice: readonly number[];
  readonly gapHours: number;
  /** What moves it on, by somebody who has to do with it, instead of anything by anybody. */
  readonly likely: boolean;
}

/** What an attempt came to. */
export interface Step {
  readonly command: DemandCommand;
  readonly at: Date;
  readonly before: Demand;
  readonly refusal?: Refusal | undefined;
  readonly events: readonly DemandEvent[];
  readonly after: Demand;
}

const offices = [units.urban, units.safety, units.affairs, units.civil, units.company];
const departments = [units.team, units.water, units.parks, units.traffic, units.housing, units.cityWater, units.street];
const everyUnit: readonly UnitRef[] = Object.values(units);
const residents = ['wang', 'zhao', 'qian', 'sun'].map(resident);
const staff: readonly Actor[] = [gridWorker(), secretary(), streetSecretary(), dispatcher('lin'), dispatcher('tan'), leader(), leader('bai'), ...[...offices, ...departments, units.willow].map(clerk)];
const members = ['lan', 'mei', 'zhu', 'ju'].map(member);
const answers: readonly Answers[] = [{ contacted: 'yes' }, { solved: 'partly' }, { satisfied: 'satisfied' }, { satisfied: 'basically' }, { satisfied: 'dissatisfied' }, { satisfied: 'dissatisfied' }, { contacted: 'no', solved: 'unsolved', satisfied: 'dissatisfied' }];

const pick = <T>(list: readonly T[], dice: number): T => list[dice % list.length]!;

type Maker = (by: Actor, demand: Demand, dice: (index: number) => number) => DemandCommand;

/** What is known elsewhere when somebody dispatches or whistles, by chance. */
function standing(dice: (index: number) => number) {
  const duty = (index: number) => pick(['own', 'responsible', 'organises', 'assists', 'not'] as const, dice(index));
  const duties = Object.fromEntries(everyUnit.filter((_one, index) => dice(index) % 3 !== 0).map(({ id }, index) => [id, duty(index)]));
  return { standing: { duties, duplicates: dice(2) % 5 === 0 ? ['D5'] : [], rate: { whistles: dice(3) % 10, demands: 20 } }, override: dice(1) % 3 === 0 ? '群众反映强烈' : undefined, asProposed: dice(3) % 4 === 0, note: dice(0) % 5 === 0 ? '下午三点碰头' : undefined };
}

const numberOf = (by: Actor, demand: Demand, dice: number) => demand.reporters.findLast(({ person }) => person === by.person)?.no ?? pick(demand.reporters, dice).no;
const targets = [toGinkgo, toStreet, { tier: 'community', unit: 'willow' }];

const ATTEMPTS = {
  locate: (by, _demand, dice) => locate(by, pick(targets, dice(0)), place()),
  correct: (by) => correct(by, 'what', '两盏灯不亮'),
  hide: (by, _demand, dice) => hide(by, dice(0) % 2 === 0),
  reclassify: (by, _demand, dice) => reclassify(by, 'noise', dice(0) % 2 === 0 ? pick(targets, dice(1)) : undefined),
  supplement: (by) => supplement(by, '又来了', 'p1'),
  support: (by, demand) => ({ ...support(by.person, `S${String(demand.reporters.length)}`), by }),
  withdraw: (by, demand, dice) => withdraw(by, numberOf(by, demand, dice(0))),
  part: (by, demand, dice) => part(by, numberOf(by, demand, dice(0))),
  take: (by) => take(by),
  finish: (by) => finish(by),
  escalate: (by, _demand, dice) => escalate(by, { request: dice(0) % 3 === 0 ? undefined : pick([units.cityWater, units.water], dice(1)), to: dice(2) % 5 === 0 ? pick(targets, dice(3)) : undefined }),
  propose: (by, _demand, dice) => propose(by, pick(departments, dice(0))),
  dispatch: (by, _demand, dice) => ({ ...dispatch(by, pick(dice(1) % 4 === 0 ? everyUnit : offices, dice(0))), ...standing(dice) }),
  whistle: (by, _demand, dice) => ({ ...whistle(by, pick(['daily', 'tough', 'urgent'], dice(0)), pick(departments, dice(1)), ...[pick(departments, dice(2)), pick(offices, dice(3))].slice(0, dice(0) % 3)), ...standing(dice) }),
  'report-in': (by) => reportIn(by),
  'feed-back': (by, _demand, dice) => ({ ...feedBack(by), ...(dice(0) % 2 === 0 && { media: ['p2'] }) }),
  show: (by, _demand, dice) => ({ type: 'show', by, media: pick([['p3'], ['p2', 'p4'], []], dice(0)) }),
  press: (by, demand, dice) => press(by, dice(0) % 2 === 0 ? undefined : pick([...demand.clocks, ...everyUnit.map(({ id }) => ({ unit: id }))], dice(1)).unit),
  extend: (by) => extend(by),
  object: (by) => object(by),
  'decide-objection': (by, _demand, dice) => decideObjection(by, dice(0) % 2 === 0),
  sound: (by) => sound(by),
  'call-people': (by, _demand, dice) => callPeople(by, members.slice(0, 2 + (dice(0) % 4)).map(({ person }) => person), { wanted: dice(1) % 3 === 0 ? undefined : 1 + (dice(1) % 4) }),
  'rate-callee': (by, demand, dice) => rateCallee(by, pick([...demand.whistles.flatMap(({ callees }) => callees), { unit: 'water' }], dice(0)).unit, pick([5, 4, 1, 9], dice(1))),
  exclude: (by) => exclude(by),
  approve: (by, demand, dice) => approve(by, dice(0) % 3 !== 0, dice(1) % 3 === 0 ? undefined : pick([...demand.clocks.map(({ id }) => id), 'exclusion'], dice(2))),
  'answer-revisit': (by, demand, dice) => answer(by, pick(answers, dice(1)), { no: numberOf(by, demand, dice(0)), reason: dice(2) % 2 === 0 ? '没有修好' : undefined }),
  'decline-revisit': (by, demand, dice) => declineRevisit(by, numberOf(by, demand, dice(0))),
  'give-reason': (by, demand, dice) => giveReason(by, '没有修好', numberOf(by, demand, dice(0))),
  reveal: (by, demand, dice) => ({ type: 'reveal', by, no: numberOf(by, demand, dice(0)), reason: '电话核实位置' }),
  'merge-into': (by) => mergeInto(by, 'D9'),
  absorb: (by, _demand, dice) => absorb(by, pick(['D7', 'D8'], dice(0)), { no: pick(['D7', 'D8'], dice(0)), person: pick(residents, dice(1)).person, source: 'patrol', at: new Date(0), words: '同一盏灯' }),
  release: (by, _demand, dice) => release(by, pick(['D7', 'D8'], dice(0))),
  unmerge: (by, _demand, dice) => unmerge(by, pick(targets, dice(0))),
  carry: (by, _demand, dice) => ({ type: 'carry', by, kind: pick(['deliberation', 'project'] as const, dice(0)), id: pick(['c1', 'c2'], dice(1)), start: {} }),
  'carrier-ends': (by, demand, dice) => ({ type: 'carrier-ends', by, id: demand.carrier?.id ?? 'c1', outcome: pick(['done', 'failed', 'over'] as const, dice(0)) }),
  tick: (_by, _demand, dice) => tick(...residents.filter((_one, index) => dice(index) % 4 !== 0).map(({ person }) => person)),
} satisfies Record<DemandCommand['type'], Maker>;

const KINDS = Object.keys(ATTEMPTS) as readonly Kind[];
type Kind = keyof typeof ATTEMPTS;

const CALLED: readonly Kind[] = ['approve', 'call-people', 'report-in', 'feed-back', 'finish', 'finish', 'finish', 'object', 'decide-objection', 'decide-objection', 'extend', 'press', 'approve', 'rate-callee', 'tick'];

/** What moves a matter on, by where it is in its life. */
const LIKELY: Readonly<Record<Demand['phase']['status'], readonly Kind[]>> = {
  incomplete: ['locate', 'locate', 'tick', 'support', 'dispatch'],
  waiting: ['take', 'finish', 'finish', 'finish', 'finish', 'whistle', 'whistle', 'dispatch', 'dispatch', 'escalate', 'object', 'decide-objection', 'extend', 'approve', 'approve', 'sound', 'call-people', 'report-in', 'locate', 'support', 'absorb', 'tick'],
  handling: ['finish', 'finish', 'whistle', 'dispatch', 'escalate', 'object', 'decide-objection', 'extend', 'press', 'approve', 'approve', 'sound', 'call-people', 'report-in', 'absorb', 'release', 'tick'],
  done: ['tick', 'tick', 'tick', 'answer-revisit', 'answer-revisit', 'answer-revisit', 'answer-revisit', 'decline-revisit', 'rate-callee', 'release', 'exclude'],
  disputed: ['approve', 'approve', 'tick', 'release'],
  closed: ['answer-revisit', 'rate-callee', 'give-reason', 'tick', 'exclude', 'approve'],
  withdrawn: ['take', 'tick', 'exclude', 'support'],
  merged: ['unmerge', 'unmerge', 'tick'],
};

/** Anything anybody may try, with what moves a matter on tried more often. */
export const attempts = fc.array(
  fc.record({
    what: fc.constantFrom(...KINDS),
    who: fc.nat(1000),
    dice: fc.array(fc.nat(1000), { minLength: 4, maxLength: 4 }),
    gapHours: fc.oneof({ weight: 3, arbitrary: fc.constantFrom(0, 0.01, 0.4, 1, 2, 5) }, { weight: 2, arbitrary: fc.constantFrom(9, 24, 50, 73) }, { weight: 1, arbitrary: fc.integer({ min: 1, max: 600 }) }),
    likely: fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
  }),
  { minLength: 1, maxLength: 60, size: 'max' },
);

/** How a matter may begin. */
export const beginnings = fc
  .record({ askPlace: fc.constantFrom(undefined, 'first' as const, 'meanwhile' as const), urgency: fc.constantFrom('danger' as const, 'urgent' as const, 'routine' as const), street: fc.boolean(), hour: fc.integer({ min: 0, max: 23 }), day: fc.constantFrom('2026-07-06', '2026-07-11', '2026-09-30') })
  .map(({ askPlace, urgency, street, hour, day }) => {
    const to = street ? toStreet : toGinkgo;
    return registered(askPlace === undefined ? report({ urgency, to }) : placeless({ urgency, to, askPlace }), `${day} ${String(hour).padStart(2, '0')}:05`);
  });

/** Tries one thing after the other; between two attempts everything may fall due unseen. */
export function played(begun: Demand, startedAt: Date, tried: readonly Attempt[], rules: Rules = wuchang): Step[] {
  let [before, at] = [begun, startedAt];
  return tried.map((attempt) => {
    const command = commandOf(before, attempt);
    at = command.type === 'tick' && attempt.likely ? new Date(Math.max(at.getTime(), nextDueAt(before)?.getTime() ?? 0)) : hoursAfter(at, attempt.gapHours);
    const step = tryOut(before, command, at, rules);
    before = step.after;
    return step;
  });
}

/** One command and what comes of it. */
export function tryOut(before: Demand, command: DemandCommand, at: Date, rules: Rules = wuchang): Step {
  const decision = decide(rules, before, command, at);
  if (!decision.ok) return { command, at, before, refusal: decision.refusal, events: [], after: before };
  return { command, at, before, events: decision.value, after: decision.value.reduce(evolve, before) };
}

function commandOf(demand: Demand, { what, who, dice, likely }: Attempt): DemandCommand {
  const involved = likely ? concerned(demand) : [...residents, ...staff];
  const kind = likely ? pick(likelyNow(demand), dice[3] ?? 0) : what;
  const by = kind === 'tick' ? theClock : pick(involved, who);
  return ATTEMPTS[kind](by, demand, (index) => dice[index % dice.length] ?? 0);
}

function likelyNow(demand: Demand): readonly Kind[] {
  return isSounding(demand.whistles) ? CALLED : LIKELY[demand.phase.status];
}

/** Those with something to do; somebody of a unit that is waited for above all. */
function concerned(demand: Demand): Actor[] {
  const { status } = demand.phase;
  const reporters = residents.filter(({ person }) => demand.reporters.some((one) => one.person === person));
  if (status === 'done' || status === 'closed' || status === 'incomplete') return [...reporters, secretary(), dispatcher('lin')];
  const units = new Set([demand.holder, ...demand.clocks.map(({ unit }) => unit)]);
  const asked = members.filter(({ person }) => demand.pools?.some(({ invited }) => invited.includes(person)));
  return [...staff.filter(({ unit }) => unit !== undefined && units.has(unit.id)), ...asked, streetSecretary(), dispatcher('lin'), dispatcher('tan'), leader()];
}
