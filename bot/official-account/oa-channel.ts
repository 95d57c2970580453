import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Channel, ChannelNews, Incoming, Outgoing, SayResult } from '../../handlers/channel.ts';
import { createAccountHealth } from '../tencent/account-health.ts';
import type { AccountOptions } from '../tencent/account-options.ts';
import { fit, fits } from '../tencent/fit.ts';
import { mediaFile } from '../tencent/media-file.ts';
import { markOf } from '../tencent/menu-mark.ts';
import { createMessengerCallback } from '../tencent/messenger-callback.ts';
import { saidDespite } from '../tencent/verdict.ts';
import { cdata } from '../tencent/xml.ts';
import { incomingFrom, isEntering, OaMessage } from './oa-messages.ts';

const Anything = z.object({});
/** In bytes. */
const LONGEST_TEXT = 2048;
const LONGEST_HEAD = 1024;
const TemplateSent = z.object({ msgid: z.union([z.string(), z.number()]).transform(String) });
const LONGEST_FIELD = 20;

/** The template for news outside the window: its id, and which of its fields holds the number and which the words. */
export interface OaTemplate {
  readonly id: string;
  readonly fields: Readonly<Record<string, 'no' | 'text' | 'time'>>;
}

/** What a service account needs. */
export interface OaOptions extends AccountOptions {
  readonly appId: string;
  readonly greeting: (place: string | undefined) => string;
  readonly placeNamed: (id: string) => string | undefined;
  readonly template?: OaTemplate | undefined;
  /** The page of a demand that a template leads to. */
  readonly linkTo: (about: string | undefined) => string | undefined;
  /** A moment as the template shows it. */
  readonly moment: (at: Date) => string;
  readonly deadlineMs?: number | undefined;
}

/** A service account: messages come with the call itself and are answered later by customer-service messages; outside the window by a template. */
export function createOaChannel(options: OaOptions): Channel {
  const { id, api, envelopes, log, now, template, deadlineMs } = options;
  const health = createAccountHealth(now);
  const fetchFile = (mark: string) => mediaFile(api, mark);
  let receive: Receive | undefined;
  let reports: ChannelNews | undefined;
  const take = async (content: unknown) => {
    health.answered();
    return taken(options, content, { receive, reports, fetchFile });
  };

  return {
    id,
    capabilities: { groups: false, proactive: { kind: 'window', hours: 48, messages: 5 }, choices: 10, outside: template !== undefined },
    start: async (into, news) => {
      receive = into;
      reports = news;
      await api.signIn().then(health.answered, health.failed);
    },
    stop: () => {
      receive = undefined;
      return Promise.resolve();
    },
    say: (letter) => health.around(said(options, letter)),
    said: () => Promise.resolve(undefined),
    fetch: fetchFile,
    callback: createMessengerCallback({ channel: id, path: '/callbacks/oa', envelopes, log, take, deadlineMs }),
    health: health.read,
  };
}

type Receive = (message: Incoming) => Promise<void>;

interface Into {
  readonly receive: Receive | undefined;
  readonly reports: ChannelNews | undefined;
  readonly fetchFile: (mark: string) => Promise<Uint8Array | undefined>;
}

/** Settles when what was said is stored; gives the words that go back with the answer, if any. */
async function taken(options: OaOptions, content: unknown, { receive, reports, fetchFile }: Into): Promise<string | undefined> {
  const { id, log, timeOf, placeNamed } = options;
  const message = OaMessage.safeParse(content).data;
  if (message === undefined) {
    log.warn({ channel: id }, 'A message of a shape that is not known was left out');
    return undefined;
  }
  if (receive === undefined) throw new Error(`Channel ${id} has not begun`);
  if (message.Event === 'TEMPLATESENDJOBFINISH') return templateEnded(options, message, reports);
  const incoming = incomingFrom(message, id, timeOf, placeNamed, fetchFile);
  if (incoming === undefined) return undefined;
  await receive(incoming);
  return isEntering(message.Event) ? greetingFor(options, message, incoming.entered?.place) : undefined;
}

async function said(options: OaOptions, letter: Outgoing): Promise<SayResult> {
  if ('room' in letter.to) return { outcome: 'refused', reason: 'no-groups' };
  try {
    if (letter.outside === true) return await byTemplate(options, letter.to.account, letter);
    await options.api.post('/cgi-bin/message/custom/send', { touser: letter.to.account, ...contentOf(letter) }, Anything);
    return { outcome: 'sent' };
  } catch (error) {
    return saidDespite(error);
  }
}

function contentOf({ text, choices }: Outgoing): object {
  if (choices === undefined || choices.length === 0 || !fits(text, LONGEST_HEAD)) return { msgtype: 'text', text: { content: fit(text, LONGEST_TEXT) } };
  return { msgtype: 'msgmenu', msgmenu: { head_content: text, list: choices.map(({ label, says }) => ({ id: markOf(says), content: label })), tail_content: '' } };
}

/** The messenger knows the same letter again by its own mark, for ten minutes. */
async function byTemplate({ api, appId, template, ledger, linkTo, moment, now }: OaOptions, account: string, { key, text, about }: Outgoing): Promise<SayResult> {
  if (template === undefined) return { outcome: 'refused', reason: 'no-template' };
  const values = { no: about ?? '', text: text.replaceAll('\n', ' '), time: moment(now()) };
  const data = Object.fromEntries(Object.entries(template.fields).map(([field, what]) => [field, { value: short(values[what]) }]));
  const mark = createHash('sha256').update(key).digest('hex').slice(0, 32);
  const { msgid } = await api.post('/cgi-bin/message/template/send', { touser: account, template_id: template.id, url: linkTo(about) ?? '', client_msg_id: mark, data }, TemplateSent);
  await ledger.set(`said:${appId}:${msgid}`, key, now());
  return { outcome: 'sent', messageId: msgid };
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
