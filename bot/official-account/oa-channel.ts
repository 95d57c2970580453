import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Notification } from '../../domain/reach.ts';
import type { Channel, ChannelNews, Choice, Outgoing, SayResult } from '../../handlers/channel.ts';
import { createCalledChannel, type CalledOptions, type CallInto } from '../tencent/called-channel.ts';
import { markOf } from '../tencent/menu-mark.ts';
import { textOrMenu } from '../tencent/text-or-menu.ts';
import { saidDespite } from '../tencent/verdict.ts';
import { cdata } from '../tencent/xml.ts';
import { incomingFrom, isEntering, OaMessage, subscribingIn } from './oa-messages.ts';

const Anything = z.object({});
const TemplateSent = z.object({ msgid: z.union([z.string(), z.number()]).transform(String) });
const LONGEST_FIELD = 20;

/** The template for news outside the window: its id, and which of its fields holds the number and which the words. */
export interface OaTemplate {
  readonly id: string;
  readonly fields: Readonly<Record<string, 'no' | 'text' | 'time'>>;
}

/** What a service account needs. */
export interface OaOptions extends CalledOptions {
  readonly appId: string;
  readonly greeting: (place: string | undefined) => string;
  readonly placeNamed: (id: string) => string | undefined;
  readonly template?: OaTemplate | undefined;
  /** The template for news to those who subscribed to the next one. */
  readonly subscription?: OaTemplate | undefined;
  /** The page that news lead to when they are about nothing of the reader's own. */
  readonly home?: string | undefined;
  /** A moment as the template shows it. */
  readonly moment: (at: Date) => string;
}

/** A service account: messages come with the call itself and are answered later by customer-service messages; outside the window by a template, or by what somebody subscribed to. */
export function createOaChannel(options: OaOptions): Channel {
  return createCalledChannel(options, {
    path: '/callbacks/oa',
    capabilities: { groups: false, proactive: { kind: 'window', hours: 48, messages: 5 }, choices: 10, outside: notificationsOf(options) },
    taken: (content, into) => taken(options, content, into),
    said: (letter) => said(options, letter),
  });
}

/** Settles when what was said is stored; gives the words that go back with the answer, if any. */
async function taken(options: OaOptions, content: unknown, { receive, reports, fetchFile }: CallInto): Promise<string | undefined> {
  const { id, log, timeOf, placeNamed } = options;
  const message = OaMessage.safeParse(content).data;
  if (message === undefined) {
    log.warn({ channel: id }, 'A message of a shape that is not known was left out');
    return undefined;
  }
  if (receive === undefined) throw new Error(`Channel ${id} has not begun`);
  if (message.Event === 'TEMPLATESENDJOBFINISH') return templateEnded(options, message, reports);
  if (options.subscription !== undefined) await noteSubscribed(options, options.subscription.id, message);
  const incoming = incomingFrom(message, id, timeOf, placeNamed, fetchFile);
  if (incoming === undefined) return undefined;
  await receive(incoming);
  return isEntering(message.Event) ? greetingFor(options, message, incoming.entered?.place) : undefined;
}

async function said(options: OaOptions, letter: Outgoing): Promise<SayResult> {
  if ('room' in letter.to) return { outcome: 'refused', reason: 'no-groups' };
  try {
    if (letter.outside === 'template') return await byTemplate(options, letter.to.account, letter);
    if (letter.outside === 'subscription') return await bySubscription(options, letter.to.account, letter);
    await options.api.post('/cgi-bin/message/custom/send', { touser: letter.to.account, ...textOrMenu(letter, menuOf) }, Anything);
    return { outcome: 'sent' };
  } catch (error) {
    return saidDespite(error);
  }
}

function menuOf(choices: readonly Choice[]): object {
  return { list: choices.map(({ label, says }) => ({ id: markOf(says), content: label })), tail_content: '' };
}

