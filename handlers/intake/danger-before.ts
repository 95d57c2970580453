import type { Demand } from '../../domain/demand.ts';
import { isHidden, present } from '../../domain/demand.ts';
import type { Matter } from '../../understanding/understanding.ts';
import type { DemandStore } from '../ports/demands.ts';
import type { Now } from '../ports/now.ts';

const WITHIN_MS = 24 * 3600_000;
const LOOKED_AT = 5;

/** A danger of the same class that the same person has told of within a day, and that is not over. */
export async function dangerBefore({ demands, now }: { readonly demands: Pick<DemandStore, 'raisedBy'>; readonly now: Now }, person: string, { urgency, category }: Matter): Promise<Demand | undefined> {
  if (urgency !== 'danger') return undefined;
  const since = now().getTime() - WITHIN_MS;
  const raised = await demands.raisedBy(person, { open: true, limit: LOOKED_AT });
  return raised.find((one) => one.urgency === 'danger' && one.category === category && one.raisedAt.getTime() >= since);
}

/** Whether this person wanted to stay hidden in it. */
export function wasHidden(demand: Demand | undefined, person: string): boolean {
  return demand !== undefined && present(demand).some((one) => one.person === person && isHidden(demand, one.no));
}
