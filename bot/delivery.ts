import { randomUUID } from 'node:crypto';
import type { Directory } from '../domain/directory/directory.ts';
import type { Mechanism } from '../domain/mechanism/mechanism.ts';
import { OUTSIDE } from '../domain/reach.ts';
import type { Calendar } from '../domain/time/working-time.ts';
import type { Channel } from '../handlers/channel.ts';
import { createDeliver, type Delivery } from '../handlers/letters/deliver.ts';
import { createGroupCap } from '../handlers/letters/group-cap.ts';
import type { SayingLetters } from '../handlers/letters/say-letter.ts';
import type { Now } from '../handlers/ports/now.ts';
import type { Speak } from '../locales/speak.ts';
import type { OpenStores } from '../models/open-stores.ts';
import type { Config } from './config.ts';
import type { Log } from './log.ts';
import { MESSENGERS } from './messengers.ts';
import type { Metrics } from './metrics.ts';
import { createSender } from './sender.ts';
import type { SendingLimits } from './sender.ts';
import { SANDBOX } from './settings.ts';
import type { Understanding } from './understanding.ts';
import type { MatterLinks } from './web/matter-links.ts';

interface Around {
  readonly stores: OpenStores;
  readonly channels: readonly Channel[];
  readonly mechanism: Pick<Mechanism, 'reach'>;
  readonly directory: () => Directory;
  readonly calendar: Calendar;
  readonly clock: { readonly now: Now };
  readonly matterLinks: Pick<MatterLinks, 'linkTo'>;
  readonly speak: Speak;
  readonly metrics: Metrics;
  readonly understanding: Pick<Understanding, 'maskPersonal' | 'maskAround'>;
  /** What is not said but done. */
  readonly beside: Pick<SayingLetters, 'clocksOf' | 'doTask'>;
}

/** Others of the same unit who have one of the same roles. */
function standInsOf(directory: Directory, person: string): readonly string[] {
  const gone = directory.person(person);
  const unit = gone?.unit;
  if (gone === undefined || unit === undefined) return [];
  return directory.data.people.filter((one) => one.unit === unit && one.id !== person && one.roles.some((role) => gone.roles.includes(role))).map(({ id }) => id);
}

/** How fast a channel's account may talk. The sandbox has no limits beside a real account that has. */
export function limitsOf(config: Pick<Config, 'SEND_PER_CONVERSATION_MS' | 'SEND_PER_ACCOUNT_MS' | 'messengers'>, channel: string): SendingLimits {
  if (channel === SANDBOX) return { perConversationMs: 0, perAccountMs: 0, maxConcurrent: 0 };
  const limits = MESSENGERS.includes(channel) ? config.messengers : config;
  return { perConversationMs: limits.SEND_PER_CONVERSATION_MS, perAccountMs: limits.SEND_PER_ACCOUNT_MS, maxConcurrent: 0 };
}

const LEASE_MS = 30_000;
const RENEW_MS = 10_000;

/** Says what is owed. One process at a time speaks for an account: the one that holds its lease. */
export function createDelivery(config: Config, { stores, channels, mechanism, directory, calendar, clock, matterLinks, speak, metrics, understanding, beside }: Around, log: Log): Delivery {
  const senders = new Map(channels.map((channel) => [channel.id, createSender({ channel, limits: limitsOf(config, channel.id) })]));
  // Nobody else can be in the embedded store's folder: whoever held the lease there is dead.
  const holder = stores.kind === 'embedded' ? 'the-only-one' : randomUUID();
  const leases = channels.map(({ id }) => `sender:${id}`);
  let renewedAt = Number.NEGATIVE_INFINITY;

  const held = async () => {
    if (performance.now() - renewedAt < RENEW_MS) return true;
    for (const lease of leases) if (!(await stores.leases.take(lease, holder, clock.now(), LEASE_MS))) return false;
    renewedAt = performance.now();
    return true;
  };
  const deliver = createDeliver({
    ...stores,
    ...beside,
    channels: new Map(channels.map((channel) => [channel.id, channel])),
    outside: mechanism.reach?.outside ?? OUTSIDE,
    standIns: (person) => standInsOf(directory(), person),
    send: (id, letter) => senders.get(id)?.send(letter) ?? Promise.reject(new Error(`There is no channel ${id}`)),
    matterLink: matterLinks.linkTo,
    groupCap: createGroupCap({ ledger: stores.ledger, calendar, now: clock.now }, config.GROUP_LETTERS_PER_DAY),
    speak,
    language: config.LOCALE,
    calendar,
    maskPersonal: understanding.maskPersonal,
    maskAround: understanding.maskAround,
    erased: speak(config.LOCALE, 'part.erased'),
    now: clock.now,
    meter: metrics.meter,
    failed: (error, key) => log.error({ err: error, letter: key }, 'A letter could not be said'),
  });
  return {
    run: async () => ((await held()) ? deliver.run() : 0),
    stop: async () => {
      await deliver.stop();
      await Promise.all([...senders.values()].map((sender) => sender.stop({ drain: true })));
      for (const lease of leases) await stores.leases.release(lease, holder);
    },
  };
}
