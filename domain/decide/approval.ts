import type { Actor, DemandCommand, Refusal } from '../commands.ts';
import type { Demand } from '../demand.ts';
import type { DemandEvent } from '../events.ts';
import { THE_CLOCK } from '../events.ts';
import { gradeOf, isHigher, kindOf, usualKind } from '../mechanism/mechanism.ts';
import type { Timed, UnitRef } from '../mechanism/mechanism.ts';
import type { Approval, Chain, Kind } from '../mechanism/whistling.ts';
import { actsFor } from '../powers.ts';
import type { Result } from '../result.ts';
import { accept, refuse } from '../result.ts';
import type { Admitted } from '../standing.ts';
import { clockId } from '../time/clocks.ts';
import type { Clock } from '../time/clocks.ts';
import type { Rules } from '../time/start-clock.ts';
import { startClock } from '../time/start-clock.ts';
import type { Called, WhistleRequest } from '../whistle-request.ts';
import type { Words } from '../words.ts';
import { assignTo } from './assign.ts';
import { whistledEvent } from './call-units.ts';
import { endedEvent } from './whistle.ts';

type Command<T extends DemandCommand['type']> = Extract<DemandCommand, { type: T }>;
type Decision = Result<readonly DemandEvent[], Refusal>;

/** A whistle with everything about it decided but whether it may sound. */
export interface Ready {
  readonly by: Actor & { readonly unit: UnitRef };
  readonly chain: Chain;
  readonly kind: Kind;
  readonly called: readonly Called[];
  readonly note?: Words | undefined;
  readonly admission?: Admitted | undefined;
}

/** It sounds, or is put before those who must agree; an urgent one may sound first and be confirmed after. */
export function soundOrAsk(rules: Rules, demand: Demand, ready: Ready, now: Date): readonly DemandEvent[] {
  const { approval } = ready.chain;
  if (approval === undefined) return sounding(rules, demand, { ...ready, by: ready.by.person, caller: ready.by.unit }, now);

  const request = requestOf(demand, ready, approval, now);
  const first = ready.kind.urgent && approval.urgent === 'after';
  const mayDecide = ready.by.roles.some((role) => approval.roles.includes(role));
  if (mayDecide) return decidedAlready(rules, demand, ready, request, first, now);
  if (!first) return [prepared(request, approvalClock(rules, request, approval, request.approver.unit, ready.kind, now), now)];

  const whistle = `w${demand.whistles.length + 1}`;
  const clock = approvalClock(rules, { ...request, whistle }, approval, request.approver.unit, ready.kind, now);
  return [...soundingBy(rules, demand, request, now), prepared({ ...request, whistle }, clock, now)];
}

/** Whoever may agree has agreed by whistling; where sounding is another's act, that one is asked. */
function decidedAlready(rules: Rules, demand: Demand, { by, chain, kind }: Ready, request: WhistleRequest, first: boolean, now: Date): readonly DemandEvent[] {
  const decision = { by: by.person, unit: by.unit.id, at: now, agreed: true };
  const { sound } = chain.approval ?? {};
  if (sound === undefined || first) return [prepared({ ...request, status: 'sounded', decision }, undefined, now), ...soundingBy(rules, demand, request, now)];
  return [prepared({ ...request, status: 'agreed', decision }, soundClock(rules, request, sound.within, kind, now), now)];
}

function requestOf(demand: Demand, { by, chain, kind, called, note, admission }: Ready, { roles }: Approval, now: Date): WhistleRequest {
  const { person, unit } = by;
  return {
    id: `q${(demand.requests?.length ?? 0) + 1}`,
    at: now,
    by: person,
    unit: unit.id,
    tier: unit.tier,
    chain: chain.id,
    kind: kind.id,
    called,
    note,
    admission,
    approver: { unit: unit.id, roles },
    above: unit.above[0],
    status: 'waiting',
  };
}

function prepared(request: WhistleRequest, clock: Clock | undefined, now: Date): DemandEvent {
  return { type: 'whistle-prepared', at: now, by: request.by, data: { request, clock } };
}

function approvalClock(rules: Rules, { id, whistle }: Pick<WhistleRequest, 'id' | 'whistle'>, { decide: timed }: Approval, unit: string, { urgent }: Pick<Kind, 'urgent'>, now: Date): Clock {
  return startClock(rules, { kind: 'approval', id: clockId('approval', id), unit, whistle, timed, from: now, urgent });
}

function soundClock(rules: Rules, { id, unit }: WhistleRequest, timed: Timed, { urgent }: Pick<Kind, 'urgent'>, now: Date): Clock {
  return startClock(rules, { kind: 'sound', id: clockId('sound', id), unit, timed, from: now, urgent });
}

interface Sounding {
  readonly by: string;
  readonly caller: Pick<UnitRef, 'id' | 'tier'>;
  readonly chain: { readonly id: string };
  readonly kind: Kind;
  readonly called: readonly Called[];
  readonly note?: Words | undefined;
  readonly admission?: Admitted | undefined;
  readonly request?: string | undefined;
}

