import type { Correction, CorrectionEvent } from '../domain/correction.ts';
import { correctionDueAt } from '../domain/correction.ts';
import type { Deliberation, DeliberationEvent } from '../domain/deliberation/deliberation.ts';
import { deliberationDueAt, isRunning } from '../domain/deliberation/deliberation.ts';
import type { Need, NeedEvent } from '../domain/need/need.ts';
import { needDueAt } from '../domain/need/need.ts';
import type { Resource, ResourceEvent } from '../domain/need/resource.ts';
import type { Project, ProjectEvent } from '../domain/project/project.ts';
import { projectDueAt, projectRuns } from '../domain/project/project.ts';
import type { Store } from './connect.ts';
import { createListedStore, type FlushedListedStore } from './listed-store.ts';

interface Deps {
  readonly store: Pick<Store, 'connection' | 'kind'>;
  /** Those of the keys that are in the outbox. */
  readonly known: (keys: readonly string[]) => Promise<ReadonlySet<string>>;
}

/** The stores of what stands beside demands: what is deliberated, lent, needed, built and corrected. */
export interface SideStores {
  readonly deliberations: FlushedListedStore<Deliberation, DeliberationEvent>;
  readonly resources: FlushedListedStore<Resource, ResourceEvent>;
  readonly needs: FlushedListedStore<Need, NeedEvent>;
  readonly projects: FlushedListedStore<Project, ProjectEvent>;
  readonly corrections: FlushedListedStore<Correction, CorrectionEvent>;
}

/** Makes them, each in a collection of its own. */
export function createSideStores(deps: Deps): SideStores {
  return {
    deliberations: createListedStore({ ...deps, name: 'Deliberation', collection: 'deliberations', field: 'step', findable: findDeliberation }),
    resources: createListedStore({ ...deps, name: 'Resource', collection: 'resources', field: 'registeredAt', findable: findResource }),
    needs: createListedStore({ ...deps, name: 'Need', collection: 'needs', field: 'step', findable: findNeed }),
    projects: createListedStore({ ...deps, name: 'Project', collection: 'projects', field: 'step', findable: findProject }),
    corrections: createListedStore({ ...deps, name: 'Correction', collection: 'corrections', field: 'openedAt', findable: findCorrection }),
  };
}

function findDeliberation(one: Deliberation) {
  const open = isRunning(one);
  const { origin, begunAt, unit, supervisor, no, rooms } = one;
  return { origin, begunAt, open, units: [unit, supervisor], keys: [`no:${no}`, ...(open ? rooms.map((room) => `room:${room}`) : [])], nextDueAt: deliberationDueAt(one) };
}

function findResource({ origin, registeredAt, unit, kind, stoppedAt }: Resource) {
  const open = stoppedAt === undefined;
  return { origin, begunAt: registeredAt, open, units: [unit], keys: [`unit:${unit}`, ...(open && kind !== undefined ? [`kind:${kind}`] : [])], nextDueAt: undefined };
}

function findNeed(need: Need) {
  const open = need.step !== 'closed';
  const { origin, notedAt, unit, decider, offers, kind, demand, step } = need;
  const asked = offers.filter(({ state }) => state === 'accepted' || state === 'agreed').map((offer) => offer.unit);
  const keys = [...(demand === undefined ? [] : [`demand:${demand}`]), ...(step === 'open' && kind !== undefined ? [`kind:${kind}`] : [])];
  return { origin, begunAt: notedAt, open, units: [unit, decider, ...asked, ...Object.values(need.path)], keys, nextDueAt: needDueAt(need) };
}

function findProject(project: Project) {
  const { origin, proposedAt, unit, above, taker, demand } = project;
  const units = [unit, above, taker?.unit].filter((one) => one !== undefined);
  return { origin, begunAt: proposedAt, open: projectRuns(project), units, keys: demand === undefined ? [] : [`demand:${demand}`], nextDueAt: projectDueAt(project) };
}

function findCorrection(correction: Correction) {
  const { origin, openedAt, unit, corrected, about } = correction;
  return { origin, begunAt: openedAt, open: corrected === undefined, units: [unit], keys: [`about:${about}`], nextDueAt: correctionDueAt(correction) };
}
