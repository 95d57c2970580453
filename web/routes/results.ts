import { json } from '../answer.ts';
import { asDownload, TABLE } from '../as-file.ts';
import type { WebDeps } from '../deps.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';
import { AgainBody, AgainView, ResultPage, ResultQuery, ResultTableQuery, UntoldList } from '../schemas/results.ts';

/** How what a source raised has ended, for the source to fetch. */
export function resultEndpoints({ results }: Pick<WebDeps, 'results'>): Endpoint[] {
  const list = endpoint({
    method: 'get',
    path: '/api/results',
    access: 'token',
    summary: 'http.api.results',
    takes: { query: ResultQuery },
    answers: { 200: ResultPage },
    handle: async ({ query }, { caller }) => json(await results.list(query, caller())),
  });
  const table = endpoint({
    method: 'get',
    path: '/api/results/export',
    access: 'token',
    summary: 'http.api.results-export',
    takes: { query: ResultTableQuery },
    answers: { 200: TABLE },
    handle: async ({ query }, { caller, language }) => asDownload(await results.table(query, caller(), language)),
  });
  return [list, table, ...untoldEndpoints(results)];
}

/** Results that sources have not accepted: for administrators alone. */
function untoldEndpoints(results: WebDeps['results']): Endpoint[] {
  const untold = endpoint({ method: 'get', path: '/api/results/untold', access: 'admin', summary: 'http.api.results-untold', takes: {}, answers: { 200: UntoldList }, handle: async (_input, { language }) => json(await results.untold(language)) });
  const again = endpoint({ method: 'post', path: '/api/results/again', access: 'admin', summary: 'http.api.results-again', takes: { body: AgainBody }, answers: { 200: AgainView }, handle: async ({ body: { ids } }) => json({ count: await results.again(ids) }) });
  return [untold, again];
}
