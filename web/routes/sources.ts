import { failed, json } from '../answer.ts';
import { asDownload, TABLE } from '../as-file.ts';
import type { WebDeps } from '../deps.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';
import { problem } from '../problem.ts';
import { ProblemDocument } from '../schemas/problem.ts';
import { ByImport, ImportList, ImportProgress, MatterFileBody, MatterFileView, SourceKinds, TemplateQuery } from '../schemas/sources.ts';

const FILE_LIMIT = 24 * 1024 * 1024;

/** Tables of other sources' matters: a look at what would happen, and the way to have them registered. For administrators alone. */
export function sourceEndpoints({ sources }: Pick<WebDeps, 'sources'>): Endpoint[] {
  const kinds = endpoint({ method: 'get', path: '/api/sources', access: 'admin', summary: 'http.api.sources', takes: {}, answers: { 200: SourceKinds }, handle: (_input, { language }) => json(sources.kinds(language)) });
  const take = endpoint({
    method: 'post',
    path: '/api/sources/imports',
    access: 'admin',
    summary: 'http.api.source-import',
    takes: { body: MatterFileBody },
    bodyLimit: FILE_LIMIT,
    answers: { 200: MatterFileView, 202: MatterFileView },
    handle: async ({ body }, { caller, language }) => {
      const view = await sources.take(body, caller(), language);
      return json(view, view.import === undefined ? 200 : 202);
    },
  });
  const list = endpoint({ method: 'get', path: '/api/sources/imports', access: 'admin', summary: 'http.api.source-imports', takes: {}, answers: { 200: ImportList }, handle: async (_input, { language }) => json(await sources.imports(language)) });
  const one = endpoint({
    method: 'get',
    path: '/api/sources/imports/:id',
    access: 'admin',
    summary: 'http.api.source-import-progress',
    takes: { params: ByImport },
    answers: { 200: ImportProgress, 404: ProblemDocument },
    handle: async ({ params: { id } }, { language }) => {
      const found = await sources.import(id, language);
      return found === undefined ? failed(problem('no-such-import', { params: { id } })) : json(found);
    },
  });
  const template = endpoint({ method: 'get', path: '/api/sources/template', access: 'admin', summary: 'http.api.source-template', takes: { query: TemplateQuery }, answers: { 200: TABLE }, handle: async ({ query: { format } }, { language }) => asDownload(await sources.template(format, language)) });
  return [kinds, take, list, one, template];
}
