import { z } from 'zod';
import { openCorrection, foldCorrection } from '../../domain/correction.ts';
import { beginDeliberation, deliberationSettings } from '../../domain/deliberation/decide.ts';
import { foldDeliberation } from '../../domain/deliberation/evolve.ts';
import type { Demand } from '../../domain/demand.ts';
import type { Directory } from '../../domain/directory/directory.ts';
import { needSettings } from '../../domain/need/decide-need.ts';
import { proposeProject } from '../../domain/project/decide-project.ts';
import { foldProject } from '../../domain/project/project.ts';
import { actorOf, clockActor } from '../acting/actor.ts';
import type { Execute } from '../execute.ts';
import { nextNumber } from '../intake/register-matter.ts';
import type { Counters } from '../ports/coordination.ts';
import type { DemandStore } from '../ports/demands.ts';
import type { Now } from '../ports/now.ts';
import type { People } from '../ports/people.ts';
import type { Sealer } from '../ports/sealer.ts';
import type { Stores } from '../ports/stores.ts';
import { fittingNow, matchResource, noteNeedNow } from './needs.ts';
import { settingOf } from './setting.ts';
import type { SideWork } from './side-work.ts';

/** What tasks are done with. */
export interface Tasking {
  readonly work: SideWork;
  readonly stores: Pick<Stores, 'deliberations' | 'resources' | 'needs' | 'projects' | 'corrections'>;
  readonly demands: Pick<DemandStore, 'load'>;
  readonly execute: Execute['execute'];
  readonly directory: () => Directory;
  readonly people: Pick<People, 'get'>;
  readonly counters: Counters;
  readonly sealer: Pick<Sealer, 'open'>;
  readonly now: Now;
}

const Text = z.string();
const Begin = z.object({ demand: Text, id: Text, by: Text, level: Text.optional(), title: Text.optional(), budget: z.number().optional() });
const CallOff = z.object({ kind: z.enum(['deliberation', 'project']), id: Text, why: z.enum(['withdrawn', 'moved']) });
const End = z.object({ demand: Text, id: Text, outcome: z.enum(['done', 'failed', 'over']), words: Text.optional() });
const FeedBack = z.object({ demand: Text, words: Text });
const Open = z.object({ origin: Text, unit: Text, about: Text, why: z.enum(['dissatisfied', 'redo', 'overdue', 'poor-rating']), reason: Text.optional() });
const ByDemand = z.object({ demand: Text });
const ByResource = z.object({ resource: Text });

/** Does what must follow elsewhere from something that happened. Safe to do again: the task's key is the cause of all it does. */
export function createDoTask(deps: Tasking): (task: string, text: string, key: string) => Promise<void> {
  return async (task, text, key) => {
    const needs: unknown = JSON.parse(text);
    switch (task) {
      case 'begin-deliberation':
        return beginOne(deps, Begin.parse(needs));
      case 'begin-project':
        return beginProject(deps, Begin.parse(needs));
      case 'call-off':
        return callOff(deps, CallOff.parse(needs), key);
      case 'end-carrier': {
        const { demand, ...end } = End.parse(needs);
        await deps.execute(demand, { type: 'carrier-ends', by: clockActor, ...end }, key);
        return;
      }
      case 'feed-back':
        return feedBack(deps, FeedBack.parse(needs), key);
      case 'open-correction':
        return openOne(deps, Open.parse(needs));
      case 'note-need':
        return noteFromDemand(deps, ByDemand.parse(needs).demand);
      case 'match-resource':
        return matchResource(deps, ByResource.parse(needs).resource, key);
      default:
        throw new Error(`Nobody knows the task ${task}`);
    }
  };
}

async function beginOne(deps: Tasking, { demand: no, id, by, level }: z.infer<typeof Begin>): Promise<void> {
  const demand = (await deps.demands.load(no))?.state;
  if (demand?.carrier?.id !== id) return;
  const rules = deps.work.rulesOf(demand);
  const setting = settingOf(deps.directory(), deliberationSettings(rules), demand, level);
  const events = beginDeliberation(rules, { ...setting, id, no, origin: `deliberation:${id}`, title: demand.facts.what, by: await actor(deps, by) }, deps.now());
  await deps.work.deliberations.begin(foldDeliberation(events), events, `deliberation:${id}`);
}

async function beginProject(deps: Tasking, { demand: no, id, by, title, budget }: z.infer<typeof Begin>): Promise<void> {
  const demand = (await deps.demands.load(no))?.state;
  if (demand?.carrier?.id !== id) return;
  const above = deps.directory().unitsAbove(demand.holder)[0]?.id;
  const proposal = { id, origin: `project:${id}`, demand: no, unit: demand.holder, above, title: title ?? demand.facts.what, budget: budget ?? 0, by };
  const events = proposeProject(deps.work.rulesOf(demand), proposal, deps.now());
  await deps.work.projects.begin(foldProject(events), events, proposal.origin);
}

async function callOff({ work }: Tasking, { kind, id, why }: z.infer<typeof CallOff>, key: string): Promise<void> {
  if (kind === 'deliberation') await work.deliberations.execute(id, { type: 'call-off', by: clockActor, why }, key);
  else await work.projects.execute(id, { type: 'call-off', by: clockActor }, key);
}

/** Whoever raised it hears that help has come. A demand that is over hears nothing more. */
async function feedBack({ demands, execute, directory }: Tasking, { demand: id, words }: z.infer<typeof FeedBack>, key: string): Promise<void> {
  const demand = (await demands.load(id))?.state;
  const unit = demand && directory().unitRef(demand.holder);
  if (demand === undefined || unit === undefined) return;
  await execute(id, { type: 'feed-back', by: { ...clockActor, unit }, words }, key);
}

async function openOne(deps: Tasking, open: z.infer<typeof Open>): Promise<void> {
  const rules = deps.work.rules();
  if (rules.mechanism.lists?.corrections === undefined) return;
  const events = openCorrection(rules, { ...open, id: await nextNumber(deps.counters) }, deps.now());
  await deps.work.corrections.begin(foldCorrection(events), events, open.origin);
}

async function noteFromDemand(deps: Tasking, id: string): Promise<void> {
  const demand: Demand | undefined = (await deps.demands.load(id))?.state;
  const place = demand?.facts.place;
  if (demand === undefined || place === undefined) return;
  const rules = deps.work.rulesOf(demand);
  const settings = needSettings(rules);
  const kind = settings.kinds.find(({ categories }) => categories.includes(demand.category))?.id;
  const wanted = { kind, grid: place.grid, path: place.path };
  await noteNeedNow(deps, rules, { ...wanted, origin: `need:${id}`, demand: id, unit: demand.holder, words: demand.facts.what, by: clockActor.person }, await fittingNow(deps, rules, wanted));
}

async function actor({ people, directory }: Tasking, id: string) {
  const person = await people.get(id);
  return person === undefined ? { person: id, roles: [] } : actorOf(directory(), person);
}
