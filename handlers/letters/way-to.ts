import type { Notification, Outside } from '../../domain/reach.ts';
import { maySpeak } from '../../domain/reach.ts';
import type { Channel, Outgoing } from '../channel.ts';
import type { Account, Person } from '../ports/people.ts';

/** Where something is said; `outside`: in which way, outside the window. */
export interface Address {
  readonly channel: string;
  readonly to: Outgoing['to'];
  readonly outside?: Notification | undefined;
}

interface Ways {
  readonly channels: ReadonlyMap<string, Pick<Channel, 'capabilities'>>;
  readonly outside: readonly Outside[];
  readonly now: Date;
  /** What answers the person's own words is no news, and goes by no template. */
  readonly reply: boolean;
  /** Channels where it was tried in vain; with a + and the way behind it, outside the window. */
  readonly tried: readonly string[];
}

/** How a person is told something now: where they last wrote; else as the district orders it. `nowhere`: no account that we have a channel for. */
export function wayTo(person: Person, ways: Ways): Address | 'nowhere' | 'call-back' | 'next-word' {
  const accounts = lastUsedFirst(person).filter(({ channel }) => ways.channels.has(channel));
  const [first] = accounts;
  if (first === undefined) return 'nowhere';
  const open = (account: Account) => !ways.tried.includes(account.channel) && mayBeToldOn(person, account, ways);
  if (open(first)) return addressOn(first);
  for (const step of ways.outside) {
    const way = stepped(step, { accounts, open, ways });
    if (way !== undefined) return way;
  }
  return onlyAlways(accounts, ways) ? 'nowhere' : 'next-word';
}

function stepped(step: Outside, { accounts, open, ways }: { readonly accounts: readonly Account[]; readonly open: (account: Account) => boolean; readonly ways: Ways }): ReturnType<typeof wayTo> | undefined {
  switch (step) {
    case 'other-channel': {
      const other = accounts.slice(1).find(open);
      return other && addressOn(other);
    }
    case 'subscription':
    case 'template': {
      const able = ways.reply ? undefined : accounts.find(({ channel }) => ways.channels.get(channel)?.capabilities.outside?.includes(step) === true && !ways.tried.includes(triedMark({ channel, outside: step })));
      return able && { ...addressOn(able), outside: step };
    }
    case 'call-back':
      return ways.reply || onlyAlways(accounts, ways) ? undefined : 'call-back';
    case 'next-word':
      return onlyAlways(accounts, ways) ? undefined : 'next-word';
  }
}

/** How a way that was tried in vain is noted. */
export function triedMark({ channel, outside }: Pick<Address, 'channel' | 'outside'>): string {
  return outside === undefined ? channel : `${channel}+${outside}`;
}

/** Where everybody may begin there is no window to wait for. */
function onlyAlways(accounts: readonly Account[], { channels }: Ways): boolean {
  return accounts.every(({ channel }) => channels.get(channel)?.capabilities.proactive.kind === 'always');
}

function mayBeToldOn(person: Person, { channel }: Account, { channels, now }: Ways): boolean {
  return maySpeak(channels.get(channel)?.capabilities.proactive ?? { kind: 'always' }, person.windows?.[channel], now);
}

function lastUsedFirst({ accounts, heardOn }: Person): readonly Account[] {
  return [...accounts.filter(({ channel }) => channel === heardOn), ...accounts.filter(({ channel }) => channel !== heardOn)];
}

function addressOn({ channel, account }: Account): Address {
  return { channel, to: { account } };
}
