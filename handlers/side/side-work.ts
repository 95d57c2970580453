import type { Correction, CorrectionCommand, CorrectionEvent, CorrectionRefusal } from '../../domain/correction.ts';
import { decideCorrection, evolveCorrection } from '../../domain/correction.ts';
import { decideDeliberation, deliberationSettings } from '../../domain/deliberation/decide.ts';
import type { Deliberation, DeliberationCommand, DeliberationEvent, DeliberationRefusal } from '../../domain/deliberation/deliberation.ts';
import { evolveDeliberation } from '../../domain/deliberation/evolve.ts';
import type { Directory } from '../../domain/directory/directory.ts';
import type { Mechanism } from '../../domain/mechanism/mechanism.ts';
import { decideNeed } from '../../domain/need/decide-need.ts';
import type { Need, NeedCommand, NeedEvent, NeedRefusal } from '../../domain/need/need.ts';
import { evolveNeed } from '../../domain/need/need.ts';
import type { Resource, ResourceCommand, ResourceEvent, ResourceRefusal } from '../../domain/need/resource.ts';
import { decideResource, evolveResource } from '../../domain/need/resource.ts';
import { decideProject } from '../../domain/project/decide-project.ts';
import type { Project, ProjectCommand, ProjectEvent, ProjectRefusal } from '../../domain/project/project.ts';
import { evolveProject } from '../../domain/project/project.ts';
import type { Clock } from '../../domain/time/clocks.ts';
import type { Rules } from '../../domain/time/start-clock.ts';
import { clockActor } from '../acting/actor.ts';
import { createWritePath } from '../aggregate.ts';
import type { WritePath } from '../aggregate.ts';
import type { AggregateStore } from '../ports/kept.ts';
import type { Now } from '../ports/now.ts';
import type { Stores } from '../ports/stores.ts';
import { earlier } from '../settle.ts';
import { correctionTellings } from './correction-tellings.ts';
import { deliberationTellings } from './deliberation-tellings.ts';
import { needTellings, resourceTellings } from './need-tellings.ts';
import { projectTellings } from './project-tellings.ts';
import { owedFor } from './tellings.ts';
import type { TellingDeps } from './tellings.ts';

/** What the work beside demands is made of. */
export interface SideDeps extends TellingDeps {
  readonly stores: Pick<Stores, 'deliberations' | 'resources' | 'needs' | 'projects' | 'corrections' | 'outbox'>;
  readonly directory: () => Directory;
  readonly mechanism: Mechanism;
  readonly mechanismOf: (began: Deliberation['mechanism']) => Mechanism;
  readonly now: Now;
  readonly failed: (error: unknown, id: string) => void;
}

/** The write paths of what stands beside demands, and what the clock does with it. */
export interface SideWork {
  readonly deliberations: WritePath<Deliberation, DeliberationCommand, DeliberationEvent, DeliberationRefusal>;
  readonly resources: WritePath<Resource, ResourceCommand, ResourceEvent, ResourceRefusal>;
  readonly needs: WritePath<Need, NeedCommand, NeedEvent, NeedRefusal>;
  readonly projects: WritePath<Project, ProjectCommand, ProjectEvent, ProjectRefusal>;
  readonly corrections: WritePath<Correction, CorrectionCommand, CorrectionEvent, CorrectionRefusal>;
  readonly rules: () => Rules;
  readonly rulesOf: (began: { readonly mechanism: Deliberation['mechanism'] }) => Rules;
  /** Lets everything that is due decide what the time has brought; gives how much. */
  readonly due: () => Promise<number>;
  readonly nextDue: () => Promise<Date | undefined>;
  /** The clocks that run for something; undefined when it is not there. */
  readonly clocksOf: (about: string) => Promise<readonly Clock[] | undefined>;
}

