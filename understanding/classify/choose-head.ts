import type { ResidentsClass } from './petition-head.ts';

/** The class chosen, and the heads of the petition tree, likeliest first, each with the likeliest class below it. */
export interface HeadChoice {
  /** Place in the list of classes. */
  readonly category: number;
  readonly heads: readonly { readonly l1: string; readonly at: number; readonly total: number }[];
}

/** What speaks for the classes and the heads of one text. */
export interface Evidence {
  /** By class. */
  readonly scores: Float64Array;
  /** By class, with what words count in a letter. */
  readonly inLetters: Float64Array;
  /** By head of the model learnt from letters. */
  readonly heads: Float64Array;
  /** The head of each class in that model, or -1. */
  readonly headOfClass: readonly number[];
  /** Above 0: sounds like chat; below: like a letter. */
  readonly chatLike: number;
}

const HEAD_NOT_IN_LETTERS = -0.3;
const LETTER_BELOW = -0.4;
const CHAT_ABOVE = 0.6;
const CLASS_IN_LETTERS = 0.06;
const CLASS_IN_CHAT = 16;
const HEAD_FOR_CLASS = 0.03;

/**
 * Letters are filed by what letters taught; the more a text sounds like chat, the more its class decides.
 * The class is the resident's own word for the matter and listens to the heads only a little: in a letter both may differ.
 */
export function chooseHead(classes: readonly ResidentsClass[], evidence: Evidence): HeadChoice {
  const share = shareOfChat(evidence.chatLike);
  const weight = CLASS_IN_LETTERS * Math.pow(CLASS_IN_CHAT / CLASS_IN_LETTERS, share);
  const classScore = (at: number): number => share * (evidence.scores[at] ?? 0) + (1 - share) * (evidence.inLetters[at] ?? 0);
  const bestOf = new Map<string, number>();
  classes.forEach(({ petition: { l1 } }, at) => {
    const before = bestOf.get(l1);
    if (before === undefined || (evidence.scores[at] ?? 0) > (evidence.scores[before] ?? 0)) bestOf.set(l1, at);
  });
  const headScore = (at: number): number => evidence.heads[evidence.headOfClass[at] ?? -1] ?? HEAD_NOT_IN_LETTERS;
  const heads = [...bestOf]
    .map(([l1, at]) => ({ l1, at, total: headScore(at) + weight * classScore(at) }))
    .sort((a, b) => b.total - a.total);
  const asClass = (at: number): number => HEAD_FOR_CLASS * headScore(at) + (evidence.scores[at] ?? 0);
  const category = heads.reduce((first, { at }) => (asClass(at) > asClass(first) ? at : first), heads[0]?.at ?? 0);
  return { category, heads };
}

/** From 0, a letter, to 1, chat. */
function shareOfChat(chatLike: number): number {
  return Math.min(1, Math.max(0, (chatLike - LETTER_BELOW) / (CHAT_ABOVE - LETTER_BELOW)));
}
