import type { Directory } from '../domain/directory/directory.ts';
import type { Mechanism } from '../domain/mechanism/mechanism.ts';
import type { Calendar } from '../domain/time/working-time.ts';
import type { Digest } from '../handlers/assessment/digest.ts';
import { createDangerWatch } from '../handlers/hotspots/warnings.ts';
import type { DangerWatch } from '../handlers/hotspots/warnings.ts';
import { createWeeklyLetters } from '../handlers/letters/weekly-letters.ts';
import type { Now } from '../handlers/ports/now.ts';
import type { Stores } from '../handlers/ports/stores.ts';
import type { Describing } from '../handlers/showing/describe.ts';

/** What is needed to put together what warns. */
export interface Warning {
  readonly stores: Stores;
  readonly mechanism: Mechanism;
  readonly directory: () => Directory;
  readonly calendar: Calendar;
  readonly now: Now;
  /** The week in short, said in the same letter where both go to one person. */
  readonly digests: (monday: string) => Promise<readonly Digest[]>;
}

/** What warns: of danger at once, of what piles up once a week. */
export interface Warners {
  readonly danger: DangerWatch;
  readonly weekly: () => Promise<number>;
}

/** Puts together what warns. */
export function createWarners({ stores, mechanism, directory, calendar, now, digests }: Warning, describing: (mechanism: Mechanism) => Describing): Warners {
  const own = { ...stores, mechanism, directory, calendar, now, describing: () => describing(mechanism) };
  return { danger: createDangerWatch(own), weekly: createWeeklyLetters({ ...own, digests }) };
}
