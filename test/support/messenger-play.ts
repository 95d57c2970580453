import { expect } from 'chai';
import type { Play } from './play.ts';
import { ACCOUNTS, type Tencent } from './tencent.ts';

const PATHS = { kf: '/callbacks/kf', oa: '/callbacks/oa', app: '/callbacks/wecom' } as const;
type Kind = keyof typeof PATHS;

/** One person of a play who comes by a messenger. */
export interface Caller {
  readonly says: (text: string) => Promise<Caller>;
  /** Presses the choice with this label in what was shown last. */
  readonly presses: (label: string) => Promise<Caller>;
  readonly sends: (message: Readonly<Record<string, unknown>>) => Promise<Caller>;
  /** What was shown since it was looked last. */
  readonly hears: (...expected: readonly (string | RegExp | readonly (string | RegExp)[])[]) => Caller;
  readonly lookAway: () => Caller;
  readonly unread: () => readonly { text: string; choices: readonly { label: string; id: string }[]; by: string }[];
  /** The number told last. */
  readonly no: () => string;
}

/** Calls the program as the messenger does; gives the answer's status and words. */
export async function call(play: Play, kind: Kind, { query, body }: { query: string; body: string }): Promise<{ status: number; text: string }> {
  const response = await fetch(`${play.product().url}${PATHS[kind]}?${query}`, { method: 'POST', headers: { 'content-type': 'text/xml' }, body });
  return { status: response.status, text: await response.text() };
}

/** Tells the program that customer service has news, and waits until all of it is answered. */
export async function ring(play: Play, double: Tencent): Promise<void> {
  const { status } = await call(play, 'kf', double.callback('kf', `<xml><ToUserName><![CDATA[${ACCOUNTS.corpId}]]></ToUserName><CreateTime>1</CreateTime><MsgType><![CDATA[event]]></MsgType><Event><![CDATA[kf_msg_or_event]]></Event><Token><![CDATA[T]]></Token><OpenKfId><![CDATA[${ACCOUNTS.kf.id}]]></OpenKfId></xml>`));
  expect(status).to.equal(200);
  await quiet(play, double);
}

/** Everything that is under way has happened, whatever it needs of the messenger. */
export async function quiet(play: Play, double: Tencent): Promise<void> {
  for (let calm = 0; calm < CALM; ) {
    const before = double.calls.length;
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    await play.product().client.settle();
    calm = double.calls.length === before ? calm + 1 : 0;
  }
}

/** Nothing was called for longer than a conversation pauses between two letters. */
const CALM = 3;
const LOOK_MS = 90;

let serial = 0;

/** Somebody who comes by customer service, the service account, or as a member of the corporation. */
export function caller(play: Play, double: Tencent, kind: Kind, account: string): Caller {
  let read = 0;
  let told = '';
  const send = async (message: Readonly<Record<string, unknown>>): Promise<void> => {
    if (kind === 'kf') {
      double.writes(account, message);
      return ring(play, double);
    }
    const { text, button, ...rest } = message;
    const content = typeof text === 'string' ? `<MsgType><![CDATA[text]]></MsgType><Content><![CDATA[${text}]]></Content>` : '';
    const more = Object.entries(rest).map(([name, value]) => `<${name}><![CDATA[${String(value)}]]></${name}>`).join('');
    const number = rest['MsgType'] === 'event' || button !== undefined ? '' : `<MsgId>${1000 + ++serial}</MsgId>`;
    const pressed = button === undefined ? '' : `<MsgType><![CDATA[event]]></MsgType><Event><![CDATA[template_card_event]]></Event><EventKey><![CDATA[${JSON.stringify(button).slice(1, -1)}]]></EventKey><TaskId><![CDATA[task-${++serial}]]></TaskId><ResponseCode><![CDATA[r-${serial}]]></ResponseCode>`;
    const words = `<xml><ToUserName><![CDATA[us]]></ToUserName><FromUserName><![CDATA[${account}]]></FromUserName><CreateTime>${Math.floor(Date.now() / 1000)}</CreateTime>${content}${more}${pressed}${number}</xml>`;
    expect((await call(play, kind, double.callback(kind, words))).status).to.equal(200);
    await quiet(play, double);
  };
  const one: Caller = {
    says: async (text) => {
      await send(kind === 'kf' ? { msgtype: 'text', text: { content: text } } : { text });
      return one;
    },
    sends: async (message) => {
      await send(message);
      return one;
    },
    presses: async (label) => {
      const choice = double.shown(account).findLast(({ choices }) => choices.length > 0)?.choices.find((known) => known.label === label);
      if (choice === undefined) throw new Error(`Nothing called ${label} was shown: ${JSON.stringify(double.shown(account).at(-1))}`);
      await send(kind === 'kf' ? { msgtype: 'text', text: { content: label, menu_id: choice.id } } : kind === 'app' ? { button: choice.id } : { text: label, bizmsgmenuid: choice.id });
      return one;
    },
    unread: () => {
      const news = double.shown(account).slice(read);
      read = double.shown(account).length;
      told = news.map(({ text }) => /编号 (\d{5,})/.exec(text)?.[1] ?? /(\d{5,12})/.exec(text)?.[1]).findLast((no) => no !== undefined) ?? told;
      return news;
    },
    hears: (...expected) => {
      const news = one.unread();
      expect(news.map(({ text }) => text), `${account} hears`).to.have.length(expected.length);
      for (const [index, parts] of expected.entries()) {
        for (const part of Array.isArray(parts) ? parts : [parts]) {
          if (typeof part === 'string') expect(news[index]?.text).to.include(part);
          else expect(news[index]?.text).to.match(part as RegExp);
        }
      }
      return one;
    },
    lookAway: () => (one.unread(), one),
    no: () => told,
  };
  return one;
}

/** Binds an account to somebody of the directory, as they do it themselves with a code. */
export async function bind(play: Play, double: Tencent, kind: Kind, account: string, person: string): Promise<void> {
  const { url, adminToken } = play.product();
  const response = await fetch(`${url}/api/bindings`, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${adminToken}` }, body: JSON.stringify({ person }) });
  const { code } = (await response.json()) as { code: string };
  await caller(play, double, kind, account).says(`绑定 ${code}`);
}

/** A command by the administrator. */
export async function command(play: Play, no: string, body: object): Promise<void> {
  const { url, adminToken } = play.product();
  const response = await fetch(`${url}/api/demands/${no}/commands`, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${adminToken}` }, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(await response.text());
}
