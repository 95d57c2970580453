import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Now } from '../../handlers/ports/now.ts';
import type { CallbackCrypto } from './callback-crypto.ts';
import { cdata, readXml, type XmlValue } from './xml.ts';

const WINDOW_S = 300;
const REMEMBERED = 20_000;

const Query = z.object({ msg_signature: z.string().length(40), timestamp: z.string().regex(/^\d{9,11}$/), nonce: z.string().min(1).max(128) });
const Echo = Query.extend({ echostr: z.string().min(1).max(1024) });
const Closed = z.object({ Encrypt: z.string().min(1).max(64 * 1024) });

/** Why a call was not taken; never what was in it. */
export type EnvelopeRefusal = 'malformed' | 'unsigned' | 'too-old' | 'not-for-us';

/** What a call brings: what it says, `again` when this very call was taken before, or why it is refused. */
export type Opened = { readonly ok: true; readonly content: XmlValue; readonly again: boolean } | { readonly ok: false; readonly refusal: EnvelopeRefusal };

/** Opens and closes the messenger's calls. */
export interface Envelopes {
  /** The words that prove to the messenger that the address is ours; undefined when it was not the messenger who asked. */
  readonly echo: (query: unknown) => string | undefined;
  readonly open: (query: unknown, body: string) => Opened;
  /** Notes that a call was taken, so that the same call is known again. */
  readonly taken: (query: unknown) => void;
  readonly close: (words: string) => string;
}

/** Calls signed, closed, not older than 300 seconds, each taken once. */
export function createEnvelopes(crypto: CallbackCrypto, now: Now): Envelopes {
  const seen = new Map<string, number>();
  const seconds = () => Math.floor(now().getTime() / 1000);
  const isFresh = (timestamp: string) => Math.abs(seconds() - Number(timestamp)) <= WINDOW_S;

  function open(query: unknown, body: string): Opened {
    const asked = Query.safeParse(query);
    const sent = Closed.safeParse(readXml(body));
    if (!asked.success || !sent.success) return { ok: false, refusal: 'malformed' };
    const { msg_signature: signature, timestamp, nonce } = asked.data;
    if (!crypto.isSigned(signature, { timestamp, nonce, encrypted: sent.data.Encrypt })) return { ok: false, refusal: 'unsigned' };
    if (!isFresh(timestamp)) return { ok: false, refusal: 'too-old' };
    const words = crypto.open(sent.data.Encrypt);
    if (words === undefined) return { ok: false, refusal: 'not-for-us' };
    const content = readXml(words);
    return content === undefined ? { ok: false, refusal: 'malformed' } : { ok: true, content, again: seen.has(signature) };
  }

  return {
    open,
    echo: (query) => {
      const asked = Echo.safeParse(query);
      if (!asked.success) return undefined;
      const { msg_signature: signature, timestamp, nonce, echostr } = asked.data;
      return crypto.isSigned(signature, { timestamp, nonce, encrypted: echostr }) && isFresh(timestamp) ? crypto.open(echostr) : undefined;
    },
    taken: (query) => {
      const asked = Query.safeParse(query);
      if (asked.success) remember(seen, asked.data.msg_signature, seconds());
    },
    close: (words) => closed(crypto, words, String(seconds())),
  };
}

/** The oldest are forgotten: what is older than the window is refused anyway. */
function remember(seen: Map<string, number>, signature: string, at: number): void {
  seen.set(signature, at);
  for (const [oldest, when] of seen) {
    if (seen.size <= REMEMBERED && at - when <= 2 * WINDOW_S) return;
    seen.delete(oldest);
  }
}

function closed(crypto: CallbackCrypto, words: string, timestamp: string): string {
  const encrypted = crypto.close(words);
  const nonce = randomBytes(8).toString('hex');
  const signature = crypto.sign({ timestamp, nonce, encrypted });
  return `<xml><Encrypt>${cdata(encrypted)}</Encrypt><MsgSignature>${cdata(signature)}</MsgSignature><TimeStamp>${timestamp}</TimeStamp><Nonce>${cdata(nonce)}</Nonce></xml>`;
}
