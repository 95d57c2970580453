import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { httpTexts as english } from '../../locales/en/http.ts';
import { httpTexts as chinese } from '../../locales/zh-CN/http.ts';
import { createApp } from '../../web/app.ts';
import type { Chat, SandboxAccess, Say, ShownMessage, WebDeps } from '../../web/deps.ts';
import { createEventStream } from '../../web/event-stream.ts';
import { listen, type Listening } from '../../web/listen.ts';
import type { AssessmentView } from '../../web/schemas/assessment.ts';
import { DemandListed, type DemandView } from '../../web/schemas/demand.ts';
import { createSignIn } from '../../web/sign-in.ts';
import { createTokens } from '../../web/tokens.ts';
import { createDescribed } from './described.ts';
import { memoryPasses } from './memory-passes.ts';

export const ADMIN = 'the-administrators-own-token';
export const STREET = 'a-token-of-poplar-street';

const TIME = '2026-11-20T09:30:00.000+08:00';

/** A demand as HTTP gives it. */
function aDemandView(over: Partial<DemandView> = {}): DemandView {
  return {
    id: '26112001',
    status: 'waiting',
    tier: 'community',
    grade: 'A',
    source: 'chat',
    category: 'noise',
    place: { id: 'p1', name: '杨树里', grid: 'g1' },
    urgency: 'routine',
    summary: '夜里施工太吵',
    supporters: 0,
    owner: 'poplar',
    raisedAt: TIME,
    whistles: [],
    ratings: [],
    nextDueAt: '2026-11-20T13:30:00.000+08:00',
    mechanism: { id: 'small', version: 1 },
    stage: 'received',
    timeline: [{ seq: 1, at: TIME, by: 'lan', type: 'registered', data: {}, hash: 'h1' }],
    ...over,
  };
}

/** Says what the locales have; a refusal without a sentence of HTTP's is said by its name. */
export const say: Say = (key, params, language) => {
  const texts: Readonly<Record<string, string>> = language === 'en' ? english : chinese;
  return (texts[key] ?? `(${key})`).replace(/\{\{(\w+)\}\}/g, (_all, name: string) => String(params[name]));
};

/** What was logged. */
export interface LogLine {
  readonly level: string;
  readonly facts: object;
  readonly message: string;
}

/** A sandbox of two people and a room, in memory; its clock stands still until it is moved. */
export interface SmallSandbox extends SandboxAccess {
  readonly posted: object[];
  readonly changed: (id: string) => void;
  readonly show: (chat: Chat, text: string) => ShownMessage;
}

function smallSandbox(demands: Map<string, DemandView>): SmallSandbox {
  const people = [{ id: 'lan', name: '兰婶', roles: ['resident' as const], rooms: ['poplar'] }];
  const shown: { chat: Chat; message: ShownMessage }[] = [];
  const posted: object[] = [];
  const onMessage = new Set<(chat: Chat, message: ShownMessage) => void>();
  const onDemand = new Set<(id: string) => void>();
  const onClock = new Set<(now: Date) => void>();
  let now = new Date('2026-11-20T01:30:00.000Z');

  const show = (chat: Chat, text: string): ShownMessage => {
    const message = { seq: shown.length + 1, id: `m${shown.length + 1}`, from: 'lan', text, at: now, kind: 'text' };
    shown.push({ chat, message });
    onMessage.forEach((heard) => heard(chat, message));
    return message;
  };

  return {
    posted,
    show,
    changed: (id) => onDemand.forEach((heard) => heard(id)),
    people: () => people,
    addPerson: (name) => {
      const person = { id: `p${people.length + 1}`, name, roles: ['resident' as const], rooms: [] };
      people.push(person);
      return Promise.resolve(person);
    },
    rooms: () => [{ id: 'poplar', name: '杨树里一网格', grid: 'g1', people: ['lan'] }],
    post: (saying) => {
      posted.push(saying);
      if (!people.some(({ id }) => id === saying.from)) return Promise.resolve({ ok: false, refusal: 'no-such-person' });
      if (saying.quote === 'gone') return Promise.resolve({ ok: false, refusal: 'no-such-quote' });
      if (saying.recall === 'late') return Promise.resolve({ ok: false, refusal: 'too-late-to-recall' });
      if (saying.recall === 'gone') return Promise.resolve({ ok: false, refusal: 'not-your-message' });
      if (saying.image === 'huge') return Promise.resolve({ ok: false, refusal: 'too-large' });
      const chat = saying.room === undefined ? { person: saying.from } : { room: saying.room };
      return Promise.resolve({ ok: true, value: { id: show(chat, saying.text ?? '').id } });
    },
    messages: (chat, after, limit) =>
      Promise.resolve(shown.filter((one) => JSON.stringify(one.chat) === JSON.stringify(chat) && one.message.seq > after).map((one) => one.message).slice(0, limit)),
    subscribe: listener(onMessage),
    media: (id) => Promise.resolve(FILES.get(id)),
    clock: {
      now: () => now,
      next: () => Promise.resolve(new Date('2026-11-20T05:30:00.000Z')),
      advance: (ms) => {
        now = new Date(now.getTime() + ms);
        onClock.forEach((heard) => heard(now));
        return Promise.resolve(now);
      },
      subscribe: listener(onClock),
    },
    settle: () => Promise.resolve(now),
    demands: {
      list: (limit) => Promise.resolve({ items: listed(demands).slice(0, limit) }),
      get: (id) => Promise.resolve(demands.get(id)),
      subscribe: listener(onDemand),
    },
  };
}

