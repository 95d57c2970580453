import { periodAt, periodBefore } from '../../domain/assessment/period.ts';
import type { Period } from '../../domain/assessment/period.ts';
import type { Directory } from '../../domain/directory/directory.ts';
import type { Mechanism } from '../../domain/mechanism/mechanism.ts';
import { afterQuiet } from '../../domain/time/working-time.ts';
import type { Calendar } from '../../domain/time/working-time.ts';
import { deskOf } from '../letters/letters.ts';
import type { SealedPeriods } from '../ports/assessment.ts';
import type { Ledger } from '../ports/coordination.ts';
import type { Letter, Outbox } from '../ports/letters.ts';
import type { Now } from '../ports/now.ts';
import type { People } from '../ports/people.ts';
import type { Describing } from '../showing/describe.ts';
import type { Assessed, Assessments } from './assessing.ts';
import { classesFor, viewerOf } from './view.ts';
import { assessmentText } from './words.ts';

/** What is needed to close periods. */
export interface ClosingPeriods {
  readonly assessments: Assessments;
  readonly sealedPeriods: Pick<SealedPeriods, 'get'>;
  readonly ledger: Pick<Ledger, 'get' | 'set'>;
  readonly outbox: Pick<Outbox, 'put'>;
  readonly people: Pick<People, 'get'>;
  readonly directory: () => Directory;
  readonly describing: () => Describing;
  readonly mechanism: Mechanism;
  readonly calendar: Calendar;
  readonly now: Now;
}

/** So many periods back are looked at, for a program that did not run when they were to be closed. */
const BACK = 2;
const SHORT_HASH = 16;

/**
 * Seals the periods that are over, if anything happened in them, and sends each head the report of the own unit and those below. Gives how many letters. Safe to run late, twice and in
 * several processes: a period is sealed once, and letters are known by period, unit and person.
 */
export function createClosePeriods(deps: ClosingPeriods): () => Promise<number> {
  return async () => {
    let put = 0;
    for (const period of lastPeriods(deps)) {
      if (!(await isClosable(deps, period))) continue;
      await deps.assessments.seal(period);
      const mark = `assessment-report:${period.id}`;
      if ((await deps.sealedPeriods.get(period.id)) === undefined || (await deps.ledger.get(mark)) !== undefined) continue;
      put += await report(deps, period);
      await deps.ledger.set(mark, String(put), deps.now());
    }
    return put;
  };
}

/** A district that begins in November has nothing to be told about October. */
async function isClosable({ assessments, sealedPeriods }: ClosingPeriods, period: Period): Promise<boolean> {
  return (await sealedPeriods.get(period.id)) !== undefined || assessments.anything(period);
}

function lastPeriods({ assessments: { formula }, calendar, now }: ClosingPeriods): Period[] {
  if (formula === undefined) return [];
  const { period: settings } = formula.settings;
  const periods: Period[] = [];
  for (let period = periodAt(settings, calendar, now()); periods.length < BACK; periods.unshift(period)) period = periodBefore(settings, calendar, period);
  return periods;
}

async function report(deps: ClosingPeriods, { id }: Period): Promise<number> {
  const assessed = await deps.assessments.read(id);
  if (assessed === undefined) return 0;
  const letters: Letter[] = [];
  for (const unit of unitsToTell(deps.directory(), assessed)) letters.push(...(await lettersTo(deps, assessed, unit)));
  await deps.outbox.put(letters, deps.now());
  return letters.length;
}

/** Every unit that was assessed, and those above them. */
function unitsToTell(directory: Directory, { classes }: Assessed): readonly string[] {
  const assessed = classes.flatMap(({ units }) => units.map(({ unit }) => unit));
  return [...new Set(assessed.flatMap((unit) => [unit, ...directory.unitsAbove(unit).map(({ id }) => id)]))];
}

async function lettersTo({ directory, describing, mechanism, calendar, people, now }: ClosingPeriods, assessed: Assessed, unit: string): Promise<Letter[]> {
  const viewer = viewerOf(directory(), [unit]);
  const classes = classesFor(assessed, assessed.classes, viewer);
  const told = (await Promise.all(deskOf({ directory: directory(), mechanism }, unit, 'head').map((id) => people.get(id)))).filter((one) => one !== undefined);
  return told.map(({ id, language }) => {
    const { speak } = describing();
    const text = assessmentText({ describing: describing(), calendar, language }, assessed, classes, [unit]);
    const seal = speak(language, 'report.hash', { hash: assessed.sealed?.hash.slice(0, SHORT_HASH) });
    return {
      key: `assessment:${assessed.period.id}:${unit}:${id}`,
      to: { person: id },
      text: [speak(language, 'report.title', { period: assessed.period.id }), text, seal].join('\n'),
      mask: false,
      notBefore: afterQuiet(calendar, now()),
      reply: false,
    };
  });
}
