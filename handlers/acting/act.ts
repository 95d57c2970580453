import type { Actor, DemandCommand, Destination, Refusal } from '../../domain/commands.ts';
import { decide } from '../../domain/decide/decide.ts';
import { takingOver } from '../../domain/decide/merge.ts';
import { waitingFor } from '../../domain/decide/pending.ts';
import type { Pending } from '../../domain/decide/pending.ts';
import type { Demand, Place } from '../../domain/demand.ts';
import { isOpen } from '../../domain/demand.ts';
import type { Directory } from '../../domain/directory/directory.ts';
import type { UnitRef } from '../../domain/mechanism/mechanism.ts';
import { tierAbove } from '../../domain/mechanism/mechanism.ts';
import { mayCallOn, mayRead } from '../../domain/powers.ts';
import type { Answers } from '../../domain/revisit.ts';
import type { Rules } from '../../domain/time/start-clock.ts';
import type { Words } from '../../domain/words.ts';
import type { PlaceGuess, Understand } from '../../understanding/understanding.ts';
import { isSameAct } from '../cause.ts';
import type { Execute } from '../execute.ts';
import { placeFrom, placeMeant, spotWithin, unlistedPlace } from '../intake/places.ts';
import { deskAbove, deskFor, requestUnit } from '../intake/route.ts';
import { timeMeant } from '../intake/time-meant.ts';
import type { DemandStore, KeptDemand } from '../ports/demands.ts';
import type { Now } from '../ports/now.ts';
import type { Sealer } from '../ports/sealer.ts';
import { callCommand, whyNot } from './calls.ts';
import type { CommandInput } from './command-input.ts';
import { standingOf, workReadOnce } from './standing.ts';
import { unitMeant, unitsMeant } from './unit-meant.ts';
import type { UnitUnknown } from './unit-meant.ts';

/** Why something was not done, beyond the refusals of the rules: what was meant could not be found. */
export type ActRefusal = Refusal | 'unknown-demand' | 'no-such-unit' | 'which-unit' | 'no-such-place' | 'no-demand-meant' | 'nothing-in-hand' | 'which-demand' | 'not-in-mechanism' | 'no-such-pool';

export type Acted =
  | { readonly ok: true; readonly stored: KeptDemand; readonly before: Demand; readonly no: string }
  | { readonly ok: false; readonly refusal: ActRefusal; readonly no?: string | undefined; readonly demand?: Demand | undefined; readonly params?: UnitUnknown['params'] | undefined; readonly pending?: readonly Pending[] | undefined };

/** What is needed to carry out what a person asks for. */
export interface Acting {
  readonly demands: Pick<DemandStore, 'load' | 'idOf' | 'raisedBy' | 'concerning' | 'causedBy' | 'alike' | 'workOf' | 'list'>;
  readonly sealer: Pick<Sealer, 'sealFor'>;
  readonly execute: Execute['execute'];
  readonly directory: () => Directory;
  readonly now: Now;
  readonly rules: () => Rules;
  readonly rulesOf: (demand: Demand) => Rules;
  readonly findPlace: (words: string, near: { grid?: string | undefined; community?: string | undefined }) => PlaceGuess;
  readonly understand: Understand;
  readonly categoryNamed: (words: string) => string | undefined;
  /** The words that name a demand in a list to choose from. */
  readonly listed: (demand: Demand) => string;
}

/** Carries out what a person asks for, on the demand with this number or on the only one that can be meant; `media` are the own files that came along, where the command can take them. */
export type Act = (actor: Actor, no: string | undefined, input: CommandInput, cause: string, media?: readonly string[]) => Promise<Acted>;

/** A command on a single demand. */
type OnOne = Exclude<CommandInput, { type: 'merge' | 'unmerge' }>;

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

type Built = DemandCommand | { readonly refusal: ActRefusal; readonly params?: UnitUnknown['params'] | undefined };

