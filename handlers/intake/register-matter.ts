import type { Actor, Destination, Register } from '../../domain/commands.ts';
import type { Demand, Place, PlaceChoice, ServiceTask } from '../../domain/demand.ts';
import { isInHand, present } from '../../domain/demand.ts';
import type { Directory } from '../../domain/directory/directory.ts';
import type { Mechanism } from '../../domain/mechanism/mechanism.ts';
import { HOTLINE } from '../../locales/lexicon/commands.ts';
import type { Matter, PlaceFound, TellSame, TwoReports } from '../../understanding/understanding.ts';
import type { Execute } from '../execute.ts';
import type { Counters } from '../ports/coordination.ts';
import type { DemandStore } from '../ports/demands.ts';
import type { Now } from '../ports/now.ts';
import type { People } from '../ports/people.ts';
import type { Sealer } from '../ports/sealer.ts';
import { dangerBefore, wasHidden } from './danger-before.ts';
import { doubtsClass } from './doubt.ts';
import { gridOf, homeOf } from './home.ts';
import { isUrgentByWords } from './merge-draft.ts';
import { gridPlace, placeFrom } from './places.ts';
import { ownDesk, routeFor, sortingDesk } from './route.ts';
import { timeMeant } from './time-meant.ts';

/** A matter understood, and how it came. */
export interface Report {
  readonly actor: Actor;
  readonly source: string;
  readonly externalId?: string | undefined;
  /** The same origin never makes a second demand. */
  readonly origin: string;
  /** Nothing can have been made of the origin yet, so nothing is looked for. */
  readonly first?: boolean | undefined;
  /** The group that is to have the receipt. */
  readonly room?: { readonly id: string } | undefined;
  /** One of several told in one breath, of all of which whoever registers them gives one receipt. */
  readonly together?: boolean | undefined;
  /** The grid it is said in: where it is, unless the words say better. */
  readonly place?: { readonly grid?: string | undefined } | undefined;
  readonly text: string;
  readonly media: readonly string[];
  readonly matter: Matter;
  /** When it was said, as it was understood; now where it is not given. */
  readonly saidAt?: Date | undefined;
  /** Keep this number instead of drawing a new one. */
  readonly no?: string | undefined;
  /** Other sources and worker's discoveries are not asked where it is. */
  readonly mayAsk: boolean;
  /** Not looked for among what others raised. */
  readonly alone?: boolean | undefined;
  /** One of many that come at the same time: staff is told of them together. */
  readonly inBulk?: boolean | undefined;
  /** A service that is to be done on the reporter's behalf. */
  readonly service?: ServiceTask | undefined;
  /** The demand that it goes on from, long after that was closed. */
  readonly follows?: string | undefined;
}

/** What became of it. */
export interface Registered {
  readonly demand: Demand;
  readonly no: string;
  readonly how: 'new' | 'supporting' | 'known';
  /** What somebody else raised and what may be the same matter: for the reporter to say. */
  readonly perhaps?: Demand | undefined;
}

/** What is needed to register a matter. */
export interface Registering {
  readonly demands: Pick<DemandStore, 'madeFrom' | 'causedBy' | 'alike' | 'load' | 'raisedBy'>;
  readonly people: Pick<People, 'get'>;
  readonly sealer: Pick<Sealer, 'seal' | 'open'>;
  readonly counters: Counters;
  readonly execute: Execute;
  readonly directory: () => Directory;
  readonly mechanism: Mechanism;
  readonly now: Now;
  readonly tellSame: TellSame;
  /** Whether a class of matters is about a person and has no place of its own. */
  readonly isPlaceless: (category: string) => boolean;
}

/** Makes a report a demand, a part of one, or finds what it made before. */
export type RegisterMatter = (report: Report) => Promise<Registered>;

const FIRST_NUMBER = 10_000;
const HOUR_MS = 3600_000;
const SAME_WITHIN_MS = 14 * 24 * HOUR_MS;
const CHOICES = 3;
const MOST_ALIKE = 20;
/** From here on the reporter is asked whether it is the same matter: three of four who are asked say yes. */
const ASKED_FROM = 0.5;

