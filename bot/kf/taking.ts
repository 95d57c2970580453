import { z } from 'zod';
import type { ChannelNews, Incoming } from '../../handlers/channel.ts';
import type { createAccountHealth } from '../tencent/account-health.ts';
import { MessengerError } from '../tencent/verdict.ts';
import { incomingFrom, KfMessage, KfPage, type KfEvent } from './kf-messages.ts';
import type { KfOptions } from './kf-options.ts';

type Receive = (message: Incoming) => Promise<void>;

const Anything = z.object({});
const AGAIN_MS: readonly number[] = [1000, 5000, 30_000, 60_000];
const PAGE = 1000;

/** Fetches what is new. */
export interface Taking {
  readonly begin: () => Promise<void>;
  /** There is something new; the messenger's own word for asking soon. */
  readonly news: (token: string | undefined) => void;
  readonly stop: () => Promise<void>;
}

/** What is needed to fetch. */
export interface TakingOptions extends KfOptions {
  readonly fetchFile: (mark: string) => Promise<Uint8Array | undefined>;
  readonly health: ReturnType<typeof createAccountHealth>;
}

/** Fetches one page after the other, never twice at the same time; a page that could not be taken whole is asked for again later. */
export function createTaking(options: TakingOptions, receive: Receive, reports?: ChannelNews): Taking {
  const { health, againMs = AGAIN_MS } = options;
  let running: Promise<void> | undefined;
  let wanted: { token: string | undefined } | undefined;
  let timer: NodeJS.Timeout | undefined;
  let tries = 0;
  let stopped = false;

  async function run(): Promise<void> {
    for (let ask = wanted; ask !== undefined && !stopped; ask = wanted) {
      wanted = undefined;
      try {
        await takeAll(options, ask.token, receive, reports);
        tries = 0;
        health.answered();
      } catch (error) {
        noted(options, error);
        timer = setTimeout(() => news(undefined), againMs[Math.min(tries++, againMs.length - 1)]).unref();
      }
    }
  }

  function news(token: string | undefined): void {
    clearTimeout(timer);
    wanted = { token: token ?? wanted?.token };
    if (!stopped) running ??= run().finally(() => (running = undefined));
  }

  return {
    begin: async () => {
      news(undefined);
      await running;
    },
    news,
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}

function noted({ health, log, id }: TakingOptions, error: unknown): void {
  health.failed(error);
  log.error({ channel: id, err: error }, 'What is new could not be fetched; it is asked for again');
}

/** The cursor goes on only after everything before it is stored. */
async function takeAll(options: TakingOptions, token: string | undefined, receive: Receive, reports?: ChannelNews): Promise<void> {
  const { api, kfId, ledger, now, log, id } = options;
  const key = `cursor:${kfId}`;
  for (let more = true; more; ) {
    const cursor = await ledger.get(key);
    const page = await api.post('/cgi-bin/kf/sync_msg', { open_kfid: kfId, limit: PAGE, voice_format: 0, ...(cursor !== undefined && { cursor }), ...(token !== undefined && { token }) }, KfPage);
    for (const one of page.msg_list) {
      const message = KfMessage.safeParse(one).data;
      if (message === undefined) log.warn({ channel: id }, 'A message of a shape that is not known was left out');
      else await takeOne(options, message, receive, reports);
    }
    if (page.next_cursor !== undefined && page.next_cursor !== '') await ledger.set(key, page.next_cursor, now());
    more = page.has_more === 1 && page.next_cursor !== cursor;
  }
}

async function takeOne(options: TakingOptions, message: KfMessage, receive: Receive, reports?: ChannelNews): Promise<void> {
  const { id, timeOf, fetchFile } = options;
  if (message.event !== undefined) return takeEvent(options, message, message.event, receive, reports);
  const incoming = incomingFrom(message, id, timeOf, fetchFile);
  if (incoming !== undefined) await receive(incoming);
}

async function takeEvent(options: TakingOptions, message: KfMessage, event: KfEvent, receive: Receive, reports?: ChannelNews): Promise<void> {
  const { id, kfId, ledger, timeOf, log, placeNamed } = options;
  const account = event.external_userid;
  if (event.event_type === 'msg_send_fail' && event.fail_msgid !== undefined) {
    const key = await ledger.get(`said:${kfId}:${event.fail_msgid}`);
    if (key !== undefined) await reports?.notDelivered(key, `fail-type-${event.fail_type ?? 0}`);
  }
  if (account === undefined) return;
  const happened = { channel: id, messageId: message.msgid, account, accountName: '', text: '', mentionsBot: false, at: timeOf(message.send_time * 1000), opens: { forMs: 0, messages: 0 } } as const;
  if (event.event_type === 'user_recall_msg' && event.recall_msgid !== undefined) return receive({ ...happened, kind: 'recall', quote: { messageId: event.recall_msgid, text: '' } });
  if (event.event_type !== 'enter_session') return;
  const place = [event.scene_param, event.scene].find((one) => one !== undefined && placeNamed(one) !== undefined);
  await receive({ ...happened, kind: 'other', entered: { place } });
  if (event.welcome_code !== undefined) await welcome(options, event.welcome_code, place).catch((error: unknown) => log.warn({ channel: id, err: error }, 'Somebody who came in could not be greeted'));
}

/** Possible once, and for 20 seconds only: who comes in while we are away is not greeted. */
async function welcome({ api, greeting, placeNamed }: KfOptions, code: string, place: string | undefined): Promise<void> {
  const name = place === undefined ? undefined : placeNamed(place);
  try {
    await api.post('/cgi-bin/kf/send_msg_on_event', { code, msgtype: 'text', text: { content: greeting(name) } }, Anything);
  } catch (error) {
    if (!(error instanceof MessengerError)) throw error;
  }
}
