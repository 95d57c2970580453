import type { Demand } from './demand.ts';
import { awaitsPlace, present } from './demand.ts';
import type { DemandEvent } from './events.ts';
import { evolve, fold } from './evolve.ts';
import type { Mechanism } from './mechanism/mechanism.ts';
import type { Milestone, Stage, StageCondition } from './mechanism/stages.ts';
import type { Callee } from './whistle.ts';
import { isSounding } from './whistle.ts';

/** A step of the method as one demand goes through it: done, where it is now, still to come, or not needed for this one. */
export interface StageSeen {
  readonly stage: Stage;
  readonly state: 'passed' | 'current' | 'coming' | 'skipped';
  /** When the demand came to it, where the timeline is known. */
  readonly at?: Date | undefined;
}

/** The step of the mechanism's own method that a demand is in: the last one of which a condition holds, else the first. */
export function stageOf({ stages }: Pick<Mechanism, 'stages'>, demand: Demand): Stage | undefined {
  return stages.findLast((stage) => holds(stage, demand)) ?? stages[0];
}

/** Every step, with what the demand has to do with it; `events` is its timeline, for the times. */
export function stagesSeen(mechanism: Pick<Mechanism, 'stages'>, demand: Demand, events: readonly DemandEvent[] = []): readonly StageSeen[] {
  const { stages } = mechanism;
  const here = stages.findIndex(({ id }) => id === stageOf(mechanism, demand)?.id);
  const since = events.length === 0 ? new Map<string, Date>() : reachedAt(mechanism, events);
  return stages.map((stage, index): StageSeen => {
    const at = index > here ? undefined : since.get(stage.id);
    if (index === here) return { stage, state: 'current', at };
    if (index > here) return { stage, state: 'coming' };
    return { stage, state: at !== undefined || holds(stage, demand) ? 'passed' : 'skipped', at };
  });
}

/** When the demand first came to each step in its present round; a step it has left backwards is forgotten. */
function reachedAt(mechanism: Pick<Mechanism, 'stages'>, [first, ...rest]: readonly DemandEvent[]): ReadonlyMap<string, Date> {
  const since = new Map<string, Date>();
  if (first === undefined) return since;
  const { stages } = mechanism;
  const note = (demand: Demand, at: Date) => {
    const here = stages.findIndex(({ id }) => id === stageOf(mechanism, demand)?.id);
    stages.forEach((stage, index) => {
      if (index > here) since.delete(stage.id);
      else if (!since.has(stage.id) && (index === here || holds(stage, demand))) since.set(stage.id, at);
    });
  };
  let demand = fold([first]);
  note(demand, first.at);
  for (const event of rest) note((demand = evolve(demand, event)), event.at);
  return since;
}

function holds({ when }: Stage, demand: Demand): boolean {
  return when.some((condition) => isTrue(condition, demand));
}

function isTrue(condition: StageCondition, demand: Demand): boolean {
  if (condition in REACHED) return REACHED[condition as Milestone](demand);
  if (condition === 'deliberating' || condition === 'in-project') return demand.carrier?.kind === (condition === 'deliberating' ? 'deliberation' : 'project') && demand.phase.status === 'handling';
  if (condition === 'whistling') return demand.phase.status === 'handling' && isSounding(demand.whistles);
  return demand.phase.status === condition;
}

const REACHED: Readonly<Record<Milestone, (demand: Demand) => boolean>> = {
  registered: () => true,
  placed: (demand) => !awaitsPlace(demand),
  proposed: (demand) => demand.proposals.some(({ at }) => at > roundBegan(demand)),
  'taken-up': (demand) => !['incomplete', 'waiting'].includes(demand.phase.status) && whistlesNow(demand).length === 0,
  'approval-asked': (demand) => requestsNow(demand).length > 0 || whistlesNow(demand).length > 0,
  agreed: (demand) => requestsNow(demand).some(({ status }) => status === 'agreed' || status === 'sounded') || whistlesNow(demand).length > 0,
  whistled: (demand) => whistlesNow(demand).length > 0 || poolsNow(demand).length > 0,
  'reported-in': (demand) => called(demand).some(({ reportedAt }) => reportedAt !== undefined) || poolsNow(demand).some(({ joined }) => joined.length > 0),
  'all-reported-in': (demand) => all(called(demand), ({ reportedAt }) => reportedAt !== undefined),
  'fed-back': (demand) => called(demand).some(({ feedbackAt }) => feedbackAt !== undefined),
  'all-fed-back': (demand) => all(called(demand), ({ feedbackAt, doneAt }) => (feedbackAt ?? doneAt) !== undefined),
  'part-done': (demand) => called(demand).some(({ doneAt }) => doneAt !== undefined),
  'callees-rated': (demand) => all(called(demand), ({ ratings }) => ratings.length > 0),
  rated: (demand) => all(present(demand), ({ revisit }) => revisit.state === 'answered' && revisit.round === demand.round),
};

/** Those called in this round who were not let go. */
function called(demand: Demand): readonly Callee[] {
  return whistlesNow(demand).flatMap(({ callees }) => callees.filter(({ status }) => status !== 'released' && status !== 'cancelled'));
}

function requestsNow(demand: Demand): NonNullable<Demand['requests']> {
  const began = roundBegan(demand);
  return (demand.requests ?? []).filter(({ at, status }) => at > began && status !== 'overtaken');
}

/** Calls to persons of this round. */
function poolsNow(demand: Demand): NonNullable<Demand['pools']> {
  const began = roundBegan(demand);
  return (demand.pools ?? []).filter(({ at }) => at > began);
}

function whistlesNow(demand: Demand): Demand['whistles'] {
  const began = roundBegan(demand);
  return demand.whistles.filter(({ at, status }) => at > began && status !== 'cancelled');
}

/** The moment of the rating that opened the matter again; before everything while it is in its first round. */
function roundBegan({ ratings, round }: Demand): Date {
  return new Date(Math.max(0, ...ratings.filter((rating) => rating.round < round).map(({ at }) => at.getTime())));
}

function all<T>(list: readonly T[], is: (one: T) => boolean): boolean {
  return list.length > 0 && list.every(is);
}
