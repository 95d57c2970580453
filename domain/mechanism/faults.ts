import { formulaFaults } from '../assessment/formula-faults.ts';
import type { FormulaBook } from '../assessment/formula-faults.ts';
import type { Limit } from '../time/limit.ts';
import type { MechanismFault } from './fault.ts';
import { listsFaults, type ListsBook } from './lists-faults.ts';
import { isAmong, listedTwice, unknownName, type Named, type Path } from './named-faults.ts';
import { referenceFaults } from './reference-faults.ts';
import { serviceFaults } from './service-faults.ts';
import type { ServiceBook } from './service-faults.ts';
import { whistlingFaults } from './whistling-faults.ts';
import type { WhistleBook } from './whistling-faults.ts';
import type { Chain, Kind } from './whistling.ts';

interface Timed {
  readonly limit: Limit;
  readonly ladder: string;
}

/** What of a district's file refers to the rest of it; a part that could not be read is left out, and nothing is said about it. */
export interface Rulebook extends Pick<FormulaBook, 'rateCallees' | 'ratings' | 'assessment'>, Pick<WhistleBook, 'admission'>, ServiceBook, Pick<ListsBook, 'deliberation' | 'needs' | 'projects' | 'lists'> {
  readonly tiers?: readonly (Named & { readonly takeUp: Timed; readonly solve: Timed; readonly requestOn?: { readonly chain: string; readonly kind: string } | undefined })[] | undefined;
  readonly grades?: readonly (Named & { readonly tier: string })[] | undefined;
  readonly sources?: readonly Named[] | undefined;
  readonly unitClasses?: readonly Named[] | undefined;
  readonly ladders?: Readonly<Record<string, unknown>> | undefined;
  readonly urgent?: { readonly takeUp: Timed; readonly solve: Timed } | undefined;
  readonly chains?: readonly Chain[] | undefined;
  readonly kinds?: readonly Kind[] | undefined;
  readonly revisit?: { readonly remindAfter: Limit; readonly expireAfter: Limit; readonly decideTier: string } | undefined;
  readonly hotspots?: { readonly tier?: string | undefined } | undefined;
  readonly stages?: readonly (Named & { readonly when: readonly string[] })[] | undefined;
}

/** Every contradiction of a district's file, once each, in the order of its parts; none when it can be worked with. */
export function contradictions(book: Rulebook): readonly MechanismFault[] {
  const found = [...duplicates(book), ...tierFaults(book), ...gradeFaults(book), ...chainFaults(book), ...ladderFaults(book), ...orderFaults(book), ...revisitFaults(book), ...hotspotFaults(book), ...stageFaults(book), ...formulaFaults(book), ...referenceFaults(book), ...serviceFaults(book), ...whistlingFaults(book), ...listsFaults(book)];
  const key = ({ code, path }: MechanismFault) => [code, ...path].join(' ');
  return [...new Map(found.map((fault) => [key(fault), fault])).values()];
}

function duplicates({ tiers = [], grades = [], sources = [], unitClasses = [], chains = [], kinds = [], stages = [] }: Rulebook): MechanismFault[] {
  return Object.entries({ tiers, grades, sources, unitClasses, chains, kinds, stages }).flatMap(([part, list]) => listedTwice(list, [part]));
}

function tierFaults(book: Rulebook): MechanismFault[] {
  const { tiers = [], grades, chains, kinds } = book;
  return tiers.flatMap(({ id, requestOn }, index): MechanismFault[] => [
    ...(grades === undefined || grades.some(({ tier }) => tier === id) ? [] : [{ code: 'tier-without-grade', path: ['tiers', index], params: { id } } as const]),
    ...(requestOn === undefined ? [] : [...unknownName('unknown-chain', chains, ['tiers', index, 'requestOn', 'chain'], requestOn.chain), ...unknownName('unknown-kind', kinds, ['tiers', index, 'requestOn', 'kind'], requestOn.kind)]),
    ...(requestOn === undefined ? [] : requestFaults(book, index, requestOn.chain)),
  ]);
}

/** A tier that solves nothing itself is requested by the tier below it, on a chain that begins there. */
function requestFaults({ tiers = [], chains = [] }: Rulebook, index: number, on: string): MechanismFault[] {
  const [tier, below] = [tiers[index], tiers[index - 1]];
  const chain = chains.find(({ id }) => id === on);
  if (tier === undefined) return [];
  if (below === undefined) return [{ code: 'request-at-bottom', path: ['tiers', index, 'requestOn'], params: { id: tier.id } }];
  if (chain === undefined || chain.caller.tiers.includes(below.id)) return [];
  return [{ code: 'request-from-elsewhere', path: ['tiers', index, 'requestOn'], params: { id: tier.id, chain: on, tier: below.id } }];
}

