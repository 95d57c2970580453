import { inject, reactive, shallowRef, watch, type InjectionKey, type Ref, type ShallowRef } from 'vue';
import type { Locale } from '../locales/locale.ts';
import { createApi } from './api.ts';
import { ClockEvent, DemandEvent, MessageEvent } from './contract.ts';
import { BOT, createConversations, type Conversations } from './conversations.ts';
import { createDemandBoard, type DemandBoard } from './demand-board.ts';
import { createDirectory, type Directory } from './directory.ts';
import { createDrafts, type Drafts } from './drafts.ts';
import { listenLive, type LiveEvent, type LiveState } from './live.ts';
import { createProgramClock, type ProgramClock } from './program-clock.ts';
import { createReadMarks, type ReadMarks } from './read-marks.ts';
import { createRoute, type Route } from './route.ts';

/** Everything the parts of the page share. */
export interface Sandbox {
  readonly locale: Locale;
  readonly route: Route;
  readonly directory: Directory;
  readonly clock: ProgramClock;
  readonly board: DemandBoard;
  readonly marks: ReadMarks;
  readonly drafts: Drafts;
  readonly live: Ref<LiveState>;
  /** The chats of whom this window plays; undefined until somebody is chosen. */
  readonly conversations: ShallowRef<Conversations | undefined>;
  /** How many messages wait for each person whom this window does not play. */
  readonly waiting: Map<string, number>;
}

const KEY: InjectionKey<Sandbox> = Symbol('sandbox');
export { KEY as SANDBOX };

/** The page's shared state; only inside a component of the page. */
export function useSandbox(): Sandbox {
  const sandbox = inject(KEY);
  if (sandbox === undefined) throw new Error('No sandbox around this component');
  return sandbox;
}

/** Puts the parts together and starts them. */
export function createSandbox(view: Window, locale: Locale): Sandbox {
  const api = createApi(view.fetch.bind(view), () => locale.lang.value);
  const parts = {
    locale,
    route: createRoute(view),
    directory: createDirectory(api),
    clock: createProgramClock(api, view.performance.timeOrigin + view.performance.now(), () => view.performance.now()),
    board: createDemandBoard(api),
    marks: createReadMarks(view.localStorage),
    drafts: createDrafts(view.sessionStorage),
    conversations: shallowRef<Conversations>(),
    waiting: reactive(new Map<string, number>()),
  };
  const refresh = (): void => {
    if (parts.directory.state.value !== 'ready') void parts.directory.load();
    parts.clock.refresh().catch(() => undefined);
    parts.board.touch();
    void parts.conversations.value?.catchUp();
  };
  const live = listenLive('/sandbox/stream', { opened: refresh, event: (name, data) => hear(parts, name, data) });
  refresh();
  // Steps and classes have other names in another language.
  watch(locale.lang, () => parts.board.touch());
  followPerson(parts, api);
  return { ...parts, live };
}

type Parts = Omit<Sandbox, 'live'>;

function followPerson(parts: Parts, api: ReturnType<typeof createApi>): void {
  const { route, directory, marks, clock, conversations, waiting, board } = parts;
  watch(
    () => directory.person(route.at.as),
    (person, before) => {
      if (person?.id === before?.id && person?.rooms.join() === before?.rooms.join()) return;
      conversations.value = person && createConversations({ api, marks, now: () => clock.now.value }, person);
      if (person !== undefined) waiting.delete(person.id);
      void conversations.value?.catchUp();
    },
  );
  watch(() => route.at.demand, (id) => board.open(id), { immediate: true });
}

function hear(parts: Parts, name: LiveEvent, data: unknown): void {
  if (name === 'message') hearMessage(parts, data);
  if (name === 'demand' && DemandEvent.safeParse(data).success) hearDemand(parts);
  if (name !== 'clock') return;
  const moved = ClockEvent.safeParse(data);
  if (!moved.success) return;
  parts.clock.set(moved.data.now);
  hearDemand(parts);
}

function hearDemand({ board, clock }: Parts): void {
  board.touch();
  if (!clock.busy.value) clock.refresh().catch(() => undefined);
}

function hearMessage({ route, conversations, waiting }: Parts, data: unknown): void {
  const heard = MessageEvent.safeParse(data);
  if (!heard.success) return;
  const { person, room, item } = heard.data;
  const mine = conversations.value;
  if (room !== undefined) mine?.receive(room, item);
  else if (person === route.at.as) mine?.receive(BOT, item);
  else if (person !== undefined && item.from === BOT) waiting.set(person, (waiting.get(person) ?? 0) + 1);
}
