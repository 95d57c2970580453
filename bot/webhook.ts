import type { Now } from '../handlers/ports/now.ts';
import type { Told } from '../handlers/sources/hand-back.ts';
import { webhookSignature } from '../web/webhook-signature.ts';

/** Where a source is told, and the secret by which it knows that it was us. */
export interface Target {
  readonly url: string;
  readonly secret: string;
}

/** How sources are told. */
export interface Webhooks {
  readonly targets: ReadonlyMap<string, Target>;
  /** The real time: the other side compares it with its own. */
  readonly wall: Now;
  readonly timeoutMs?: number | undefined;
}

const TIMEOUT_MS = 10_000;
/** The other side asks for patience, or is not itself. */
const NOT_NOW: readonly number[] = [408, 425, 429];

/** Pairs written `source=value`, separated by commas. */
export function pairsIn(written = ''): ReadonlyMap<string, string> {
  const pairs = written.split(',').filter((pair) => pair.includes('='));
  return new Map(pairs.map((pair): [string, string] => [pair.slice(0, pair.indexOf('=')).trim(), pair.slice(pair.indexOf('=') + 1).trim()]));
}

/** The addresses of sources that have one and a secret. */
export function targetsIn(urls: string | undefined, secrets: string | undefined): ReadonlyMap<string, Target> {
  const known = pairsIn(secrets);
  return new Map([...pairsIn(urls)].flatMap(([source, url]): [string, Target][] => {
    const secret = known.get(source);
    return secret === undefined ? [] : [[source, { url, secret }]];
  }));
}

/**
 * Posts JSON to a source's address and nowhere else, signed as `POST /api/intake` is. Anything but a
 * success is not accepted; redirects are not followed, and what is answered is not read.
 */
export function createTell({ targets, wall, timeoutMs = TIMEOUT_MS }: Webhooks): (source: string, id: string, body: object) => Promise<Told> {
  return async (source, id, body) => {
    const target = targets.get(source);
    if (target === undefined) return { outcome: 'refused', why: 'not-configured' };
    const raw = JSON.stringify(body);
    const timestamp = String(Math.floor(wall().getTime() / 1000));
    const signature = webhookSignature(target.secret, { id, timestamp, raw }).toString('base64');
    const headers = { 'content-type': 'application/json', 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` };
    try {
      const response = await fetch(target.url, { method: 'POST', headers, body: raw, redirect: 'manual', signal: AbortSignal.timeout(timeoutMs) });
      await response.body?.cancel();
      return verdict(response, wall());
    } catch (error) {
      return { outcome: 'unreachable', why: error instanceof Error && error.name === 'TimeoutError' ? 'timeout' : 'unreachable' };
    }
  };
}

function verdict({ status, ok, headers }: Response, now: Date): Told {
  if (ok) return { outcome: 'accepted' };
  if (status >= 300 && status < 400) return { outcome: 'refused', why: 'redirect' };
  const why = `code-${status}`;
  return status >= 500 || NOT_NOW.includes(status) ? { outcome: 'unreachable', why, retryAfterMs: waitAsked(headers.get('retry-after'), now) } : { outcome: 'refused', why };
}

/** Seconds, or a date. */
function waitAsked(written: string | null, now: Date): number | undefined {
  if (written === null) return undefined;
  const ms = /^\d{1,6}$/.test(written) ? Number(written) * 1000 : new Date(written).getTime() - now.getTime();
  return Number.isFinite(ms) && ms > 0 ? ms : undefined;
}
