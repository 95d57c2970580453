import type { Actor } from '../../domain/commands.ts';
import type { Text } from '../../locales/text.ts';
import type { IncomingKind } from '../channel.ts';
import type { Letter, Person, Room } from '../ports.ts';

/** What one person said in one go: a burst, its pictures and the message it quotes are one utterance. */
export interface Utterance {
  /** The id of its first message: the cause of everything that follows from it. */
  readonly id: string;
  readonly person: Person;
  readonly actor: Actor;
  readonly room?: Room | undefined;
  readonly text: string;
  readonly kinds: readonly IncomingKind[];
  readonly media: readonly string[];
  readonly mentionsBot: boolean;
  readonly quote?: string | undefined;
  readonly at: Date;
  /** Taken up before by a process that ended: parts of it may have been done. */
  readonly again: boolean;
}

/** One thing answered; to the speaker privately unless said otherwise. */
export interface Reply {
  readonly text: Text;
  readonly to?: Letter['to'] | undefined;
  /** Whether personal data in it is masked; only the speaker's own words go out as they are. */
  readonly mask?: boolean | undefined;
}

/** Answers an utterance, or leaves it to the next. An empty list is an answer too: all that had to be said is said by notices. */
export type ChatHandler = (utterance: Utterance) => Promise<readonly Reply[] | 'pass'>;

/** Asks one handler after the other; the first that answers ends it. */
export function firstToAnswer(handlers: readonly ChatHandler[]): ChatHandler {
  return async (utterance) => {
    for (const handler of handlers) {
      const replies = await handler(utterance);
      if (replies !== 'pass') return replies;
    }
    return 'pass';
  };
}

/** A single reply to the speaker. */
export function reply(key: Text['key'], params?: Text['params']): readonly Reply[] {
  return [{ text: { key, params } }];
}