/** Makes a report a demand, or lets the reporter support one that is there already. Safe to call again with the same origin. */
export function createRegisterMatter(deps: Registering): RegisterMatter {
  return async (given) => {
    const known = await knownFrom(deps, given);
    if (known !== undefined) return known;

    const { directory, mechanism } = deps;
    const before = await dangerBefore(deps, given.actor.person, given.matter);
    const report = wasHidden(before, given.actor.person) ? { ...given, matter: { ...given.matter, wantsAnonymity: true } } : given;
    const told = await placeOf(deps, report);
    const similar = told === undefined || report.alone === true ? undefined : await sameMatter(deps, report, told);
    const supported = similar?.same === undefined ? undefined : await support(deps, report, similar.same);
    if (supported !== undefined) return supported;

    const place = told ?? (await unsaidPlace(deps, report, before));
    const route = place === undefined ? undefined : routeFor(directory(), mechanism, report.matter.category, place);
    const own = report.service === undefined ? ownDesk(directory(), mechanism, report.actor) : undefined;
    const to = own ?? route?.to ?? sortingDesk(directory(), mechanism, await nearOf(deps, report));
    const registered = await registerNew(deps, report, { place, to, reasons: own === undefined ? (route?.reasons ?? []) : ['route:own'] });
    return { ...registered, perhaps: similar?.perhaps };
  };
}

async function knownFrom({ demands }: Registering, { origin, actor, first }: Report): Promise<Registered | undefined> {
  if (first === true) return undefined;
  const id = (await demands.madeFrom(origin)) ?? (await demands.causedBy(origin))[0];
  const stored = id === undefined ? undefined : await demands.load(id);
  if (stored === undefined) return undefined;
  const no = stored.state.reporters.findLast(({ person }) => person === actor.person)?.no ?? stored.state.id;
  return { demand: stored.state, no, how: 'known' };
}

async function placeOf({ directory, sealer }: Registering, { matter, place, actor }: Report): Promise<Place | undefined> {
  const seal = (text: string) => sealer.seal(actor.person, text);
  const found = matter.place.kind === 'found' ? await placeFrom(directory(), matter.place.place, seal) : undefined;
  if (found !== undefined || place?.grid === undefined) return found;
  const grid = gridPlace(directory(), place.grid);
  const said = matter.place.kind === 'unknown' ? matter.place.said : undefined;
  return grid === undefined || said === undefined ? grid : { ...grid, detail: await seal(said) };
}

/** Where a matter belongs whose words tell no place: one that surely has no place of its own to the grid of its person, a danger to where the last one was, what cannot wait to the home. */
async function unsaidPlace(deps: Registering, report: Report, before: Demand | undefined): Promise<Place | undefined> {
  const { matter, actor, mayAsk } = report;
  if (!mayAsk || matter.place.kind !== 'unknown') return undefined;
  const isPlaceless = matter.urgency !== 'danger' && matter.place.said === undefined && !doubtsClass(matter) && deps.isPlaceless(matter.category);
  if (!isPlaceless) return before?.facts.place === undefined ? assumedHome(deps, report) : { ...before.facts.place, assumed: true };
  const directory = deps.directory();
  const grid = await gridOf(deps, actor.person);
  return grid === undefined ? undefined : gridPlace(directory, grid);
}

/** The registered home of whoever asks for help at once: somebody must set out, and the answer may never come. Not of who wants to stay hidden, nor where only a language model finds it urgent. */
async function assumedHome(deps: Registering, { matter, actor }: Report): Promise<Place | undefined> {
  if (!isUrgentByWords(matter) || matter.wantsAnonymity) return undefined;
  const { directory, sealer } = deps;
  const home = await homeOf(deps, actor.person);
  const place = home === undefined ? undefined : await placeFrom(directory(), home, (text) => sealer.seal(actor.person, text));
  return place === undefined ? undefined : { ...place, assumed: true };
}

