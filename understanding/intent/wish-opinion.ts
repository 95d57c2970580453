import { bareText } from '../classify/bare-text.ts';
import { readModel } from '../classify/linear-model.ts';
import type { Intent } from '../understanding.ts';

/** What an utterance that is no command, answer, alarm, thanks or small talk may want. */
export const WISHES = ['complaint', 'question', 'suggestion', 'help', 'enterprise'] as const satisfies readonly Intent[];

/** One of them. */
export type Wish = (typeof WISHES)[number];

const BEGIN = '\ue000';
const END = '\ue001';

/** How much the words speak for each wish; around 0 undecided. */
export type GiveWishOpinion = (text: string) => ReadonlyMap<Wish, number>;

/** The text as the model reads it: bare, with signs for where it begins and ends, since a wish is often told by its first or last words. */
export function wishText(text: string): string {
  return BEGIN + bareText(text) + END;
}

/** The trained opinion on what is wanted; throws where the bytes are no model of wishes. */
export function createWishOpinion(bytes: Uint8Array): GiveWishOpinion {
  const model = readModel(bytes);
  const places = WISHES.map((wish) => model.labels.indexOf(wish));
  if (places.includes(-1)) throw new Error('The model of wishes lacks one');
  return (text) => {
    const scores = model.score(wishText(text));
    return new Map(WISHES.map((wish, at) => [wish, scores[places[at] ?? 0] ?? 0]));
  };
}
