import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getSignature, encrypt } from '@wecom/crypto';
import { z } from 'zod';
import { anOrganisation, organisationRoutes, type DoubleOrganisation } from './tencent-organisation.ts';
import { PIXEL } from './wechat-sandbox.ts';

const Words = z.object({ content: z.string() });
const Item = z.object({ id: z.string().optional(), content: z.string().optional(), click: z.object({ id: z.string(), content: z.string() }).optional() });
const Body = z.looseObject({
  touser: z.string().default(''), chatid: z.string().default(''), appid: z.string().optional(), secret: z.string().optional(), code: z.string().default(''),
  cursor: z.string().optional(), limit: z.number().default(100), open_kfid: z.string().default(''), scene: z.string().default(''), msgid: z.string().optional(),
  msgtype: z.string().default(''), text: Words.default({ content: '' }), msgmenu: z.object({ head_content: z.string(), list: z.array(Item) }).optional(),
  template_id: z.string().optional(), url: z.string().optional(), page: z.string().optional(), data: z.record(z.string(), z.object({ value: z.string() })).default({}),
  action_info: z.object({ scene: z.object({ scene_str: z.string() }) }).optional(),
  template_card: z.object({ main_title: z.object({ title: z.string() }), sub_title_text: z.string(), button_list: z.array(z.object({ text: z.string(), key: z.string() })) }).optional(),
  button: z.object({ replace_name: z.string() }).optional(),
});

/** What the double and the program both know; every value is made up. */
export const ACCOUNTS = {
  corpId: 'ww0000000000000001',
  kf: { id: 'wk0000000001', secret: 'kf-secret-1', token: 'kftoken1', aesKey: Buffer.alloc(32, 11).toString('base64').slice(0, 43) },
  oa: { appId: 'wx0000000000000001', secret: 'oa-secret-1', token: 'oatoken1', aesKey: Buffer.alloc(32, 12).toString('base64').slice(0, 43), template: 'template-1', subscription: 'template-2' },
  app: { agentId: 1000002, secret: 'app-secret-1', token: 'apptoken1', aesKey: Buffer.alloc(32, 13).toString('base64').slice(0, 43) },
} as const;

/** The program's settings for all accounts of the double. */
export function settingsFor(base: string): Record<string, string> {
  const { corpId, kf, oa, app } = ACCOUNTS;
  return {
    WECOM_CORP_ID: corpId, WECOM_API: base, OA_API: base, SEND_PER_CONVERSATION_MS: '0', SEND_PER_ACCOUNT_MS: '0',
    KF_ID: kf.id, KF_SECRET: kf.secret, KF_TOKEN: kf.token, KF_AES_KEY: kf.aesKey,
    OA_APP_ID: oa.appId, OA_SECRET: oa.secret, OA_TOKEN: oa.token, OA_AES_KEY: oa.aesKey, OA_TEMPLATE_ID: oa.template, OA_SUBSCRIPTION_ID: oa.subscription,
    WECOM_AGENT_ID: String(app.agentId), WECOM_SECRET: app.secret, WECOM_TOKEN: app.token, WECOM_AES_KEY: app.aesKey,
  };
}

/** One call that the program made. */
export interface Call {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: z.infer<typeof Body>;
}

type Answer = object | Uint8Array;

