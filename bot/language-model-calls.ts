import OpenAI, { APIError } from 'openai';
import { createCircuit } from '../handlers/circuit.ts';
import type { Meter, ModelCall } from '../handlers/meter.ts';
import type { Now } from '../handlers/ports/now.ts';
import type { Log } from './log.ts';

const OPENAI = 'https://api.openai.com/v1';
const FAILURES = 3;
const REST_MS = 60_000;

/** What every call is made with. */
export interface CallSettings {
  readonly apiKey: string;
  /** Of any server that speaks the same protocol. */
  readonly baseURL?: string | undefined;
  readonly model: string;
  readonly now: Now;
  readonly meter: Pick<Meter, 'modelCalled'>;
  readonly log: Pick<Log, 'warn'>;
}

/** How asking a model has ended. */
export type Ended<T> =
  | { readonly kind: 'answered'; readonly value: T; readonly status?: undefined }
  /** Worth another try, with what was wrong. */
  | { readonly kind: 'unusable'; readonly content: string; readonly status?: undefined }
  | { readonly kind: 'refused' | 'timed-out'; readonly status?: undefined }
  | { readonly kind: 'format-unknown' | 'failed'; readonly status: number | undefined };

/** Asks within the time there is; undefined while the model is left alone. */
export type Guard = <T>(ask: (signal: AbortSignal) => Promise<Ended<T>>) => Promise<Ended<T> | undefined>;

/** A client that tries nothing again by itself: how often is decided here. */
export function clientFor({ apiKey, baseURL = OPENAI }: Pick<CallSettings, 'apiKey' | 'baseURL'>): OpenAI {
  return new OpenAI({ apiKey, baseURL, organization: null, project: null, maxRetries: 0, logLevel: 'off' });
}

/** Leaves a model alone for a minute after three failures in a row; a refusal is an answer. */
export function createGuard({ now, withinMs }: Pick<CallSettings, 'now'> & { readonly withinMs: number }): Guard {
  const circuit = createCircuit({ failures: FAILURES, restMs: REST_MS, now });
  return async (ask) => {
    if (!circuit.mayTry()) return undefined;
    const signal = AbortSignal.timeout(withinMs);
    const ended = await Promise.race([ask(signal), timeUp(signal)]);
    if (ended.kind === 'answered' || ended.kind === 'refused') circuit.succeeded();
    else circuit.failed();
    return ended;
  };
}

function timeUp(signal: AbortSignal): Promise<Ended<never>> {
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve({ kind: 'timed-out' }), { once: true }));
}

/** An answer as it was read, with what it cost. */
export interface ReadAnswer<T> extends Pick<ModelCall, 'tokensIn' | 'tokensOut'> {
  readonly ended: Ended<T>;
}

/** One call, counted however it ends. */
export async function called<T>(meter: CallSettings['meter'], signal: AbortSignal, send: () => Promise<ReadAnswer<T>>): Promise<Ended<T>> {
  const started = performance.now();
  const count = (call: Omit<ModelCall, 'seconds'>) => meter.modelCalled({ ...call, seconds: (performance.now() - started) / 1000 });
  try {
    const { ended, ...tokens } = await send();
    count({ outcome: ended.kind === 'answered' ? 'answered' : 'unusable', ...tokens });
    return ended;
  } catch (error) {
    count({ outcome: signal.aborted ? 'timed-out' : 'failed' });
    return signal.aborted ? { kind: 'timed-out' } : failureOf(error);
  }
}

/** What the server says of it stays unread: it may repeat what it was sent. */
function failureOf(error: unknown): Ended<never> {
  const status = error instanceof APIError ? Number(error.status) || undefined : undefined;
  return { kind: status === 400 || status === 422 ? 'format-unknown' : 'failed', status };
}
