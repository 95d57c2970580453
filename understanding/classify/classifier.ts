import { classWords } from '../../locales/lexicon/classes.zh-CN.ts';
import { otherBranch } from '../../locales/lexicon/petition-branches.ts';
import { bareText, withoutSalutation } from './bare-text.ts';
import { classPhrases } from './class-phrases.ts';
import type { Classified, Classify } from './classified.ts';
import { readModel, type LinearModel } from './linear-model.ts';
import type { PetitionHead, ResidentsClass } from './petition-head.ts';
import { createPhraseScores } from './phrase-scores.ts';
import { shareRight } from './share-right.ts';

/** What the classifier is made from: two files of numbers and the list of classes. */
export interface ClassifierFiles {
  /** understanding/weights/heads.bin */
  readonly heads: Uint8Array;
  /** understanding/weights/classes.bin */
  readonly residents: Uint8Array;
  /** The classes of districts/classes.yaml, `other` among them. */
  readonly classes: readonly ResidentsClass[];
}

const PHRASES = 0.5;
const HEAD_FOR_CLASS = 0.4;
const CLASS_FOR_HEAD = 0.35;
const UNTRAINED_HEAD = -0.55;
const RUNNERS_UP = 3;

/** Makes the function that tells a text's class and its place in the petition tree; refuses a list of classes without `other`. */
export function createClassifier({ heads, residents, classes }: ClassifierFiles): Classify {
  const other = classes.findIndex(({ id }) => id === 'other');
  if (other < 0) throw new Error('The list of classes lacks "other"');
  const headModel = readModel(heads);
  const classModel = readModel(residents);
  const phrases = createPhraseScores(classPhrases(classWords, classes.map(({ id }) => id)), classes.length);
  const classOfLabel = classModel.labels.map((label) => classes.findIndex(({ id }) => id === label));
  const headOfClass = classes.map(({ petition }) => headModel.labels.indexOf(petition.l1));
  const scores = new Float64Array(classes.length);

  function rate(bare: string): { byHead: Float64Array; said: Float64Array } {
    const byHead = headModel.score(bare);
    const said = phrases.score(bare);
    const learnt = classModel.score(bare);
    for (let at = 0; at < scores.length; at++) scores[at] = PHRASES * Math.log1p(said[at] ?? 0) - 1;
    classOfLabel.forEach((at, label) => {
      if (at >= 0) scores[at] = (scores[at] ?? 0) + 1 + (learnt[label] ?? 0);
    });
    for (let at = 0; at < scores.length; at++) scores[at] = (scores[at] ?? 0) + HEAD_FOR_CLASS * headScore(byHead, headOfClass[at]);
    return { byHead, said };
  }

  return (text) => {
    const bare = bareText(withoutSalutation(text));
    if (bare === '') return nothingSaid(classes[other]);
    const { byHead } = rate(bare);
    const order = best(scores, RUNNERS_UP + 1);
    const first = order[0] ?? other;
    const petition = petitionOf(classes, scores, headModel, byHead, first);
    const word = phrases.because(bare, first);
    return {
      category: classes[first]?.id ?? 'other',
      petition,
      confidence: shareRight(margin(scores, order, 0)),
      alternatives: order.slice(1).map((at, place) => ({ category: classes[at]?.id ?? 'other', confidence: 1 - shareRight(margin(scores, order, place + 1)) })),
      reasons: [...(word === undefined ? [] : [`class:${word}`]), `head:${petition.l1}`],
    };
  };
}

function headScore(byHead: Float64Array, head: number | undefined): number {
  return head === undefined || head < 0 ? UNTRAINED_HEAD : (byHead[head] ?? UNTRAINED_HEAD);
}

/** The head that letters and the classes together speak for; the branch is the likeliest class's below that head. */
function petitionOf(classes: readonly ResidentsClass[], scores: Float64Array, model: LinearModel, byHead: Float64Array, first: number): PetitionHead {
  const bestClass = new Map<string, number>();
  classes.forEach(({ petition: { l1 } }, at) => {
    const before = bestClass.get(l1);
    if (before === undefined || (scores[at] ?? 0) > (scores[before] ?? 0)) bestClass.set(l1, at);
  });
  let head = classes[first]?.petition.l1 ?? '';
  let most = -Infinity;
  for (const [l1, at] of bestClass) {
    const total = headScore(byHead, model.labels.indexOf(l1)) + CLASS_FOR_HEAD * (scores[at] ?? 0);
    if (total > most) [head, most] = [l1, total];
  }
  return classes[bestClass.get(head) ?? first]?.petition ?? { l1: head, l2: otherBranch };
}

function best(scores: Float64Array, many: number): number[] {
  const order: number[] = [];
  for (let at = 0; at < scores.length; at++) {
    let place = order.length;
    while (place > 0 && (scores[order[place - 1] ?? 0] ?? 0) < (scores[at] ?? 0)) place--;
    if (place < many) order.splice(place, 0, at);
    if (order.length > many) order.pop();
  }
  return order;
}

function margin(scores: Float64Array, order: readonly number[], place: number): number {
  const next = place === 0 ? order[1] : order[0];
  return Math.abs((scores[order[place] ?? 0] ?? 0) - (scores[next ?? 0] ?? 0));
}

function nothingSaid(other: ResidentsClass | undefined): Classified {
  return { category: 'other', petition: other?.petition ?? { l1: '', l2: '' }, confidence: 0, alternatives: [], reasons: ['class:nothing-said'] };
}
