import type { Actor, DemandCommand, Refusal } from '../../domain/commands.ts';
import { decide } from '../../domain/decide/decide.ts';
import { takingOver } from '../../domain/decide/merge.ts';
import { waitingFor } from '../../domain/decide/pending.ts';
import type { Pending } from '../../domain/decide/pending.ts';
import type { Demand } from '../../domain/demand.ts';
import { isOpen } from '../../domain/demand.ts';
import { mayCallOn, mayRead } from '../../domain/powers.ts';
import { isSameAct } from '../cause.ts';
import type { Execute } from '../execute.ts';
import type { DemandStore, KeptDemand } from '../ports/demands.ts';
import { whyNot } from './calls.ts';
import { commandFor } from './command-for.ts';
import type { Building, OnOne } from './command-for.ts';
import type { CommandInput } from './command-input.ts';
import { workReadOnce } from './standing.ts';
import type { UnitUnknown } from './unit-meant.ts';

/** Why something was not done, beyond the refusals of the rules: what was meant could not be found. */
export type ActRefusal = Refusal | 'unknown-demand' | 'no-such-unit' | 'which-unit' | 'no-demand-meant' | 'nothing-in-hand' | 'which-demand' | 'not-in-mechanism' | 'no-such-pool';

/** What became of it: done, with the demand before and after, or why not. */
export type Acted =
  | { readonly ok: true; readonly stored: KeptDemand; readonly before: Demand; readonly no: string }
  | { readonly ok: false; readonly refusal: ActRefusal; readonly no?: string | undefined; readonly demand?: Demand | undefined; readonly params?: UnitUnknown['params'] | undefined; readonly pending?: readonly Pending[] | undefined };

/** What is needed to carry out what a person asks for. */
export interface Acting extends Building {
  readonly demands: Pick<DemandStore, 'load' | 'idOf' | 'raisedBy' | 'concerning' | 'causedBy' | 'alike' | 'workOf' | 'list'>;
  readonly execute: Execute['execute'];
  /** The words that name a demand in a list to choose from. */
  readonly listed: (demand: Demand) => string;
}

/** Carries out what a person asks for, on the demand with this number or on the only one that can be meant; `media` are the own files that came along, where the command can take them. */
export type Act = (actor: Actor, no: string | undefined, input: CommandInput, cause: string, media?: readonly string[]) => Promise<Acted>;

/** Makes `act`. */
export function createAct(acting: Acting): Act {
  return async (actor, no, input, cause, media = []) => {
    const deps = { ...acting, demands: workReadOnce(acting.demands) };
    if (input.type === 'merge') return merge(deps, actor, no, input.with, cause);
    if (input.type === 'unmerge') return unmerge(deps, actor, no, cause);

    const found = await meant(deps, actor, no, input, cause);
    if (!found.ok) return found;
    const built = await commandFor(deps, actor, found.stored.state, found.no, input);
    if ('refusal' in built) return { ok: false, ...built, no: found.no, demand: found.stored.state };
    return run(deps, found.stored, found.no, withMedia(built, media), cause);
  };
}

/** A matter on which the actor may take a step now, the number the actor knows it by, and that step. */
export interface OpenStep<I extends OnOne> {
  readonly demand: Demand;
  readonly no: string;
  readonly input: I;
}

/** How `OpenSteps` looks. */
interface Looking {
  /** Also at every matter at a place that the actor's unit answers for. */
  readonly within?: boolean;
  /** For all of the steps that the rules allow, not the first alone. */
  readonly every?: boolean;
}

/** Of every matter the actor's unit has to do with, newest first, the first of these steps that the rules allow. */
export type OpenSteps = <I extends OnOne>(actor: Actor, inputs: readonly I[], looking?: Looking) => Promise<readonly OpenStep<I>[]>;

/** Makes `openSteps`. */
export function createOpenSteps(deps: Acting): OpenSteps {
  return async <I extends OnOne>(actor: Actor, inputs: readonly I[], { within = false, every = false }: Looking = {}) => {
    const steps: OpenStep<I>[] = [];
    for (const demand of within ? await openWithin(deps.demands, actor) : await deps.demands.concerning(actor.unit?.id ?? actor.person, MOST_CONCERNING)) {
      for (const input of inputs) {
        if (!(await isAllowed(deps, actor, demand, input))) continue;
        steps.push({ demand, no: ownNumber(demand, actor), input });
        if (!every) break;
      }
    }
    return steps;
  };
}