const FILES = new Map([
  ['picture', { bytes: new Uint8Array([1, 2, 3]), type: 'image/png' }],
  ['page', { bytes: new Uint8Array([60]), type: 'text/html' }],
]);

function listener<T>(all: Set<T>): (heard: T) => () => void {
  return (heard) => {
    all.add(heard);
    return () => void all.delete(heard);
  };
}

/** The administrator's token opens, and codes issued to `zhou`, who works for the street. */
function memorySignIn(): Pick<WebDeps, 'signIn' | 'whoIs'> {
  const tokens = createTokens([{ token: ADMIN, caller: { kind: 'admin' } }]);
  const callerOf = (person: string) => Promise.resolve(person === 'zhou' ? ({ kind: 'person', person, units: ['poplar-street'] } as const) : undefined);
  return {
    signIn: createSignIn({ passes: memoryPasses(), tokens, callerOf, now: () => new Date() }),
    whoIs: (caller) => Promise.resolve({ kind: caller.kind, name: caller.person ?? 'admin', roles: [], units: [], seesAssessment: true }),
  };
}

/** The pages' reader over nothing: only its stream and its scope are alive. */
function memoryConsole(): WebDeps['console'] {
  const none = () => Promise.reject(new Error('There is nothing here'));
  return {
    words: () => ({ now: TIME, district: '', tiers: [], grades: [], kinds: [], chains: [], stages: [], sources: [], classes: [], marks: { scale: 5, dimensions: [] }, units: [], grids: [], sandbox: true }),
    today: none,
    heat: none,
    trends: none,
    callBacks: none,
    file: (_id, caller) => (caller.kind === 'person' ? Promise.resolve(undefined) : none()),
    media: () => Promise.resolve(undefined),
    reveal: (_id, no, _reason, caller) => Promise.resolve(caller.kind === 'person' ? { ok: false, refusal: 'may-not-reveal' } : { ok: true, value: { no, name: '兰婶' } }),
    scope: (caller) => (caller.kind === 'admin' ? undefined : new Set(caller.units)),
    stream: createEventStream({ firstId: 0, heartbeatMs: 20 }),
  };
}

function listed(demands: Map<string, DemandView>) {
  return [...demands.values()].map((demand) => DemandListed.strip().parse(demand));
}

/** A server over things in memory. What it answers must be what it describes. */
export interface SmallWeb extends Listening {
  readonly logged: LogLine[];
  readonly deps: WebDeps;
  readonly demands: Map<string, DemandView>;
  readonly sandbox: SmallSandbox;
  readonly queries: object[];
  readonly get: (path: string, headers?: Record<string, string>) => Promise<Response>;
  readonly post: (path: string, body: unknown, headers?: Record<string, string>) => Promise<Response>;
}

