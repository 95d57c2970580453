import { z } from 'zod';
import { json } from '../../answer.ts';
import type { SandboxAccess } from '../../deps.ts';
import { endpoint, type Endpoint } from '../../endpoint.ts';
import type { EventStream } from '../../event-stream.ts';
import { DemandPage, DemandView } from '../../schemas/demand.ts';
import { ProblemDocument } from '../../schemas/problem.ts';
import { SandboxDemandsQuery } from '../../schemas/sandbox.ts';
import { shown } from '../demands.ts';

/** What moves: the newest demands, one of them whole, and the stream of news. */
export function boardEndpoints({ demands }: Pick<SandboxAccess, 'demands'>, stream: EventStream): Endpoint[] {
  const list = endpoint({
    method: 'get',
    path: '/sandbox/demands',
    access: 'local',
    summary: 'http.api.sandbox.demands',
    takes: { query: SandboxDemandsQuery },
    answers: { 200: DemandPage },
    handle: async ({ query: { limit } }, { language }) => json(await demands.list(limit, language)),
  });
  const show = endpoint({
    method: 'get',
    path: '/sandbox/demands/:id',
    access: 'local',
    summary: 'http.api.sandbox.demand',
    takes: { params: z.object({ id: z.string() }) },
    answers: { 200: DemandView, 404: ProblemDocument },
    handle: async ({ params: { id } }, { language }) => shown(id, await demands.get(id, language)),
  });
  const news = endpoint({
    method: 'get',
    path: '/sandbox/stream',
    access: 'local',
    summary: 'http.api.sandbox.stream',
    takes: {},
    answers: { 200: { type: 'text/event-stream' } },
    handle: () => ({ kind: 'written', write: stream.open }),
  });
  return [list, show, news];
}