/** The rules' command for what a person wrote: words sealed with the key of whose matter it is, units and places found. */
async function commandFor(deps: Acting, by: Actor, demand: Demand, no: string, input: OnOne): Promise<Built> {
  const seal = async (words: string) => deps.sealer.sealFor(ownersOf(demand, by), words);
  const sealed = async (words: string | undefined) => (words === undefined ? undefined : seal(words));
  switch (input.type) {
    case 'locate':
      return locating(deps, by, demand, input.place, seal);
    case 'correct':
      return correcting(deps, by, input, seal);
    case 'reclassify': {
      const category = deps.categoryNamed(input.category);
      return category === undefined ? { refusal: 'no-such-category' } : { type: 'reclassify', by, category };
    }
    case 'supplement':
      return { type: 'supplement', by, words: await seal(input.words), media: [] };
    case 'withdraw':
      return { type: 'withdraw', by, no: input.no ?? no, reason: await sealed(input.reason) };
    case 'finish':
      return { type: 'finish', by, result: await seal(input.result) };
    case 'feed-back':
      return { type: 'feed-back', by, words: await seal(input.words) };
    case 'extend':
    case 'exclude':
      return { type: input.type, by, reason: await seal(input.reason) };
    case 'object':
      return { type: 'object', by, basis: await seal(input.basis) };
    case 'approve':
      return answering(deps, by, demand, input, seal);
    case 'answer-revisit':
      return answeringRevisit(by, no, input, seal);
    case 'take':
    case 'report-in':
      return { type: input.type, by, words: await sealed(input.words) };
    case 'sound':
      return { type: 'sound', by };
    case 'hide':
      return { type: 'hide', by, hidden: input.hidden };
    default:
      return commandToUnits(deps, by, demand, input, seal);
  }
}

/** Other words for the time are understood anew, as said now. */
async function correcting({ understand, now }: Acting, by: Actor, { fact, words }: Extract<OnOne, { type: 'correct' }>, seal: (words: string) => Promise<string>): Promise<Built> {
  const saidAt = now();
  const [when] = fact === 'when' ? understand(words, { now: saidAt }).matters.flatMap((one) => one.when ?? []) : [];
  return { type: 'correct', by, fact, words: await seal(words), whenMeant: timeMeant(when, saidAt, words) };
}

/** Yes or no, to what is meant where several things wait. */
async function answering({ rulesOf }: Acting, by: Actor, demand: Demand, { agreed, which, reason }: Extract<OnOne, { type: 'approve' }>, seal: (words: string) => Promise<string>): Promise<Built> {
  const of = which === undefined ? undefined : (waitingFor(rulesOf(demand), demand, by)[which - 1]?.id ?? '');
  return { type: 'approve', by, of, agreed, reason: reason === undefined ? undefined : await seal(reason) };
}

async function answeringRevisit(by: Actor, no: string, input: Extract<OnOne, { type: 'answer-revisit' }>, seal: (words: string) => Promise<string>): Promise<Built> {
  const { contacted, solved, satisfied, reason } = input;
  return { type: 'answer-revisit', by, no: input.no ?? no, answers: given({ contacted, solved, satisfied }), reason: reason === undefined ? undefined : await seal(reason) };
}

/** Only what was answered: an answer left out must not wipe one that was given before. */
function given(answers: Answers): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer !== undefined));
}

type ToUnits = Extract<CommandInput, { type: 'escalate' | 'propose' | 'press' | 'decide-objection' | 'rate-callee' | 'dispatch' | 'whistle' | 'accept-proposal' | 'call-people' }>;

async function commandToUnits(deps: Acting, by: Actor, demand: Demand, input: ToUnits, seal: (words: string) => Promise<string>): Promise<Built> {
  const unit = (words: string) => unitMeant(deps.directory(), by, words, demand.facts.place);
  switch (input.type) {
    case 'dispatch':
    case 'whistle':
    case 'accept-proposal':
    case 'call-people':
      return callCommand({ ...deps, mechanism: deps.rulesOf(demand).mechanism }, by, demand, input, seal);
    case 'press': {
      const of = input.unit === undefined ? undefined : unit(input.unit);
      return of !== undefined && 'refusal' in of ? of : { type: 'press', by, unit: of?.id };
    }
    case 'escalate':
      return escalating(deps, by, demand, await seal(input.reason));
    case 'rate-callee': {
      const rated = unit(input.unit);
      return 'refusal' in rated ? rated : { type: 'rate-callee', by, unit: rated.id, marks: input.marks };
    }
    case 'decide-objection': {
      const of = input.unit === undefined ? undefined : unit(input.unit);
      if (of !== undefined && 'refusal' in of) return of;
      return { type: 'decide-objection', by, upheld: input.upheld, unit: of?.id, reason: input.reason === undefined ? undefined : await seal(input.reason) };
    }
    default:
      return proposing(deps.directory(), by, demand, input, seal);
  }
}

