import { classWords } from '../../locales/lexicon/classes.zh-CN.ts';
import { bareText } from './bare-text.ts';
import { chooseHead, type HeadChoice } from './choose-head.ts';
import { classPhrases } from './class-phrases.ts';
import type { Classified, Classify } from './classified.ts';
import { best, lead } from './likeliest.ts';
import { readModel } from './linear-model.ts';
import type { ResidentsClass } from './petition-head.ts';
import { createPhraseScores } from './phrase-scores.ts';
import type { LinearModel } from './run-table.ts';
import { shareOfClassesRight, shareOfHeadsRight } from './share-right.ts';
import { readSparse } from './sparse-model.ts';

/** What the classifier is made from: three files of numbers and the list of classes. */
export interface ClassifierFiles {
  /** understanding/weights/heads.bin: the heads of the petition tree, from letters. */
  readonly heads: Uint8Array;
  /** understanding/weights/classes.bin: the residents' classes. */
  readonly residents: Uint8Array;
  /** understanding/weights/register.bin: letter or chat. */
  readonly register: Uint8Array;
  /** The classes of districts/classes.yaml, `other` among them. */
  readonly classes: readonly ResidentsClass[];
}

/** The lexicon settles what the table leaves open; on hands that neither knows it is right less often than the table. */
const PHRASES = 0.06;
/** A letter or a title mostly names its matter. */
const PHRASES_IN_LETTERS = 0.5;
const UNLEARNT = -1;
const RUNNERS_UP = 3;
/** Nobody chats this long: the register is learnt from short texts and is not asked. */
const LETTER_FROM = 120;
/** A letter mostly says at once what it is about: how it begins counts once more. */
const BEGINNING = { to: 100, weight: 0.3 };
/** A title names the matter and a letter has room for it; a story of a few dozen characters may not have come to it yet, and then what is usual counts. */
const LEANING = { after: 22, wholeFrom: 34, most: 0.75, letter: 0.25 };
const HARDLY_ANYTHING = 0.25;
const AT_A_LOSS = 0.3;

/** Makes the function that tells a text's class and its place in the petition tree; refuses a list of classes without `other`. Whoever has read the table of classes already gives it. */
export function createClassifier(files: ClassifierFiles, residents = readSparse(files.residents)): Classify {
  const { classes } = files;
  const other = classes.find(({ id }) => id === 'other');
  if (other === undefined) throw new Error('The list of classes lacks "other"');
  const rateClasses = createClassRating(classes, residents);
  const headModel = readSparse(files.heads);
  const register = readModel(files.register);
  const headOfClass = classes.map(({ petition }) => headModel.labels.indexOf(petition.l1));

  return (text) => {
    const bare = bareText(text);
    if (bare === '') return nothingSaid(other);
    const { scores, inLetters } = rateClasses.rate(bare);
    const [letter = 0, chat = 0] = register.score(bare);
    const chatLike = bare.length < LETTER_FROM ? chat - letter : -1;
    const choice = chooseHead(classes, { scores, inLetters, heads: headsOf(headModel, bare), headOfClass, chatLike });
    const answer = classified(classes, scores, choice, rateClasses.because(choice.category));
    const unclear = answer.category === other.id || (scores[choice.category] ?? 0) < HARDLY_ANYTHING;
    return unclear ? atALoss(answer, other, chatLike > 0) : answer;
  };
}

function headsOf(model: LinearModel, bare: string): Float64Array {
  const usual = leaningFor(bare.length);
  const summed = model.score(bare).map((score, at) => score + usual * (model.leanings[at] ?? 0));
  if (bare.length <= LETTER_FROM) return summed;
  const beginning = model.score(bare.slice(0, BEGINNING.to));
  for (let at = 0; at < summed.length; at++) summed[at] = (summed[at] ?? 0) + BEGINNING.weight * (beginning[at] ?? 0);
  return summed;
}

function leaningFor(length: number): number {
  if (length > LETTER_FROM) return LEANING.letter;
  const share = (length - LEANING.after) / (LEANING.wholeFrom - LEANING.after);
  return LEANING.most * Math.min(1, Math.max(0, share));
}

/** What speaks for each class, in chat and, where its head is sought, in letters. */
interface ClassRating {
  rate(bare: string): { readonly scores: Float64Array; readonly inLetters: Float64Array };
  because(at: number): string | undefined;
}

function createClassRating(classes: readonly ResidentsClass[], model: LinearModel): ClassRating {
  const phrases = createPhraseScores(classPhrases(classWords, classes.map(({ id }) => id)), classes.length);
  const labelOfClass = classes.map(({ id }) => model.labels.indexOf(id));
  const scores = new Float64Array(classes.length);
  const inLetters = new Float64Array(classes.length);
  return {
    rate(bare) {
      const said = phrases.score(bare);
      const learnt = model.score(bare);
      for (let at = 0; at < scores.length; at++) {
        const phrased = Math.log1p(said[at] ?? 0);
        const table = learnt[labelOfClass[at] ?? -1] ?? UNLEARNT;
        scores[at] = PHRASES * phrased + table;
        inLetters[at] = PHRASES_IN_LETTERS * phrased + table;
      }
      return { scores, inLetters };
    },
    because: (at) => phrases.because(at),
  };
}

function classified(classes: readonly ResidentsClass[], scores: Float64Array, { category, heads }: HeadChoice, word: string | undefined): Classified {
  const [first, second] = heads;
  const others = best(scores, RUNNERS_UP + 1).filter((at) => at !== category).slice(0, RUNNERS_UP);
  const confidence = shareOfClassesRight(lead(scores, category, others[0]));
  const left = 1 - confidence;
  const weights = others.map((at) => Math.exp((scores[at] ?? 0) * 5));
  const all = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  return {
    category: classes[category]?.id ?? 'other',
    petition: classes[first?.at ?? category]?.petition ?? { l1: '', l2: '' },
    confidence,
    headConfidence: shareOfHeadsRight((first?.total ?? 0) - (second?.total ?? 0)),
    secondHead: second?.l1,
    alternatives: others.map((at, place) => ({ category: classes[at]?.id ?? 'other', confidence: Math.min(confidence, (left * (weights[place] ?? 0)) / all) })),
    reasons: [...(word === undefined ? [] : [`class:${word}`]), `head:${first?.l1 ?? ''}`],
  };
}

/** No word speaks for a class, or all speak for none of them: a person had better read it, and the best guess becomes the first alternative. */
function atALoss(answer: Classified, { id, petition }: ResidentsClass, chatLike: boolean): Classified {
  const guess = { category: answer.category, confidence: AT_A_LOSS / 2 };
  const others = answer.alternatives.map(({ category, confidence }) => ({ category, confidence: Math.min(confidence, guess.confidence) / 2 }));
  const alternatives = [guess, ...others].filter(({ category }) => category !== id).slice(0, RUNNERS_UP);
  return { ...answer, category: id, petition: chatLike ? petition : answer.petition, confidence: AT_A_LOSS, alternatives };
}

function nothingSaid({ id, petition }: ResidentsClass): Classified {
  return { category: id, petition, confidence: 0, headConfidence: 0, alternatives: [], reasons: ['class:nothing-said'] };
}
