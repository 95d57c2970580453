import { readSparse } from '../classify/sparse-model.ts';
import { dangerIdeasIn } from './danger-ideas.ts';

/** What the trained model thinks of a text. */
export interface DangerOpinion {
  /** How much its words speak of danger; around 0 it is undecided. */
  readonly score: number;
}

/** Gives the opinion on a text no longer than a message or a passage of a letter: the model was taught nothing longer. */
export type GiveDangerOpinion = (text: string) => DangerOpinion;

/** The trained opinion on danger; throws where the bytes are no model. */
export function createDangerOpinion(bytes: Uint8Array): GiveDangerOpinion {
  const model = readSparse(bytes);
  return (text) => {
    const [danger = 0, calm = 0] = model.score(dangerIdeasIn(text).written);
    return { score: danger - calm };
  };
}
