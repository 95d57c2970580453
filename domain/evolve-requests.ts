import type { Demand } from './demand.ts';
import type { EventOf } from './events.ts';
import type { PoolCall } from './pool-call.ts';
import { assertNever } from './result.ts';
import { clockId, without } from './time/clocks.ts';
import type { Clock } from './time/clocks.ts';
import type { WhistleRequest } from './whistle-request.ts';

/** Of whistles that need agreement, calls to persons, and proposals that are followed. */
export type RequestEvent = EventOf<'whistle-prepared' | 'approval-decided' | 'approval-passed' | 'pool-called' | 'pool-joined' | 'pool-closed' | 'proposal-accepted'>;

/** The state after a step of a whistle that needs agreement, of a call to persons, or of a proposal that is followed. */
export function evolveRequest(demand: Demand, event: RequestEvent): Demand {
  switch (event.type) {
    case 'whistle-prepared':
      return { ...demand, requests: [...(demand.requests ?? []), event.data.request], clocks: withClock(demand.clocks, event.data.clock) };
    case 'approval-decided':
      return decided(demand, event);
    case 'approval-passed':
      return passed(demand, event);
    case 'proposal-accepted': {
      const accepted = { by: event.by, at: event.at };
      return { ...demand, proposals: demand.proposals.map((one, index, all) => (index === all.length - 1 ? { ...one, accepted } : one)) };
    }
    case 'pool-called':
      return { ...demand, pools: [...(demand.pools ?? []), event.data.pool], clocks: withClock(demand.clocks, event.data.clock) };
    case 'pool-joined':
      return withPool(demand, event.data.pool, ({ joined }) => ({ joined: [...joined, { person: event.by, at: event.at }] }));
    case 'pool-closed': {
      const closed = withPool(demand, event.data.pool, () => ({ status: event.data.why }));
      return { ...closed, clocks: without(closed.clocks, clockId('pool', event.data.pool)) };
    }
    default:
      return assertNever(event);
  }
}

function decided(demand: Demand, { at, by, data }: EventOf<'approval-decided'>): Demand {
  const { request, unit, agreed, reason, clock } = data;
  const status = !agreed ? 'refused' : clock === undefined ? 'sounded' : 'agreed';
  const after = withRequest(demand, request, () => ({ status, decision: { by, unit, at, agreed, reason } }));
  return { ...after, clocks: withClock(without(after.clocks, clockId('approval', request)), clock) };
}

function passed(demand: Demand, { data }: EventOf<'approval-passed'>): Demand {
  const { request, outcome, unit, clock } = data;
  const after = withRequest(demand, request, ({ approver }) => {
    if (outcome === 'above' && unit !== undefined) return { approver: { ...approver, unit }, above: undefined };
    return { status: outcome === 'sounds' ? 'sounded' : 'lapsed' };
  });
  return { ...after, clocks: withClock(without(after.clocks, clockId('approval', request), clockId('sound', request)), clock) };
}

/** The request that a whistle sounds by. */
export function soundedBy(demand: Demand, { by, data: { whistle } }: EventOf<'whistled'>): Demand {
  if (whistle.request === undefined) return demand;
  const done = withRequest(demand, whistle.request, ({ status }) => ({ status: 'sounded', whistle: whistle.id, ...(status === 'agreed' ? { soundedBy: by } : {}) }));
  return { ...done, clocks: without(done.clocks, clockId('approval', whistle.request), clockId('sound', whistle.request)) };
}

/** What nobody waits for any more, because its clock went with what became of the demand, is over. */
export function settled(demand: Demand): Demand {
  const { requests, pools, clocks } = demand;
  const runs = (id: string) => clocks.some((clock) => clock.id === id);
  const gone = requests?.find((one) => isLeft(one, runs));
  if (gone !== undefined) return settled(withRequest(demand, gone.id, ({ whistle }) => ({ status: whistle === undefined ? 'overtaken' : 'lapsed' })));
  const over = pools?.find(({ id, status }) => status === 'open' && !runs(clockId('pool', id)));
  return over === undefined ? demand : settled(withPool(demand, over.id, () => ({ status: 'over' })));
}

function isLeft({ id, status }: WhistleRequest, runs: (id: string) => boolean): boolean {
  return (status === 'waiting' && !runs(clockId('approval', id))) || (status === 'agreed' && !runs(clockId('sound', id)));
}

function withRequest(demand: Demand, id: string, change: (request: WhistleRequest) => Partial<WhistleRequest>): Demand {
  return { ...demand, requests: (demand.requests ?? []).map((one) => (one.id === id ? { ...one, ...change(one) } : one)) };
}

function withPool(demand: Demand, id: string, change: (pool: PoolCall) => Partial<PoolCall>): Demand {
  return { ...demand, pools: (demand.pools ?? []).map((one) => (one.id === id ? { ...one, ...change(one) } : one)) };
}

function withClock(clocks: readonly Clock[], clock: Clock | undefined): readonly Clock[] {
  return clock === undefined ? clocks : [...clocks, clock];
}