/** The messengers' endpoints as their documents describe them: tokens, pages and cursors, windows and quotas, error codes. */
export interface Tencent {
  readonly base: string;
  readonly calls: Call[];
  /** Calls of one path. */
  readonly called: (path: string) => readonly Call[];
  /** What a person was shown, as text; menus and cards with their choices. */
  readonly shown: (account: string) => readonly { text: string; choices: readonly { label: string; id: string }[]; by: string }[];
  /** A resident writes to customer service; it is only kept until somebody asks for it. */
  readonly writes: (account: string, message: Readonly<Record<string, unknown>>) => string;
  readonly enters: (account: string, event: Readonly<Record<string, unknown>>) => void;
  /** Somebody agrees, or does not, to be told one thing more by the service account; gives the call that tells of it. */
  readonly subscribes: (account: string, agrees: boolean) => { readonly query: string; readonly body: string };
  /** Somebody ends their subscriptions where the account does not hear of it. */
  readonly unsubscribes: (account: string) => void;
  /** Puts an event into what customer service hands out. */
  readonly event: (event: Readonly<Record<string, unknown>>) => void;
  /** Next calls of this path answer with this code. */
  readonly failNext: (path: string, errcode: number, times?: number) => void;
  /** From now on each page of customer service begins so many messages before its cursor, as after an end that came between the messages and the cursor. */
  readonly overlaps: (messages: number) => void;
  /** Moves the messengers' own clock for windows; what they date stays real. */
  readonly passes: (ms: number) => void;
  /** Nobody answers until it is up again. */
  readonly down: (isDown: boolean) => void;
  readonly endTokens: () => void;
  /** A call as it makes it: where, with which query, and its body. */
  readonly callback: (kind: 'kf' | 'oa' | 'app', words: string) => { readonly query: string; readonly body: string };
  /** Departments and members, for the test to fill. */
  readonly organisation: DoubleOrganisation;
  readonly stop: () => Promise<void>;
}

const PAGE = 100;
const TOKEN_S = 7200;

