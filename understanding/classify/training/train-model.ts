import type { ModelNumbers } from '../linear-model.ts';
import { gramHash, gramsOf } from '../gram-counts.ts';
import { trainSvm, type Example } from './linear-svm.ts';

/** One bare text to learn from; texts of the same group are copies of one another. */
export interface Lesson {
  readonly bare: string;
  readonly label: string;
  readonly group: string;
  /** How much a mistake on it costs; 1 is usual. */
  readonly cost: number;
  /** Counts for how rare a run of characters is: true for one text of a case, not for its excerpts. */
  readonly whole: boolean;
}

/** How a model is trained. */
export interface TrainingSettings {
  readonly labels: readonly string[];
  readonly longest: number;
  readonly leastGroups: number;
  /** Above this many runs the least telling ones are left out. */
  readonly mostRuns: number;
  readonly rarityPower: number;
  readonly cost: number;
  readonly rounds: number;
}

interface Vocabulary {
  readonly numbers: ReadonlyMap<string, number>;
  readonly rarities: Float64Array;
}

/** Learns a table of numbers from labelled texts; the same texts and settings give the same numbers. */
export function trainModel(lessons: readonly Lesson[], settings: TrainingSettings): ModelNumbers {
  const first = vocabularyOf(lessons, settings);
  const weights = weightsFor(lessons, first, settings);
  const kept = mostTelling(first, weights, settings);
  if (kept.length === first.numbers.size) return quantised(first, weights, settings);
  const second = { numbers: new Map(kept.map(([gram], at) => [gram, at])), rarities: Float64Array.from(kept, ([, number]) => first.rarities[number] ?? 0) };
  return quantised(second, weightsFor(lessons, second, settings), settings);
}

function vocabularyOf(lessons: readonly Lesson[], { longest, leastGroups, rarityPower }: TrainingSettings): Vocabulary {
  const groups = new Map<string, Set<string>>();
  const texts = new Map<string, number>();
  for (const { bare, group, whole } of lessons) {
    for (const gram of new Set(gramsOf(bare))) {
      if (gram.length > longest) continue;
      groups.set(gram, (groups.get(gram) ?? new Set<string>()).add(group));
      if (whole) texts.set(gram, (texts.get(gram) ?? 0) + 1);
    }
  }
  const kept = [...groups].filter(([, among]) => among.size >= leastGroups).map(([gram]) => gram);
  const all = lessons.filter(({ whole }) => whole).length;
  return {
    numbers: new Map(kept.map((gram, at) => [gram, at])),
    rarities: Float64Array.from(kept, (gram) => Math.pow(Math.log((all + 1) / ((texts.get(gram) ?? 0) + 1)) + 1, rarityPower)),
  };
}

function weightsFor(lessons: readonly Lesson[], vocabulary: Vocabulary, settings: TrainingSettings): Float64Array {
  const labels = settings.labels.length;
  const examples = lessons.map((lesson) => exampleOf(lesson, vocabulary, settings.labels)).filter(({ runs }) => runs.length > 0);
  return trainSvm(examples, { runs: vocabulary.numbers.size, labels, cost: settings.cost, rounds: settings.rounds });
}

function exampleOf({ bare, label, cost }: Lesson, { numbers, rarities }: Vocabulary, labels: readonly string[]): Example {
  const counts = new Map<number, number>();
  for (const gram of gramsOf(bare)) {
    const number = numbers.get(gram);
    if (number !== undefined) counts.set(number, (counts.get(number) ?? 0) + 1);
  }
  const runs = Int32Array.from(counts.keys());
  const values = Float32Array.from(counts, ([number, count]) => (1 + Math.log(count)) * (rarities[number] ?? 0));
  const length = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0)) || 1;
  return { runs, values: values.map((value) => value / length), label: labels.indexOf(label), cost };
}

function mostTelling(vocabulary: Vocabulary, weights: Float64Array, { labels, mostRuns }: TrainingSettings): [string, number][] {
  const all = [...vocabulary.numbers];
  if (all.length <= mostRuns) return all;
  const telling = (number: number): number => {
    const row = weights.subarray(number * labels.length, (number + 1) * labels.length);
    return (Math.max(...row) - Math.min(...row)) * (vocabulary.rarities[number] ?? 0);
  };
  const ranked = all.map(([gram, number]) => ({ gram, number, worth: telling(number) })).sort((a, b) => b.worth - a.worth);
  return ranked.slice(0, mostRuns).sort((a, b) => a.number - b.number).map(({ gram, number }) => [gram, number]);
}

function quantised({ numbers, rarities }: Vocabulary, weights: Float64Array, { labels }: TrainingSettings): ModelNumbers {
  const rarity = rarities.reduce((most, value) => Math.max(most, value), 0) / 255;
  const scales = labels.map((_, label) => scaleOf(weights, label, labels.length));
  return {
    labels,
    hashes: Uint32Array.from([...numbers.keys()], gramHash),
    rarities: Uint8Array.from(rarities, (value) => Math.round(value / rarity)),
    rarity,
    weights: Int8Array.from(weights, (weight, at) => Math.max(-127, Math.min(127, Math.round(weight / (scales[at % labels.length] ?? 1))))),
    scales,
  };
}

/** The few largest weights are cut off, so that the many small ones keep their steps. */
function scaleOf(weights: Float64Array, label: number, labels: number): number {
  const sizes: number[] = [];
  for (let at = label; at < weights.length; at += labels) sizes.push(Math.abs(weights[at] ?? 0));
  sizes.sort((a, b) => a - b);
  return Math.max(sizes[Math.floor(sizes.length * 0.9998)] ?? 0, 1e-9) / 127;
}
