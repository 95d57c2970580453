import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Channel, ChannelNews, Outgoing, SayResult } from '../../handlers/channel.ts';
import { createCalledChannel, type CalledOptions, type CallInto } from '../tencent/called-channel.ts';
import { fit } from '../tencent/fit.ts';
import { saidDespite } from '../tencent/verdict.ts';
import { AppMessage, incomingFrom } from './app-messages.ts';
import { cardOf } from './cards.ts';
import { whoLeft } from './organisation.ts';

const Sent = z.object({ invaliduser: z.string().default(''), unlicenseduser: z.string().default(''), msgid: z.string().optional(), response_code: z.string().optional() });
const Anything = z.object({});
const LONGEST_TEXT = 2048;
const SAME_WITHIN_S = 14_400;

/** What an application of a WeCom corporation needs. */
export interface AppOptions extends CalledOptions {
  readonly agentId: number;
  /** What stands on a card's button after it was pressed, and after the matter has moved on. */
  readonly pressed: string;
  readonly movedOn: string;
}

/** An application of the corporation's own: its members are told at any time, by cards whose buttons are commands; groups hear, and are not heard. */
export function createAppChannel(options: AppOptions): Channel {
  return createCalledChannel(options, {
    path: '/callbacks/wecom',
    capabilities: { groups: true, proactive: { kind: 'always' }, choices: 6 },
    taken: (content, into) => taken(options, content, into),
    said: (letter) => said(options, letter),
  });
}

async function taken(options: AppOptions, content: unknown, { receive, reports, fetchFile }: CallInto): Promise<undefined> {
  const { id, log, timeOf, pressed } = options;
  if (await tellsOfLeaving(content, reports)) return;
  const message = AppMessage.safeParse(content).data;
  if (message === undefined) {
    log.warn({ channel: id }, 'A message of a shape that is not known was left out');
    return;
  }
  if (receive === undefined) throw new Error(`Channel ${id} has not begun`);
  const incoming = incomingFrom(message, id, timeOf, fetchFile);
  if (incoming === undefined) return;
  await receive(incoming);
  if (message.ResponseCode !== undefined) void change(options, message.FromUserName, message.ResponseCode, pressed);
}

/** Whether it says that a member has left: that is reported, and nobody said anything. */
async function tellsOfLeaving(content: unknown, reports: ChannelNews | undefined): Promise<boolean> {
  const gone = whoLeft(content);
  if (gone !== undefined) await reports?.left?.(gone);
  return gone !== undefined;
}

async function said(options: AppOptions, letter: Outgoing): Promise<SayResult> {
  try {
    return 'room' in letter.to ? await toGroup(options, letter.to.room, letter) : await toMember(options, letter.to.account, letter);
  } catch (error) {
    return saidDespite(error);
  }
}

async function toGroup({ api }: AppOptions, group: string, { text }: Outgoing): Promise<SayResult> {
  await api.post('/cgi-bin/appchat/send', { chatid: group, msgtype: 'text', text: { content: fit(text, LONGEST_TEXT) }, safe: 0 }, Anything);
  return { outcome: 'sent' };
}

/** The messenger leaves out by itself what it has taken in the last hours. */
async function toMember(options: AppOptions, member: string, letter: Outgoing): Promise<SayResult> {
  const { api, agentId, ledger, now } = options;
  const { choices = [], about } = letter;
  const content = choices.length === 0 ? { msgtype: 'text', text: { content: fit(letter.text, LONGEST_TEXT) } } : { msgtype: 'template_card', template_card: cardOf(letter, choices) };
  const sent = await api.post('/cgi-bin/message/send', { touser: member, agentid: agentId, ...content, enable_duplicate_check: 1, duplicate_check_interval: SAME_WITHIN_S }, Sent);
  if (sent.invaliduser.split('|').includes(member) || sent.unlicenseduser.split('|').includes(member)) return { outcome: 'refused', reason: 'no-such-member' };
  if (about !== undefined) {
    const card = cardKey(member, about);
    const before = await ledger.get(card);
    if (before !== undefined && before !== '') await change(options, member, before, options.movedOn);
    if (before !== undefined || sent.response_code !== undefined) await ledger.set(card, sent.response_code ?? '', now());
  }
  return { outcome: 'sent', messageId: sent.msgid };
}

function cardKey(member: string, about: string): string {
  return `card:${createHash('sha256').update(`${member} ${about}`).digest('hex').slice(0, 32)}`;
}

/** A card can be changed once, and for three days: one that cannot be is left as it is. */
async function change({ api, agentId, id, log }: AppOptions, member: string, code: string, words: string): Promise<void> {
  try {
    await api.post('/cgi-bin/message/update_template_card', { userids: [member], agentid: agentId, response_code: code, button: { replace_name: words } }, Anything);
  } catch (error) {
    log.warn({ channel: id, err: error }, 'A card could not be changed');
  }
}
