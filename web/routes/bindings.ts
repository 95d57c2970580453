import { z } from 'zod';
import { failed, json } from '../answer.ts';
import type { WebDeps } from '../deps.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';
import { problem } from '../problem.ts';
import { ProblemDocument } from '../schemas/problem.ts';

const Whom = z.strictObject({ person: z.string().min(1).max(60) });
const Code = z.strictObject({ person: z.string(), code: z.string() }).meta({ id: 'BindingCode' });
const Released = z.strictObject({ person: z.string(), accounts: z.number() }).meta({ id: 'ReleasedAccounts' });

const Block = z.strictObject({ demand: z.string().min(1).max(20), until: z.iso.datetime({ offset: true }), reason: z.string().trim().min(2).max(200) });
const Blocked = z.strictObject({ demand: z.string(), until: z.string() }).meta({ id: 'Blocked' });

/** Codes by which people bind their accounts, and taking accounts from who has left: the administrator's. */
export function bindingEndpoints({ bindings }: Pick<WebDeps, 'bindings'>): Endpoint[] {
  if (bindings === undefined) return [];
  const answers = { 200: Code, 404: ProblemDocument } as const;
  const issue = endpoint({
    method: 'post',
    path: '/api/bindings',
    access: 'admin',
    summary: 'http.api.bindings',
    takes: { body: Whom },
    answers,
    handle: async ({ body: { person } }) => {
      const code = await bindings.issue(person);
      return code === undefined ? failed(problem('not-found', { params: { path: person } })) : json({ person, code });
    },
  });
  const release = endpoint({
    method: 'post',
    path: '/api/bindings/release',
    access: 'admin',
    summary: 'http.api.bindings-release',
    takes: { body: Whom },
    answers: { ...answers, 200: Released },
    handle: async ({ body: { person } }) => json({ person, accounts: (await bindings.release(person)).length }),
  });
  const block = endpoint({
    method: 'post',
    path: '/api/blocks',
    access: 'admin',
    summary: 'http.api.blocks',
    takes: { body: Block },
    answers: { ...answers, 200: Blocked },
    handle: async ({ body: { demand, until, reason } }) => ((await bindings.block(demand, new Date(until), reason)) ? json({ demand, until }) : failed(problem('no-such-demand', { params: { id: demand } }))),
  });
  return [issue, release, block];
}
