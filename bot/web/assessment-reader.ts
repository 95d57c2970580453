import { randomUUID } from 'node:crypto';
import { isBackToBack } from '../../domain/assessment/assess.ts';
import { reweighted } from '../../domain/assessment/what-if.ts';
import type { Directory } from '../../domain/directory/directory.ts';
import { seesAssessment } from '../../domain/mechanism/assessment.ts';
import type { Mechanism } from '../../domain/mechanism/mechanism.ts';
import type { Calendar } from '../../domain/time/working-time.ts';
import { actorOf } from '../../handlers/acting/actor.ts';
import type { Assessed } from '../../handlers/assessment/assessing.ts';
import type { ScoreGiver } from '../../handlers/assessment/give-score.ts';
import { presentAssessment, presentCase } from '../../handlers/assessment/present.ts';
import { sheetOf } from '../../handlers/assessment/sheet.ts';
import { casesFor, classesFor, sees, viewerOf } from '../../handlers/assessment/view.ts';
import type { Viewer } from '../../handlers/assessment/view.ts';
import { refusedScore } from '../../handlers/chat/score.ts';
import type { Now } from '../../handlers/ports/now.ts';
import type { Stores } from '../../handlers/ports/stores.ts';
import { inWords } from '../../handlers/say.ts';
import type { Describing } from '../../handlers/showing/describe.ts';
import type { Presenting } from '../../handlers/showing/present.ts';
import type { AssessmentReader, Caller } from '../../web/deps.ts';
import type { Language } from '../../web/outcome.ts';
import type { AssessmentView, CaseQuery, ScoresBody } from '../../web/schemas/assessment.ts';
import type { Assessors } from '../assessments.ts';
import { tableFile } from '../tables/table-file.ts';

/** What is needed to show assessments over HTTP. */
export interface ReadingAssessments {
  readonly stores: Pick<Stores, 'people' | 'sealer'>;
  readonly assessors: Assessors;
  readonly directory: () => Directory;
  readonly mechanism: Mechanism;
  readonly calendar: Calendar;
  readonly describing: () => Describing;
  readonly presenting: Pick<Presenting, 'maskPersonal' | 'erased'>;
  readonly now: Now;
}

/** Assessments within what the caller may see; `forbidden` for people whose role does not see them. */
export function createAssessmentReader(parts: ReadingAssessments): AssessmentReader {
  const { assessments } = parts.assessors;
  return {
    get: (period, caller, language) => within(parts, period, caller, (assessed, viewer) => viewOf(parts, assessed, viewer, language)),
    cases: (period, unit, query, caller, language) => within(parts, period, caller, (assessed, viewer) => (sees(viewer, unit) && parts.directory().unit(unit) !== undefined ? casesOf(parts, assessed, viewer, unit, query, language) : undefined)),
    table: (period, format, caller, language) =>
      within(parts, period, caller, async (assessed, viewer) => {
        const sheet = sheetOf(wording(parts, language), assessed, classesFor(assessed, assessed.classes, viewer));
        return tableFile(format, { file: `assessment-${period}`, ...sheet });
      }),
    whatIf: (period, { weights }, caller, language) =>
      within(parts, period, caller, async (assessed, viewer) => {
        const other = reweighted(assessed.formula, weights);
        const { speak } = parts.describing();
        if (!other.ok) return { ok: false, refusal: 'wrong-weights', params: { faults: other.faults.map(({ code, params }) => speak(language, `district.fault.${code}`, params)).join('\n') } } as const;
        const classes = await assessments.tryWith(period, other.value);
        const { sealed: _, ...changed } = { ...assessed, formula: other.value, classes };
        return { ok: true, value: { ...viewOf(parts, changed, viewer, language), whatIf: true } } as const;
      }),
    give: (period, body, caller, language) => give(parts, period, body, caller, language),
  };
}

function viewerFor(directory: Directory, caller: Caller): Viewer {
  return caller.kind === 'admin' ? { own: [] } : viewerOf(directory, caller.units);
}

async function within<T>({ assessors: { assessments }, directory }: ReadingAssessments, period: string, caller: Caller, look: (assessed: Assessed, viewer: Viewer) => T | Promise<T>): Promise<T | 'forbidden' | undefined> {
  const { settings } = assessments.formula ?? {};
  if (settings === undefined) return undefined;
  if (caller.kind === 'person' && !seesAssessment(settings, directory().person(caller.person)?.roles ?? [])) return 'forbidden';
  const assessed = await assessments.read(period);
  return assessed && look(assessed, viewerFor(directory(), caller));
}

function wording({ describing, calendar }: ReadingAssessments, language: Language) {
  return { describing: describing(), calendar, language };
}

function viewOf(parts: ReadingAssessments, assessed: Assessed, viewer: Viewer, language: Language): AssessmentView {
  return presentAssessment(wording(parts, language), assessed, classesFor(assessed, assessed.classes, viewer));
}

async function casesOf(parts: ReadingAssessments, assessed: Assessed, viewer: Viewer, unit: string, { indicator, counted, offset, limit }: CaseQuery, language: Language) {
  const { formula, period } = assessed;
  const all = casesFor(formula, await parts.assessors.assessments.cases(period, formula, unit), viewer).filter((one) => indicator === undefined || one.indicator === indicator);
  const asked = all.filter((one) => counted === undefined || String(one.counted) === counted);
  const with_ = { ...wording(parts, language), sealer: parts.stores.sealer, ...parts.presenting };
  const items = await Promise.all(asked.slice(offset, offset + limit).map((one) => presentCase(with_, one)));
  const hidden = viewer.scope !== undefined && viewer.own.includes(unit) ? formula.settings.indicators.filter((one) => isBackToBack(formula, one)).map(({ id }) => id) : [];
  const count = all.filter((one) => one.counted).length;
  return { period: period.id, unit, counted: count, left: all.length - count, backToBack: hidden, items, ...(asked.length > offset + limit ? { next: offset + limit } : {}) };
}

async function give(parts: ReadingAssessments, period: string, { items }: ScoresBody, caller: Caller, language: Language) {
  const giver = await giverOf(parts, caller);
  const call = `http:${randomUUID()}`;
  const answers = [];
  for (const [index, { about = period, ...item }] of items.entries()) {
    const input = { ...item, about };
    const given = giver === undefined ? ({ ok: false, refusal: 'not-yours-to-rate' } as const) : await parts.assessors.giveScore(giver, input, `${call}:${index}`);
    answers.push(given.ok ? ({ ok: true, id: given.value.id } as const) : ({ ok: false, refusal: given.refusal, sentence: sentence(given.refusal, input) } as const));
  }
  return { kept: answers.filter(({ ok }) => ok).length, items: answers };

  function sentence(refusal: Parameters<typeof refusedScore>[2], input: Parameters<typeof refusedScore>[3]): string {
    return refusedScore({ ...parts }, { language, unit: input?.rated }, refusal, input).map((said) => inWords(parts.describing(), said, language, parts.now())).join('\n');
  }
}

async function giverOf({ stores, directory }: ReadingAssessments, caller: Caller): Promise<ScoreGiver | undefined> {
  if (caller.kind === 'admin') return { admin: true };
  const person = await stores.people.get(caller.person);
  return person && { actor: actorOf(directory(), person) };
}
