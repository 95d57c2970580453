import { createHash } from 'node:crypto';
import type { Directory } from '../domain/directory/directory.ts';
import type { Mechanism } from '../domain/mechanism/mechanism.ts';
import type { Calendar } from '../domain/time/working-time.ts';
import { createAssessments } from '../handlers/assessment/assessing.ts';
import type { Assessments } from '../handlers/assessment/assessing.ts';
import { createClosePeriods } from '../handlers/assessment/close-periods.ts';
import { createDigests } from '../handlers/assessment/digest.ts';
import type { Digest } from '../handlers/assessment/digest.ts';
import { createGiveScore } from '../handlers/assessment/give-score.ts';
import type { GiveScore } from '../handlers/assessment/give-score.ts';
import type { Now } from '../handlers/ports/now.ts';
import type { Stores } from '../handlers/ports/stores.ts';
import type { Describing } from '../handlers/showing/describe.ts';

/** What is needed to put together what assesses. */
interface Parts {
  readonly stores: Stores;
  readonly mechanism: Mechanism;
  readonly directory: () => Directory;
  readonly calendar: Calendar;
  readonly now: Now;
}

/** What assesses: figures, scores given apart, the closing of periods, and the week in short. */
export interface Assessors {
  readonly assessments: Assessments;
  readonly giveScore: GiveScore;
  readonly closePeriods: () => Promise<number>;
  readonly digests: (monday: string) => Promise<readonly Digest[]>;
}

/** Puts together what assesses. */
export function createAssessors({ stores, mechanism, directory, calendar, now }: Parts, describing: (mechanism: Mechanism) => Describing): Assessors {
  const own = { ...stores, mechanism, directory, calendar, now, describing: () => describing(mechanism) };
  const assessments = createAssessments({ ...own, fingerprint: (text) => createHash('sha256').update(text, 'utf8').digest('hex') });
  return { assessments, giveScore: createGiveScore(own), closePeriods: createClosePeriods({ ...own, assessments }), digests: createDigests({ ...own, assessments }) };
}
