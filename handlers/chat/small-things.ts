import type { Directory } from '../../domain/directory/directory.ts';
import { nearbyPlace } from '../intake/places.ts';
import type { Now } from '../ports/now.ts';
import type { ChatHandler, Utterance } from './utterance.ts';
import { reply } from './utterance.ts';

const SIGNS_ONLY = /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Emoji_Component}|\[[^[\]\n]{1,6}\]|[\p{P}\s])+$/u;
const DIGIT = /\d/;

/** Stickers and the like need no answer; a voice that cannot be heard is said so; the last word when nobody else had one. */
export const wordless: ChatHandler = (utterance) => {
  const { text, kinds, media } = utterance;
  if (!isWordless(text) || media.length > 0 || isLocation(utterance)) return Promise.resolve('pass');
  return Promise.resolve(kinds.includes('audio') ? reply('chat.voice') : []);
};

function isWordless(text: string): boolean {
  return text === '' || (SIGNS_ONLY.test(text) && !DIGIT.test(text));
}

/** Whether a location is all that was sent, privately. */
export function isLocation({ kinds, room }: Pick<Utterance, 'kinds' | 'room'>): boolean {
  return room === undefined && kinds.length > 0 && kinds.every((kind) => kind === 'location');
}

/** A location that answers no question: it is kept for what is said next. */
export function locationAlone({ directory, now }: { readonly directory: () => Directory; readonly now: Now }): ChatHandler {
  return (utterance) => {
    const { nearby } = utterance.person;
    if (!isLocation(utterance)) return Promise.resolve('pass');
    const place = nearby?.told === 'location' ? nearbyPlace(directory(), nearby, now()) : undefined;
    return Promise.resolve(place === undefined ? reply('chat.location-unknown') : reply('chat.location-noted', { place: place.name }));
  };
}