/** The grid or unit the person is nearest to, as far as it is known. */
async function nearOf(deps: Registering, { place, actor }: Report): Promise<string | undefined> {
  return place?.grid ?? (await gridOf(deps, actor.person)) ?? actor.unit?.id;
}

interface Similar {
  readonly same?: Demand | undefined;
  /** The likeliest that may be the same matter, where none surely is. */
  readonly perhaps?: Demand | undefined;
}

/** Open demands of the same class, or of one that it is easily taken for, at the same place that tell, or may tell, of the same thing (重复诉求并单). */
async function sameMatter(deps: Registering, { matter, text, actor }: Report, place: Place): Promise<Similar> {
  const { demands, sealer, tellSame, now, directory } = deps;
  if (place.grid === undefined) return {};
  const since = new Date(now().getTime() - SAME_WITHIN_MS);
  const isHouse = isBuilding(matter, place.id === undefined ? undefined : directory().place(place.id)?.kind);
  const names = [place.name, ...(matter.place.kind === 'found' ? [matter.place.place.said] : [])];
  let perhaps: { readonly demand: Demand; readonly likely: number } | undefined;
  for (const demand of await alikeIn(demands, matter, { ...place, grid: place.grid }, since)) {
    const where = nearness(demand.facts.place, place, isHouse);
    const words = where === undefined || !mayBeJoined(demand, actor) ? undefined : await sealer.open(demand.facts.course);
    if (where === undefined || words === undefined) continue;
    const hours = (now().getTime() - demand.raisedAt.getTime()) / HOUR_MS;
    const told = tellSame({ earlier: withoutNames(words, names), later: withoutNames(text, names), hours, sameClass: demand.category === matter.category, where });
    if (told.sure) return { same: demand };
    if (told.likely >= Math.max(ASKED_FROM, perhaps?.likely ?? 0)) perhaps = { demand, likely: told.likely };
  }
  return { perhaps: perhaps?.demand };
}

/** A whole grid says little of where: there, only what is of one class can be the same. */
async function alikeIn(demands: Registering['demands'], { category, alternatives }: Matter, { id, grid }: Pick<Place, 'id'> & { readonly grid: string }, since: Date): Promise<readonly Demand[]> {
  const categories = [category, ...(id === grid ? [] : alternatives.map((one) => one.category))];
  return (await Promise.all(categories.map((one) => demands.alike(one, grid, since, MOST_ALIKE)))).flat();
}

/** The same place, or one that lies within the other: a building is named by its compound and number. A home that is only assumed is nobody else's to hear of. */
function nearness(one: Place | undefined, other: Place, isHouse: boolean): TwoReports['where'] | undefined {
  if (one === undefined || one.assumed === true) return undefined;
  if (one.name === other.name) return isHouse ? 'building' : 'place';
  return one.name.startsWith(other.name) || other.name.startsWith(one.name) ? 'within' : undefined;
}

/** The same place is given: its name says nothing of the same thing. */
function withoutNames(text: string, names: readonly string[]): string {
  return names.reduce((left, name) => (name.length > 1 ? left.replaceAll(name, ' ') : left), text);
}

/** A building, whether the directory has it by itself or only the compound it stands in. */
function isBuilding({ place }: Matter, kind: string | undefined): boolean {
  return kind === 'building' || (place.kind === 'found' && place.place.building !== undefined);
}

function mayBeJoined(demand: Demand, actor: Actor): boolean {
  return isInHand(demand) && !present(demand).some(({ person }) => person === actor.person);
}

/** Nothing when the demand can no longer be supported, because it ended meanwhile. */
async function support({ counters, execute, sealer }: Registering, report: Report, demand: Demand): Promise<Registered | undefined> {
  const no = report.no ?? (await nextNumber(counters));
  const words = await sealer.seal(report.actor.person, report.text);
  const { actor: by, source, media, room, together, origin } = report;
  const supported = await execute.execute(demand.id, { type: 'support', by, no, room: room?.id, together, source, words, media, hidden: report.matter.wantsAnonymity }, origin);
  return supported.ok ? { demand: supported.value.state, no, how: 'supporting' } : undefined;
}

