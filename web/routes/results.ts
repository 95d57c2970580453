import { json } from '../answer.ts';
import type { WebDeps } from '../deps.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';
import { ProblemDocument } from '../schemas/problem.ts';
import { ResultPage, ResultQuery } from '../schemas/results.ts';

/** How what a source raised has ended, for the source to fetch. */
export function resultEndpoints({ results }: Pick<WebDeps, 'results'>): Endpoint[] {
  const list = endpoint({
    method: 'get',
    path: '/api/results',
    access: 'token',
    summary: 'http.api.results',
    takes: { query: ResultQuery },
    answers: { 200: ResultPage, 400: ProblemDocument },
    handle: async ({ query }, { caller }) => json(await results.list(query, caller())),
  });
  return [list];
}