function gradeFaults({ grades = [], tiers }: Rulebook): MechanismFault[] {
  return grades.flatMap(({ tier }, index) => unknownName('unknown-tier', tiers, ['grades', index, 'tier'], tier));
}

function chainFaults({ chains = [], tiers, unitClasses }: Rulebook): MechanismFault[] {
  return chains.flatMap(({ id, caller, callee }, index): MechanismFault[] => [
    ...caller.tiers.flatMap((tier, nth) => unknownName('unknown-tier', tiers, ['chains', index, 'caller', 'tiers', nth], tier)),
    ...caller.classes.flatMap((one, nth) => unknownName('unknown-class', unitClasses, ['chains', index, 'caller', 'classes', nth], one)),
    ...callee.classes.flatMap((one, nth) => unknownName('unknown-class', unitClasses, ['chains', index, 'callee', 'classes', nth], one)),
    ...(unitClasses !== undefined && callee.classes.every((one) => !isAmong(unitClasses, one)) ? [{ code: 'chain-to-nobody', path: ['chains', index, 'callee'], params: { id } } as const] : []),
  ]);
}

function ladderFaults(book: Rulebook): MechanismFault[] {
  const { ladders } = book;
  if (ladders === undefined) return [];
  return timedIn(book, []).flatMap(({ path, ladder }) => (Object.hasOwn(ladders, ladder) ? [] : [{ code: 'unknown-ladder', path: [...path, 'ladder'], params: { id: ladder } } as const]));
}

/** Everything in the file that has a limit and a ladder. */
function timedIn(value: unknown, path: Path): { path: Path; ladder: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('ladder' in value && 'limit' in value && typeof value.ladder === 'string') return [{ path, ladder: value.ladder }];
  return Object.entries(value).flatMap(([name, one]) => timedIn(one, [...path, Array.isArray(value) ? Number(name) : name]));
}

/** What comes later may not be due sooner; limits in different units are not compared. */
function orderFaults({ tiers = [], kinds = [], urgent, revisit }: Rulebook): MechanismFault[] {
  const sooner = (path: Path, first: [string, Limit], then: [string, Limit]): MechanismFault[] =>
    first[1].unit === then[1].unit && then[1].amount < first[1].amount ? [{ code: 'limits-out-of-order', path: [...path, then[0]], params: { first: first[0], then: then[0] } }] : [];
  return [
    ...tiers.flatMap(({ takeUp, solve }, index) => sooner(['tiers', index], ['takeUp', takeUp.limit], ['solve', solve.limit])),
    ...(urgent === undefined ? [] : sooner(['urgent'], ['takeUp', urgent.takeUp.limit], ['solve', urgent.solve.limit])),
    ...kinds.flatMap(({ reportIn, feedback, finish }, index) => [
      ...sooner(['kinds', index], ['reportIn', reportIn.limit], ['feedback', feedback.limit]),
      ...sooner(['kinds', index], ['feedback', feedback.limit], ['finish', finish.limit]),
    ]),
    ...(revisit === undefined ? [] : sooner(['revisit'], ['remindAfter', revisit.remindAfter], ['expireAfter', revisit.expireAfter])),
  ];
}

/** Whoever decides when people stay dissatisfied must be a tier that has units at work. */
function revisitFaults({ revisit, tiers }: Rulebook): MechanismFault[] {
  if (revisit === undefined || tiers === undefined) return [];
  const tier = tiers.find(({ id }) => id === revisit.decideTier);
  if (tier === undefined) return unknownName('unknown-tier', tiers, ['revisit', 'decideTier'], revisit.decideTier);
  return tier.requestOn === undefined ? [] : [{ code: 'decided-by-nobody', path: ['revisit', 'decideTier'], params: { id: tier.id } }];
}

/** Whoever is warned of what piles up must be a tier of the district. */
function hotspotFaults({ hotspots, tiers }: Rulebook): MechanismFault[] {
  return hotspots?.tier === undefined ? [] : unknownName('unknown-tier', tiers, ['hotspots', 'tier'], hotspots.tier);
}

const STATUSES = ['incomplete', 'waiting', 'handling', 'done', 'disputed', 'closed', 'withdrawn', 'merged'];

function stageFaults({ stages }: Rulebook): MechanismFault[] {
  if (stages === undefined) return [];
  const shown = new Set(stages.flatMap(({ when }) => when));
  if (shown.has('registered')) return [];
  return STATUSES.filter((status) => !shown.has(status)).map((id) => ({ code: 'status-without-stage', path: ['stages'], params: { id } }));
}
