import type { Request, Response } from 'express';

const KEPT = 2000;
const HEARTBEAT_MS = 20_000;
/** A listener that lets so many bytes pile up has stopped reading. */
const PILED_UP = 4 * 1024 * 1024;

/** Whether somebody may hear news of one of these units. */
type Sees = (units: readonly string[]) => boolean;

/** Who listens, and what they may hear. */
export interface Audience {
  readonly sees: Sees;
  /** Asked with each beat: what they may hear from now on; undefined when they may not listen any more. */
  readonly again: () => Promise<Sees | undefined>;
}

/** One thing that was told. */
interface Told {
  readonly id: number;
  readonly frame: string;
  /** The units it is for; undefined for everybody. */
  readonly units?: readonly string[] | undefined;
}

/** News for whoever listens, numbered, with the last ones kept for those who come back. */
export interface EventStream {
  /** With `units`, only for those who may see one of them. */
  readonly tell: (event: string, facts: object, units?: readonly string[]) => void;
  /** Answers a request with the stream, from the news after its `Last-Event-ID` on; without an audience, for everybody and as long as they stay. */
  readonly open: (req: Request, res: Response, audience?: Audience) => void;
  readonly listeners: () => number;
  /** Asks at once who may still listen: somebody has left. */
  readonly askAgain: () => void;
  /** Ends every stream; what opens later ends at once. */
  readonly close: () => void;
}

/** Makes a stream whose numbers begin after `firstId`; every start must begin higher than the last one ended. */
export function createEventStream({ firstId, kept = KEPT, heartbeatMs = HEARTBEAT_MS }: { firstId: number; kept?: number; heartbeatMs?: number }): EventStream {
  const listeners = createListeners();
  let told: Told[] = [];
  let last = firstId;
  let closed = false;
  const heart = setInterval(() => {
    listeners.each((_audience, listener) => write(listener, ': still here\n\n'));
    listeners.askAgain();
  }, heartbeatMs).unref();

  function tell(event: string, facts: object, units?: readonly string[]): void {
    last++;
    const one = { id: last, frame: `id: ${last}\nevent: ${event}\ndata: ${JSON.stringify(facts)}\n\n`, units };
    told.push(one);
    if (told.length > kept * 2) told = told.slice(-kept);
    listeners.each((audience, listener) => isFor(one, audience) && write(listener, one.frame));
  }

  function missed(since: number, audience: Audience | undefined): string {
    const first = told[0]?.id ?? last + 1;
    const gap = since < first - 1 || since > last ? `id: ${last}\nevent: gap\ndata: {}\n\n` : '';
    return gap + told.filter((one) => one.id > since && isFor(one, audience)).map(({ frame }) => frame).join('');
  }

  function open(req: Request, res: Response, audience?: Audience): void {
    if (closed) return void res.status(204).end();
    const since = numberIn(req.get('last-event-id'));
    res.status(200).set({ 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no' });
    write(res, `retry: 1000\n\n${since === undefined ? '' : missed(since, audience)}`);
    listeners.add(res, audience);
  }

  function close(): void {
    closed = true;
    clearInterval(heart);
    listeners.each((_audience, listener) => listener.end());
  }

  return { tell, open, listeners: listeners.count, askAgain: listeners.askAgain, close };
}

function isFor({ units }: Told, audience: Audience | undefined): boolean {
  return units === undefined || audience === undefined || audience.sees(units);
}

/** Whoever listens now, until they go or may not any more. */
function createListeners() {
  const listening = new Map<Response, Audience | undefined>();

  function add(listener: Response, audience: Audience | undefined): void {
    listening.set(listener, audience);
    listener.on('close', () => listening.delete(listener));
  }

  /** Who cannot be asked about is ended too: they come back, and are asked at the door. */
  async function ask(audience: Audience, listener: Response): Promise<void> {
    const sees = await audience.again().catch(() => undefined);
    if (!listening.has(listener)) return;
    if (sees === undefined) listener.end();
    else listening.set(listener, { ...audience, sees });
  }

  return {
    add,
    count: () => listening.size,
    each: (heard: (audience: Audience | undefined, listener: Response) => void) => listening.forEach(heard),
    askAgain: () => listening.forEach((audience, listener) => audience && void ask(audience, listener)),
  };
}

function write(res: Response, text: string): void {
  res.write(text);
  if (res.writableLength > PILED_UP) res.destroy();
}

function numberIn(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}
