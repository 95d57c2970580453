import { anotherBegins, asks, clauseEnds, firstBegins, onTop } from '../../locales/lexicon/split-words.ts';
import { bareText } from '../classify/bare-text.ts';
import { howFarApart, type Piece } from '../classify/piece.ts';
import { plainText } from '../plain-text.ts';
import { BEGIN, END } from '../text-marks.ts';

/** A place in an utterance where another matter may begin. */
export interface Boundary {
  /** The matter told so far, from its own beginning. */
  readonly told: string;
  /** The last clause of it. */
  readonly before: string;
  readonly clause: string;
  /** The clause and all after it. */
  readonly rest: string;
  /** Several things are announced somewhere in the utterance. */
  readonly announced: boolean;
}

const FIRST_TWO = '\ue902';
const LAST_TWO = '\ue903';
const ASKS = ['\ue9fa', '\ue9fb'];
const ASKED = ['\ue9fc', '\ue9fd'];
const ANNOUNCED = '\ue9fe';
/** Where the signs for each number begin, how far apart two of them are, the least that is told apart and how many there are. */
const SCALES = {
  end: { from: 0xe950, step: 1, least: 0, many: 5 },
  link: { from: 0xe958, step: 1, least: 0, many: 4 },
  clauseLength: { from: 0xe960, step: 1, least: 0, many: 7 },
  toldLength: { from: 0xe968, step: 1, least: 0, many: 8 },
  restLength: { from: 0xe970, step: 1, least: 0, many: 8 },
  apart: { from: 0xe980, step: 0.15, least: 0, many: 12 },
  sameClass: { from: 0xe990, step: 1, least: 0, many: 2 },
  lead: { from: 0xe9a0, step: 0.15, least: 0, many: 10 },
  toldLead: { from: 0xe9b0, step: 0.15, least: 0, many: 10 },
  most: { from: 0xe9c0, step: 0.2, least: -1, many: 10 },
  toldMost: { from: 0xe9d0, step: 0.2, least: -1, many: 10 },
  ofToldClass: { from: 0xe9e0, step: 0.2, least: -1.4, many: 10 },
  ofOwnClass: { from: 0xe9f0, step: 0.2, least: -1.4, many: 10 },
} as const;

/**
 * A boundary as the table of boundaries reads it: the clause's words, and signs for how far its class is from that of what was told, how sure both are, what links it, how the clause before ended
 * and how long the pieces are. Signs that say more together stand side by side, as the table reads pairs.
 */
export function boundaryText({ before, clause, rest, announced }: Boundary, told: Piece, own: Piece): string {
  const apart = sign('apart', howFarApart(told, own));
  const same = sign('sameClass', told.best === own.best ? 0 : 1);
  const words = plainText(clause).trim();
  const link = sign('link', linkOf(words));
  const end = sign('end', clauseEnds.findIndex((pattern) => pattern.test(before)) + 1);
  const length = sign('clauseLength', bits(own.bare));
  const toldLength = sign('toldLength', bits(told.bare));
  const [most, lead] = [sign('most', own.most), sign('lead', own.lead)];
  const signs = [
    apart + same, link + apart, end + link, length + apart, most + apart, lead + apart, link + length, end + toldLength,
    lead + sign('toldLead', told.lead), most + sign('toldMost', told.most),
    sign('ofToldClass', own.scores[told.best] ?? 0) + sign('ofOwnClass', told.scores[own.best] ?? 0),
    toldLength + sign('restLength', bits(rest)),
    (ASKS[asks.test(words) ? 0 : 1] ?? '') + (ASKED[asks.test(before.trim()) ? 0 : 1] ?? ''),
    announced ? ANNOUNCED : '',
    FIRST_TWO + own.bare.slice(0, 2), LAST_TWO + bareText(before).slice(-2),
  ];
  return [BEGIN + own.bare, ...signs].join(END);
}

function linkOf(words: string): number {
  if (anotherBegins.test(words)) return 2;
  if (firstBegins.test(words)) return 1;
  return onTop.test(words) ? 3 : 0;
}

/** How many bits it takes to write a length: two texts differ in it when one is twice as long. */
function bits(text: string): number {
  return 31 - Math.clz32(text.length + 1);
}

function sign(name: keyof typeof SCALES, value: number): string {
  const { from, step, least, many } = SCALES[name];
  return String.fromCharCode(from + Math.max(0, Math.min(many - 1, Math.floor((value - least) / step))));
}