async function proposing(directory: Directory, by: Actor, { facts }: Demand, { lead, assists, note }: Extract<ToUnits, { type: 'propose' }>, seal: (words: string) => Promise<string>): Promise<Built> {
  const called = unitsMeant(directory, by, lead, assists, facts.place);
  return 'refusal' in called ? called : { type: 'propose', by, ...called, note: note === undefined ? undefined : await seal(note) };
}

/** Whose key seals words about a demand: the actor's own words with the own key, all others with that of who raised it. */
function ownersOf({ reporters }: Demand, by: Actor): readonly string[] {
  const people = reporters.map(({ person }) => person);
  return people.includes(by.person) ? [by.person] : [...people, by.person];
}

/** One tier up, past a unit whose list keeps such matters out. */
async function escalating(deps: Acting, by: Actor, demand: Demand, reason: string): Promise<DemandCommand> {
  const { mechanism } = deps.rulesOf(demand);
  const command = { type: 'escalate', by, reason, request: requested(deps, demand) } as const;
  const task = taskDesk(deps, demand);
  if (task !== undefined || mechanism.access === undefined || demand.service !== undefined) return { ...command, to: task };
  const to = deskAbove(deps.directory(), mechanism, { ...demand, place: demand.facts.place });
  const desk = to && deps.directory().unitRef(to.unit);
  return { ...command, to, desk, standing: desk && (await standingOf(deps, mechanism, demand, undefined, desk.id)) };
}

/** Who takes over what cannot be done on somebody's behalf here, where the district names such a unit. */
function taskDesk({ directory, rulesOf }: Acting, demand: Demand): Destination | undefined {
  const { place } = demand.facts;
  const phrase = demand.service && rulesOf(demand).mechanism.services?.onBehalf?.raiseTo;
  const [unit] = phrase === undefined ? [] : directory().unitsMeant(phrase, place?.id ?? place?.grid);
  return unit === undefined || unit.id === demand.holder ? undefined : { tier: unit.tier, unit: unit.id };
}

function requested({ directory, rulesOf }: Acting, demand: Demand): UnitRef | undefined {
  const up = tierAbove(rulesOf(demand).mechanism, demand.tier);
  if (up?.requestOn === undefined) return undefined;
  const { place } = demand.facts;
  return requestUnit(directory(), up.id, demand.category, place?.id ?? place?.grid);
}

/** A place of the directory settles who gets the matter; words that name none are kept as they were said, for whoever has it to look into. */
async function locating(deps: Acting, by: Actor, demand: Demand, words: string, seal: (words: string) => Promise<string>): Promise<Built> {
  const { mechanism } = deps.rulesOf(demand);
  const guess = deps.findPlace(words, { grid: demand.facts.place?.grid });
  const found = placeMeant(guess);
  const place = found === undefined ? undefined : await placeFrom(deps.directory(), found, seal);
  if (place !== undefined) return { type: 'locate', by, place, to: deskFor(deps.directory(), mechanism, demand, demand.category, place) };
  return { type: 'locate', by, place: asSaid(deps, demand, guess, words, await seal(words)), to: { tier: demand.tier, unit: demand.holder } };
}

/** A unit or a door is still in the building that is known; words without a place's own name are still around it. */
function asSaid({ directory, findPlace }: Acting, { facts, holder }: Demand, guess: PlaceGuess, words: string, sealed: Words): Place {
  const { place: known } = facts;
  if (known === undefined || guess.kind === 'unknown') return unlistedPlace(directory(), sealed, holder);
  const spot = spotWithin(directory(), known, sealed);
  const within = placeMeant(findPlace(`${spot.name}${words}`, { grid: known.grid }));
  return within?.unit !== undefined && within.building === undefined ? { ...known, detail: sealed } : spot;
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
