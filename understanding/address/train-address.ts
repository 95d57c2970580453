import { addressFeatures } from './address-features.ts';
import { type AddressWeights, bestLabels } from './address-tagger.ts';

/** An address with its parts marked. */
export interface MarkedAddress {
  readonly text: string;
  readonly spans: readonly (readonly [text: string, kind: string])[];
}

/** How long and how wide to train; the same examples in the same order give the same weights. */
export interface AddressTraining {
  readonly rows: number;
  readonly rounds: number;
}

/** Weights learnt from marked addresses by an averaged perceptron, rounded to whole numbers from -127 to 127. */
export function trainAddress(examples: readonly MarkedAddress[], { rows, rounds }: AddressTraining): AddressWeights {
  const kinds = [...new Set(examples.flatMap(({ spans }) => spans.map(([, kind]) => kind)))].sort();
  const labels = kinds.length * 2;
  const emissions = averaged(rows * labels);
  const transitions = averaged(labels * labels);
  const ready = examples.map((example) => ({ features: addressFeatures(example.text, rows), gold: labelsOf(example, kinds) }));
  const weights = { kinds, rows, emissions: emissions.now, transitions: transitions.now };
  let step = 0;
  for (let round = 0; round < rounds; round++) {
    for (const { features, gold } of shuffled(ready, round)) {
      step++;
      const guess = bestLabels(weights, features);
      correct(features, gold, guess, labels, step, emissions, transitions);
    }
  }
  return { kinds, rows, emissions: rounded(emissions, step), transitions: rounded(transitions, step) };
}

interface Averaged {
  readonly now: Float64Array;
  readonly add: (at: number, change: number, step: number) => void;
  readonly mean: (steps: number) => Float64Array;
}

function averaged(size: number): Averaged {
  const now = new Float64Array(size);
  const weighted = new Float64Array(size);
  return {
    now,
    add(at, change, step) {
      now[at] = (now[at] ?? 0) + change;
      weighted[at] = (weighted[at] ?? 0) + change * step;
    },
    mean: (steps) => now.map((weight, at) => weight - (weighted[at] ?? 0) / (steps + 1)),
  };
}

function labelsOf({ text, spans }: MarkedAddress, kinds: readonly string[]): Uint8Array {
  const labels = new Uint8Array(text.length);
  let at = 0;
  for (const [part, kind] of spans) {
    const label = kinds.indexOf(kind) * 2;
    for (let inside = 0; inside < part.length; inside++, at++) labels[at] = label + (inside === 0 ? 0 : 1);
  }
  return labels;
}

function correct(
  features: readonly (readonly number[])[], gold: Uint8Array, guess: Uint8Array, labels: number, step: number, emissions: Averaged, transitions: Averaged,
): void {
  features.forEach((rows, at) => {
    const right = gold[at] ?? 0;
    const wrong = guess[at] ?? 0;
    if (right !== wrong) {
      for (const row of rows) {
        emissions.add(row * labels + right, 1, step);
        emissions.add(row * labels + wrong, -1, step);
      }
    }
    if (at === 0) return;
    const rightMove = (gold[at - 1] ?? 0) * labels + right;
    const wrongMove = (guess[at - 1] ?? 0) * labels + wrong;
    if (rightMove === wrongMove) return;
    transitions.add(rightMove, 1, step);
    transitions.add(wrongMove, -1, step);
  });
}

const SCALE = 2;

function rounded(weights: Averaged, steps: number): Int8Array {
  return Int8Array.from(weights.mean(steps), (weight) => Math.max(-127, Math.min(127, Math.round(weight * SCALE))));
}

function shuffled<T>(all: readonly T[], seed: number): T[] {
  const mixed = [...all];
  let state = seed * 7919 + 17;
  for (let at = mixed.length - 1; at > 0; at--) {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    const other = state % (at + 1);
    const [one, two] = [mixed[at], mixed[other]];
    if (one !== undefined && two !== undefined) [mixed[at], mixed[other]] = [two, one];
  }
  return mixed;
}
