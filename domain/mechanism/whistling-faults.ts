import type { Limit } from '../time/limit.ts';
import type { MechanismFault } from './fault.ts';
import type { Path } from './named-faults.ts';
import type { Admission, Approval, Chain, Kind } from './whistling.ts';

/** What of a district's file says who may whistle, with whose agreement and when. */
export interface WhistleBook {
  readonly tiers?: readonly { readonly id: string; readonly requestOn?: { readonly chain: string } | undefined }[] | undefined;
  readonly chains?: readonly Chain[] | undefined;
  readonly kinds?: readonly Kind[] | undefined;
  readonly admission?: Admission | undefined;
}

/** Roles of those who work for no unit: nobody of them can agree to a whistle. */
const OUTSIDE: readonly string[] = ['resident', 'enterprise', 'member', 'volunteer'];
const MINUTES = { minutes: 1, workdays: 9 * 60 } as const;

/** Whistles that could never sound: nobody to call, nobody to agree, too late to agree, never admitted, or too few people for a call; and agreement that nobody would be asked for. */
export function whistlingFaults(book: WhistleBook): readonly MechanismFault[] {
  return [...(book.chains ?? []).flatMap((chain, index) => chainFaults(book, chain, index)), ...admissionFaults(book)];
}

function chainFaults(book: WhistleBook, chain: Chain, index: number): MechanismFault[] {
  const { id, caller, pool, approval } = chain;
  const { tiers } = book;
  const idle = tiers !== undefined && caller.tiers.every((tier) => tiers.some((one) => one.id === tier && one.requestOn !== undefined));
  return [
    ...(idle ? [fault('chain-from-nobody', ['chains', index, 'caller'], { id })] : []),
    ...(pool !== undefined && pool.most < pool.wanted ? [fault('pool-too-small', ['chains', index, 'pool'], { id, wanted: String(pool.wanted), most: String(pool.most) })] : []),
    ...(approval === undefined ? [] : approvalFaults(book, chain, approval, ['chains', index, 'approval'])),
    ...(approval === undefined ? [] : unaskedFaults(book, chain, ['chains', index, 'approval'])),
  ];
}

/** A call to persons, and a request to a tier that solves nothing itself, go out at once: agreement written there would be asked of nobody. */
function unaskedFaults({ tiers = [] }: WhistleBook, { id, pool }: Chain, path: Path): MechanismFault[] {
  const requested = tiers.find(({ requestOn }) => requestOn?.chain === id);
  return [
    ...(pool === undefined ? [] : [fault('approval-on-pool', path, { id })]),
    ...(requested === undefined ? [] : [fault('approval-on-request', path, { id, tier: requested.id })]),
  ];
}

function approvalFaults({ tiers = [], kinds = [] }: WhistleBook, { id, caller }: Chain, { roles, decide, passed, urgent, sound }: Approval, path: Path): MechanismFault[] {
  const top = tiers.at(-1)?.id;
  const slow = urgent === 'before' ? kinds.filter((kind) => kind.urgent && longer(decide.limit, kind.reportIn.limit)) : [];
  return [
    ...(roles.every((role) => OUTSIDE.includes(role)) ? [fault('approved-by-nobody', [...path, 'roles'], { id })] : []),
    ...(sound?.roles.every((role) => OUTSIDE.includes(role)) === true ? [fault('sounded-by-nobody', [...path, 'sound', 'roles'], { id })] : []),
    ...(passed === 'above' && top !== undefined && caller.tiers.every((tier) => tier === top) ? [fault('nobody-above', [...path, 'passed'], { id, tier: top })] : []),
    ...slow.map((kind) => fault('approval-too-slow', [...path, 'decide'], { id, kind: kind.id })),
  ];
}

function longer(one: Limit, other: Limit): boolean {
  return one.amount * MINUTES[one.unit] > other.amount * MINUTES[other.unit];
}

function admissionFaults({ admission, chains, kinds = [] }: WhistleBook): MechanismFault[] {
  if (admission === undefined) return [];
  const { cases, rate, chains: only } = admission;
  const everywhere = only === undefined || (chains ?? []).every(({ id }) => only.includes(id));
  const never = everywhere ? kinds.filter((kind) => !kind.urgent && cases.every((one) => one.kinds?.includes(kind.id) === false)) : [];
  return [
    ...never.map(({ id }) => fault('kind-never-admitted', ['admission', 'cases'], { id })),
    ...(rate !== undefined && rate.low > rate.high ? [fault('band-upside-down', ['admission', 'rate'], { low: String(rate.low), high: String(rate.high) })] : []),
  ];
}

function fault(code: MechanismFault['code'], path: Path, params: Readonly<Record<string, string>>): MechanismFault {
  return { code, path, params };
}