/** Makes them; all go the one way that demands go. */
export function createSideWork(deps: SideDeps): SideWork {
  const { stores, calendar } = deps;
  const rulesOf = ({ mechanism }: { readonly mechanism: Deliberation['mechanism'] }): Rules => ({ mechanism: deps.mechanismOf(mechanism), calendar });
  const common = { outbox: stores.outbox, now: deps.now, changed: () => undefined };
  const deliberations = createWritePath<Deliberation, DeliberationCommand, DeliberationEvent, DeliberationRefusal>({
    ...common,
    store: stores.deliberations,
    decide: (state, command, now) => decideDeliberation(rulesOf(state), state, command, now),
    evolve: evolveDeliberation,
    owed: owedFor(deps, ({ id }) => `deliberation:${id}`, async (before, event, after) => deliberationTellings({ settingsOf: (state) => deliberationSettings(rulesOf(state)), nameOf: await votersNamed(deps, before) })(before, event, after)),
  });
  const resources = createWritePath<Resource, ResourceCommand, ResourceEvent, ResourceRefusal>({
    ...common, store: stores.resources, decide: decideResource, evolve: evolveResource, owed: owedFor(deps, ({ id }) => `resource:${id}`, resourceTellings),
  });
  const needs = createWritePath<Need, NeedCommand, NeedEvent, NeedRefusal>({
    ...common, store: stores.needs, decide: (state, command, now) => decideNeed(rulesOf(state), state, command, now), evolve: evolveNeed, owed: owedFor(deps, ({ id }) => `need:${id}`, needTellings),
  });
  const projects = createWritePath<Project, ProjectCommand, ProjectEvent, ProjectRefusal>({
    ...common,
    store: stores.projects,
    decide: (state, command, now) => decideProject(rulesOf(state), state, command, now),
    evolve: evolveProject,
    owed: owedFor(deps, ({ id }) => `project:${id}`, projectTellings({ mechanismOf: ({ mechanism }) => deps.mechanismOf(mechanism), takersNear: (project) => takersNear(deps, project) })),
  });
  const corrections = createWritePath<Correction, CorrectionCommand, CorrectionEvent, CorrectionRefusal>({
    ...common, store: stores.corrections, decide: (state, command, now) => decideCorrection(rulesOf(state), state, command, now), evolve: evolveCorrection, owed: owedFor(deps, ({ id }) => `correction:${id}`, correctionTellings),
  });
  const work = { deliberations, resources, needs, projects, corrections };
  return { ...work, rules: () => ({ mechanism: deps.mechanism, calendar }), rulesOf, ...time(deps, work), clocksOf: (about) => clocksOf(stores, about) };
}

/** The organisations that may take a project on: those nearest to the unit that proposes it. */
function takersNear({ directory, mechanismOf }: SideDeps, { unit, mechanism }: Project): readonly string[] {
  const takers = mechanismOf(mechanism).projects?.takers ?? [];
  const near = [unit, ...directory().unitsAbove(unit).map(({ id }) => id)];
  const around = near.map((id) => takers.flatMap((one) => directory().unitsOfClass(one, id)));
  return (around.find((found) => found.length > 0) ?? []).map(({ id }) => id);
}

const BATCH = 200;

type Ticking = (id: string, command: { readonly type: 'tick'; readonly by: typeof clockActor }, cause: string) => Promise<unknown>;
type Timed = Pick<SideWork, 'deliberations' | 'needs' | 'projects' | 'corrections'>;

function time({ stores, now, failed }: SideDeps, work: Timed): Pick<SideWork, 'due' | 'nextDue'> {
  const timed: readonly (readonly [Pick<AggregateStore<unknown, unknown>, 'claimDue' | 'nextDue'>, Ticking])[] = [
    [stores.deliberations, work.deliberations.execute],
    [stores.needs, work.needs.execute],
    [stores.projects, work.projects.execute],
    [stores.corrections, work.corrections.execute],
  ];
  return {
    due: async () => {
      let done = 0;
      for (const [store, execute] of timed) done += await tickAll({ store, execute, now, failed });
      return done;
    },
    nextDue: async () => {
      const each = await Promise.all(timed.map(([store]) => store.nextDue()));
      return each.reduce(earlier, undefined);
    },
  };
}

interface Ticker {
  readonly store: Pick<AggregateStore<unknown, unknown>, 'claimDue'>;
  readonly execute: Ticking;
  readonly now: Now;
  readonly failed: SideDeps['failed'];
}

async function tickAll({ store, execute, now, failed }: Ticker): Promise<number> {
  let done = 0;
  for (;;) {
    const ids = await store.claimDue(now(), BATCH);
    for (const id of ids) await execute(id, { type: 'tick', by: clockActor }, `tick:${now().toISOString()}`).catch((error: unknown) => failed(error, id));
    done += ids.length;
    if (ids.length < BATCH) return done;
  }
}

async function clocksOf({ deliberations, needs, projects, corrections }: SideDeps['stores'], about: string): Promise<readonly Clock[] | undefined> {
  const colon = about.indexOf(':');
  const [kind, id] = [about.slice(0, colon), about.slice(colon + 1)];
  switch (kind) {
    case 'deliberation':
      return (await deliberations.load(id))?.state.clocks;
    case 'need':
      return (await needs.load(id))?.state.clocks;
    case 'project':
      return (await projects.load(id))?.state.clocks;
    case 'correction':
      return (await corrections.load(id))?.state.clocks;
    default:
      return undefined;
  }
}

/** The names of those who voted; of somebody who was erased since, none. */
async function votersNamed({ people, directory }: Pick<SideDeps, 'people' | 'directory'>, deliberation: Deliberation | undefined): Promise<(person: string) => string | undefined> {
  const voters = await Promise.all((deliberation?.ballot?.votes ?? []).map(({ person }) => people.get(person)));
  const there = new Set(voters.flatMap((person) => (person === undefined || person.erased ? [] : [person.id])));
  return (id) => (there.has(id) ? directory().person(id)?.name : undefined);
}
