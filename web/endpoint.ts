import { z } from 'zod';
import type { Answer } from './answer.ts';
import type { Caller, HttpText } from './deps.ts';
import type { Language } from './outcome.ts';

/** Who may call: everybody, whoever is known by a token or a session, only administrators, or whoever sits at this computer. */
export type Access = 'open' | 'token' | 'admin' | 'local';

/** Who calls, and in which language the answer is said. */
export interface Call {
  readonly language: Language;
  /** Whose token it is; throws on an endpoint that asks for none. */
  readonly caller: () => Caller;
  /** Whose it is by now, for an answer that goes on; undefined when it opens nothing any more. Asking keeps no session open. */
  readonly callerNow: () => Promise<Caller | undefined>;
  /** The session it comes with; empty without one. */
  readonly session: string;
  /** The address it comes from. */
  readonly from: string;
  /** Sent by a page of another site. */
  readonly foreign: boolean;
}

/** What a caller sent, unread. */
export interface Sent {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  /** By their names in lower case. */
  readonly headers?: unknown;
}

/** The schemas of what an endpoint reads of a request; the rest is not looked at. */
export type Takes = Readonly<{ params?: z.ZodObject; query?: z.ZodType; body?: z.ZodType; headers?: z.ZodObject }>;

/** What an endpoint answers with, for its description; as one of several types where the caller chooses. */
export type Described = z.ZodType | { readonly type: string | readonly string[] };

interface Description<T extends Takes> {
  readonly method: 'get' | 'post';
  /** As Express writes it. */
  readonly path: string;
  readonly access: Access;
  readonly summary: HttpText;
  readonly takes: T;
  /** The largest body in bytes. */
  readonly bodyLimit?: number;
  /** Without the problems that come of who calls and of what is sent: those are the same everywhere. */
  readonly answers: Readonly<Record<number, Described>>;
}

/** One method of one path: what it takes and gives, and what it does. */
export interface Endpoint extends Description<Takes> {
  /** The answer, or what is wrong with what was sent. */
  readonly answer: (sent: Sent, call: Call) => Promise<Answer | z.ZodError>;
}

/** Reads what was sent. A fault tells where it is, beginning with params, query, body or headers, and the value. */
export function readSent<T extends z.ZodType>(shape: T, sent: object): z.ZodSafeParseResult<z.output<T>> {
  return shape.safeParse(sent, { reportInput: true });
}

/** Makes an endpoint: what is sent is parsed, then handled. */
export function endpoint<const T extends Takes>(spec: Description<T> & { readonly handle: (input: z.output<z.ZodObject<T>>, call: Call) => Answer | Promise<Answer> }): Endpoint {
  const { handle, ...description } = spec;
  const shape = z.object(spec.takes);

  async function answer(sent: Sent, call: Call): Promise<Answer | z.ZodError> {
    const parsed = readSent(shape, sent);
    return parsed.success ? handle(parsed.data, call) : parsed.error;
  }
  return { ...description, answer };
}
