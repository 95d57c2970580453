import { readModel } from '../classify/linear-model.ts';
import { dangerIdeasIn } from './danger-ideas.ts';

/** What is longer is a letter, in characters. */
export const LETTER_FROM = 120;

/** What the trained model thinks of a text. */
export interface DangerOpinion {
  /** How much its words speak of danger; around 0 it is undecided. */
  readonly score: number;
}

/** Gives the opinion on a text; undefined for letters, which the model was not taught. */
export type GiveDangerOpinion = (text: string) => DangerOpinion | undefined;

/** The trained opinion on danger; throws where the bytes are no model. */
export function createDangerOpinion(bytes: Uint8Array): GiveDangerOpinion {
  const model = readModel(bytes);
  return (text) => {
    if (text.length > LETTER_FROM) return undefined;
    const [danger = 0, calm = 0] = model.score(dangerIdeasIn(text).written);
    return { score: danger - calm };
  };
}
