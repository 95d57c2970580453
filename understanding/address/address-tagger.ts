import { addressFeatures } from './address-features.ts';

const BEGIN = 0;
const INSIDE = 1;

/** Weights of a tagger: a row of numbers per hashed feature, one for each label. */
export interface AddressWeights {
  readonly kinds: readonly string[];
  /** A power of two: how many rows there are. */
  readonly rows: number;
  /** Rows × labels, label 2k begins kind k, 2k + 1 goes on with it. */
  readonly emissions: Int8Array | Float64Array;
  /** Labels × labels, in the same unit. */
  readonly transitions: Int8Array | Float64Array;
}

/** The parts of an address with what each is (`road`, `roadno`, `poi`, …), together the whole text. */
export type AddressParts = readonly (readonly [text: string, kind: string])[];

/** Splits an address into its parts. */
export type ParseAddress = (text: string) => AddressParts;

/** A parser with the given weights; never throws, an empty text has no parts. */
export function createParseAddress(weights: AddressWeights): ParseAddress {
  return (text) => partsOf(text, bestLabels(weights, addressFeatures(text, weights.rows)), weights.kinds);
}

/** The likeliest labels for the features of each character (Viterbi); a part can only go on where it has begun. */
export function bestLabels({ kinds, emissions, transitions }: AddressWeights, features: readonly (readonly number[])[]): Uint8Array {
  const labels = kinds.length * 2;
  const back = features.map(() => new Uint8Array(labels));
  let scores = new Float64Array(labels);
  features.forEach((rows, at) => {
    const next = new Float64Array(labels).fill(-Infinity);
    for (let label = 0; label < labels; label++) {
      const own = emissionOf(emissions, rows, labels, label);
      const from = at === 0 ? first(label) : bestBefore(scores, transitions, labels, label);
      next[label] = from.score + own;
      const row = back[at];
      if (row !== undefined) row[label] = from.label;
    }
    scores = next;
  });
  return traced(back, scores);
}

function emissionOf(emissions: AddressWeights['emissions'], rows: readonly number[], labels: number, label: number): number {
  let score = 0;
  for (const row of rows) score += emissions[row * labels + label] ?? 0;
  return score;
}

function first(label: number): { score: number; label: number } {
  return { score: label % 2 === BEGIN ? 0 : -Infinity, label: 0 };
}

function bestBefore(scores: Float64Array, transitions: AddressWeights['transitions'], labels: number, label: number): { score: number; label: number } {
  const begins = label % 2 !== INSIDE;
  let best = { score: -Infinity, label: 0 };
  for (let before = begins ? 0 : label - 1; before < (begins ? labels : label + 1); before++) {
    const score = (scores[before] ?? -Infinity) + (transitions[before * labels + label] ?? 0);
    if (score > best.score) best = { score, label: before };
  }
  return best;
}

function traced(back: readonly Uint8Array[], scores: Float64Array): Uint8Array {
  const labels = new Uint8Array(back.length);
  let label = scores.reduce((best, score, at) => (score > (scores[best] ?? -Infinity) ? at : best), 0);
  for (let at = back.length - 1; at >= 0; at--) {
    labels[at] = label;
    label = back[at]?.[label] ?? 0;
  }
  return labels;
}

function partsOf(text: string, labels: Uint8Array, kinds: readonly string[]): AddressParts {
  const parts: [string, string][] = [];
  labels.forEach((label, at) => {
    const last = parts.at(-1);
    if (label % 2 === INSIDE && last !== undefined) last[0] += text.charAt(at);
    else parts.push([text.charAt(at), kinds[label >> 1] ?? '']);
  });
  return parts;
}
