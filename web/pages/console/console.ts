import { computed, inject, ref, shallowRef, watch, type InjectionKey, type Ref } from 'vue';
import { z } from 'zod';
import { ConsoleWords } from '../../schemas/console.ts';
import { Me } from '../../schemas/session.ts';
import { en } from '../locales/console/en.ts';
import { zhCN, type ConsoleKey } from '../locales/console/zh-CN.ts';
import { createLocaleOf, type LocaleOf } from '../locales/locale-of.ts';
import { listenLive, type LiveState } from '../sandbox/live.ts';
import { createApi, Failed, type Api } from './api.ts';
import { createBeginning } from './beginning.ts';

// The pages forbid code made from strings, so zod must not try it.
z.config({ jitless: true });

/** What every view of the console shares: language, the way to the server, who is signed in, the district's words, and what moves. */
export interface Console {
  readonly locale: LocaleOf<ConsoleKey>;
  readonly api: Api;
  readonly me: Ref<Me | undefined>;
  readonly words: Ref<ConsoleWords | undefined>;
  /** The program's time in milliseconds, moving on. */
  readonly now: Ref<number>;
  readonly live: Ref<LiveState>;
  /** Looks who is signed in; undefined when nobody is. As long as that cannot be known, `trouble` says why and `again` tries it again. */
  readonly begin: (known?: Me) => Promise<Me | undefined>;
  readonly trouble: Ref<string>;
  readonly retrying: Ref<boolean>;
  readonly again: () => void;
  readonly left: () => void;
  /** Calls back when a demand has changed, or when anything may have; gives the way to stop. */
  readonly onNews: (heard: (id: string | undefined) => void) => () => void;
  readonly unitName: (id: string) => string;
  readonly nameOf: (list: 'tiers' | 'grades' | 'kinds' | 'chains' | 'stages' | 'sources' | 'classes' | 'grids', id: string) => string;
  /** The program's time was told. */
  readonly tellNow: (iso: string) => void;
}

export const CONSOLE: InjectionKey<Console> = Symbol('console');
const TICK_MS = 1000;

/** The console that the page was started with. */
export function useConsole(): Console {
  const console = inject(CONSOLE);
  if (console === undefined) throw new Error('This part belongs into the console page');
  return console;
}

/** Makes what all views share. `signedOut` leads to the sign-in view. */
export function createConsole(window: Window, signedOut: () => void): Console {
  const locale = createLocaleOf<ConsoleKey>({ 'zh-CN': zhCN, en }, window.localStorage, window.navigator.languages);
  const me = ref<Me>();
  const words = shallowRef<ConsoleWords>();
  const live = ref<LiveState>('starting');
  const { now, tellNow } = programTime(window);
  const news = new Set<(id: string | undefined) => void>();
  const leave = () => {
    me.value = undefined;
    signedOut();
  };
  const api = createApi(() => locale.lang.value, (kind) => locale.say(`problem.${kind}`), leave);
  const names = computed(() => namesIn(words.value));
  let listening = false;

  function listen(): void {
    if (listening) return;
    listening = true;
    const tell = (id: string | undefined): void => news.forEach((heard) => heard(id));
    const state = listenLive('/api/stream', { opened: () => tell(undefined), event: (_name, data) => tell(idIn(data)) });
    watch(state, noticed, { immediate: true });
  }

  /** A stream also ends when nobody is signed in any more: asked, the server says so. */
  function noticed(is: LiveState): void {
    live.value = is;
    if (is === 'lost') void api.get('/api/session', Me).catch(() => undefined);
  }

  async function enter(known?: Me): Promise<Me> {
    const who = known ?? (await api.get('/api/session', Me));
    api.useToken(who.csrf);
    words.value = await api.get('/api/words', ConsoleWords);
    me.value = who;
    tellNow(words.value.now);
    listen();
    return who;
  }

  const unbegun = (error: unknown): string => (!(error instanceof Failed) ? locale.say('problem.broken') : error.offline ? locale.say('start.silent') : error.message);

  return {
    locale, api, me, words, now, live, left: leave, tellNow, ...createBeginning(enter, unbegun),
    onNews: (heard) => {
      news.add(heard);
      return () => news.delete(heard);
    },
    unitName: (id) => names.value.get(`units ${id}`) ?? id,
    nameOf: (list, id) => names.value.get(`${list} ${id}`) ?? id,
  };
}

function namesIn(words: ConsoleWords | undefined): ReadonlyMap<string, string> {
  if (words === undefined) return new Map();
  const lists = ['tiers', 'grades', 'kinds', 'chains', 'stages', 'sources', 'classes', 'grids', 'units'] as const;
  return new Map(lists.flatMap((list) => words[list].map(({ id, name }): [string, string] => [`${list} ${id}`, name])));
}

function idIn(data: unknown): string | undefined {
  const parsed = z.object({ id: z.string() }).safeParse(data);
  return parsed.success ? parsed.data.id : undefined;
}

/** The server's clock, which in the sandbox may be far ahead of this computer's. */
function programTime(window: Window) {
  const now = ref(new Date().getTime());
  let ahead = 0;
  window.setInterval(() => void (now.value = new Date().getTime() + ahead), TICK_MS);
  return {
    now,
    tellNow: (iso: string) => {
      ahead = Date.parse(iso) - new Date().getTime();
      now.value = Date.parse(iso);
    },
  };
}
