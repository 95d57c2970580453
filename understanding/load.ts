import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createFeelingsIn, type FeelingsIn } from './circumstances/feelings.ts';
import { classListFrom, classListKept } from './classify/class-list.ts';
import { createClassifier, type ClassifierFiles } from './classify/classifier.ts';
import type { ResidentsClass } from './classify/petition-head.ts';
import type { ClassScores } from './classify/piece.ts';
import type { LinearModel } from './classify/run-table.ts';
import { readSparse } from './classify/sparse-model.ts';
import { createUnderstand, type EngineDeps } from './engine.ts';
import { createDetectIntent } from './intent/detect-intent.ts';
import { createIntentOpinion, type GiveIntentOpinion } from './intent/intent-opinion.ts';
import { createFindNames } from './masking/names/find-names.ts';
import { readNameWeights } from './masking/names/name-weights.ts';
import { createPersonalIn, type PersonalIn } from './masking/personal-data.ts';
import { createGazetteer } from './place/gazetteer.ts';
import { listedNames } from './place/spellings.ts';
import { createMattersIn, type MattersIn } from './split/matters-in.ts';
import type { PlaceName, Understand } from './understanding.ts';
import { createDangerOpinion, type GiveDangerOpinion } from './urgency/danger-opinion.ts';

/** What the engine is loaded with. */
export interface LoadOptions {
  /** The directory's names; none when not given, then places are given as said. */
  readonly names?: readonly PlaceName[] | undefined;
  /** Read from the project's folder when not given. */
  readonly classifierFiles?: ClassifierFiles | undefined;
  /** The project's folder; the one this file lies in when not given. */
  readonly root?: string | undefined;
}

/** The whole offline engine with its files read; throws when one is missing or broken. */
export function createEngine({ names = [], classifierFiles, root = join(import.meta.dirname, '..') }: LoadOptions = {}): Understand {
  const files = classifierFiles ?? readClassifierFiles(root);
  return createEngineOver({ gazetteer: createGazetteer(names), personalIn: readPersonalIn(root, names.flatMap(listedNames)), residents: readSparse(files.residents) }, files, root);
}

/** What others ask too, so that it is read once. */
export interface SharedParts extends Pick<EngineDeps, 'gazetteer' | 'personalIn'> {
  /** The table of the residents' classes. */
  readonly residents: LinearModel;
}

/** The same over parts that lie ready. */
export function createEngineOver({ gazetteer, personalIn, residents }: SharedParts, files: ClassifierFiles, root: string): Understand {
  return createUnderstand({
    classify: createClassifier(files, residents),
    detectIntent: createDetectIntent(readIntentOpinion(root)),
    gazetteer,
    personalIn,
    mattersIn: readMattersIn(root, classScoresOf(residents)),
    feelingsIn: readFeelingsIn(root),
    dangerOpinion: readDangerOpinion(root),
  });
}

/** The classifier's numbers and the list of classes, as they lie in the project's folder; numbers in a folder of one's own go before. */
export function readClassifierFiles(root: string, own?: string): ClassifierFiles {
  const trained = (name: string) => {
    const path = own === undefined ? undefined : join(own, `${name}.bin`);
    return path !== undefined && existsSync(path) ? readFileSync(path) : numbers(root, name);
  };
  return {
    heads: trained('heads'),
    residents: trained('classes'),
    register: trained('register'),
    classes: readClasses(root),
  };
}

/** The list as people write it takes longer to read than all else together, so a copy of it lies beside the numbers. */
function readClasses(root: string): ResidentsClass[] {
  const text = readFileSync(join(root, 'districts/classes.yaml'), 'utf8');
  const kept = join(root, 'understanding/weights/classes.json');
  return (existsSync(kept) ? classListKept(text, readFileSync(kept, 'utf8')) : undefined) ?? classListFrom(parsedYaml(text));
}

/** Only where the copy is missing or older than the list: to load the reader of such files takes as long as to read the numbers. */
function parsedYaml(text: string): unknown {
  const yaml = createRequire(import.meta.url)('yaml') as typeof import('yaml');
  return yaml.parse(text);
}

/** What finds personal data, with the weights for names from the project's folder; names that everybody knows stay, of places and of whoever works for the district. */
export function readPersonalIn(root: string, known: readonly string[]): PersonalIn {
  return createPersonalIn(createFindNames(readNameWeights(numbers(root, 'names')), known));
}

/** How much a bare text speaks for each class, by the numbers of the project's folder. */
export function readClassScores(root: string): ClassScores {
  return classScoresOf(readSparse(numbers(root, 'classes')));
}

/** The trained knowledge of where another matter begins, from the numbers in the project's folder. */
export function readMattersIn(root: string, classScores = readClassScores(root)): MattersIn {
  return createMattersIn(numbers(root, 'split'), classScores);
}

/** How much a bare text speaks for each class; each answer is a list of its own, as two of them are compared. */
export function classScoresOf(model: LinearModel): ClassScores {
  return (bare) => Float64Array.from(model.score(bare));
}

/** What tells whether somebody wants to stay hidden or is upset, from the numbers in the project's folder. */
export function readFeelingsIn(root: string): FeelingsIn {
  return createFeelingsIn({ hidden: numbers(root, 'hidden'), upset: numbers(root, 'upset') });
}

/** The trained opinion on danger, from the numbers in the project's folder. */
export function readDangerOpinion(root: string): GiveDangerOpinion {
  return createDangerOpinion(numbers(root, 'danger'));
}

/** The trained opinion on what is wanted, from the numbers in the project's folder. */
export function readIntentOpinion(root: string): GiveIntentOpinion {
  return createIntentOpinion(numbers(root, 'intents'));
}

function numbers(root: string, name: string): Buffer {
  return readFileSync(join(root, `understanding/weights/${name}.bin`));
}
