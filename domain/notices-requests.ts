import type { Demand } from './demand.ts';
import type { DemandEvent, EventOf } from './events.ts';
import { kindOf } from './mechanism/mechanism.ts';
import type { Mechanism } from './mechanism/mechanism.ts';
import type { Notice } from './notice.ts';
import type { PoolCall } from './pool-call.ts';
import type { Clock } from './time/clocks.ts';
import type { WhistleRequest } from './whistle-request.ts';

/** What is said about whistles that need agreement, calls to persons, and proposals that were followed; undefined for other events. */
export function aboutRequests(mechanism: Mechanism, event: DemandEvent, after: Demand): readonly Notice[] | undefined {
  switch (event.type) {
    case 'whistle-prepared':
      return asked(mechanism, event.data.request, event.data.clock);
    case 'approval-decided':
      return decided(mechanism, event, after);
    case 'approval-passed':
      return passed(mechanism, event, after);
    case 'proposal-accepted': {
      const proposal = after.proposals.at(-1);
      return proposal === undefined ? [] : [{ to: { unit: proposal.unit, desk: 'front' }, name: 'proposal-taken' }];
    }
    case 'pool-called':
      return called(event.data.pool, event.data.clock.urgent);
    case 'pool-closed':
      return closed(event, after);
    case 'pool-joined':
      return [];
    default:
      return undefined;
  }
}

/** Those who must agree are asked; where they have agreed by whistling, those whose act sounding is. */
function asked(mechanism: Mechanism, request: WhistleRequest, clock: Clock | undefined): Notice[] {
  if (clock === undefined) return [];
  const { approver, whistle, status, unit } = request;
  const about = { params: paramsOf(mechanism, request, clock.due), urgent: clock.urgent, clock: clock.id };
  if (status === 'agreed') return [{ to: { unit, desk: 'front', roles: soundRoles(mechanism, request) }, name: 'sound-asked', ...about }];
  return [{ to: { unit: approver.unit, desk: 'front', roles: approver.roles }, name: whistle === undefined ? 'approval-asked' : 'approval-confirm', ...about }];
}

function soundRoles({ chains }: Mechanism, { chain }: WhistleRequest) {
  return chains.find(({ id }) => id === chain)?.approval?.sound?.roles;
}

function paramsOf(mechanism: Mechanism, { unit, kind, chain, called, note }: WhistleRequest, due?: Date): NonNullable<Notice['params']> {
  const assists = called.filter(({ role }) => role === 'assist').map((one) => one.unit);
  return { caller: unit, kind: kindOf(mechanism, kind)?.id, chain, lead: called.find(({ role }) => role === 'lead')?.unit, assists: assists.join(','), note, due };
}

function decided(mechanism: Mechanism, { data }: EventOf<'approval-decided'>, after: Demand): Notice[] {
  const request = after.requests?.find(({ id }) => id === data.request);
  if (request === undefined) return [];
  const toCaller = { unit: request.unit, desk: 'front' } as const;
  const params = { ...paramsOf(mechanism, request), reason: data.reason };
  if (!data.agreed) return [{ to: toCaller, name: 'approval-refused', params }];
  if (data.clock !== undefined) return asked(mechanism, request, data.clock);
  return [{ to: toCaller, name: request.whistle === undefined ? 'approval-given' : 'approval-confirmed', params }];
}

function passed(mechanism: Mechanism, { data }: EventOf<'approval-passed'>, after: Demand): Notice[] {
  const request = after.requests?.find(({ id }) => id === data.request);
  if (request === undefined) return [];
  if (data.outcome === 'above') return asked(mechanism, request, data.clock);
  const name = data.outcome === 'sounds' ? 'approval-silent' : request.whistle === undefined ? 'approval-lapsed' : 'approval-unconfirmed';
  return [{ to: { unit: request.unit, desk: 'front' }, name, params: paramsOf(mechanism, request) }];
}

function called({ invited, caller, wanted, until }: PoolCall, urgent: boolean): Notice[] {
  return [{ to: { people: invited }, name: 'pool-call', params: { caller, wanted, due: until }, urgent }];
}

/** The caller is told once who has come. */
function closed({ data }: EventOf<'pool-closed'>, after: Demand): Notice[] {
  const pool = after.pools?.find(({ id }) => id === data.pool);
  if (pool === undefined) return [];
  const params = { people: pool.joined.map(({ person }) => person).join(','), count: pool.joined.length, wanted: pool.wanted };
  const short = pool.joined.length === 0 ? 'pool-nobody' : 'pool-short';
  return [{ to: { unit: pool.caller, desk: 'front' }, name: data.why === 'full' ? 'pool-filled' : short, params }];
}

/** A mark of a clock that waits for an agreement, or for persons: those are reminded who are waited for; undefined for other clocks. */
export function requestMark(mechanism: Mechanism, demand: Demand, clock: Clock, about: Omit<Notice, 'to' | 'name'>): Notice | undefined {
  if (clock.kind === 'pool') {
    const pool = demand.pools?.find(({ id }) => clock.id.endsWith(`:${id}`));
    const missing = pool?.invited.filter((person) => pool.joined.every((one) => one.person !== person)) ?? [];
    return { to: { people: missing }, name: 'pool-remind', ...about, params: { ...about.params, caller: clock.unit, count: pool?.joined.length ?? 0, wanted: pool?.wanted } };
  }
  const request = clock.kind === 'approval' || clock.kind === 'sound' ? demand.requests?.find(({ id }) => clock.id.endsWith(`:${id}`)) : undefined;
  if (request === undefined) return undefined;
  const roles = clock.kind === 'sound' ? soundRoles(mechanism, request) : request.approver.roles;
  return { to: { unit: clock.unit, desk: 'front', roles }, name: 'remind', ...about };
}
