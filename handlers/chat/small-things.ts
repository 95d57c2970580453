import type { ChatHandler } from './utterance.ts';
import { reply } from './utterance.ts';

const SIGNS_ONLY = /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Emoji_Component}|\[[^[\]\n]{1,6}\]|[\p{P}\s])+$/u;
const DIGIT = /\d/;

/** Stickers and the like need no answer; a voice that cannot be heard is said so; the last word when nobody else had one. */
export const wordless: ChatHandler = ({ text, kinds, media }) => {
  if (!isWordless(text) || media.length > 0) return Promise.resolve('pass');
  return Promise.resolve(kinds.includes('audio') ? reply('chat.voice') : []);
};

function isWordless(text: string): boolean {
  return text === '' || (SIGNS_ONLY.test(text) && !DIGIT.test(text));
}

/** When nothing else was meant. */
export const notUnderstood: ChatHandler = ({ room }) => Promise.resolve(room === undefined ? reply('chat.not-understood') : []);
