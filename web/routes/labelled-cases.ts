import type { WebDeps } from '../deps.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';

/** What people put right, without personal data, for training on own cases: only for the administrator. */
export function labelledCaseEndpoints({ labelledCases }: Pick<WebDeps, 'labelledCases'>): Endpoint[] {
  const list = endpoint({
    method: 'get',
    path: '/api/labelled-cases',
    access: 'admin',
    summary: 'http.api.labelled-cases',
    takes: {},
    answers: { 200: { type: 'application/x-ndjson' } },
    handle: async () => ({ kind: 'text', type: 'application/x-ndjson; charset=utf-8', text: await labelledCases.lines() }),
  });
  return [list];
}
