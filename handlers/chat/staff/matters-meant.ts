import type { Demand } from '../../../domain/demand.ts';
import { HOTLINE } from '../../../locales/lexicon/commands.ts';
import type { PlaceGuess, Understand } from '../../../understanding/understanding.ts';
import { namesThing } from '../../intake/is-matter.ts';
import { placeMeant } from '../../intake/places.ts';
import type { Utterance } from '../utterance.ts';

/** The numbers of demands that are written in a text; telephones have more digits, but for the hotline. */
export function numbersIn(text: string): readonly string[] {
  return [...text.matchAll(/(?<!\d)\d{5,10}(?!\d)/g)].map(([digits]) => digits).filter((digits) => digits !== HOTLINE);
}

/** The number of a demand that is written along with the words, and the words without it. */
export function numberIn(text: string): { readonly no?: string | undefined; readonly words: string } {
  const [no] = numbersIn(text);
  return no === undefined ? { words: text } : { no, words: text.replace(no, '').replace(/^[\s\p{P}]+/u, '').trim() };
}

/** A matter that may be meant, and the number the speaker knows it by. */
export interface Meant {
  readonly demand: Demand;
  readonly no: string;
}

/** The matter whose number was written; where none was, those in the speaker's own grids, or else all, and of these the ones of the thing or at the place that is named. */
export function mattersMeant<M extends Meant>(understand: Understand, given: readonly M[], utterance: Utterance, no: string | undefined): readonly M[] {
  if (no !== undefined) return given.filter((one) => one.no === no || one.demand.id === no);
  const { grids = [] } = utterance.actor;
  const own = given.filter(({ demand }) => grids.includes(demand.facts.place?.grid ?? ''));
  const near = own.length > 0 ? own : given;
  return near.length < 2 ? near : (ofThingNamed(understand, near, utterance) ?? near);
}

/** The matter whose number was written, or those of the thing or the place that is named; all where neither is. */
export function mattersNamed<M extends Meant>(understand: Understand, given: readonly M[], utterance: Utterance, no: string | undefined): readonly M[] {
  if (no !== undefined) return given.filter((one) => one.no === no || one.demand.id === no);
  const { text, at, actor } = utterance;
  const isNamed = understand(text, { now: at, grid: actor.grids?.[0] }).matters.some(namesThing);
  return ofThingNamed(understand, given, utterance) ?? (isNamed ? [] : given);
}

/** Those of the thing that is named, and of them those at the place that is; undefined when nothing that is named fits any. */
export function ofThingNamed<M extends Meant>(understand: Understand, given: readonly M[], { text, at, actor }: Pick<Utterance, 'text' | 'at' | 'actor'>): readonly M[] | undefined {
  const { matters } = understand(text, { now: at, grid: actor.grids?.[0] });
  const classes = matters.filter(namesThing).map(({ category }) => category);
  const about = given.filter(({ demand }) => classes.includes(demand.category));
  const of = about.length > 0 ? about : given;
  const there = of.filter(({ demand }) => matters.some(({ place }) => isAt(demand, place)));
  if (there.length > 0) return there;
  const within = of.filter(({ demand }) => matters.some(({ place }) => isWithin(demand, place)));
  if (within.length > 0) return within;
  return about.length > 0 ? about : undefined;
}

/** Whether a matter is where words say; a building without its compound is one of any. */
function isAt({ facts: { place: known } }: Demand, guess: PlaceGuess): boolean {
  if (known === undefined) return false;
  const said = guess.kind === 'unknown' ? guess.said : undefined;
  if (said !== undefined) return known.name.endsWith(said);
  return placesIn(guess).some((place) => known.id === place.placeId || known.name === place.name);
}

/** Whether a matter is at a building of the compound that words name. */
function isWithin({ facts: { place: known } }: Demand, guess: PlaceGuess): boolean {
  return known !== undefined && placesIn(guess).some(({ name }) => known.name.startsWith(name));
}

function placesIn(guess: PlaceGuess) {
  const places = guess.kind === 'unsure' ? guess.choices : [placeMeant(guess)];
  return places.filter((place) => place !== undefined);
}
