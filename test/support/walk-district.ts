import type { Actor, DemandCommand } from '../../domain/commands.ts';
import type { Directory, Unit } from '../../domain/directory/directory.ts';
import { leadsTo } from '../../domain/mechanism/mechanism.ts';
import type { Chain, Kind, Mechanism, Role, UnitRef } from '../../domain/mechanism/mechanism.ts';
import { stageOf } from '../../domain/stages.ts';
import type { Rules } from '../../domain/time/start-clock.ts';
import { peopleCalled } from '../../handlers/letters/pool-people.ts';
import { report, resident } from './builders.ts';
import { answer, approve, finish, feedBack, reportIn, support, take } from './commands.ts';
import { givenBy, registered, type Past } from './given.ts';
import { hoursAfter } from './local-time.ts';
import { plainCalendar } from './rules.ts';

/** A matter that has been walked to its end, and the steps of the district's method that it was in, in order. */
export interface Walked {
  readonly past: Past;
  readonly stages: readonly string[];
}

/** Walks a district's paths with the people of its directory, through the rules themselves. */
export function walkerOf(mechanism: Mechanism, directory: Directory) {
  const rules: Rules = { mechanism, calendar: plainCalendar };
  const units = directory.data.units.flatMap(({ id }) => directory.unitRef(id) ?? []);

  const actorOf = (unit: UnitRef, roles: readonly Role[]): Actor | undefined => {
    const found = directory.data.people.find((person) => person.unit === unit.id && person.team === undefined && person.roles.some((role) => roles.includes(role)));
    return found && { person: found.id, roles: found.roles, unit };
  };
  const anyOf = (unit: string): Actor => {
    const person = directory.peopleOf(unit)[0];
    if (person === undefined) throw new Error(`${unit} has nobody`);
    return { person: person.id, roles: person.roles, unit: directory.unitRef(unit) };
  };
  /** A grid that a unit answers for, else any. */
  const gridOf = (unit: string) => directory.gridsIn(unit)[0] ?? directory.gridsIn(directory.unitsAbove(unit)[0]?.id ?? '')[0] ?? directory.data.grids[0];

  /** A matter that this unit has, which two people feel strongly about. */
  const begun = (holder: UnitRef, urgency: 'routine' | 'danger' = 'routine'): Past => {
    const grid = gridOf(holder.id);
    if (grid === undefined) throw new Error('There is no grid');
    const place = { id: undefined, name: grid.name, grid: grid.id, path: Object.fromEntries(Object.entries(directory.path(grid.id)).flatMap(([tier, unit]) => (unit === undefined ? [] : [[tier, unit]]))) };
    const source = mechanism.sources[0]?.id ?? '';
    const command = report({ source, place, to: { tier: holder.tier, unit: holder.id }, urgency, understood: { category: 'parking', confidence: 1, alternatives: [], reasons: [] } });
    return givenBy(rules, registered(command, '2026-07-06 10:00', rules)).and({ ...support('zhao', 'S1'), source }, '2026-07-06 10:01');
  };

  return {
    /** From registration over every callee's part to the last answer. */
    chain: (chain: Chain, kind: Kind): Walked => {
      const pairs = callsOn(mechanism, chain, units);
      const able = pairs.find(({ caller }) => actorOf(caller, chain.caller.roles ?? mechanism.dispatchers) !== undefined);
      if (able === undefined) throw new Error(`Nobody in the directory can call on ${chain.id}`);
      const by = actorOf(able.caller, chain.caller.roles ?? mechanism.dispatchers)!;
      const walk = walking(begun(able.caller, 'routine'), mechanism);
      if (chain.pool !== undefined) return withPeople(walk, directory, chain, by);
      walk.step({ type: 'whistle', by, kind: kind.id, chain: chain.id, lead: able.callee, assists: [], standing: { duties: {} } });
      agree(walk, chain, (roles) => actorOf(able.caller, roles));
      for (const { unit } of walk.demand().whistles[0]?.callees ?? []) {
        const clerk = anyOf(unit);
        for (const command of [reportIn(clerk), feedBack(clerk), finish(clerk)]) walk.step(command);
      }
      const marks = mechanism.rateCallees.dimensions.map(() => mechanism.rateCallees.scale);
      for (const { unit } of walk.demand().whistles[0]?.callees ?? []) walk.step({ type: 'rate-callee', by, unit, marks });
      return walk.end();
    },
    /** From registration to the last answer, by the tier that the grade names. */
    grade: (tierId: string): Walked => {
      const at = mechanism.tiers.findIndex(({ id }) => id === tierId);
      const tier = mechanism.tiers[at];
      const asked = tier?.requestOn;
      const holding = asked === undefined ? tier : mechanism.tiers[at - 1];
      const grid = directory.data.grids[0];
      const holder = directory.unitRef(directory.path(grid?.id ?? '')[holding?.id ?? ''] ?? '');
      if (holder === undefined || holding === undefined) throw new Error(`No unit of ${tierId} answers for a grid`);
      const walk = walking(begun(holder), mechanism);
      const clerk = anyOf(holder.id);
      if (asked === undefined) {
        walk.step(take(clerk));
        walk.step(finish(clerk));
        return walk.end();
      }
      const chain = mechanism.chains.find(({ id }) => id === asked.chain);
      const request = units.find((unit) => chain?.callee.classes.includes(unit.class) === true);
      if (request === undefined) throw new Error(`Nothing can be requested from ${tierId}`);
      walk.step({ type: 'escalate', by: clerk, reason: '需要上级', request });
      walk.step(reportIn(anyOf(request.id)));
      walk.step(finish(anyOf(request.id)));
      return walk.end();
    },
    /** Units whose class or tier the mechanism does not know. */
    strangers: (): readonly Unit[] => directory.data.units.filter((unit) => !mechanism.unitClasses.some(({ id }) => id === unit.class)),
  };
}

