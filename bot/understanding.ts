import { join } from 'node:path';
import type { Directory } from '../domain/directory/directory.ts';
import type { AskModel } from '../handlers/intake/draft.ts';
import { understandOnce } from '../handlers/intake/understand-once.ts';
import { createUnderstandWell } from '../handlers/intake/understand-well.ts';
import type { ModelUse, UnderstandWell } from '../handlers/intake/understand-well.ts';
import type { Now } from '../handlers/ports/now.ts';
import { readSparse } from '../understanding/classify/sparse-model.ts';
import { classScoresOf, createEngineOver, readClassifierFiles, readPersonalIn } from '../understanding/load.ts';
import { createMaskPersonal, maskAround, type MaskPersonal } from '../understanding/masking/personal-data.ts';
import { createGazetteer } from '../understanding/place/gazetteer.ts';
import { listedNames } from '../understanding/place/spellings.ts';
import { hearingReportsAsked } from '../understanding/report-asked.ts';
import { createAskService } from '../understanding/services/service-asked.ts';
import type { AskService } from '../understanding/services/service-asked.ts';
import { createServiceFinder } from '../understanding/services/service-finder.ts';
import { createTellSame } from '../understanding/similar/tell-same.ts';
import type { PlaceGuess, TellSame, Understand } from '../understanding/understanding.ts';
import type { ClassNames } from './district/district-files.ts';
import { readClassNames } from './district/district-files.ts';

/** How messages are understood: offline, and with a language model's help where there is one. */
export interface Understanding {
  readonly understand: Understand;
  readonly understandWell: UnderstandWell;
  readonly findPlace: (words: string, near: { grid?: string | undefined }) => PlaceGuess;
  readonly tellSame: TellSame;
  readonly maskPersonal: MaskPersonal;
  readonly maskAround: MaskPersonal;
  /** Which service of the catalogue a text asks about. */
  readonly askService: AskService;
}

/** When a language model is asked, if there is one. */
export interface ModelHelp {
  readonly use: ModelUse;
  readonly ask?: AskModel | undefined;
  /** A folder with weights trained on own cases. */
  readonly weights?: string | undefined;
}

/** The offline engine over the directory's names, and whoever helps it. */
export function openUnderstanding(directory: Directory, now: Now, { use, ask, weights }: ModelHelp = { use: 'off' }, { isPlaceless }: Pick<ClassNames, 'isPlaceless'> = readClassNames()): Understanding {
  const places = directory.places();
  const gazetteer = createGazetteer(places);
  const root = join(import.meta.dirname, '..');
  const files = readClassifierFiles(root, weights);
  const residents = readSparse(files.residents);
  const tellSame = createTellSame(classScoresOf(residents));
  const personalIn = readPersonalIn(root, [...places.flatMap(listedNames), ...publicWords(directory)]);
  const maskPersonal = createMaskPersonal(personalIn);
  const understand = understandOnce(hearingReportsAsked(createEngineOver({ gazetteer, personalIn, residents }, files, root), isPlaceless));
  const findPlace: Understanding['findPlace'] = (words, near) => gazetteer.find(words, { now: now(), grid: near.grid });
  const petitions = new Map(files.classes.map(({ id, petition }) => [id, petition]));
  const understandWell = createUnderstandWell({ use, ask, understand, findPlace, petitionOf: (category) => petitions.get(category), maskPersonal });
  const askService = createAskService(createServiceFinder(directory.data.services.map((service) => ({ id: service.id, names: listedNames(service) }))));
  return { understand, understandWell, findPlace, tellSame, maskPersonal, maskAround, askService };
}

/** What the directory says for everybody to read: who works or helps for the district, its units, and what each does. */
function publicWords({ data }: Directory): string[] {
  const people = data.people.filter(({ roles }) => roles.some((role) => role !== 'resident')).map(({ name }) => name);
  return [...people, ...data.units.flatMap((unit) => [...listedNames(unit), ...unit.duties]), ...data.teams.flatMap(({ duties }) => duties)];
}
