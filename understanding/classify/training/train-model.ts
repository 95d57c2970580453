import { gramHash, gramsOf, runWeight } from '../grams.ts';
import type { ModelNumbers } from '../linear-model.ts';
import { trainSvm, type Example, type SvmWeights } from './linear-svm.ts';
import { byRuns, inTopics, topicsOf, type Vector } from './topics.ts';

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

/** A text that was marked as it is, at the usual cost. */
export function wholeLesson(bare: string, label: string, group: string): Lesson {
  return { bare, label, group, cost: 1, whole: true };
}

/** How a model is trained. */
export interface TrainingSettings {
  readonly labels: readonly string[];
  readonly leastGroups: number;
  /** Above this many runs the least telling ones are left out; none where the packing chooses. */
  readonly mostRuns?: number | undefined;
  readonly rarityPower: number;
  readonly cost: number;
  readonly rounds: number;
  /** How many topics of all texts lend their weight to rare runs of characters; 0 for none. */
  readonly topics: number;
  /** Whether the numbers say how much each label is leant to before anything is read. */
  readonly leanings?: boolean | undefined;
}

/** How much topics count beside the runs themselves. */
const TOPIC_WEIGHT = 2;

interface Vocabulary {
  readonly numbers: ReadonlyMap<string, number>;
  readonly rarities: Float64Array;
}

/** Learns a table of numbers from labelled texts, with unmarked ones to learn topics from; the same texts and settings give the same numbers. */
export function trainModel(lessons: readonly Lesson[], settings: TrainingSettings, unmarked: readonly string[] = []): ModelNumbers {
  const vocabulary = vocabularyOf(lessons, settings);
  const weights = weightsFor(lessons, vocabulary, settings, unmarked);
  const numbers = quantised(mostTelling(vocabulary, weights.byRun, settings), settings);
  return settings.leanings === true ? { ...numbers, leanings: againstTheMean(weights.leanings) } : numbers;
}

function againstTheMean(leanings: readonly number[]): number[] {
  const mean = leanings.reduce((sum, leaning) => sum + leaning, 0) / leanings.length;
  return leanings.map((leaning) => leaning - mean);
}

function vocabularyOf(lessons: readonly Lesson[], { leastGroups, rarityPower }: TrainingSettings): Vocabulary {
  const groups = new Map<string, Set<string>>();
  const texts = new Map<string, number>();
  for (const { bare, group, whole } of lessons) {
    for (const gram of new Set(gramsOf(bare))) {
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

function weightsFor(lessons: readonly Lesson[], vocabulary: Vocabulary, settings: TrainingSettings, unmarked: readonly string[]): SvmWeights {
  const runs = vocabulary.numbers.size;
  const labels = settings.labels.length;
  const vectors = lessons.map(({ bare }) => vectorOf(bare, vocabulary));
  const forTopics = settings.topics === 0 ? [] : [...vectors.filter((_, at) => lessons[at]?.whole), ...unmarked.map((bare) => vectorOf(bare, vocabulary))];
  const directions = byRuns(topicsOf(forTopics, runs, settings.topics), runs);
  const examples = lessons.map(({ label, cost }, at): Example => {
    const vector = vectors[at] ?? { runs: new Int32Array(0), values: new Float32Array(0) };
    return { ...withTopics(vector, directions, settings.topics, runs), label: settings.labels.indexOf(label), cost };
  });
  const all = trainSvm(examples, { runs: runs + settings.topics, labels, cost: settings.cost, rounds: settings.rounds });
  return { byRun: withoutTopics(all.byRun, directions, { runs, labels, topics: settings.topics }), leanings: all.leanings };
}

function vectorOf(bare: string, { numbers, rarities }: Vocabulary): Vector {
  const counts = new Map<number, number>();
  for (const gram of gramsOf(bare)) {
    const number = numbers.get(gram);
    if (number !== undefined) counts.set(number, (counts.get(number) ?? 0) + 1);
  }
  const runs = Int32Array.from(counts.keys());
  const values = Float32Array.from(counts, ([number, count]) => runWeight(count, rarities[number] ?? 0));
  const length = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0)) || 1;
  return { runs, values: values.map((value) => value / length) };
}

function withTopics(vector: Vector, directions: Float32Array, topics: number, runs: number): Vector {
  if (topics === 0) return vector;
  const shares = inTopics(vector, directions, topics).map((share) => share * TOPIC_WEIGHT);
  return {
    runs: Int32Array.from([...vector.runs, ...Array.from({ length: topics }, (_, topic) => runs + topic)]),
    values: Float32Array.from([...vector.values, ...shares]),
  };
}

/** A topic is a sum of runs, so its weight can be given back to them: the finished table knows of no topics. */
function withoutTopics(all: Float64Array, directions: Float32Array, { runs, labels, topics }: { runs: number; labels: number; topics: number }): Float64Array {
  const weights = all.slice(0, runs * labels);
  for (let run = 0; run < runs; run++) {
    for (let topic = 0; topic < topics; topic++) {
      const share = TOPIC_WEIGHT * (directions[run * topics + topic] ?? 0);
      for (let label = 0; label < labels; label++) {
        weights[run * labels + label] = (weights[run * labels + label] ?? 0) + share * (all[(runs + topic) * labels + label] ?? 0);
      }
    }
  }
  return weights;
}

interface Row {
  readonly gram: string;
  readonly rarity: number;
  readonly weights: Float64Array;
}

function mostTelling({ numbers, rarities }: Vocabulary, weights: Float64Array, { labels, mostRuns = Infinity }: TrainingSettings): Row[] {
  const rows = [...numbers].map(([gram, number]) => {
    const row = weights.subarray(number * labels.length, (number + 1) * labels.length);
    const rarity = rarities[number] ?? 0;
    return { gram, rarity, weights: row, number, telling: (Math.max(...row) - Math.min(...row)) * rarity };
  });
  if (rows.length <= mostRuns) return rows;
  return rows.sort((a, b) => b.telling - a.telling).slice(0, mostRuns).sort((a, b) => a.number - b.number);
}

function quantised(rows: readonly Row[], { labels }: TrainingSettings): ModelNumbers {
  const rarity = rows.reduce((most, row) => Math.max(most, row.rarity), 0) / 255;
  const scales = labels.map((_, label) => scaleOf(rows.map(({ weights }) => Math.abs(weights[label] ?? 0))));
  const steps = (weight: number, label: number): number => Math.max(-127, Math.min(127, Math.round(weight / (scales[label] ?? 1))));
  return {
    labels,
    hashes: Uint32Array.from(rows, ({ gram }) => gramHash(gram)),
    rarities: Uint8Array.from(rows, (row) => Math.max(1, Math.round(row.rarity / rarity))),
    rarity,
    weights: Int8Array.from(rows.flatMap(({ weights }) => Array.from(weights, steps))),
    scales,
  };
}

/** The few largest weights are cut off, so that the many small ones keep their steps. */
function scaleOf(sizes: number[]): number {
  sizes.sort((a, b) => a - b);
  return Math.max(sizes[Math.floor(sizes.length * 0.9998)] ?? 0, 1e-9) / 127;
}
