import type { Actor } from '../commands.ts';
import type { Demand, Extension } from '../demand.ts';
import { decisionClock } from '../demand.ts';
import { actsFor, directs } from '../powers.ts';
import { clockId } from '../time/clocks.ts';
import type { Rules } from '../time/start-clock.ts';
import type { WhistleRequest } from '../whistle-request.ts';
import type { Words } from '../words.ts';

/** Something that waits for a person's yes or no; `id` is that of the clock that runs until it is said. */
export type Pending = { readonly id: string } & (
  | { readonly kind: 'exclusion'; readonly reason: Words }
  | { readonly kind: 'extension'; readonly extension: Extension }
  | { readonly kind: 'approval'; readonly request: WhistleRequest }
  | { readonly kind: 'dispute' }
);

/** Everything on a demand that waits for this actor's word, always in the same order. */
export function waitingFor({ mechanism }: Rules, demand: Demand, by: Actor): readonly Pending[] {
  const { exclusion } = demand;
  const second = exclusion !== undefined && exclusion.decided === undefined && exclusion.by !== by.person && directs(mechanism, by, demand);
  const clocked = (id: string) => demand.clocks.find((clock) => clock.id === id);
  return [
    ...(second ? [{ id: clockId('exclusion'), kind: 'exclusion', reason: exclusion.reason } as const] : []),
    ...demand.extensions.flatMap((extension): Pending[] => {
      const clock = extension.decided === undefined ? decisionClock(demand, extension) : undefined;
      return clock !== undefined && actsFor(by, clock.unit) ? [{ id: clock.id, kind: 'extension', extension }] : [];
    }),
    ...(demand.requests ?? []).filter((request) => request.status === 'waiting' && decides(by, request)).map((request) => ({ id: clockId('approval', request.id), kind: 'approval', request }) as const),
    ...(demand.phase.status === 'disputed' && actsFor(by, clocked(clockId('dispute'))?.unit ?? '') ? [{ id: clockId('dispute'), kind: 'dispute' } as const] : []),
  ];
}

function decides(by: Actor, { approver }: WhistleRequest): boolean {
  return actsFor(by, approver.unit) && by.roles.some((role) => approver.roles.includes(role));
}
