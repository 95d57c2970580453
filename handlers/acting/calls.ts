import { bandOf } from '../../domain/admission.ts';
import type { Actor, DemandCommand, Refusal } from '../../domain/commands.ts';
import { isBarred } from '../../domain/decide/call-on.ts';
import type { Demand } from '../../domain/demand.ts';
import type { Directory } from '../../domain/directory/directory.ts';
import { kindOf } from '../../domain/mechanism/mechanism.ts';
import type { Mechanism, UnitRef } from '../../domain/mechanism/mechanism.ts';
import { peopleCalled, poolMeant } from '../letters/pool-people.ts';
import { unitName } from '../showing/describe.ts';
import type { CommandInput } from './command-input.ts';
import { ownersOf, standingOf } from './standing.ts';
import type { Standings } from './standing.ts';
import { unitMeant, unitsMeant } from './unit-meant.ts';
import type { UnitUnknown } from './unit-meant.ts';

interface Calling extends Standings {
  readonly mechanism: Mechanism;
}

type Calls = Extract<CommandInput, { type: 'dispatch' | 'whistle' | 'accept-proposal' | 'call-people' }>;
type Refused = UnitUnknown | { readonly refusal: 'no-proposal' | 'no-such-pool' | 'not-in-mechanism'; readonly params?: UnitUnknown['params'] | undefined };
type Built = DemandCommand | Refused;

/** The rules' command for what gives a matter to units or calls them, with all that must be known of them. */
export async function callCommand(deps: Calling, by: Actor, demand: Demand, input: Calls, seal: (words: string) => Promise<string>): Promise<Built> {
  const sealed = async (words: string | undefined) => (words === undefined ? undefined : seal(words));
  switch (input.type) {
    case 'dispatch': {
      const to = unitMeant(deps.directory(), by, input.to, demand.facts.place);
      return 'refusal' in to ? to : { ...(await dispatching(deps, by, demand, to)), note: await sealed(input.note) };
    }
    case 'whistle': {
      const called = unitsMeant(deps.directory(), by, input.lead, input.assists, demand.facts.place);
      if ('refusal' in called) return called;
      return { ...(await whistling(deps, by, demand, called)), ...kindAndChain(deps.mechanism, input), note: await sealed(input.note), override: await sealed(input.override) };
    }
    case 'accept-proposal':
      return asProposed(deps, by, demand, input);
    case 'call-people': {
      if (deps.mechanism.chains.every(({ pool }) => pool === undefined)) return { refusal: 'not-in-mechanism' };
      const chain = poolMeant(deps.mechanism, by.unit, input.people);
      if (chain === undefined || by.unit === undefined) return { refusal: 'no-such-pool', params: { words: input.people } };
      return { type: 'call-people', by, chain: chain.id, invited: peopleCalled(deps.directory(), chain, by.unit, demand, input.people), wanted: input.wanted };
    }
  }
}

async function dispatching(deps: Calling, by: Actor, demand: Demand, to: UnitRef): Promise<Extract<DemandCommand, { type: 'dispatch' }>> {
  const standing = deps.mechanism.access === undefined ? undefined : await standingOf(deps, deps.mechanism, demand, undefined, to.id);
  return { type: 'dispatch', by, to, standing };
}

interface Units {
  readonly lead: UnitRef;
  readonly assists: readonly UnitRef[];
}

async function whistling(deps: Calling, by: Actor, demand: Demand, units: Units): Promise<Extract<DemandCommand, { type: 'whistle' }>> {
  const { access, admission } = deps.mechanism;
  const standing = access === undefined && admission === undefined ? undefined : await standingOf(deps, deps.mechanism, demand, by.unit, by.unit?.id);
  return { type: 'whistle', by, ...units, standing };
}

/** As the last proposal says: an office below the dispatcher gets it, others are called. */
async function asProposed(deps: Calling, by: Actor, demand: Demand, { kind }: Extract<Calls, { type: 'accept-proposal' }>): Promise<Built> {
  const proposal = demand.proposals.at(-1);
  const directory = deps.directory();
  const lead = proposal === undefined ? undefined : directory.unitRef(proposal.lead);
  if (proposal === undefined || lead === undefined) return { refusal: 'no-proposal' };
  const assists = proposal.assists.flatMap((id) => directory.unitRef(id) ?? []);
  if (assists.length === 0 && by.unit !== undefined && lead.above.includes(by.unit.id)) return { ...(await dispatching(deps, by, demand, lead)), note: proposal.note, asProposed: true };
  return { ...(await whistling(deps, by, demand, { lead, assists })), ...kindAndChain(deps.mechanism, { kind }), note: proposal.note, asProposed: true };
}

