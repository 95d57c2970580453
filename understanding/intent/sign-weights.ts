import * as signs from '../../locales/lexicon/intents.zh-CN.ts';
import { isIn } from '../patterns/matches.ts';

const WEIGHTED = [signs.abuse, signs.question, signs.reproach, signs.suggestion, signs.help, signs.enterprise, signs.praise, signs.notPraise, signs.danger, signs.routes.police, signs.routes.ambulance, signs.routes.court];
const BARE = [signs.commands, signs.answers, signs.smallTalk, signs.groupTalk, signs.noDangerNow];

/** Rules and table ask for the same lists, so what they said of the last text is kept. */
const last = { text: '', weights: new Map<readonly signs.Sign[], number>(), shown: new Map<readonly RegExp[], boolean>() };

/** The weights of the signs of a list that a text shows, together. */
export function sum(list: readonly signs.Sign[], text: string): number {
  about(text);
  const known = last.weights.get(list);
  if (known !== undefined) return known;
  const weight = list.reduce((total, [pattern, each]) => (isIn(pattern, text) ? total + each : total), 0);
  last.weights.set(list, weight);
  return weight;
}

/** Whether a text shows any pattern of a list. */
export function showsAny(list: readonly RegExp[], text: string): boolean {
  about(text);
  const known = last.shown.get(list);
  if (known !== undefined) return known;
  const seen = list.some((pattern) => isIn(pattern, text));
  last.shown.set(list, seen);
  return seen;
}

/** How much each list of signs says of a text, always in the same order. */
export function signWeights(text: string): number[] {
  return [...WEIGHTED.map((list) => sum(list, text)), ...BARE.map((list) => (showsAny(list, text) ? 1 : 0))];
}

function about(text: string): void {
  if (text === last.text) return;
  last.text = text;
  last.weights.clear();
  last.shown.clear();
}
