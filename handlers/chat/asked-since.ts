import type { Demand } from '../../domain/demand.ts';
import { awaitsPlace, present } from '../../domain/demand.ts';
import type { DemandStore } from '../ports/demands.ts';

/** Whether something else was asked of a person since a moment, to which a number may be the answer: a place, or a revisit. */
export async function isAskedSince(demands: Pick<DemandStore, 'raisedBy'>, person: string, since: Date): Promise<boolean> {
  const raised = await demands.raisedBy(person, { open: true, limit: 20 });
  return raised.some((demand) => (awaitsPlace(demand) && demand.raisedAt > since) || isRevisited(demand, person, since));
}

function isRevisited(demand: Demand, person: string, since: Date): boolean {
  return present(demand).some(({ person: one, revisit }) => one === person && revisit.state === 'asked' && revisit.askedAt > since);
}
