import Bottleneck from 'bottleneck';
import type { Channel, Outgoing, SayResult } from '../handlers/channel.ts';

const IDLE_MS = 60_000;

/** How fast an account may talk; 0 stands for no limit. */
export interface SendingLimits {
  /** The least time between two letters to the same person or room. */
  readonly perConversationMs: number;
  /** The least time between any two letters of the account. */
  readonly perAccountMs: number;
  /** How many letters may be under way at once. */
  readonly maxConcurrent: number;
}

/** Thrown for a letter that was not said because the sender stops; it may be said later. */
export class SenderStopped extends Error {
  readonly code = 'sender-stopped';
  constructor() {
    super('The sender has stopped');
    this.name = 'SenderStopped';
  }
}

/** Everything an account says passes here. */
export interface Sender {
  /** Says a letter when its turn comes, in order within a conversation; throws what the channel throws, or SenderStopped. */
  readonly send: (letter: Outgoing) => Promise<SayResult>;
  /** Takes no more letters. Those waiting are said first when `drain` is set, and given back otherwise; settles when none is under way. */
  readonly stop: (options: { readonly drain: boolean }) => Promise<void>;
  /** How many letters wait or are being said. */
  readonly pending: () => number;
  /** How many conversations have a queue. */
  readonly queues: () => number;
}

/** Messengers limit accounts that talk too fast, so every letter queues here. `idleMs`: how long an unused queue is kept. */
export function createSender({ channel, limits, idleMs = IDLE_MS }: { channel: Pick<Channel, 'say'>; limits: SendingLimits; idleMs?: number | undefined }): Sender {
  const account = createAccountTurn(limits);
  const conversations = createConversationTurns(limits, idleMs);
  const pending = new Set<Promise<unknown>>();
  let stopped = false;
  let dropping = false;

  async function inTurn(letter: Outgoing): Promise<SayResult> {
    try {
      return await conversations.take(conversationOf(letter), () => account.take(() => say(letter)));
    } catch (error) {
      throw error instanceof Bottleneck.BottleneckError ? new SenderStopped() : error;
    }
  }

  function say(letter: Outgoing): Promise<SayResult> {
    return dropping ? Promise.reject(new SenderStopped()) : channel.say(letter);
  }

  function send(letter: Outgoing): Promise<SayResult> {
    if (stopped) return Promise.reject(new SenderStopped());
    const sending = inTurn(letter).finally(() => pending.delete(sending));
    pending.add(sending);
    return sending;
  }

  async function stop({ drain }: { drain: boolean }): Promise<void> {
    stopped = true;
    dropping = !drain;
    if (dropping) await Promise.all([conversations.drop(), account.drop()]);
    await Promise.allSettled(pending);
    await Promise.all([conversations.close(), account.close()]);
  }

  return { send, stop, pending: () => pending.size, queues: conversations.size };
}

function conversationOf({ to }: Outgoing): string {
  return 'room' in to ? `room:${to.room}` : `account:${to.account}`;
}

const noop = () => undefined;

type Action = () => Promise<SayResult>;

interface Turn {
  /** Gives back what waits; settles when nothing is being said. */
  readonly drop: () => Promise<unknown>;
  readonly close: () => Promise<unknown>;
}

interface AccountTurn extends Turn {
  readonly take: (say: Action) => Promise<SayResult>;
}

/** A limiter carries only a few hundred letters a second, so without a limit there is none. */
function createAccountTurn({ perAccountMs, maxConcurrent }: SendingLimits): AccountTurn {
  if (perAccountMs <= 0 && maxConcurrent <= 0) return { take: (say) => say(), drop: nothing, close: nothing };
  const limiter = new Bottleneck({ minTime: perAccountMs, maxConcurrent: maxConcurrent > 0 ? maxConcurrent : null });
  return { take: (say) => limiter.schedule(say), drop: () => limiter.stop({ dropWaitingJobs: true }), close: () => limiter.disconnect() };
}

const nothing = () => Promise.resolve();

interface ConversationTurns extends Turn {
  readonly take: (conversation: string, say: Action) => Promise<SayResult>;
  readonly size: () => number;
}

function createConversationTurns({ perConversationMs }: SendingLimits, idleMs: number): ConversationTurns {
  return perConversationMs > 0 ? limitedConversations(perConversationMs, idleMs) : orderedConversations();
}

/** One limiter for each conversation; those unused for a while are dropped. */
function limitedConversations(minTime: number, idleMs: number): ConversationTurns {
  const group = new Bottleneck.Group({ minTime, maxConcurrent: 1, timeout: Math.max(idleMs, 2 * minTime) });
  return {
    take: (conversation, say) => group.key(conversation).schedule(say),
    drop: () => Promise.all(group.limiters().map(({ limiter }) => limiter.stop({ dropWaitingJobs: true }))),
    close: () => Promise.all(group.keys().map((key) => group.deleteKey(key))),
    size: () => group.keys().length,
  };
}

/** Without a limit, order is all that is kept: a letter waits for the one before it to the same conversation. */
function orderedConversations(): ConversationTurns {
  const last = new Map<string, Promise<unknown>>();

  function take(conversation: string, say: Action): Promise<SayResult> {
    const before = last.get(conversation);
    const saying = before === undefined ? say() : before.then(say);
    const ended: Promise<void> = saying.then(noop, noop).then(() => {
      if (last.get(conversation) === ended) last.delete(conversation);
    });
    last.set(conversation, ended);
    return saying;
  }

  return { take, drop: nothing, close: nothing, size: () => last.size };
}
