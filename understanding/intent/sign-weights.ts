import * as signs from '../../locales/lexicon/intents.zh-CN.ts';
import { sum } from './wish-weights.ts';

const WEIGHTED = [signs.abuse, signs.question, signs.reproach, signs.suggestion, signs.help, signs.enterprise, signs.praise, signs.notPraise, signs.danger, signs.routes.police, signs.routes.ambulance, signs.routes.court];
const BARE = [signs.commands, signs.answers, signs.smallTalk, signs.groupTalk, signs.noDangerNow];

/** How much each list of signs says of a text, always in the same order. */
export function signWeights(text: string): number[] {
  return [...WEIGHTED.map((list) => sum(list, text)), ...BARE.map((list) => (list.some((pattern) => pattern.test(text)) ? 1 : 0))];
}
