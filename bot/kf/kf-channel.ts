import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Channel, Choice, Outgoing, SayResult } from '../../handlers/channel.ts';
import { createAccountHealth } from '../tencent/account-health.ts';
import { mediaFile } from '../tencent/media-file.ts';
import { markOf } from '../tencent/menu-mark.ts';
import { createMessengerCallback } from '../tencent/messenger-callback.ts';
import { textOrMenu } from '../tencent/text-or-menu.ts';
import { saidDespite } from '../tencent/verdict.ts';
import type { KfOptions } from './kf-options.ts';
import { createTaking, type Taking } from './taking.ts';

const CALLED = z.object({ MsgType: z.literal('event'), Event: z.literal('kf_msg_or_event'), Token: z.string().max(200).optional(), OpenKfId: z.string().max(100).optional() });
const Anything = z.object({});

/** WeCom customer service: its call only says that there is news; the news is fetched after the stored cursor, so a night without us loses nothing of the last three days. */
export function createKfChannel(options: KfOptions): Channel {
  const { id, kfId, api, envelopes, log, now } = options;
  const health = createAccountHealth(now);
  const fetchFile = (mark: string) => mediaFile(api, mark);
  let taking: Taking | undefined;

  return {
    id,
    capabilities: { groups: false, proactive: { kind: 'window', hours: 48, messages: 5 }, choices: 10 },
    start: async (receive, news) => {
      taking = createTaking({ ...options, fetchFile, health }, receive, news);
      await taking.begin();
    },
    stop: async () => {
      await taking?.stop();
      taking = undefined;
    },
    say: (letter) => health.around(said(options, letter)),
    said: () => Promise.resolve(undefined),
    fetch: fetchFile,
    callback: createMessengerCallback({
      channel: id,
      path: '/callbacks/kf',
      envelopes,
      log,
      take: async (content) => {
        const called = CALLED.safeParse(content).data;
        if (called !== undefined && (called.OpenKfId ?? kfId) === kfId) taking?.news(called.Token);
        return Promise.resolve(undefined);
      },
    }),
    health: health.read,
  };
}

async function said({ api, kfId, ledger, now }: KfOptions, letter: Outgoing): Promise<SayResult> {
  if ('room' in letter.to) return { outcome: 'refused', reason: 'no-groups' };
  const msgid = createHash('sha256').update(letter.key).digest('hex').slice(0, 32);
  await ledger.set(`said:${kfId}:${msgid}`, letter.key, now());
  try {
    await api.post('/cgi-bin/kf/send_msg', { touser: letter.to.account, open_kfid: kfId, msgid, ...textOrMenu(letter, menuOf) }, Anything);
    return { outcome: 'sent', messageId: msgid };
  } catch (error) {
    return saidDespite(error);
  }
}

function menuOf(choices: readonly Choice[]): object {
  return { list: choices.map(({ label, says }) => ({ type: 'click', click: { id: markOf(says), content: label } })) };
}