const MOST_WITHIN = 200;

/** What is open in the hands of the actor's unit or at a place it answers for, the newest first. */
export async function openWithin(demands: Pick<DemandStore, 'list'>, { unit }: Pick<Actor, 'unit'>): Promise<readonly Demand[]> {
  if (unit === undefined) return [];
  const { items } = await demands.list({ units: [unit.id], limit: MOST_WITHIN });
  return items.map(({ state }) => state).filter(isOpen);
}

async function run(deps: Acting, { state: demand }: KeptDemand, no: string, command: DemandCommand, cause: string): Promise<Acted> {
  const done = await deps.execute(demand.id, command, cause);
  if (done.ok) return { ok: true, stored: done.value, before: demand, no };
  const rules = deps.rulesOf(demand);
  const pending = done.refusal === 'which-approval' ? waitingFor(rules, demand, command.by) : undefined;
  return { ok: false, refusal: done.refusal, no, demand, pending, params: whyNot(deps.directory(), rules.mechanism, demand, command, done.refusal) };
}

type Meant = { readonly ok: true; readonly stored: KeptDemand; readonly no: string } | Extract<Acted, { ok: false }>;

async function meant(deps: Acting, actor: Actor, no: string | undefined, input: OnOne, cause: string): Promise<Meant> {
  if (no !== undefined) return byNumber(deps, actor, no);
  const acted = (await deps.demands.causedBy(cause))[0];
  const stored = acted === undefined ? undefined : await deps.demands.load(acted);
  if (stored !== undefined) return { ok: true, stored, no: ownNumber(stored.state, actor) };

  const byName = await calledByName(deps, actor, input);
  const candidates = [...byName, ...(await mattersFor(deps.demands, actor, giverOf(input))).filter(({ id }) => byName.every((one) => one.id !== id))];
  const able: Demand[] = [];
  for (const demand of candidates) if (await isAllowed(deps, actor, demand, input)) able.push(demand);
  const [only, ...others] = inHand(able.length > 0 ? able : candidates, actor, input);
  if (only === undefined) return { ok: false, refusal: giverOf(input) === 'reporter' || actor.unit === undefined ? 'no-demand-meant' : 'nothing-in-hand' };
  if (others.length > 0) return { ok: false, refusal: 'which-demand', params: { list: [only, ...others].slice(0, 5).map(deps.listed).join('\n') } };
  return byNumber(deps, actor, ownNumber(only, actor));
}

/** Of what may be dispatched, that which nobody else has yet. */
function inHand(demands: readonly Demand[], { unit }: Actor, { type }: OnOne): readonly Demand[] {
  const own = type === 'dispatch' ? demands.filter(({ holder }) => holder === unit?.id) : [];
  return own.length > 0 ? own : demands;
}

/** The demand a number leads to; one that is none of the actor's business is as good as unknown. */
async function byNumber(deps: Acting, actor: Actor, no: string): Promise<Meant> {
  const id = await deps.demands.idOf(no);
  const stored = id === undefined ? undefined : await deps.demands.load(id);
  if (stored === undefined || !(mayRead(actor, stored.state) || mayCall(deps, actor, stored.state))) return { ok: false, refusal: 'unknown-demand', no };
  return { ok: true, stored, no };
}

/** Who may call others over a demand may know of it. */
function mayCall({ rulesOf }: Acting, actor: Actor, demand: Demand): boolean {
  const { mechanism } = rulesOf(demand);
  return mechanism.chains.some((chain) => mayCallOn(mechanism, chain, actor, demand));
}

/** The number under which the actor knows a demand. */
export function ownNumber(demand: Demand, actor: Pick<Actor, 'person'>): string {
  return demand.reporters.findLast(({ person, left }) => person === actor.person && left === undefined)?.no ?? demand.id;
}

