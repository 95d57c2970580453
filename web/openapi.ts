import { STATUS_CODES } from 'node:http';
import { OpenApiGeneratorV31, OpenAPIRegistry, type ResponseConfig, type RouteConfig } from '@asteasolutions/zod-to-openapi';
import { z } from 'zod';
import type { Say } from './deps.ts';
import type { Described, Endpoint } from './endpoint.ts';
import type { Language } from './outcome.ts';
import { ProblemDocument } from './schemas/problem.ts';

/** What the description needs to know besides the endpoints. */
interface About {
  readonly say: Say;
  readonly language: Language;
  readonly server: string;
  readonly version: string;
}

/** The OpenAPI 3.1 document of the endpoints, made from the schemas that check what is sent. */
export function openapiDocument(endpoints: readonly Endpoint[], { say, language, server, version }: About): object {
  const registry = new OpenAPIRegistry();
  registry.registerComponent('securitySchemes', 'bearer', { type: 'http', scheme: 'bearer' });
  registry.registerComponent('securitySchemes', 'session', { type: 'apiKey', in: 'cookie', name: 'shaozi-session' });
  for (const one of endpoints) registry.registerPath(pathOf(one, say(one.summary, {}, language)));
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: { title: say('http.api.title', {}, language), description: say('http.api.description', {}, language), version },
    servers: [{ url: server }],
  });
}

function pathOf({ method, path, access, takes, answers }: Endpoint, summary: string): RouteConfig {
  return {
    method,
    path: path.replace(/:(\w+)/g, '{$1}'),
    operationId: operationId(method, path),
    summary,
    ...((access === 'token' || access === 'admin') && { security: [{ bearer: [] }, { session: [] }] }),
    request: {
      ...(takes.params !== undefined && { params: takes.params }),
      ...(takes.query instanceof z.ZodObject && { query: takes.query }),
      ...(takes.headers !== undefined && { headers: takes.headers }),
      ...(takes.body !== undefined && { body: { required: true, content: { 'application/json': { schema: takes.body } } } }),
    },
    responses: responsesOf({ ...answers, ...problemsOf(access, takes) }),
  };
}

/** What any such endpoint may answer: whoever calls may not, or what was sent cannot be read. */
function problemsOf(access: Endpoint['access'], { params, query, body, headers }: Endpoint['takes']): Endpoint['answers'] {
  const isRead = [params, query, body, headers].some((one) => one !== undefined);
  return {
    ...(isRead && { 400: ProblemDocument }),
    ...((access === 'token' || access === 'admin') && { 401: ProblemDocument }),
    ...(access !== 'open' && { 403: ProblemDocument }),
    ...(body !== undefined && { 413: ProblemDocument, 415: ProblemDocument }),
  };
}

function operationId(method: string, path: string): string {
  const words = path.split(/[^a-z]+/i).filter((word) => word !== '');
  return [method, ...words].map((word, nth) => (nth === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1))).join('');
}

function responsesOf(answers: Endpoint['answers']): Record<string, ResponseConfig> {
  return Object.fromEntries(Object.entries(answers).map(([status, described]) => [status, responseOf(status, described)]));
}

function responseOf(status: string, described: Described): ResponseConfig {
  const description = STATUS_CODES[status] ?? status;
  if (!(described instanceof z.ZodType)) return { description, content: Object.fromEntries([described.type].flat().map((type) => [type, { schema: { type: 'string' } }])) };
  const type = described === ProblemDocument ? 'application/problem+json' : 'application/json';
  return { description, content: { [type]: { schema: described } } };
}
