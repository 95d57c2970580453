import { failed, json } from '../answer.ts';
import type { WebDeps } from '../deps.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';
import { problem } from '../problem.ts';
import { ProblemDocument } from '../schemas/problem.ts';
import { ByGrid, GridRecordList, RecordExportQuery, RecordQuery, ServiceList, ServiceQuery, TeamView } from '../schemas/services.ts';

/** The catalogue of services, who serves a grid, and what was collected of it, each within what the caller may see. */
export function serviceEndpoints({ services }: Pick<WebDeps, 'services'>): Endpoint[] {
  const list = endpoint({
    method: 'get',
    path: '/api/services',
    access: 'token',
    summary: 'http.api.services',
    takes: { query: ServiceQuery },
    answers: { 200: ServiceList },
    handle: async ({ query }) => json(await services.list(query)),
  });
  const team = endpoint({
    method: 'get',
    path: '/api/grids/:id/team',
    access: 'token',
    summary: 'http.api.team',
    takes: { params: ByGrid },
    answers: { 200: TeamView, 404: ProblemDocument },
    handle: async ({ params: { id } }) => found(id, await services.team(id)),
  });
  return [list, team, ...recordEndpoints({ services })];
}

function recordEndpoints({ services }: Pick<WebDeps, 'services'>): Endpoint[] {
  const records = endpoint({
    method: 'get',
    path: '/api/grids/:id/records',
    access: 'token',
    summary: 'http.api.records',
    takes: { params: ByGrid, query: RecordQuery },
    answers: { 200: GridRecordList, 404: ProblemDocument },
    handle: async ({ params: { id }, query }, { caller }) => found(id, await services.records(id, query, caller())),
  });
  const table = endpoint({
    method: 'get',
    path: '/api/grids/:id/records.csv',
    access: 'token',
    summary: 'http.api.records-csv',
    takes: { params: ByGrid, query: RecordExportQuery },
    answers: { 200: { type: 'text/csv' }, 404: ProblemDocument },
    handle: async ({ params: { id }, query: { section } }, { caller, language }) => {
      const text = await services.recordTable(id, section, caller(), language);
      return text === undefined ? found(id, undefined) : { kind: 'text', type: 'text/csv; charset=utf-8', text };
    },
  });
  return [records, table];
}

function found(id: string, value: object | undefined) {
  return value === undefined ? failed(problem('no-such-grid', { params: { id } })) : json(value);
}
