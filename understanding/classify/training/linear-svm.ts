/** A text as numbers: which runs of characters it has, and how much each counts. */
export interface Example {
  readonly runs: Int32Array;
  readonly values: Float32Array;
  readonly label: number;
  /** How much a mistake on it costs; 1 is usual. */
  readonly cost: number;
}

/** Settings of the training; the same ones give the same weights. */
export interface SvmSettings {
  readonly runs: number;
  readonly labels: number;
  readonly cost: number;
  readonly rounds: number;
}

/** What was learnt: how much each run speaks for each label, and how much each label is leant to before anything is read. */
export interface SvmWeights {
  /** Run by run, label by label. */
  readonly byRun: Float64Array;
  readonly leanings: readonly number[];
}

const STILL = 0.05;

/**
 * The weights of a linear support vector machine per label against the rest:
 * squared hinge loss, solved in the dual one example at a time.
 */
export function trainSvm(examples: readonly Example[], settings: SvmSettings): SvmWeights {
  const byRun = new Float64Array(settings.runs * settings.labels);
  const squares = examples.map(({ values }) => values.reduce((sum, value) => sum + value * value, 1));
  const costs = balancedCosts(examples, settings);
  const leanings: number[] = [];
  for (let label = 0; label < settings.labels; label++) {
    const one = trainOne(examples, { ...settings, label, squares, costs });
    for (let run = 0; run < settings.runs; run++) byRun[run * settings.labels + label] = one[run] ?? 0;
    leanings.push(one[settings.runs] ?? 0);
  }
  return { byRun, leanings };
}

interface OneAgainstRest extends SvmSettings {
  readonly label: number;
  readonly squares: readonly number[];
  readonly costs: Float64Array;
}

function trainOne(examples: readonly Example[], task: OneAgainstRest): Float64Array {
  const weights = new Float64Array(task.runs + 1);
  const duals = new Float64Array(examples.length);
  const order = Int32Array.from(examples, (_, at) => at);
  let seed = 1;
  for (let round = 0; round < task.rounds; round++) {
    seed = shuffle(order, seed);
    let largest = 0;
    for (const at of order) largest = Math.max(largest, correct(at));
    if (largest < STILL) break;
  }
  return weights;

  function correct(at: number): number {
    const example = examples[at];
    if (!example) return 0;
    const sign = example.label === task.label ? 1 : -1;
    const softness = 0.5 / (task.cost * (task.costs[at] ?? 1));
    const dual = duals[at] ?? 0;
    const gradient = sign * product(weights, example, task.runs) - 1 + softness * dual;
    if (dual === 0 && gradient >= 0) return 0;
    const next = Math.max(dual - gradient / ((task.squares[at] ?? 1) + softness), 0);
    duals[at] = next;
    addTo(weights, example, (next - dual) * sign, task.runs);
    return Math.abs(gradient);
  }
}

function product(weights: Float64Array, { runs, values }: Example, bias: number): number {
  let sum = weights[bias] ?? 0;
  for (let at = 0; at < runs.length; at++) sum += (weights[runs[at] ?? 0] ?? 0) * (values[at] ?? 0);
  return sum;
}

function addTo(weights: Float64Array, { runs, values }: Example, amount: number, bias: number): void {
  weights[bias] = (weights[bias] ?? 0) + amount;
  for (let at = 0; at < runs.length; at++) {
    const run = runs[at] ?? 0;
    weights[run] = (weights[run] ?? 0) + amount * (values[at] ?? 0);
  }
}

/** A label with few examples gets dearer mistakes, by the fourth root of how few: more made the rest worse. */
function balancedCosts(examples: readonly Example[], { labels }: SvmSettings): Float64Array {
  const counts = new Float64Array(labels);
  for (const { label } of examples) counts[label] = (counts[label] ?? 0) + 1;
  const mean = examples.length / labels;
  return Float64Array.from(examples, ({ label, cost }) => cost * Math.sqrt(Math.sqrt(mean / (counts[label] ?? 1))));
}

/** Puts the list in an order that depends on the seed alone, and gives the next seed. */
function shuffle(order: Int32Array, seed: number): number {
  let state = seed;
  for (let at = order.length - 1; at > 0; at--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const other = state % (at + 1);
    const kept = order[at] ?? 0;
    order[at] = order[other] ?? 0;
    order[other] = kept;
  }
  return state;
}
