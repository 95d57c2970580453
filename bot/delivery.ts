import { randomUUID } from 'node:crypto';
import { createDeliver, type Delivering } from '../handlers/deliver.ts';
import type { Channel } from '../handlers/channel.ts';
import type { Now } from '../handlers/ports.ts';
import type { Speak } from '../locales/speak.ts';
import type { OpenStores } from '../models/open-stores.ts';
import { maskPersonal } from '../understanding/masking/personal-data.ts';
import type { Config } from './config.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';
import { createSender } from './sender.ts';

interface Around {
  readonly stores: OpenStores;
  readonly channel: Channel;
  readonly clock: { readonly now: Now };
  readonly speak: Speak;
  readonly metrics: Metrics;
  /** What is not said but done. */
  readonly beside: Pick<Delivering, 'clocksOf' | 'doTask'>;
}

const LEASE_MS = 30_000;
const RENEW_MS = 10_000;

/** Says what is owed. One process at a time speaks for an account: the one that holds its lease. */
export function createDelivery(config: Config, { stores, channel, clock, speak, metrics, beside }: Around, log: Log): { readonly run: () => Promise<number>; readonly stop: () => Promise<void> } {
  const limits = { perConversationMs: config.SEND_PER_CONVERSATION_MS, perAccountMs: config.SEND_PER_ACCOUNT_MS, maxConcurrent: 0 };
  const sender = createSender({ channel, limits });
  // Nobody else can be in the embedded store's folder: whoever held the lease there is dead.
  const holder = stores.kind === 'embedded' ? 'the-only-one' : randomUUID();
  const lease = `sender:${channel.id}`;
  let renewedAt = Number.NEGATIVE_INFINITY;

  const held = async () => {
    if (performance.now() - renewedAt < RENEW_MS) return true;
    if (!(await stores.leases.take(lease, holder, clock.now(), LEASE_MS))) return false;
    renewedAt = performance.now();
    return true;
  };
  const deliver = createDeliver({
    ...stores,
    ...beside,
    channels: new Map([[channel.id, channel]]),
    send: (_, letter) => sender.send(letter),
    maskPersonal,
    erased: speak(config.LOCALE, 'part.erased'),
    now: clock.now,
    meter: metrics.meter,
    failed: (error, key) => log.error({ err: error, letter: key }, 'A letter could not be said'),
  });
  return {
    run: async () => ((await held()) ? deliver() : 0),
    stop: async () => {
      await sender.stop({ drain: true });
      await stores.leases.release(lease, holder);
    },
  };
}
