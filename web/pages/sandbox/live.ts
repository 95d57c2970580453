import { ref, type Ref } from 'vue';

const EVENTS = ['message', 'demand', 'clock'] as const;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 8_000;

/** What the stream can bring. */
export type LiveEvent = (typeof EVENTS)[number];

/** Whether news arrives: not yet, yes, or not any more. */
export type LiveState = 'starting' | 'live' | 'lost';

/** Who is told what the stream brings; `opened` is called each time it (re)opens, and is the moment to catch up. */
export interface Listener {
  readonly opened: () => void;
  readonly event: (name: LiveEvent, data: unknown) => void;
}

interface Heard {
  readonly kind: 'state' | 'event' | 'hello';
  readonly state?: LiveState;
  readonly name?: LiveEvent;
  readonly data?: unknown;
}

/** Listens to the stream until the window closes, alone or through another window of the same browser. */
export function listenLive(path: string, listener: Listener): Ref<LiveState> {
  const state = ref<LiveState>('starting');
  const hear = (heard: Heard): void => {
    if (heard.kind === 'event' && heard.name !== undefined) listener.event(heard.name, heard.data);
    if (heard.kind !== 'state' || heard.state === undefined) return;
    const reopened = heard.state === 'live' && state.value !== 'live';
    state.value = heard.state;
    if (reopened) listener.opened();
  };
  if (!('locks' in navigator) || !('BroadcastChannel' in window)) openStream(path, hear);
  else listenTogether(path, state, hear);
  return state;
}

function listenTogether(path: string, state: Ref<LiveState>, hear: (heard: Heard) => void): void {
  // One window of the browser listens for all of them: a browser gives a server only six connections.
  const shared = `shaozi:${path}`;
  const windows = new BroadcastChannel(shared);
  let leading = false;
  windows.onmessage = ({ data }: { data: Heard }) => {
    if (data.kind !== 'hello') hear(data);
    else if (leading) windows.postMessage({ kind: 'state', state: state.value } satisfies Heard);
  };
  windows.postMessage({ kind: 'hello' } satisfies Heard);
  void navigator.locks.request(shared, () => {
    leading = true;
    openStream(path, (heard) => {
      windows.postMessage(heard);
      hear(heard);
    });
    return new Promise(() => undefined);
  });
}

/** Reopens for ever, with growing pauses, and at once when the network comes back. */
function openStream(path: string, hear: (heard: Heard) => void): void {
  let wait = FIRST_WAIT_MS;
  let timer: number | undefined;
  let source: EventSource | undefined;
  const open = (): void => {
    clearTimeout(timer);
    source?.close();
    source = new EventSource(path);
    for (const name of EVENTS) source.addEventListener(name, (event: { data: unknown }) => hear({ kind: 'event', name, data: parsed(event.data) }));
    source.onopen = () => {
      wait = FIRST_WAIT_MS;
      hear({ kind: 'state', state: 'live' });
    };
    source.onerror = () => {
      source?.close();
      hear({ kind: 'state', state: 'lost' });
      clearTimeout(timer);
      timer = window.setTimeout(open, wait);
      wait = Math.min(wait * 2, LONGEST_WAIT_MS);
    };
  };
  window.addEventListener('online', open);
  open();
}

function parsed(data: unknown): unknown {
  try {
    return JSON.parse(String(data));
  } catch {
    return undefined;
  }
}