/** The messenger knows the same letter again by its own mark, for ten minutes. */
async function byTemplate(options: OaOptions, account: string, letter: Outgoing): Promise<SayResult> {
  const { api, appId, template, ledger, home, now } = options;
  const { key, link } = letter;
  if (template === undefined) return { outcome: 'refused', reason: 'no-template' };
  const mark = createHash('sha256').update(key).digest('hex').slice(0, 32);
  const { msgid } = await api.post('/cgi-bin/message/template/send', { touser: account, template_id: template.id, url: link ?? home ?? '', client_msg_id: mark, data: filled(template, letter, options) }, TemplateSent);
  await ledger.set(`said:${appId}:${msgid}`, key, now());
  return { outcome: 'sent', messageId: msgid };
}

/** Each subscription is for one message; the messenger tells of it, and has the last word. */
async function bySubscription(options: OaOptions, account: string, letter: Outgoing): Promise<SayResult> {
  const { api, subscription, home } = options;
  const left = await subscriptionsOf(options, account);
  if (subscription === undefined || left <= 0) return { outcome: 'closed', reason: 'not-subscribed' };
  try {
    await api.post('/cgi-bin/message/subscribe/bizsend', { touser: account, template_id: subscription.id, page: letter.link ?? home ?? '', data: filled(subscription, letter, options) }, Anything);
    await keepSubscriptions(options, account, left - 1);
    return { outcome: 'sent' };
  } catch (error) {
    const result = saidDespite(error);
    if (result.outcome !== 'refused') return result;
    await keepSubscriptions(options, account, 0);
    return { outcome: 'closed', reason: result.reason };
  }
}

function filled({ fields }: OaTemplate, { about, text }: Outgoing, { moment, now }: OaOptions): Readonly<Record<string, { readonly value: string }>> {
  const values = { no: about ?? '', text: text.replaceAll('\n', ' '), time: moment(now()) };
  return Object.fromEntries(Object.entries(fields).map(([field, what]) => [field, { value: short(values[what]) }]));
}

/** Whoever agrees may be told one thing more; whoever refuses, nothing. */
async function noteSubscribed(options: OaOptions, template: string, message: OaMessage): Promise<void> {
  const account = message.FromUserName;
  const answers = subscribingIn(message).filter(({ TemplateId: id }) => id === template);
  for (const { SubscribeStatusString: status } of answers) await keepSubscriptions(options, account, status === 'accept' ? (await subscriptionsOf(options, account)) + 1 : 0);
}

async function subscriptionsOf({ ledger, appId }: OaOptions, account: string): Promise<number> {
  return Number((await ledger.get(subscribedKey(appId, account))) ?? 0);
}

async function keepSubscriptions({ ledger, appId, now }: OaOptions, account: string, left: number): Promise<void> {
  await ledger.set(subscribedKey(appId, account), String(left), now());
}

function subscribedKey(appId: string, account: string): string {
  return `subscribed:${createHash('sha256').update(`${appId} ${account}`).digest('hex').slice(0, 32)}`;
}

function notificationsOf({ template, subscription }: OaOptions): readonly Notification[] {
  return [...(subscription === undefined ? [] : ['subscription' as const]), ...(template === undefined ? [] : ['template' as const])];
}

function short(words: string): string {
  return words.length <= LONGEST_FIELD ? words : `${words.slice(0, LONGEST_FIELD - 1)}…`;
}

async function templateEnded({ ledger, appId }: OaOptions, { Status: status, MsgID: id }: OaMessage, reports: ChannelNews | undefined): Promise<undefined> {
  if (status === 'success' || id === undefined) return undefined;
  const key = await ledger.get(`said:${appId}:${id}`);
  if (key !== undefined) await reports?.notDelivered(key, status === 'failed:user block' ? 'blocked-by-reader' : 'template-failed');
  return undefined;
}

/** The answer goes with the call itself, and uses up nothing of the window. */
function greetingFor({ greeting, placeNamed }: OaOptions, { FromUserName: to, ToUserName: from, CreateTime: seconds }: OaMessage, place: string | undefined): string {
  const words = greeting(place === undefined ? undefined : placeNamed(place));
  return `<xml><ToUserName>${cdata(to)}</ToUserName><FromUserName>${cdata(from)}</FromUserName><CreateTime>${seconds}</CreateTime><MsgType>${cdata('text')}</MsgType><Content>${cdata(words)}</Content></xml>`;
}
