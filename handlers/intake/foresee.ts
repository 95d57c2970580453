import type { Directory } from '../../domain/directory/directory.ts';
import type { Mechanism } from '../../domain/mechanism/mechanism.ts';
import type { PlaceGuess, Understand } from '../../understanding/understanding.ts';
import type { Now } from '../ports/now.ts';
import type { HandedIn } from './intake.ts';
import { placeFrom } from './places.ts';
import { routeFor, sortingDesk } from './route.ts';

/** What is needed to say what would become of a matter. */
export interface Foreseeing {
  /** Offline: a look at a table asks nobody. */
  readonly understand: Understand;
  readonly findPlace: (words: string, near: { grid?: string | undefined }) => PlaceGuess;
  readonly directory: () => Directory;
  readonly mechanism: Mechanism;
  readonly now: Now;
}

/** How a matter would be understood, and who would get it; the place is missing when it is not found. */
export interface Foreseen {
  readonly category: string;
  readonly place?: string | undefined;
  readonly unit: string;
  readonly summary: string;
}

/** Says what would become of a matter if it were handed in now; nothing is kept. */
export async function foresee({ understand, findPlace, directory, mechanism, now }: Foreseeing, { text, place: said, occurredAt }: HandedIn): Promise<Foreseen> {
  const { matters: [matter] } = understand(text, { now: occurredAt ?? now() });
  const guess = said === undefined ? matter.place : findPlace(said, {});
  const place = guess.kind === 'found' ? await placeFrom(directory(), guess.place, (words) => Promise.resolve(words)) : undefined;
  const { unit } = place === undefined ? sortingDesk(directory(), mechanism) : routeFor(directory(), mechanism, matter.category, place).to;
  return { category: matter.category, place: place?.name, unit, summary: matter.summary };
}