const MOST_RAISED = 10;
const MOST_CONCERNING = 50;
const BY_REPORTERS: readonly CommandInput['type'][] = ['withdraw', 'supplement', 'hide', 'correct', 'answer-revisit'];

/** As what somebody gives a command: as whoever raised the matter, or for a unit. */
export type Giver = 'reporter' | 'staff';

/** The matters that a command without a number may be meant for, newest first: what its giver raised, or what the giver's unit has to do with. */
export function mattersFor(demands: Pick<DemandStore, 'raisedBy' | 'concerning'>, { person, unit }: Actor, as: Giver): Promise<readonly Demand[]> {
  return as === 'reporter' || unit === undefined ? demands.raisedBy(person, { open: true, limit: MOST_RAISED }) : demands.concerning(unit.id, MOST_CONCERNING);
}

function giverOf({ type }: OnOne): Giver {
  return BY_REPORTERS.includes(type) ? 'reporter' : 'staff';
}

/** What a person is called to by name comes first. */
async function calledByName({ demands }: Acting, { person }: Actor, input: OnOne): Promise<readonly Demand[]> {
  return input.type === 'report-in' ? demands.concerning(person, 10) : [];
}

async function isAllowed(deps: Acting, actor: Actor, demand: Demand, input: OnOne): Promise<boolean> {
  const built = await commandFor(deps, actor, demand, ownNumber(demand, actor), input);
  if ('refusal' in built) return false;
  const decision = decide(deps.rulesOf(demand), demand, built, deps.now());
  return decision.ok || decision.refusal === 'which-approval';
}

/** Files belong to what is told; with any other command they mean nothing. */
function withMedia(command: DemandCommand, media: readonly string[]): DemandCommand {
  if (media.length === 0) return command;
  return command.type === 'feed-back' || command.type === 'finish' || command.type === 'supplement' ? { ...command, media } : command;
}

/** Two demands are one (并): the second's reporters move to the first, each with the own number. Both are checked before either is changed. */
async function merge(deps: Acting, actor: Actor, no: string | undefined, other: string, cause: string): Promise<Acted> {
  if (no === undefined) return { ok: false, refusal: 'which-demand', params: { list: '' } };
  const [lead, merged] = [await byNumber(deps, actor, no), await byNumber(deps, actor, other)];
  if (!lead.ok) return lead;
  if (!merged.ok) return merged;
  const into: DemandCommand = { type: 'merge-into', by: actor, lead: lead.stored.state.id };
  const [target, source] = [lead.stored.state, merged.stored.state];
  // What was merged leads to the lead by now, also where this very command did it.
  const isDone = source.id === target.id && merged.stored.timeline.some((entry) => isSameAct(entry.cause, `${cause}#absorb`));
  if (isDone) return { ok: true, stored: merged.stored, before: target, no };
  const checked = decide(deps.rulesOf(source), source, into, deps.now());
  if (!checked.ok) return { ok: false, refusal: checked.refusal, no: other, demand: source };

  const absorbed = await run(deps, lead.stored, no, takingOver(actor, source), `${cause}#absorb`);
  if (!absorbed.ok) return absorbed;
  const gone = await run(deps, merged.stored, other, into, `${cause}#merge`);
  return gone.ok ? absorbed : gone;
}

/** A merged demand goes its own way again (拆). */
async function unmerge(deps: Acting, actor: Actor, no: string | undefined, cause: string): Promise<Acted> {
  const stored = no === undefined ? undefined : await deps.demands.load(no);
  if (no === undefined || stored === undefined || !mayRead(actor, stored.state)) return { ok: false, refusal: 'unknown-demand', no };
  const { tier, holder } = stored.state;
  const lead = stored.timeline.findLast((entry) => entry.type === 'merged')?.data.into;
  const apart = await run(deps, stored, no, { type: 'unmerge', by: actor, to: { tier, unit: holder } }, `${cause}#unmerge`);
  if (!apart.ok || lead === undefined) return apart;
  const released = await deps.execute(lead, { type: 'release', by: actor, from: stored.state.id }, `${cause}#release`);
  return released.ok ? apart : { ok: false, refusal: released.refusal, no, demand: stored.state };
}
