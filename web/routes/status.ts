import { json } from '../answer.ts';
import type { WebDeps } from '../deps.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';
import { Health, Readiness } from '../schemas/status.ts';

/** For whoever watches over the program: alive, ready, and in numbers. */
export function statusEndpoints({ status }: Pick<WebDeps, 'status'>): Endpoint[] {
  const alive = endpoint({
    method: 'get',
    path: '/healthz',
    access: 'open',
    summary: 'http.api.healthz',
    takes: {},
    answers: { 200: Health },
    handle: () => json({ status: 'up' }),
  });
  const ready = endpoint({
    method: 'get',
    path: '/readyz',
    access: 'open',
    summary: 'http.api.readyz',
    takes: {},
    answers: { 200: Readiness, 503: Readiness },
    handle: async () => {
      const readiness = await status.ready();
      return json(readiness, readiness.ready ? 200 : 503);
    },
  });
  const metrics = endpoint({
    method: 'get',
    path: '/metrics',
    access: 'open',
    summary: 'http.api.metrics',
    takes: {},
    answers: { 200: { type: 'text/plain' } },
    handle: async () => ({ kind: 'text', ...(await status.metrics()) }),
  });
  return [alive, ready, metrics];
}
