import { Agent, request } from 'node:http';
import { z } from 'zod';
import { BOT } from '../../bot/sandbox/world.ts';
import { hearStream } from '../../test/support/hear-stream.ts';
import { GREETING } from '../../test/support/matters.ts';
import type { Product } from '../../test/support/product.ts';
import { inLanes } from '../replay/replay-texts.ts';

/** Adds so many people who have had the privacy notice, so that an answer is all they hear; gives their ids. */
export async function newcomers({ client }: Pick<Product, 'client'>, count: number): Promise<string[]> {
  const people = await inLanes(Array.from({ length: count }, (_, nth) => `R${nth}`), (name) => client.addPerson(name));
  await inLanes(people, ({ id }) => client.says(id, GREETING));
  await client.settle();
  return people.map(({ id }) => id);
}

/** Hears what the bot says to each person of the sandbox. */
export interface HearingAnswers {
  /** When the bot next speaks to a person, in milliseconds of this process. */
  readonly next: (person: string) => Promise<number>;
  readonly stop: () => void;
}

const Shown = z.looseObject({ person: z.string().optional(), item: z.looseObject({ from: z.string() }) });

/** Tells of each person when the bot next spoke to them. */
export async function hearAnswers(url: string): Promise<HearingAnswers> {
  const waiting = new Map<string, (at: number) => void>();
  const stream = await hearStream(`${url}/sandbox/stream`);
  const listen = async () => {
    for (;;) {
      const { event, data } = await stream.next();
      if (event !== 'message') continue;
      const { person, item } = Shown.parse(data);
      if (person === undefined || item.from !== BOT) continue;
      waiting.get(person)?.(performance.now());
      waiting.delete(person);
    }
  };
  void listen();
  return { next: (person) => new Promise((resolve) => waiting.set(person, resolve)), stop: stream.stop };
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** Lets somebody of the sandbox write. Plainer than fetch, so that the driver takes as little of the machine as it can; a connection that the server had just given up is not an answer. */
export function post(url: string, body: object): Promise<void> {
  return new Promise((resolve, reject) => {
    const sent = request(`${url}/sandbox/messages`, { method: 'POST', agent, headers: { 'content-type': 'application/json' } }, (response) => {
      response.resume().on('end', () => (response.statusCode === 202 ? resolve() : reject(new Error(`Answered ${response.statusCode ?? 0}`))));
    });
    sent.on('error', (error) => (sent.reusedSocket ? resolve(post(url, body)) : reject(error))).end(JSON.stringify(body));
  });
}
