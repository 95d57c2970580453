import type { Actor, DemandCommand, Destination } from '../../domain/commands.ts';
import { waitingFor } from '../../domain/decide/pending.ts';
import type { Demand, Place } from '../../domain/demand.ts';
import type { Directory } from '../../domain/directory/directory.ts';
import type { UnitRef } from '../../domain/mechanism/mechanism.ts';
import { tierAbove } from '../../domain/mechanism/mechanism.ts';
import type { Answers } from '../../domain/revisit.ts';
import type { Rules } from '../../domain/time/start-clock.ts';
import type { Words } from '../../domain/words.ts';
import type { PlaceGuess, Understand } from '../../understanding/understanding.ts';
import { placeFrom, placeMeant, spotWithin, unlistedPlace } from '../intake/places.ts';
import { deskAbove, deskFor, requestUnit } from '../intake/route.ts';
import { timeMeant } from '../intake/time-meant.ts';
import type { DemandStore } from '../ports/demands.ts';
import type { Now } from '../ports/now.ts';
import type { Sealer } from '../ports/sealer.ts';
import { callCommand } from './calls.ts';
import type { CommandInput } from './command-input.ts';
import { standingOf } from './standing.ts';
import { unitMeant, unitsMeant } from './unit-meant.ts';
import type { UnitUnknown } from './unit-meant.ts';

/** What is needed to make the rules' command of what a person wrote. */
export interface Building {
  readonly demands: Pick<DemandStore, 'alike' | 'workOf'>;
  readonly sealer: Pick<Sealer, 'sealFor'>;
  readonly directory: () => Directory;
  readonly now: Now;
  readonly rulesOf: (demand: Demand) => Rules;
  readonly findPlace: (words: string, near: { grid?: string | undefined; community?: string | undefined }) => PlaceGuess;
  readonly understand: Understand;
  readonly categoryNamed: (words: string) => string | undefined;
}

/** A command on a single demand, as a person wrote it. */
export type OnOne = Exclude<CommandInput, { type: 'merge' | 'unmerge' }>;

/** The rules' command, or why there is none: what the words mean could not be found. */
export type Built = DemandCommand | { readonly refusal: UnitUnknown['refusal'] | 'no-such-category' | 'no-proposal' | 'no-such-pool' | 'not-in-mechanism'; readonly params?: UnitUnknown['params'] | undefined };

/** The rules' command for what a person wrote: words sealed with the key of whose matter it is, units and places found. */
export async function commandFor(deps: Building, by: Actor, demand: Demand, no: string, input: OnOne): Promise<Built> {
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
async function correcting({ understand, now }: Building, by: Actor, { fact, words }: Extract<OnOne, { type: 'correct' }>, seal: (words: string) => Promise<string>): Promise<Built> {
  const saidAt = now();
  const [when] = fact === 'when' ? understand(words, { now: saidAt }).matters.flatMap((one) => one.when ?? []) : [];
  return { type: 'correct', by, fact, words: await seal(words), whenMeant: timeMeant(when, saidAt, words) };
}

/** Yes or no, to what is meant where several things wait. */
async function answering({ rulesOf }: Building, by: Actor, demand: Demand, { agreed, which, reason }: Extract<OnOne, { type: 'approve' }>, seal: (words: string) => Promise<string>): Promise<Built> {
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

async function commandToUnits(deps: Building, by: Actor, demand: Demand, input: ToUnits, seal: (words: string) => Promise<string>): Promise<Built> {
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
async function escalating(deps: Building, by: Actor, demand: Demand, reason: string): Promise<DemandCommand> {
  const { mechanism } = deps.rulesOf(demand);
  const command = { type: 'escalate', by, reason, request: requested(deps, demand) } as const;
  const task = taskDesk(deps, demand);
  if (task !== undefined || mechanism.access === undefined || demand.service !== undefined) return { ...command, to: task };
  const to = deskAbove(deps.directory(), mechanism, { ...demand, place: demand.facts.place });
  const desk = to && deps.directory().unitRef(to.unit);
  return { ...command, to, desk, standing: desk && (await standingOf(deps, mechanism, demand, undefined, desk.id)) };
}

/** Who takes over what cannot be done on somebody's behalf here, where the district names such a unit. */
function taskDesk({ directory, rulesOf }: Building, demand: Demand): Destination | undefined {
  const { place } = demand.facts;
  const phrase = demand.service && rulesOf(demand).mechanism.services?.onBehalf?.raiseTo;
  const [unit] = phrase === undefined ? [] : directory().unitsMeant(phrase, place?.id ?? place?.grid);
  return unit === undefined || unit.id === demand.holder ? undefined : { tier: unit.tier, unit: unit.id };
}

function requested({ directory, rulesOf }: Building, demand: Demand): UnitRef | undefined {
  const up = tierAbove(rulesOf(demand).mechanism, demand.tier);
  if (up?.requestOn === undefined) return undefined;
  const { place } = demand.facts;
  return requestUnit(directory(), up.id, demand.category, place?.id ?? place?.grid);
}

/** A place of the directory settles who gets the matter; words that name none are kept as they were said, for whoever has it to look into. */
async function locating(deps: Building, by: Actor, demand: Demand, words: string, seal: (words: string) => Promise<string>): Promise<Built> {
  const { mechanism } = deps.rulesOf(demand);
  const guess = deps.findPlace(words, { grid: demand.facts.place?.grid });
  const found = placeMeant(guess);
  const place = found === undefined ? undefined : await placeFrom(deps.directory(), found, seal);
  if (place !== undefined) return { type: 'locate', by, place, to: deskFor(deps.directory(), mechanism, demand, demand.category, place) };
  return { type: 'locate', by, place: asSaid(deps, demand, guess, words, await seal(words)), to: { tier: demand.tier, unit: demand.holder } };
}

/** A unit or a door is still in the building that is known; words without a place's own name are still around it. */
function asSaid({ directory, findPlace }: Building, { facts, holder }: Demand, guess: PlaceGuess, words: string, sealed: Words): Place {
  const { place: known } = facts;
  if (known === undefined || guess.kind === 'unknown') return unlistedPlace(directory(), sealed, holder);
  const spot = spotWithin(directory(), known, sealed);
  const within = placeMeant(findPlace(`${spot.name}${words}`, { grid: known.grid }));
  return within?.unit !== undefined && within.building === undefined ? { ...known, detail: sealed } : spot;
}
