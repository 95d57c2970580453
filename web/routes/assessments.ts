import { failed, json, outcome, type Answer } from '../answer.ts';
import { asDownload, TABLE } from '../as-file.ts';
import type { WebDeps } from '../deps.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';
import { problem } from '../problem.ts';
import { AssessmentView, ByPeriod, ByPeriodAndUnit, CasePage, CaseQuery, ExportQuery, ScoresAnswer, ScoresBody, WhatIfBody } from '../schemas/assessment.ts';
import { ProblemDocument } from '../schemas/problem.ts';

/** Assessments and the cases behind them, within what the caller may see; scores given apart; what other weights would give. */
export function assessmentEndpoints(deps: Pick<WebDeps, 'assessments'>): Endpoint[] {
  return [...readEndpoints(deps), ...writeEndpoints(deps)];
}

function readEndpoints({ assessments }: Pick<WebDeps, 'assessments'>): Endpoint[] {
  const show = endpoint({
    method: 'get',
    path: '/api/assessments/:period',
    access: 'token',
    summary: 'http.api.assessment',
    takes: { params: ByPeriod },
    answers: { 200: AssessmentView, 404: ProblemDocument },
    handle: async ({ params: { period } }, { caller, language }) => shown(period, await assessments.get(period, caller(), language)),
  });
  const cases = endpoint({
    method: 'get',
    path: '/api/assessments/:period/:unit/cases',
    access: 'token',
    summary: 'http.api.assessment-cases',
    takes: { params: ByPeriodAndUnit, query: CaseQuery },
    answers: { 200: CasePage, 404: ProblemDocument },
    handle: async ({ params: { period, unit }, query }, { caller, language }) => shown(period, await assessments.cases(period, unit, query, caller(), language)),
  });
  const table = endpoint({
    method: 'get',
    path: '/api/assessments/:period/export',
    access: 'token',
    summary: 'http.api.assessment-export',
    takes: { params: ByPeriod, query: ExportQuery },
    answers: { 200: TABLE, 404: ProblemDocument },
    handle: async ({ params: { period }, query: { format } }, { caller, language }) => {
      const file = await assessments.table(period, format, caller(), language);
      return file === 'forbidden' || file === undefined ? shown(period, file) : asDownload(file);
    },
  });
  return [show, cases, table];
}

function writeEndpoints({ assessments }: Pick<WebDeps, 'assessments'>): Endpoint[] {
  const whatIf = endpoint({
    method: 'post',
    path: '/api/assessments/:period/what-if',
    access: 'token',
    summary: 'http.api.assessment-what-if',
    takes: { params: ByPeriod, body: WhatIfBody },
    answers: { 200: AssessmentView, 404: ProblemDocument },
    handle: async ({ params: { period }, body }, { caller, language }) => {
      const tried = await assessments.whatIf(period, body, caller(), language);
      return tried === 'forbidden' || tried === undefined ? shown(period, tried) : outcome(tried);
    },
  });
  const give = endpoint({
    method: 'post',
    path: '/api/assessments/:period/scores',
    access: 'token',
    summary: 'http.api.assessment-scores',
    takes: { params: ByPeriod, body: ScoresBody },
    answers: { 200: ScoresAnswer },
    handle: async ({ params: { period }, body }, { caller, language }) => json(await assessments.give(period, body, caller(), language)),
  });
  return [whatIf, give];
}

function shown(period: string, found: object | 'forbidden' | undefined): Answer {
  if (found === 'forbidden') return failed(problem('forbidden'));
  return found === undefined ? failed(problem('no-such-assessment', { params: { period } })) : json(found);
}
