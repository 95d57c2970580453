import { get, type IncomingMessage, type Server } from 'node:http';

/** One event of a stream. */
export interface Heard {
  readonly id: string;
  readonly event: string;
  readonly data: unknown;
}

/** Somebody who listens to a stream of events. */
export interface Hearing {
  /** The next event that was not read yet. */
  readonly next: () => Promise<Heard>;
  /** The next comment. */
  readonly comment: () => Promise<string>;
  readonly ended: Promise<void>;
  readonly stop: () => void;
}

/** Opens a stream and settles when the server has begun to answer. */
export async function hearStream(url: string, headers: Record<string, string> = {}): Promise<Hearing> {
  const response = await opened(url, headers);
  const events = aQueue<Heard>();
  const comments = aQueue<string>();
  let text = '';
  response.setEncoding('utf8').on('data', (part: string) => {
    const frames = (text + part).split('\n\n');
    text = frames.pop() ?? '';
    for (const frame of frames) {
      if (frame.startsWith(': ')) comments.put(frame.slice(2));
      else if (frame.includes('event: ')) events.put(eventOf(frame));
    }
  });
  const ended = new Promise<void>((resolve) => void response.on('close', resolve).on('error', () => undefined));
  return { next: events.take, comment: comments.take, ended, stop: () => void response.destroy() };
}

/** The port a server listens on. */
export function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port');
  return address.port;
}

function opened(url: string, headers: Record<string, string>): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => void get(url, { headers, agent: false }, resolve).on('error', reject));
}

function eventOf(frame: string): Heard {
  const fields = new Map(frame.split('\n').map((line) => [line.slice(0, line.indexOf(': ')), line.slice(line.indexOf(': ') + 2)]));
  return { id: fields.get('id') ?? '', event: fields.get('event') ?? '', data: JSON.parse(fields.get('data') ?? 'null') };
}

function aQueue<T>() {
  const waiting: T[] = [];
  const takers: ((one: T) => void)[] = [];
  const put = (one: T): void => {
    const taker = takers.shift();
    if (taker === undefined) waiting.push(one);
    else taker(one);
  };
  const take = (): Promise<T> =>
    new Promise((resolve) => {
      const one = waiting.shift();
      if (one === undefined) takers.push(resolve);
      else resolve(one);
    });
  return { put, take };
}