interface Walking {
  readonly demand: () => Past['demand'];
  readonly step: (command: DemandCommand) => void;
  readonly end: () => Walked;
}

function walking(begun: Past, mechanism: Mechanism): Walking {
  let past = begun;
  let now = begun.demand.raisedAt;
  const seen = [stageOf(mechanism, past.demand)?.id ?? ''];
  const step = (command: DemandCommand) => {
    now = hoursAfter(now, 0.1);
    past = past.and(command, now);
    const stage = stageOf(mechanism, past.demand)?.id ?? '';
    if (seen.at(-1) !== stage) seen.push(stage);
  };
  return {
    demand: () => past.demand,
    step,
    end: () => {
      step(answer(resident('wang'), { satisfied: 'satisfied' }, { no: past.demand.id }));
      step(answer(resident('zhao'), { satisfied: 'basically' }, { no: 'S1' }));
      return { past, stages: seen };
    },
  };
}

/** Who may call whom on a chain, by what the directory has. */
function callsOn({ sources }: Mechanism, chain: Chain, units: readonly UnitRef[]): { caller: UnitRef; callee: UnitRef }[] {
  const callers = units.filter(({ tier, class: kind }) => chain.caller.tiers.includes(tier) && chain.caller.classes.includes(kind));
  if (chain.pool !== undefined) return callers.map((caller) => ({ caller, callee: caller }));
  const matter = { category: chain.matters?.classes?.[0] ?? 'parking', source: chain.matters?.sources?.[0] ?? sources[0]?.id ?? '' };
  return callers.flatMap((caller) => units.filter((callee) => callee.id !== caller.id && leadsTo(chain, caller, [callee], matter)).map((callee) => ({ caller, callee })));
}

/** Those who must agree do, and whoever sounds it does. */
function agree(walk: Walking, { approval }: Chain, actor: (roles: readonly Role[]) => Actor | undefined): void {
  if (walk.demand().requests?.some(({ status }) => status === 'waiting') === true) walk.step(approve(actor(approval?.roles ?? [])!, true));
  if (walk.demand().requests?.some(({ status }) => status === 'agreed') === true) walk.step({ type: 'sound', by: actor(approval?.sound?.roles ?? [])! });
}

/** Persons are called until enough have come; then the matter is done by whoever has it. */
function withPeople(walk: Walking, directory: Directory, chain: Chain, by: Actor): Walked {
  const invited = by.unit === undefined ? [] : peopleCalled(directory, chain, by.unit, walk.demand(), chain.id);
  const wanted = Math.min(2, invited.length);
  walk.step({ type: 'call-people', by, chain: chain.id, invited, wanted });
  for (const person of invited.slice(0, wanted)) walk.step(reportIn({ person, roles: directory.person(person)?.roles ?? [] }));
  walk.step(finish(by));
  return walk.end();
}