/** Starts a server on a port of the system's choice. */
export async function aSmallWeb(over: Partial<WebDeps> = {}): Promise<SmallWeb> {
  const pages = await mkdtemp(join(tmpdir(), 'pages-'));
  await mkdir(join(pages, 'assets'));
  await mkdir(join(pages, 'sandbox'));
  await writeFile(join(pages, 'assets', 'page-1a2b.js'), 'void 0');
  await writeFile(join(pages, 'sandbox', 'index.html'), '<!doctype html><title>哨子</title>');

  const demands = new Map([['26112001', aDemandView()]]);
  const sandbox = smallSandbox(demands);
  const logged: LogLine[] = [];
  const queries: object[] = [];
  const deps = { ...memoryDeps(demands, queries), pages, sandbox, log: logTo(logged), ...over };
  const listening = await listen(createApp(deps), { host: '127.0.0.1', port: 0, patienceMs: 200 });
  const base = `http://127.0.0.1:${listening.port}`;
  const described = createDescribed(base);
  const call = async (path: string, init: RequestInit) => {
    const answer = await fetch(`${base}${path}`, { redirect: 'manual', ...init });
    await described(init.method ?? 'GET', path, answer);
    return answer;
  };

  return {
    ...listening,
    stop: async () => {
      await listening.stop();
      await rm(pages, { recursive: true });
    },
    logged,
    deps,
    demands,
    sandbox,
    queries,
    get: (path, headers = {}) => call(path, { headers }),
    post: (path, body, headers = {}) =>
      call(path, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: typeof body === 'string' ? body : JSON.stringify(body) }),
  };
}

/** Sources of which nothing was imported yet. */
function smallSources(queries: object[]): WebDeps['sources'] {
  const view = { ok: true, total: 0, fresh: 0, known: 0, faulty: 0, faultCount: 0, faults: [], ignored: [], examined: 0, classes: [], units: [], placeless: 0, examples: [] };
  return {
    kinds: () => ({ items: [] }),
    take: (body, caller) => (queries.push({ name: body.name, caller }), Promise.resolve(view)),
    imports: () => Promise.resolve({ items: [] }),
    import: () => Promise.resolve(undefined),
    template: () => Promise.resolve({ name: 'matters.csv', type: 'text/csv; charset=utf-8', bytes: Buffer.from('a') }),
  };
}

/** One grid with nobody and nothing in it. */
function smallServices(queries: object[]): WebDeps['services'] {
  const known = <T>(grid: string, value: T) => Promise.resolve(grid === 'g1' ? value : undefined);
  return {
    list: (query) => (queries.push({ query }), Promise.resolve({ items: [] })),
    team: (grid) => known(grid, { grid, workers: [], members: [] }),
    records: (grid, query, caller) => (queries.push({ query, caller }), known(grid, { grid, progress: [], items: [] })),
    recordTable: (grid, section) => known(grid, `\uFEFFid\r\n${section}\r\n`),
  };
}

