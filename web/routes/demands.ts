import { z } from 'zod';
import { CommandInput } from '../../handlers/acting/command-input.ts';
import { failed, json, outcome, type Answer } from '../answer.ts';
import type { WebDeps } from '../deps.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';
import { problem } from '../problem.ts';
import { DemandQuery } from '../schemas/demand-query.ts';
import { DemandPage, DemandView } from '../schemas/demand.ts';
import { CommandHeaders } from '../schemas/idempotency.ts';
import { ProblemDocument } from '../schemas/problem.ts';

const ById = z.object({ id: z.string() });
const Command = CommandInput.meta({ id: 'Command' });

/** Demands are listed, shown and acted on, each within what the caller may see. */
export function demandEndpoints({ demands, commands }: Pick<WebDeps, 'demands' | 'commands'>): Endpoint[] {
  const list = endpoint({
    method: 'get',
    path: '/api/demands',
    access: 'token',
    summary: 'http.api.demands',
    takes: { query: DemandQuery },
    answers: { 200: DemandPage },
    handle: async ({ query }, { caller }) => json(await demands.list(query, caller())),
  });
  const show = endpoint({
    method: 'get',
    path: '/api/demands/:id',
    access: 'token',
    summary: 'http.api.demand',
    takes: { params: ById },
    answers: { 200: DemandView, 404: ProblemDocument },
    handle: async ({ params: { id } }, { caller }) => shown(id, await demands.get(id, caller())),
  });
  const act = endpoint({
    method: 'post',
    path: '/api/demands/:id/commands',
    access: 'token',
    summary: 'http.api.command',
    takes: { params: ById, body: Command, headers: CommandHeaders },
    answers: { 200: DemandView, 404: ProblemDocument, 409: ProblemDocument, 422: ProblemDocument },
    handle: async ({ params: { id }, body, headers }, { caller, language }) => {
      const done = await commands.run(id, body, caller(), language, headers['idempotency-key']);
      return done === undefined ? shown(id, undefined) : outcome(done);
    },
  });
  return [list, show, act];
}

/** A demand, or that there is none with this id. */
export function shown(id: string, demand: DemandView | undefined): Answer {
  return demand === undefined ? failed(problem('no-such-demand', { params: { id } })) : json(demand);
}
