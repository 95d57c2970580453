import { json } from '../answer.ts';
import type { WebDeps } from '../deps.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';
import { openapiDocument } from '../openapi.ts';

const VERSION = '1.0.0';

/** The description of all the endpoints, and of itself. */
export function openapiEndpoint(endpoints: readonly Endpoint[], { say, publicUrl }: Pick<WebDeps, 'say' | 'publicUrl'>): Endpoint {
  const own: Endpoint = endpoint({
    method: 'get',
    path: '/openapi.json',
    access: 'open',
    summary: 'http.api.openapi',
    takes: {},
    answers: { 200: { type: 'application/json' } },
    handle: (_input, { language }) => json(openapiDocument([...endpoints, own], { say, language, server: publicUrl ?? '/', version: VERSION })),
  });
  return own;
}
