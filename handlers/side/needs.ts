import type { Directory } from '../../domain/directory/directory.ts';
import { needSettings, noteNeed } from '../../domain/need/decide-need.ts';
import type { Fit } from '../../domain/need/fit.ts';
import { fitting } from '../../domain/need/fit.ts';
import { foldNeed } from '../../domain/need/need.ts';
import type { Need, NoteNeed } from '../../domain/need/need.ts';
import type { Wanted } from '../../domain/need/resource.ts';
import type { Rules } from '../../domain/time/start-clock.ts';
import { clockActor } from '../acting/actor.ts';
import { nextNumber } from '../intake/register-matter.ts';
import type { Counters } from '../ports/coordination.ts';
import type { Now } from '../ports/now.ts';
import type { Stores } from '../ports/stores.ts';
import type { SideWork } from './side-work.ts';

/** What needs are matched with. */
export interface Matching {
  readonly work: Pick<SideWork, 'needs' | 'rulesOf'>;
  readonly stores: Pick<Stores, 'resources' | 'needs'>;
  readonly directory: () => Directory;
  readonly counters: Counters;
  readonly now: Now;
}

const MOST_LOOKED_AT = 200;

/** The resources that are there now and fit, best first. */
export async function fittingNow({ stores }: Pick<Matching, 'stores'>, rules: Rules, wanted: Wanted): Promise<readonly Fit[]> {
  if (wanted.kind === undefined) return [];
  const resources = await stores.resources.keyed(`kind:${wanted.kind}`, MOST_LOOKED_AT);
  return fitting(wanted, resources, rules.mechanism.tiers.map(({ id }) => id), needSettings(rules).most);
}

/** Notes a need with the resources that fit it; the same origin makes no second one. */
export async function noteNeedNow({ work, directory, counters, now }: Matching, rules: Rules, note: Omit<NoteNeed, 'id' | 'decider'>, offers: readonly Fit[]): Promise<Need> {
  const tier = needSettings(rules).decideTier;
  const decider = note.path[tier] ?? directory().path(note.unit)[tier] ?? note.unit;
  const events = noteNeed(rules, { ...note, id: await nextNumber(counters), decider }, offers, now());
  return (await work.needs.begin(foldNeed(events), events, note.origin)).kept.state;
}

/** A resource that is newly there is put forward for open needs that it fits. */
export async function matchResource({ work, stores }: Pick<Matching, 'work' | 'stores'>, id: string, cause: string): Promise<void> {
  const resource = (await stores.resources.load(id))?.state;
  if (resource?.kind === undefined || resource.stoppedAt !== undefined) return;
  for (const need of await stores.needs.keyed(`kind:${resource.kind}`, MOST_LOOKED_AT)) {
    const rules = work.rulesOf(need);
    const offers = fitting(need, [resource], rules.mechanism.tiers.map((tier) => tier.id), 1);
    if (offers.length > 0) await work.needs.execute(need.id, { type: 'offer', by: clockActor, offers }, `${cause}#${need.id}`);
  }
}
