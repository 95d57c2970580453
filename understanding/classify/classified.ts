import type { PetitionHead } from './petition-head.ts';

/** What a text is about, how sure that is, and what else it may be. */
export interface Classified {
  /** A class id of districts/classes.yaml. */
  readonly category: string;
  readonly petition: PetitionHead;
  /** 0 to 1: the share of texts with such a margin that are right, measured on held-out texts. */
  readonly confidence: number;
  /** The same for the head of the petition tree, and the head that came second. */
  readonly headConfidence?: number | undefined;
  readonly secondHead?: string | undefined;
  /** Runners-up, likeliest first. */
  readonly alternatives: readonly { readonly category: string; readonly confidence: number }[];
  /** `class:…` and `head:…`, machine-readable. */
  readonly reasons: readonly string[];
}

/** Tells the class of a text; never throws, an empty text is `other` with confidence 0. */
export type Classify = (text: string) => Classified;