/** Starts the double on a port of its own. */
export async function startTencent(): Promise<Tencent> {
  const calls: Call[] = [];
  const shown = new Map<string, { text: string; choices: { label: string; id: string }[]; by: string }[]>();
  const history: Record<string, unknown>[] = [];
  const failing = new Map<string, number[]>();
  const windows = new Map<string, { until: number; left: number }>();
  const tokens = new Map<string, string>();
  const subscribed = new Map<string, number>();
  let ahead = 0;
  let isDown = false;
  let overlap = 0;
  let serial = 0;
  let cards = 0;
  const clock = () => Date.now() + ahead;
  const opened = (account: string, ms = 48 * 3600_000, left = 5) => void windows.set(account, { until: clock() + ms, left });
  const show = (account: string, text: string, choices: { label: string; id: string }[], by: string) => void shown.set(account, [...(shown.get(account) ?? []), { text, choices, by }]);

  function within(account: string, late: number, much: number): number {
    const window = windows.get(account);
    if (window === undefined || clock() >= window.until) return late;
    if (window.left <= 0) return much;
    window.left--;
    return 0;
  }

  function menuOf(body: Call['body']): { text: string; choices: { label: string; id: string }[] } {
    const menu = body.msgmenu;
    if (menu === undefined) return { text: body.text.content, choices: [] };
    return { text: menu.head_content, choices: menu.list.map(({ click, content = '', id = '' }) => ({ label: click?.content ?? content, id: click?.id ?? id })) };
  }

  const organisation = anOrganisation();
  const ROUTES: Readonly<Record<string, (call: Call) => Answer>> = {
    '/cgi-bin/gettoken': ({ query }) => {
      const secret = query['corpsecret'] ?? '';
      if (query['corpid'] !== ACCOUNTS.corpId) return { errcode: 40013, errmsg: 'invalid corpid' };
      if (secret !== ACCOUNTS.kf.secret && secret !== ACCOUNTS.app.secret) return { errcode: 40001, errmsg: 'invalid credential' };
      return { errcode: 0, errmsg: 'ok', access_token: given(secret), expires_in: TOKEN_S };
    },
    '/cgi-bin/stable_token': ({ body }) => {
      if (body.appid !== ACCOUNTS.oa.appId) return { errcode: 40013, errmsg: 'invalid appid' };
      if (body.secret !== ACCOUNTS.oa.secret) return { errcode: 40125, errmsg: 'invalid appsecret' };
      return { access_token: given(ACCOUNTS.oa.secret), expires_in: TOKEN_S };
    },
    '/cgi-bin/kf/sync_msg': ({ body }) => {
      const asked = body.cursor === undefined ? 0 : Number(body.cursor.slice(1));
      const from = Math.max(0, asked - overlap);
      const page = history.slice(from, from + Math.min(PAGE, body.limit));
      const next = from + page.length;
      return { errcode: 0, errmsg: 'ok', next_cursor: `c${next}`, has_more: next < history.length ? 1 : 0, msg_list: page };
    },
    '/cgi-bin/kf/send_msg': ({ body }) => {
      const account = body.touser;
      const errcode = within(account, 95002, 95001);
      if (errcode !== 0) return { errcode, errmsg: 'not now' };
      const { text, choices } = menuOf(body);
      show(account, text, choices, 'kf');
      return { errcode: 0, errmsg: 'ok', msgid: body.msgid };
    },
    '/cgi-bin/kf/send_msg_on_event': ({ body }) => {
      show(body.code.replace('welcome-', ''), body.text.content, [], 'kf-welcome');
      return { errcode: 0, errmsg: 'ok', msgid: 'w' };
    },
    '/cgi-bin/kf/add_contact_way': ({ body }) => ({ errcode: 0, errmsg: 'ok', url: `https://work.weixin.qq.com/kfid/${body.open_kfid}?enc_scene=${body.scene}` }),
    '/cgi-bin/kf/account/list': () => ({ errcode: 0, errmsg: 'ok', account_list: [{ open_kfid: ACCOUNTS.kf.id, name: '哨子' }] }),
    '/cgi-bin/media/get': ({ query }) => (query['media_id'] === 'gone' ? { errcode: 40007, errmsg: 'invalid media_id' } : Buffer.from(PIXEL.split(',')[1] ?? '', 'base64')),
    '/cgi-bin/message/custom/send': ({ body }) => {
      const errcode = within(body.touser, 45015, 45047);
      if (errcode !== 0) return { errcode, errmsg: 'not now' };
      const { text, choices } = menuOf(body);
      show(body.touser, text, choices, 'oa');
      return { errcode: 0, errmsg: 'ok' };
    },
    '/cgi-bin/message/template/send': ({ body }) => {
      show(body.touser, Object.values(body.data).map(({ value }) => value).join(' '), [], 'template');
      return { errcode: 0, errmsg: 'ok', msgid: 5000 + ++serial };
    },
    '/cgi-bin/message/subscribe/bizsend': ({ body }) => {
      const left = subscribed.get(body.touser) ?? 0;
      if (left <= 0 || body.template_id !== ACCOUNTS.oa.subscription) return { errcode: 43101, errmsg: 'user refuse to accept the msg' };
      subscribed.set(body.touser, left - 1);
      show(body.touser, Object.values(body.data).map(({ value }) => value).join(' '), [], 'subscription');
      return { errcode: 0, errmsg: 'ok' };
    },
    '/cgi-bin/qrcode/create': ({ body }) => ({ ticket: 't', url: `http://weixin.qq.com/q/${body.action_info?.scene.scene_str ?? ''}` }),
    '/cgi-bin/message/send': ({ body }) => {
      if (body.touser === 'left-the-company') return { errcode: 0, errmsg: 'ok', invaliduser: body.touser, msgid: 'm' };
      const card = body.template_card;
      const choices = (card?.button_list ?? []).map(({ text, key }) => ({ label: text, id: key }));
      show(body.touser, card === undefined ? body.text.content : `${card.main_title.title}\n${card.sub_title_text}`, choices, 'wecom');
      return { errcode: 0, errmsg: 'ok', invaliduser: '', msgid: 'm', ...(card !== undefined && { response_code: `code-${++cards}` }) };
    },
    '/cgi-bin/message/update_template_card': () => ({ errcode: 0, errmsg: 'ok' }),
    '/cgi-bin/appchat/send': ({ body }) => {
      show(body.chatid, body.text.content, [], 'group');
      return { errcode: 0, errmsg: 'ok' };
    },
    '/cgi-bin/agent/get': () => ({ errcode: 0, errmsg: 'ok', name: '哨子' }),
    ...organisationRoutes(organisation),
  };

  function given(secret: string): string {
    const known = tokens.get(secret) ?? `token-${++serial}`;
    tokens.set(secret, known);
    return known;
  }

  function answer(call: Call): Answer {
    const code = failing.get(call.path)?.shift();
    if (code !== undefined) return { errcode: code, errmsg: 'as asked for' };
    const isToken = call.path.endsWith('token');
    if (!isToken && ![...tokens.values()].includes(call.query['access_token'] ?? '')) return { errcode: 40014, errmsg: 'invalid access_token' };
    return ROUTES[call.path]?.(call) ?? { errcode: 40066, errmsg: 'invalid url' };
  }

  const server = createServer((req, res) => {
    void read(req).then((call) => {
      if (isDown) return void req.socket.destroy();
      calls.push(call);
      const said = answer(call);
      if (said instanceof Uint8Array) return void res.writeHead(200, { 'content-type': 'image/png' }).end(said);
      res.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(said));
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const push = (message: Record<string, unknown>) => {
    const msgid = `m${history.length + 1}`;
    history.push({ msgid, open_kfid: ACCOUNTS.kf.id, send_time: Math.floor(Date.now() / 1000), ...message });
    return msgid;
  };

  return {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    called: (path) => calls.filter((call) => call.path === path),
    shown: (account) => shown.get(account) ?? [],
    writes: (account, message) => {
      opened(account);
      return push({ external_userid: account, origin: 3, ...message });
    },
    enters: (account, event) => void push({ origin: 4, msgtype: 'event', event: { event_type: 'enter_session', open_kfid: ACCOUNTS.kf.id, external_userid: account, welcome_code: `welcome-${account}`, ...event } }),
    subscribes: (account, agrees) => {
      if (agrees) subscribed.set(account, (subscribed.get(account) ?? 0) + 1);
      return closed('oa', `<xml><ToUserName><![CDATA[gh]]></ToUserName><FromUserName><![CDATA[${account}]]></FromUserName><CreateTime>${Math.floor(Date.now() / 1000)}</CreateTime><MsgType><![CDATA[event]]></MsgType><Event><![CDATA[subscribe_msg_popup_event]]></Event><SubscribeMsgPopupEvent><List><TemplateId><![CDATA[${ACCOUNTS.oa.subscription}]]></TemplateId><SubscribeStatusString><![CDATA[${agrees ? 'accept' : 'reject'}]]></SubscribeStatusString><PopupScene>2</PopupScene></List><List><TemplateId><![CDATA[another]]></TemplateId><SubscribeStatusString><![CDATA[accept]]></SubscribeStatusString><PopupScene>2</PopupScene></List></SubscribeMsgPopupEvent></xml>`);
    },
    unsubscribes: (account) => void subscribed.delete(account),
    event: (event) => void push({ origin: 4, msgtype: 'event', event }),
    failNext: (path, errcode, times = 1) => void failing.set(path, Array.from({ length: times }, () => errcode)),
    overlaps: (messages) => void (overlap = messages),
    passes: (ms) => void (ahead += ms),
    down: (down) => void (isDown = down),
    endTokens: () => tokens.clear(),
    callback: (kind, words) => {
      if (kind === 'oa') opened(/<FromUserName><!\[CDATA\[(.*?)\]\]>/.exec(words)?.[1] ?? '');
      return closed(kind, words);
    },
    organisation,
    stop: () => new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    }),
  };
}

/** Words signed and closed as a messenger does it, by another library than the program's. */
export function closed(kind: 'kf' | 'oa' | 'app', words: string, over: { token?: string; receiver?: string; aesKey?: string; timestamp?: number } = {}): { query: string; body: string } {
  const { token, aesKey } = ACCOUNTS[kind];
  const receiver = over.receiver ?? (kind === 'oa' ? ACCOUNTS.oa.appId : ACCOUNTS.corpId);
  const encrypted = encrypt(over.aesKey ?? aesKey, words, receiver);
  const timestamp = String(over.timestamp ?? Math.floor(Date.now() / 1000));
  const nonce = String(Math.random()).slice(2);
  const signature = getSignature(over.token ?? token, timestamp, nonce, encrypted);
  return { query: `msg_signature=${signature}&timestamp=${timestamp}&nonce=${nonce}`, body: `<xml><ToUserName><![CDATA[${receiver}]]></ToUserName><Encrypt><![CDATA[${encrypted}]]></Encrypt></xml>` };
}

async function read(req: IncomingMessage): Promise<Call> {
  let body = '';
  for await (const part of req) body += String(part);
  const url = new URL(req.url ?? '/', 'http://double');
  return { path: url.pathname, query: Object.fromEntries(url.searchParams), body: Body.parse(body === '' ? {} : JSON.parse(body)) };
}
