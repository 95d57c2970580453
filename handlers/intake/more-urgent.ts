import type { Urgency } from '../../understanding/understanding.ts';

const ORDER: readonly Urgency[] = ['routine', 'urgent', 'danger'];

/** Whether the first is more urgent than the second. */
export function moreUrgent(one: Urgency, other: Urgency): boolean {
  return ORDER.indexOf(one) > ORDER.indexOf(other);
}