/** Kind and chain may be written in one breath, in any words for them; what is neither stays as it was written, and is refused by name. */
function kindAndChain({ chains, kinds }: Mechanism, { kind, chain }: { readonly kind?: string | undefined; readonly chain?: string | undefined }): { kind?: string | undefined; chain?: string | undefined } {
  const said = [...(kind === undefined ? [] : kind.split(/\s+/)), ...(chain === undefined ? [] : [chain])];
  const chainNamed = (word: string) => chains.find(({ id, name, words }) => [id, ...Object.values(name), ...(words ?? [])].some((one) => one.toLowerCase() === word.toLowerCase()))?.id;
  const kindNamed = (word: string) => kinds.find(({ id, name, words }) => [id, ...Object.values(name), ...words].some((one) => one.toLowerCase() === word.toLowerCase()))?.id;
  const whole = kind === undefined ? undefined : kindNamed(kind);
  if (whole !== undefined) return { kind: whole, chain: chain === undefined ? undefined : (chainNamed(chain) ?? chain) };

  const found = said.map((word) => ({ word, kind: kindNamed(word), chain: chainNamed(word) }));
  const named = { kind: found.find((one) => one.kind !== undefined)?.kind, chain: found.find((one) => one.kind === undefined && one.chain !== undefined)?.chain };
  const neither = found.find((one) => one.kind === undefined && one.chain === undefined)?.word;
  if (neither === undefined) return named;
  return named.kind === undefined && neither !== chain ? { ...named, kind: neither } : { ...named, chain: neither };
}

/** What the sentence of a refusal needs besides the demand: where a matter belongs, what is whistled already, how many people there are. */
export function whyNot(directory: Directory, mechanism: Mechanism, demand: Demand, command: DemandCommand, refusal: Refusal | 'unknown-demand'): UnitUnknown['params'] | undefined {
  if (refusal === 'not-on-list') {
    const units = command.type === 'dispatch' ? [command.to] : command.type === 'whistle' ? [command.lead, ...command.assists] : command.type === 'escalate' ? [command.desk].filter((unit) => unit !== undefined) : [];
    const barred = units.find((unit) => 'standing' in command && isBarred(mechanism, unit, command.standing));
    const owners = ownersOf(directory, demand, barred?.id).filter((id) => id !== barred?.id);
    return { unit: barred?.id ?? '', belongs: owners.map((id) => unitName(directory, id)) };
  }
  if (command.type === 'whistle' && refusal.startsWith('admission-')) return weighing(directory, mechanism, command);
  if (command.type === 'call-people' && refusal === 'too-few-people') return { count: String(command.invited.length) };
  if (command.type === 'whistle' && refusal === 'one-at-a-time') return { lead: command.lead.id };
  if (command.type === 'whistle' && refusal === 'no-such-chain') return { words: command.chain ?? '' };
  return command.type === 'whistle' && refusal === 'no-such-kind' && kindOf(mechanism, command.kind ?? '') === undefined ? { words: command.kind ?? '' } : undefined;
}

function weighing(directory: Directory, { admission }: Mechanism, { by, standing }: Extract<DemandCommand, { type: 'whistle' }>): UnitUnknown['params'] {
  const may = ({ roles }: Pick<Actor, 'roles'>) => roles.some((role) => admission?.override?.roles.includes(role));
  const others = by.unit === undefined ? [] : directory.peopleOf(by.unit.id).filter(may);
  const rate = standing?.rate;
  const band = admission === undefined || rate === undefined ? 'too-few' : bandOf(admission, rate);
  const share = rate === undefined || rate.demands === 0 ? 0 : Math.round((rate.whistles / rate.demands) * 100);
  return { duplicates: standing?.duplicates?.[0] ?? '', bandIs: band, share: String(share), mayOverride: may(by) ? 'yes' : 'no', overriders: others.map(({ name }) => name) };
}
