import type { Channel, ChannelCapabilities, ChannelNews, Incoming, Outgoing, SayResult } from '../../handlers/channel.ts';
import { createAccountHealth } from './account-health.ts';
import type { AccountOptions } from './account-options.ts';
import { mediaFile } from './media-file.ts';
import { createMessengerCallback } from './messenger-callback.ts';

/** What an account needs whose messages come with the messenger's calls. */
export interface CalledOptions extends AccountOptions {
  readonly deadlineMs?: number | undefined;
}

/** Where what a call brings goes; nowhere until the channel has begun. */
export interface CallInto {
  readonly receive: ((message: Incoming) => Promise<void>) | undefined;
  readonly reports: ChannelNews | undefined;
  readonly fetchFile: (mark: string) => Promise<Uint8Array | undefined>;
}

/** What each kind of account does in its own way. */
export interface CalledAccount {
  /** Where the messenger calls. */
  readonly path: string;
  readonly capabilities: ChannelCapabilities;
  /** Settles when what a call brings is stored; gives the words that go back with the answer, if any. */
  readonly taken: (content: unknown, into: CallInto) => Promise<string | undefined>;
  readonly said: (letter: Outgoing) => Promise<SayResult>;
}

/** The channel of an account whose messages come with the messenger's calls. */
export function createCalledChannel({ id, api, envelopes, log, now, deadlineMs }: CalledOptions, { path, capabilities, taken, said }: CalledAccount): Channel {
  const health = createAccountHealth(now);
  const fetchFile = (mark: string) => mediaFile(api, mark);
  let receive: CallInto['receive'];
  let reports: ChannelNews | undefined;
  const take = (content: unknown) => {
    health.answered();
    return taken(content, { receive, reports, fetchFile });
  };

  return {
    id,
    capabilities,
    start: async (into, news) => {
      receive = into;
      reports = news;
      await api.signIn().then(health.answered, health.failed);
    },
    stop: () => {
      receive = undefined;
      return Promise.resolve();
    },
    say: (letter) => health.around(said(letter)),
    said: () => Promise.resolve(undefined),
    fetch: fetchFile,
    callback: createMessengerCallback({ channel: id, path, envelopes, log, take, deadlineMs }),
    health: health.read,
  };
}
