import { anonymityPattern, noAnonymityPattern, upsetPattern } from '../../locales/lexicon/circumstance-words.ts';
import { bareText } from '../classify/bare-text.ts';
import { isIn } from '../patterns/matches.ts';
import { plainText } from '../plain-text.ts';
import { BEGIN, END } from '../text-marks.ts';

const SIGNS = [
  [anonymityPattern, '\ue910'],
  [noAnonymityPattern, '\ue911'],
  [upsetPattern, '\ue912'],
  [/!{2}/, '\ue913'],
  [/\?{2}/, '\ue914'],
] as const;

/** An utterance as the tables of circumstances read it: bare, with its begin and end, and signs for the plain words of it that the lexicon knows. */
export function feelingText(text: string): string {
  const plain = plainText(text);
  const signs = SIGNS.filter(([pattern]) => isIn(pattern, plain)).map(([, sign]) => END + sign);
  return BEGIN + bareText(text) + END + signs.join('');
}