/** The next of the numbers that people write: each stands for one thing only, and none is the hotline's. */
export async function nextNumber(counters: Counters): Promise<string> {
  const no = String(FIRST_NUMBER + (await counters.next('demand')));
  return no === HOTLINE ? nextNumber(counters) : no;
}

interface Placing {
  readonly place: Place | undefined;
  readonly to: Destination;
  readonly reasons: readonly string[];
}

async function registerNew(deps: Registering, report: Report, { place, to, reasons }: Placing): Promise<Registered> {
  const { matter, actor } = report;
  const askPlace = place !== undefined && place.assumed !== true ? undefined : askingPlace(report);
  const id = report.no ?? (await nextNumber(deps.counters));
  const choices = askPlace === undefined ? [] : await choicesFor(deps, report);
  const command: Register = { ...(await sealed(deps, report)), type: 'register', by: actor, id, place, to, askPlace, choices, understood: understoodOf(matter, reasons) };
  const { stored, fresh } = await deps.execute.register(command, matter.summary, report.inBulk);
  return { demand: stored.state, no: stored.state.id, how: fresh ? 'new' : 'known' };
}

/** What is urgent does not wait for an answer, unless only a language model finds it so. */
function askingPlace({ mayAsk, matter }: Report): Register['askPlace'] {
  if (!mayAsk) return undefined;
  return isUrgentByWords(matter) ? 'meanwhile' : 'first';
}

async function sealed({ sealer, now }: Registering, report: Report) {
  const { matter, actor, text, source, externalId, origin, room, together, media, service, follows } = report;
  const seal = (words: string) => sealer.seal(actor.person, words);
  const said = wordsOfPlace(matter.place);
  return {
    source,
    externalId,
    origin,
    ...(service === undefined ? {} : { service }),
    ...(together === true && { together }),
    ...(follows === undefined ? {} : { follows }),
    person: actor.person,
    room: room?.id,
    media,
    words: await seal(text),
    what: await seal(matter.summary),
    when: matter.when === undefined ? undefined : await seal(matter.when.said),
    whenMeant: timeMeant(matter.when, report.saidAt ?? now()),
    placeSaid: said === undefined ? undefined : await seal(said),
    hidden: matter.wantsAnonymity,
    urgency: matter.urgency,
  };
}

/** What was said of a place that is not known yet, or not which of a few. */
function wordsOfPlace(place: Matter['place']): string | undefined {
  return place.kind === 'unsure' ? place.choices[0]?.said : place.kind === 'unknown' ? place.said : undefined;
}

function understoodOf({ category, confidence, alternatives, reasons }: Matter, routing: readonly string[]) {
  return { category, confidence, alternatives: alternatives.slice(0, CHOICES).map((one) => one.category), reasons: [...reasons, ...routing] };
}

/** A long road lies in several grids: what has the same name is told apart by them. */
function labelOf(directory: Directory, place: PlaceFound, offered: readonly PlaceFound[]): string {
  const isAlone = offered.filter(({ name }) => name === place.name).length === 1;
  const grid = isAlone || place.grid === undefined ? undefined : directory.grid(place.grid)?.name;
  return grid === undefined ? place.name : `${place.name} · ${grid}`;
}

/** What may be answered with a number when the place is asked for: the likely places, and the person's home. */
async function choicesFor(deps: Registering, { matter, actor }: Report): Promise<PlaceChoice[]> {
  const { directory, sealer } = deps;
  const home = await homeOf(deps, actor.person);
  const likely = matter.place.kind === 'unsure' ? matter.place.choices.slice(0, CHOICES) : [];
  const offered = [...likely, ...(home === undefined ? [] : [home])];
  const seal = (words: string) => sealer.seal(actor.person, words);
  return Promise.all(offered.map(async (place) => ({ label: await seal(labelOf(directory(), place, offered)), home: place === home, found: await seal(JSON.stringify(place)) })));
}
