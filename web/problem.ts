import type { z } from 'zod';
import type { HttpText, Say } from './deps.ts';
import type { Language, Params } from './outcome.ts';
import type { ProblemDocument } from './schemas/problem.ts';
import { wrongIn, type Wrong } from './wrong-input.ts';

const STATUS = {
  invalid: 400,
  'bad-json': 400,
  'bad-cursor': 400,
  unauthenticated: 401,
  forbidden: 403,
  'cross-site': 403,
  'not-local': 403,
  'not-found': 404,
  'no-such-demand': 404,
  'no-such-media': 404,
  'no-such-link': 404,
  'no-such-grid': 404,
  'no-such-import': 404,
  'no-such-assessment': 404,
  'wrong-method': 405,
  conflict: 409,
  'too-large': 413,
  'not-json': 415,
  broken: 500,
} as const;

/** Refusals that are not about a demand's state; every other one is a 409. */
const REFUSAL_STATUS: Readonly<Partial<Record<string, number>>> = {
  'no-such-person': 404,
  'no-such-room': 404,
  'no-such-quote': 404,
  'not-your-message': 404,
  'unknown-demand': 404,
  'nothing-said': 400,
  'too-long': 413,
  'picture-too-large': 413,
  'too-many-files': 429,
  'not-a-picture': 400,
  'unknown-source': 400,
  'key-used': 422,
  'wrong-code': 403,
  'may-not-reveal': 403,
  'no-such-reporter': 404,
  'too-many-attempts': 429,
  'wrong-weights': 400,
  'wrong-template': 400,
  'wrong-calendar': 400,
  'no-such-template': 404,
};

/** What HTTP itself can find wrong. */
export type ProblemName = keyof typeof STATUS;

/** A fault of the input: where, and what. */
export interface Fault {
  readonly path: string;
  readonly message: string;
}

/** What went wrong, before it is said in a language. */
export interface Problem {
  readonly type: string;
  readonly status: number;
  readonly title: HttpText;
  readonly detail: HttpText;
  readonly params: Params;
  readonly refusal?: string | undefined;
  readonly errors?: readonly Fault[] | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** A problem by its name. */
export function problem(name: ProblemName, more: Pick<Problem, 'errors' | 'headers'> & { readonly params?: Params } = {}): Problem {
  return { type: `urn:shaozi:problem:${name}`, status: STATUS[name], title: `http.title.${name}`, detail: `http.detail.${name}`, ...more, params: more.params ?? {} };
}

/** A refusal by its name; `own` when its sentence is one of HTTP's. `forbidden` is not about the demand but about who asks. */
export function refusalProblem(refusal: string, params: Params = {}, own: (name: string) => HttpText | undefined = () => undefined): Problem {
  if (refusal === 'forbidden') return problem('forbidden');
  return {
    type: `urn:shaozi:refusal:${refusal}`,
    status: REFUSAL_STATUS[refusal] ?? 409,
    title: 'http.title.refused',
    detail: own(refusal) ?? `refusal.${refusal}`,
    params,
    refusal,
  };
}

/** What the input has wrong, in the caller's language; paths begin below params, query or body. */
export function faultsOf(error: z.ZodError, said: (what: Wrong) => string): Fault[] {
  return error.issues.flatMap((issue) => {
    const path = issue.path.slice(1).map(String);
    const ends = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [key]) : [[]];
    return ends.map((end) => ({ path: [...path, ...end].join('.'), message: said(wrongIn(issue)) }));
  });
}

/** The document that the caller gets. */
export function documentOf({ type, status, title, detail, params, refusal, errors }: Problem, say: Say, language: Language, requestId: string): ProblemDocument {
  return {
    type,
    title: say(title, params, language),
    status,
    detail: say(detail, params, language),
    ...(refusal !== undefined && { refusal }),
    ...(errors !== undefined && { errors: [...errors] }),
    requestId,
  };
}

const BODY_FAULTS: Readonly<Partial<Record<string, ProblemName>>> = {
  'entity.parse.failed': 'bad-json',
  'request.size.invalid': 'bad-json',
  'request.aborted': 'bad-json',
  'encoding.unsupported': 'not-json',
  'charset.unsupported': 'not-json',
  'entity.too.large': 'too-large',
};

const CODED: Readonly<Partial<Record<string, ProblemName>>> = { 'version-conflict': 'conflict', 'bad-cursor': 'bad-cursor' };

/** The one place where errors become HTTP; what is not known is `broken`, without any detail. */
export function problemOf(error: unknown): Problem {
  if (!(error instanceof Error)) return problem('broken');
  if (error instanceof URIError) return problem('not-found', { params: { path: '?' } });
  const coded = 'code' in error && typeof error.code === 'string' ? CODED[error.code] : undefined;
  const name = coded ?? ('type' in error && typeof error.type === 'string' ? BODY_FAULTS[error.type] : undefined);
  if (name !== undefined) return problem(name);
  return isUnreadable(error) ? problem('bad-json') : problem('broken');
}

/** A body whose compression breaks off or lies. */
function isUnreadable(error: Error): boolean {
  return 'status' in error && error.status === 400;
}
