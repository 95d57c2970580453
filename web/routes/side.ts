import { z } from 'zod';
import { failed, json } from '../answer.ts';
import type { WebDeps } from '../deps.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';
import { problem } from '../problem.ts';
import { ProblemDocument } from '../schemas/problem.ts';
import { DeliberationPage, ListsView, NeedPage, ProjectPage, ResourcePage, ResourcesAnswer, ResourcesBody, SideQuery } from '../schemas/side.ts';

const ByUnit = z.object({ unit: z.string() });

/** What stands beside demands, and resources taken; listed within what the caller may see; nothing where the program has none of it. */
export function sideEndpoints({ side }: Pick<WebDeps, 'side'>): Endpoint[] {
  if (side === undefined) return [];
  const listed = { method: 'get', access: 'token', takes: { query: SideQuery } } as const;
  return [
    endpoint({ ...listed, path: '/api/deliberations', summary: 'http.api.deliberations', answers: { 200: DeliberationPage }, handle: async ({ query }, { caller }) => json(await side.deliberations(query, caller())) }),
    endpoint({ ...listed, path: '/api/resources', summary: 'http.api.resources', answers: { 200: ResourcePage }, handle: async ({ query }, { caller }) => json(await side.resources(query, caller())) }),
    endpoint({ ...listed, path: '/api/needs', summary: 'http.api.needs', answers: { 200: NeedPage }, handle: async ({ query }, { caller }) => json(await side.needs(query, caller())) }),
    endpoint({ ...listed, path: '/api/projects', summary: 'http.api.projects', answers: { 200: ProjectPage }, handle: async ({ query }, { caller }) => json(await side.projects(query, caller())) }),
    endpoint({
      method: 'get',
      path: '/api/lists/:unit',
      access: 'token',
      summary: 'http.api.lists',
      takes: { params: ByUnit },
      answers: { 200: ListsView, 404: ProblemDocument },
      handle: async ({ params: { unit } }, { caller, language }) => {
        const lists = await side.lists(unit, caller(), language);
        return lists === undefined ? failed(problem('not-found')) : json(lists);
      },
    }),
    endpoint({
      method: 'post',
      path: '/api/resources',
      access: 'admin',
      summary: 'http.api.take-resources',
      takes: { body: ResourcesBody },
      answers: { 200: ResourcesAnswer, 404: ProblemDocument },
      handle: async ({ body }, { language }) => {
        const taken = await side.takeResources(body, language);
        return taken === undefined ? failed(problem('not-found')) : json(taken);
      },
    }),
  ];
}