function logTo(logged: LogLine[]): WebDeps['log'] {
  const at = (level: string) => (facts: object, message: string) => void logged.push({ level, facts, message });
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

/** One period, of which the street may see its own; a table of one word. */
function smallAssessments(queries: object[]): WebDeps['assessments'] {
  const view: AssessmentView = { period: '2026-11', from: '2026-11-01T00:00:00.000+08:00', to: '2026-12-01T00:00:00.000+08:00', state: 'running', mechanism: { id: 'm', version: 1 }, indicators: [], bands: [], classes: [] };
  const known = <T>(period: string, value: T) => Promise.resolve(period === view.period ? value : period === '2026-10' ? ('forbidden' as const) : undefined);
  return {
    get: (period, caller) => (queries.push({ period, caller }), known(period, view)),
    cases: (period, unit, query, caller) => (queries.push({ period, unit, query, caller }), known(period, unit === 'poplar-street' ? { period, unit, counted: 0, left: 0, backToBack: [], items: [] } : undefined)),
    table: (period, format) => known(period, { name: `assessment.${format}`, type: 'text/csv; charset=utf-8', bytes: Buffer.from('a') }),
    whatIf: (period, { weights }) => known(period, Object.hasOwn(weights, 'departments') ? { ok: true, value: { ...view, whatIf: true } } : { ok: false, refusal: 'wrong-weights', params: { faults: 'none of these' } }),
    give: (period, body, caller) => (queries.push({ period, body, caller }), Promise.resolve({ kept: body.items.length, items: body.items.map((_, nth) => ({ ok: true, id: String(nth) })) })),
  };
}

function memoryDeps(demands: Map<string, DemandView>, queries: object[]): Omit<WebDeps, 'pages' | 'log'> {
  const handedIn = new Map<string, string>();
  return {
    demands: {
      list: (query, caller) => {
        queries.push({ query, caller });
        return Promise.resolve({ items: listed(demands).slice(0, query.limit), next: 'c2' });
      },
      get: (id, caller) => Promise.resolve(caller.kind === 'person' && !caller.units.includes(demands.get(id)?.owner ?? '') ? undefined : demands.get(id)),
    },
    results: {
      list: (query, caller) => (queries.push({ query, caller }), Promise.resolve({ items: [] })),
      table: () => Promise.resolve({ name: 'results.csv', type: 'text/csv; charset=utf-8', bytes: Buffer.from('a') }),
      untold: () => Promise.resolve({ items: [], more: false, untried: 0 }),
      again: (ids) => Promise.resolve(ids?.length ?? 0),
    },
    labelledCases: { lines: () => Promise.resolve('{"id":"1"}\n') },
    assessments: smallAssessments(queries),
    services: smallServices(queries),
    hotspots: { list: (query, caller) => (queries.push({ query, caller }), Promise.resolve({ items: [], warnings: [], answered: { seen: 0, acted: 0, notSo: 0 } })) },
    commands: {
      run: (id, command) => {
        const demand = demands.get(id);
        if (demand === undefined) return Promise.resolve(undefined);
        if (command.type === 'escalate') throw Object.assign(new Error('Changed'), { code: 'version-conflict' });
        if (command.type === 'finish') throw new Error(`secret words: ${command.result}`);
        if (command.type !== 'take') return Promise.resolve({ ok: false, refusal: 'not-in-hand' });
        demands.set(id, { ...demand, status: 'handling' });
        return Promise.resolve({ ok: true, value: { ...demand, status: 'handling' } });
      },
    },
    intake: {
      register: ({ source, externalId }, caller) => {
        if (caller.kind !== 'admin') return Promise.resolve({ ok: false, refusal: 'forbidden' });
        if (source === 'unheard-of') return Promise.resolve({ ok: false, refusal: 'unknown-source' });
        const key = `${source} ${externalId}`;
        const known = handedIn.get(key);
        const id = known ?? `2611200${handedIn.size + 2}`;
        handedIn.set(key, id);
        return Promise.resolve({ ok: true, value: { id, created: known === undefined } });
      },
    },
    sources: smallSources(queries),
    status: {
      ready: () => Promise.resolve({ ready: true, checks: { store: { up: true } } }),
      metrics: () => Promise.resolve({ type: 'text/plain; version=0.0.4; charset=utf-8', text: 'shaozi_up 1\n' }),
    },
    tokens: createTokens([
      { token: ADMIN, caller: { kind: 'admin' } },
      { token: STREET, caller: { kind: 'person', person: 'zhou', units: ['poplar-street'] } },
    ]),
    ...memorySignIn(),
    console: memoryConsole(),
    setup: { view: () => Promise.reject(new Error('none')), staff: () => Promise.resolve({ count: 0, items: [] }), appoint: () => Promise.resolve({ count: 0, items: [] }), take: () => Promise.resolve({ ok: true, applied: false, faults: [], changes: [] }) },
    matters: { get: () => Promise.resolve(undefined), media: () => Promise.resolve(undefined), add: () => Promise.resolve(undefined), rate: () => Promise.resolve(undefined) },
    say,
    language: 'zh-CN',
  };
}
