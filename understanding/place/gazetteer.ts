import { publicSpot } from '../../locales/lexicon/place-role-words.ts';
import { administrative } from '../../locales/lexicon/place-words.ts';
import type { PlaceGuess, PlaceName, Situation } from '../understanding.ts';
import { buildingAlone } from './building-alone.ts';
import { crossingOf } from './crossings.ts';
import { type DirectoryIndex, indexDirectory } from './directory-index.ts';
import { bareHome, groupPlace, ownHome, ownHomeSaid } from './home-place.ts';
import { rolesOf } from './mention-roles.ts';
import { type Mention, mentionsIn } from './mentions.ts';
import { imprecise, ofMentions } from './of-mentions.ts';
import { partsAfter, partsAnywhere } from './place-parts.ts';
import { comparable } from './spellings.ts';
import { genericPlace, unlistedPlace } from './unlisted-place.ts';

/** Finds the place a text speaks of. */
export interface Gazetteer {
  /** Never guesses between places that fit equally: those are given to be asked. Never throws. */
  readonly find: (text: string, situation: Situation) => PlaceGuess;
}

/** What may be set of a gazetteer. */
export interface GazetteerOptions {
  /** How many characters of a text are looked at; 4,000 when not set. */
  readonly reach?: number | undefined;
}

/** A gazetteer over the directory's names. */
export function createGazetteer(names: readonly PlaceName[], options: GazetteerOptions = {}): Gazetteer {
  const index = indexDirectory(names);
  const reach = options.reach ?? 4000;
  return {
    find(text, situation) {
      const read = text.slice(0, reach);
      const plain = comparable(read);
      const guess = findPlace(index, plain, situation);
      return plain === read ? guess : asWritten(guess, plain, read);
    },
  };
}

function asWritten(guess: PlaceGuess, plain: string, text: string): PlaceGuess {
  const original = (said: string): string => {
    const start = plain.indexOf(said);
    return start < 0 ? said : text.slice(start, start + said.length);
  };
  if (guess.kind === 'found') return { kind: 'found', place: { ...guess.place, said: original(guess.place.said) } };
  if (guess.kind === 'unsure') return { kind: 'unsure', choices: guess.choices.map((place) => ({ ...place, said: original(place.said) })) };
  return guess.said === undefined ? guess : { kind: 'unknown', said: original(guess.said) };
}

/** What is said outright goes before where the speaker lives, and both before what is only said by the way. */
function findPlace(index: DirectoryIndex, text: string, situation: Situation): PlaceGuess {
  const { matter, homes, asides, references } = rolesOf(text, mentionsIn(index, text));
  return (
    crossingOf(index, text, matter, situation) ??
    ofMentions(index, text, matter, references, situation) ??
    ofMentions(index, text, homes.length > 0 && ownHomeSaid(text) === undefined ? stillThere(text, homes) : homes, [], situation) ??
    ownOrBuilding(index, text, matter, situation) ??
    ofMentions(index, text, stillThere(text, asides), [], situation) ??
    unnamed(index, text, situation) ??
    imprecise(index, text, [...matter, ...homes, ...asides], situation) ??
    notListed(text) ??
    groupPlace(index, text, situation) ?? { kind: 'unknown', said: genericPlace(text) }
  );
}

function ownOrBuilding(index: DirectoryIndex, text: string, mentions: readonly Mention[], situation: Situation): PlaceGuess | undefined {
  const isKnown = situation.home !== undefined || situation.grid !== undefined;
  const own = isKnown ? ownHomeSaid(text) : undefined;
  const home = own === undefined || isSaidAfterAnother(text, own.at, situation) ? undefined : ownHome(index, text, own, situation);
  return home ?? buildingAlone(index, text, mentions, situation);
}

/** A place with a name of its own, or a building, said before one's home is where the matter is. */
function isSaidAfterAnother(text: string, at: number, { home }: Situation): boolean {
  const before = text.slice(0, at);
  const building = partsAnywhere(before)?.building;
  if (building !== undefined && building !== home?.building) return true;
  return isNamed(unlistedPlace(before));
}

/** An office that is spoken to is not where something is. */
function isNamed(place: string | undefined): boolean {
  return place !== undefined && !administrative.test(place);
}

function unnamed(index: DirectoryIndex, text: string, situation: Situation): PlaceGuess | undefined {
  return unlistedPlace(text) === undefined && !publicSpot.test(text) ? bareHome(index, text, situation) : undefined;
}

/** Where somebody lives, comes from or goes past is of no account once another place is said, unless its building is said too. */
function stillThere(text: string, mentions: readonly Mention[]): readonly Mention[] {
  const last = mentions.at(-1);
  if (last === undefined) return [];
  const rest = text.slice(last.end);
  const isElsewhere = isNamed(unlistedPlace(rest)) || isNamed(unlistedPlace(text.slice(0, mentions[0]?.start))) || publicSpot.test(rest);
  if (!isElsewhere) return mentions;
  return mentions.filter(({ end }) => partsAfter(text, end) !== undefined);
}

function notListed(text: string): PlaceGuess | undefined {
  const said = unlistedPlace(text);
  return said === undefined ? undefined : { kind: 'unknown', said };
}