/** The whistle sounds; a unit that calls for a matter of a lower tier has it from then on: the grade says which tier solves it. */
function sounding(rules: Rules, demand: Demand, { by, caller, chain, kind, called, note, admission, request }: Sounding, now: Date): readonly DemandEvent[] {
  const call = whistledEvent(rules, demand, { chain: chain.id, kind, caller: caller.id, by, called, note, admission, request }, now);
  if (!isHigher(rules.mechanism, caller.tier, demand.tier)) return [call];
  const assignment = { tier: caller.tier, holder: caller.id, grade: gradeOf(rules.mechanism, caller.tier), clocks: [] };
  return [{ type: 'escalated', at: now, by, data: { from: demand.holder, why: 'called', assignment } }, call];
}

/** The whistle of a request, as it was prepared. */
function soundingBy(rules: Rules, demand: Demand, { id, by, unit, tier, chain, kind, called, note, admission }: WhistleRequest, now: Date): readonly DemandEvent[] {
  const sort = kindOf(rules.mechanism, kind) ?? usualKind(rules.mechanism, false);
  return sounding(rules, demand, { by, caller: { id: unit, tier }, chain: { id: chain }, kind: sort, called, note, admission, request: id }, now);
}

/** The decision on a whistle that waits for it (同意/不同意): it sounds, waits for its second act, is dropped, or, where it sounds already, is called off. */
export function decideApproval(rules: Rules, demand: Demand, request: WhistleRequest, { by, agreed, reason }: Command<'approve'>, now: Date): Decision {
  const approval = rules.mechanism.chains.find(({ id }) => id === request.chain)?.approval;
  const urgent = kindOf(rules.mechanism, request.kind)?.urgent ?? false;
  const waits = agreed && request.whistle === undefined ? approval?.sound : undefined;
  const clock = waits && soundClock(rules, request, waits.within, { urgent }, now);
  const decided: DemandEvent = { type: 'approval-decided', at: now, by: by.person, data: { request: request.id, unit: by.unit?.id ?? request.unit, agreed, reason, clock } };
  if (request.whistle !== undefined) return accept(agreed ? [decided] : [decided, ...calledOff(rules, demand, request, by.person, now)]);
  return accept(agreed && clock === undefined ? [decided, ...soundingBy(rules, demand, request, now)] : [decided]);
}

/** Not confirmed: whoever called has the matter again. */
function calledOff(rules: Rules, demand: Demand, { whistle }: WhistleRequest, by: string, now: Date): readonly DemandEvent[] {
  const off = demand.whistles.find(({ id, status }) => id === whistle && status === 'sounding');
  if (off === undefined) return [];
  const others = demand.whistles.some(({ id, status }) => id !== off.id && status === 'sounding');
  const assignment = assignTo(rules, { tier: demand.tier, unit: off.caller }, demand, now);
  const back: DemandEvent = { type: 'given-back', at: now, by, data: { from: off.callees[0]?.unit ?? off.caller, assignment } };
  return [endedEvent(rules, off, by, true, now), ...(others ? [] : [back])];
}

/** An agreed whistle is sounded (吹哨): the second act, by those whose it is. */
export function sound(rules: Rules, demand: Demand, { by }: Command<'sound'>, now: Date): Decision {
  const request = demand.requests?.find(({ status }) => status === 'agreed');
  if (request === undefined) return refuse(demand.requests?.some(({ status }) => status === 'waiting') === true ? 'request-waiting' : 'nothing-to-sound');
  const roles = rules.mechanism.chains.find(({ id }) => id === request.chain)?.approval?.sound?.roles ?? [];
  if (!actsFor(by, request.unit) || !by.roles.some((role) => roles.includes(role))) return refuse('not-your-act');

  return accept(soundingBy(rules, demand, request, now).map((event) => ({ ...event, by: by.person })));
}

/** Nobody decided, or sounded, in time. */
export function approvalPassed(rules: Rules, demand: Demand, clock: Clock, now: Date): readonly DemandEvent[] {
  const request = demand.requests?.find(({ id }) => clock.id === clockId(clock.kind, id));
  if (request === undefined) return [];
  const passed = (data: { outcome: 'lapses' | 'sounds' | 'above'; unit?: string; clock?: Clock }): DemandEvent => ({ type: 'approval-passed', at: now, by: THE_CLOCK, data: { request: request.id, ...data } });
  const approval = rules.mechanism.chains.find(({ id }) => id === request.chain)?.approval;
  if (approval === undefined || clock.kind === 'sound') return [passed({ outcome: 'lapses' })];

  const urgent = kindOf(rules.mechanism, request.kind)?.urgent ?? false;
  const { above } = request;
  if (approval.passed === 'above' && above !== undefined) return [passed({ outcome: 'above', unit: above, clock: approvalClock(rules, request, approval, above, { urgent }, now) })];
  if (approval.passed === 'sounds' && request.whistle === undefined) return [passed({ outcome: 'sounds' }), ...soundingBy(rules, demand, request, now)];
  return [passed({ outcome: 'lapses' })];
}
