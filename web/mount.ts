import { randomUUID } from 'node:crypto';
import express, { type NextFunction, type Request, type RequestHandler, type Response, type Router } from 'express';
import { z } from 'zod';
import { failed, type Answer } from './answer.ts';
import { sessionIn } from './cookies.ts';
import type { Caller, WebDeps } from './deps.ts';
import type { Endpoint } from './endpoint.ts';
import { languageOf } from './language.ts';
import { localOnly } from './local-only.ts';
import { loggedPath } from './logged-path.ts';
import type { Language } from './outcome.ts';
import { documentOf, faultsOf, problem, problemOf, type Problem } from './problem.ts';
import { isForeign, hasItsToken } from './same-site.ts';

const BODY_LIMIT = 256 * 1024;
const REQUEST_ID = /^[\w.:-]{1,64}$/;

/** Gives answers and problems to callers, in their language. */
export interface Answering {
  readonly send: (req: Request, res: Response, answer: Answer) => void;
  readonly fault: (error: z.ZodError, language: Language) => Problem;
  readonly onError: (error: unknown, req: Request, res: Response, next: NextFunction) => void;
}

/** Every way in which something is answered. */
export function createAnswering({ say, language, log }: Pick<WebDeps, 'say' | 'language' | 'log'>): Answering {
  function sendProblem(req: Request, res: Response, what: Problem): void {
    const body = documentOf(what, say, languageOf(req, language), requestId(res));
    if (what.headers !== undefined) res.set(what.headers);
    res.status(what.status).set('cache-control', 'no-store').vary('Accept-Language').type('application/problem+json').send(JSON.stringify(body));
  }

  function send(req: Request, res: Response, answer: Answer): void {
    if (answer.kind === 'written') { answer.write(req, res); return; }
    if (answer.kind === 'problem') { sendProblem(req, res, answer.problem); return; }
    if (answer.kind === 'text') return void res.set('content-type', answer.type).send(answer.text);
    if (answer.headers !== undefined) res.set(answer.headers);
    res.status(answer.status).set('cache-control', 'no-store').json(answer.body);
  }

  function fault(error: z.ZodError, spoken: Language): Problem {
    const errors = faultsOf(error, ({ key, params }) => say(key, params, spoken));
    return problem('invalid', { errors, params: { count: errors.length } });
  }

  function onError(error: unknown, req: Request, res: Response, next: NextFunction): void {
    const what = problemOf(error);
    if (what.status >= 500) log.error({ err: error, requestId: requestId(res), path: loggedPath(req.path) }, 'request failed');
    if (res.headersSent) next(error);
    else sendProblem(req, res, what);
  }

  return { send, fault, onError };
}

/** The number by which a request is found in the log. */
export function requestId(res: Response): string {
  const id = res.getHeader('x-request-id');
  return typeof id === 'string' ? id : '';
}

/** Numbers each request, keeping the number a proxy gave. */
export const numbered: RequestHandler = (req, res, next) => {
  const given = req.get('x-request-id');
  res.set('x-request-id', given !== undefined && REQUEST_ID.test(given) ? given : randomUUID());
  next();
};

/** Puts endpoints into a router: who may call, then the body, then the answer; other methods are told what works. */
export function mount(router: Router, endpoints: readonly Endpoint[], deps: WebDeps, answering: Answering): void {
  for (const one of endpoints) {
    router[one.method](one.path, guard(one, deps, answering), ...reader(one), handler(one, deps, answering));
  }
  for (const path of new Set(endpoints.map((one) => one.path))) router.all(path, otherMethods(path, endpoints, answering));
}

function otherMethods(path: string, endpoints: readonly Endpoint[], { send }: Answering): RequestHandler {
  const methods = endpoints.filter((one) => one.path === path).map((one) => one.method.toUpperCase());
  const allow = [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ');
  return (req, res) => {
    if (req.method === 'OPTIONS') res.set('allow', allow).status(204).end();
    else send(req, res, failed(problem('wrong-method', { params: { allow }, headers: { allow } })));
  };
}

const callers = new WeakMap<Request, Caller>();

function guard({ access, method }: Endpoint, deps: WebDeps, { send }: Answering): RequestHandler {
  if (access === 'open') return (_req, _res, next) => next();
  if (access === 'local') return localOnly((req, res) => send(req, res, failed(problem('not-local'))));
  return async (req, res, next) => {
    const caller = await callerIn(req, deps);
    if (caller === undefined) { send(req, res, failed(problem('unauthenticated', { headers: { 'www-authenticate': 'Bearer realm="shaozi"' } }))); return; }
    if (method !== 'get' && bearerOf(req) === '' && !hasItsToken(req, deps.signIn.csrfOf(sessionIn(req)))) { send(req, res, failed(problem('cross-site'))); return; }
    if (access === 'admin' && caller.kind !== 'admin') { send(req, res, failed(problem('forbidden'))); return; }
    callers.set(req, caller);
    next();
  };
}

/** Whoever the bearer token belongs to, else whoever has signed in. */
async function callerIn(req: Request, { tokens, signIn }: WebDeps, ofSession = signIn.callerOf): Promise<Caller | undefined> {
  const bearer = bearerOf(req);
  return bearer === '' ? ofSession(sessionIn(req)) : tokens.callerOf(bearer);
}

function bearerOf(req: Request): string {
  return /^Bearer +(\S+)$/i.exec(req.get('authorization') ?? '')?.[1] ?? '';
}

/** A body is read only where one is expected, and only as JSON: a form of another site cannot be one. */
function reader({ takes, bodyLimit = BODY_LIMIT }: Endpoint): RequestHandler[] {
  return takes.body === undefined ? [] : [express.json({ limit: bodyLimit, type: isJson })];
}

function isJson(req: { readonly headers: { readonly 'content-type'?: string | undefined } }): boolean {
  return /^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(req.headers['content-type'] ?? '');
}

function handler(one: Endpoint, deps: WebDeps, { send, fault }: Answering): RequestHandler {
  return async (req, res) => {
    if (one.takes.body !== undefined && hasBody(req) && !isJson(req)) { send(req, res, failed(problem('not-json'))); return; }
    const language = languageOf(req, deps.language);
    const sent = { params: req.params, query: req.query, body: bodyOf(req), headers: req.headers };
    const answer = await one.answer(sent, { language, caller: () => callerOf(req), callerNow: () => callerIn(req, deps, deps.signIn.callerStill), session: sessionIn(req), from: req.ip ?? '', foreign: isForeign(req) });
    send(req, res, answer instanceof z.ZodError ? failed(fault(answer, language)) : answer);
  };
}

function hasBody(req: Request): boolean {
  return req.headers['transfer-encoding'] !== undefined || Number(req.headers['content-length'] ?? 0) > 0;
}

function bodyOf(req: Request): unknown {
  return req.body;
}

function callerOf(req: Request): Caller {
  const caller = callers.get(req);
  if (caller === undefined) throw new Error('This endpoint asks for no token');
  return caller;
}
