import type { ChatHandler } from './utterance.ts';
import { reply } from './utterance.ts';

/** Stickers and the like need no answer; a voice that cannot be heard is said so; the last word when nobody else had one. */
export const wordless: ChatHandler = ({ text, kinds, media }) => {
  if (text !== '' || media.length > 0) return Promise.resolve('pass');
  return Promise.resolve(kinds.includes('audio') ? reply('chat.voice') : []);
};

/** When nothing else was meant. */
export const notUnderstood: ChatHandler = ({ room }) => Promise.resolve(room === undefined ? reply('chat.not-understood') : []);
