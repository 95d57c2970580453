import { phaseEnd } from '../../locales/lexicon/place-words.ts';
import type { PlaceName } from '../understanding.ts';
import type { Mention } from './mentions.ts';
import { comparable } from './spellings.ts';

/** Which of several places of one name is meant, when something in the text tells them apart: its phase (…那个二期), or what an other name adds (江边的). */
export function toldApart(mention: Mention, text: string): Mention {
  if (mention.places.length < 2) return mention;
  const rest = text.slice(0, mention.start) + text.slice(mention.end);
  const told = mention.places.filter((place) => signsOf(place, mention.places).some((sign) => rest.includes(sign)));
  const [only] = told;
  if (only === undefined || told.length > 1) return mention;
  return { ...mention, places: [only], doubt: mention.doubt === 'another' ? undefined : mention.doubt };
}

function signsOf(place: PlaceName, places: readonly PlaceName[]): string[] {
  const name = comparable(place.name);
  const phase = phaseEnd.exec(name)?.[0];
  const added = place.otherNames.map(comparable).filter((other) => other.endsWith(name)).map((other) => other.slice(0, -name.length));
  const shared = new Set(places.filter((other) => other !== place).flatMap(({ otherNames }) => otherNames.map(comparable)));
  return [...(phase === undefined ? [] : [phase]), ...added].filter((sign) => sign.length >= 2 && !shared.has(sign));
}
