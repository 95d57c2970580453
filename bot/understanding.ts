import { join } from 'node:path';
import type { Directory } from '../domain/directory.ts';
import type { Now } from '../handlers/ports.ts';
import { createClassifier } from '../understanding/classify/classifier.ts';
import { createUnderstand } from '../understanding/engine.ts';
import { createDetectIntent } from '../understanding/intent/detect-intent.ts';
import { readClassifierFiles } from '../understanding/load.ts';
import { createGazetteer } from '../understanding/place/gazetteer.ts';
import { tellSame } from '../understanding/similar/tell-same.ts';
import type { PlaceGuess, Understand } from '../understanding/understanding.ts';

/** How messages are understood, offline. */
export interface Understanding {
  readonly understand: Understand;
  readonly findPlace: (words: string, near: { grid?: string | undefined }) => PlaceGuess;
  readonly isSame: (a: string, b: string) => boolean;
}

/** The offline engine over the directory's names. */
export function openUnderstanding(directory: Directory, now: Now): Understanding {
  const gazetteer = createGazetteer(directory.places());
  const understand = createUnderstand({ classify: createClassifier(readClassifierFiles(join(import.meta.dirname, '..'))), detectIntent: createDetectIntent(), gazetteer });
  return { understand, findPlace: (words, near) => gazetteer.find(words, { now: now(), grid: near.grid }), isSame: tellSame };
}
