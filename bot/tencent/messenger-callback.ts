import type { Callback, CallbackAnswer } from '../../handlers/channel.ts';
import type { Log } from '../log.ts';
import type { Envelopes } from './envelope.ts';
import type { XmlValue } from './xml.ts';

const DEADLINE_MS = 4000;
const REFUSED: CallbackAnswer = { status: 403, text: '' };
const LATER: CallbackAnswer = { status: 503, text: '' };

/** How a messenger's calls are taken. */
export interface TakingCalls {
  readonly channel: string;
  readonly path: string;
  readonly envelopes: Envelopes;
  readonly log: Pick<Log, 'warn' | 'error'>;
  /** Settles when what the call brings is stored; the words of an answer, if there is one. */
  readonly take: (content: XmlValue) => Promise<string | undefined>;
  readonly deadlineMs?: number | undefined;
}

/** Answers within five seconds whatever happens: what is not stored by then is asked for again, and known again by its number when it was. */
export function createMessengerCallback({ channel, path, envelopes, log, take, deadlineMs = DEADLINE_MS }: TakingCalls): Callback {
  async function taken(query: unknown, content: XmlValue): Promise<CallbackAnswer> {
    try {
      const words = await take(content);
      envelopes.taken(query);
      return words === undefined ? { status: 200, text: 'success' } : { status: 200, text: envelopes.close(words), type: 'application/xml' };
    } catch (error) {
      log.error({ channel, err: error }, 'A call of the messenger could not be taken');
      return LATER;
    }
  }

  return {
    path,
    prove: (query) => {
      const echo = envelopes.echo(query);
      if (echo === undefined) log.warn({ channel }, 'Somebody asked for proof of the address without the right signature');
      return echo === undefined ? REFUSED : { status: 200, text: echo, type: 'text/plain' };
    },
    take: async (query, body) => {
      const opened = envelopes.open(query, body);
      if (!opened.ok) {
        log.warn({ channel, refusal: opened.refusal }, 'A call was refused');
        return REFUSED;
      }
      return opened.again ? { status: 200, text: 'success' } : soon(taken(query, opened.content), deadlineMs);
    },
  };
}

async function soon(answer: Promise<CallbackAnswer>, deadlineMs: number): Promise<CallbackAnswer> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<CallbackAnswer>((resolve) => {
    timer = setTimeout(() => resolve(LATER), deadlineMs);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
