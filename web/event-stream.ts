import type { Request, Response } from 'express';

const KEPT = 2000;
const HEARTBEAT_MS = 20_000;
/** A listener that lets so many bytes pile up has stopped reading. */
const PILED_UP = 4 * 1024 * 1024;

type Sees = (units: readonly string[]) => boolean;

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
  /** Answers a request with the stream, from the news after its `Last-Event-ID` on. */
  readonly open: (req: Request, res: Response, sees?: Sees) => void;
  readonly listeners: () => number;
  /** Ends every stream; what opens later ends at once. */
  readonly close: () => void;
}

/** Makes a stream whose numbers begin after `firstId`; every start must begin higher than the last one ended. */
export function createEventStream({ firstId, kept = KEPT, heartbeatMs = HEARTBEAT_MS }: { firstId: number; kept?: number; heartbeatMs?: number }): EventStream {
  const listeners = new Map<Response, Sees | undefined>();
  const isFor = ({ units }: Pick<Told, 'units'>, sees: Sees | undefined) => units === undefined || sees === undefined || sees(units);
  let told: Told[] = [];
  let last = firstId;
  let closed = false;
  const heart = setInterval(() => listeners.forEach((_sees, listener) => write(listener, ': still here\n\n')), heartbeatMs).unref();

  function tell(event: string, facts: object, units?: readonly string[]): void {
    last++;
    const frame = `id: ${last}\nevent: ${event}\ndata: ${JSON.stringify(facts)}\n\n`;
    told.push({ id: last, frame, units });
    if (told.length > kept * 2) told = told.slice(-kept);
    listeners.forEach((sees, listener) => {
      if (isFor({ units }, sees)) write(listener, frame);
    });
  }

  function missed(since: number, sees: Sees | undefined): string {
    const first = told[0]?.id ?? last + 1;
    const gap = since < first - 1 || since > last ? `id: ${last}\nevent: gap\ndata: {}\n\n` : '';
    return gap + told.filter((one) => one.id > since && isFor(one, sees)).map(({ frame }) => frame).join('');
  }

  function open(req: Request, res: Response, sees?: Sees): void {
    if (closed) return void res.status(204).end();
    const since = numberIn(req.get('last-event-id'));
    res.status(200).set({ 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no' });
    write(res, `retry: 1000\n\n${since === undefined ? '' : missed(since, sees)}`);
    listeners.set(res, sees);
    res.on('close', () => listeners.delete(res));
  }

  function close(): void {
    closed = true;
    clearInterval(heart);
    listeners.forEach((_sees, listener) => listener.end());
  }

  return { tell, open, listeners: () => listeners.size, close };
}

function write(res: Response, text: string): void {
  res.write(text);
  if (res.writableLength > PILED_UP) res.destroy();
}

function numberIn(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}
