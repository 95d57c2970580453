import { failed } from '../answer.ts';
import type { WebDeps } from '../deps.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';
import { problem } from '../problem.ts';
import { ProblemDocument } from '../schemas/problem.ts';

/** What people put right, without personal data, for training on own cases: only for the administrator. */
export function labelledCaseEndpoints({ labelledCases }: Pick<WebDeps, 'labelledCases'>): Endpoint[] {
  const list = endpoint({
    method: 'get',
    path: '/api/labelled-cases',
    access: 'token',
    summary: 'http.api.labelled-cases',
    takes: {},
    answers: { 200: { type: 'application/x-ndjson' }, 403: ProblemDocument },
    handle: async (_, { caller }) => {
      if (caller().kind !== 'admin') return failed(problem('forbidden'));
      return { kind: 'text', type: 'application/x-ndjson; charset=utf-8', text: await labelledCases.lines() };
    },
  });
  return [list];
}
