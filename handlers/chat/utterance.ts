import type { Actor } from '../../domain/commands.ts';
import type { Demand } from '../../domain/demand.ts';
import type { Name } from '../../domain/mechanism/basics.ts';
import type { Language, TextKey } from '../../locales/text.ts';
import type { PlaceFound } from '../../understanding/understanding.ts';
import type { IncomingKind } from '../channel.ts';
import type { Letter } from '../ports/letters.ts';
import type { Person } from '../ports/people.ts';
import type { Room } from '../ports/rooms.ts';

/** What one person said in one go: a burst, its pictures and the message it quotes are one utterance. */
export interface Utterance {
  /** The id of its first message: the cause of everything that follows from it. */
  readonly id: string;
  readonly person: Person;
  /** The home that the person has told of, where that is another than the directory has. */
  readonly home?: PlaceFound | undefined;
  readonly actor: Actor;
  readonly room?: Room | undefined;
  readonly text: string;
  readonly kinds: readonly IncomingKind[];
  readonly media: readonly string[];
  readonly mentionsBot: boolean;
  readonly quote?: string | undefined;
  /** The id of the message it quotes. */
  readonly quoteOf?: string | undefined;
  readonly at: Date;
  /** Taken up before, by a process that ended or an attempt that failed: parts of it may have been done. */
  readonly again: boolean;
}

/** What goes into a reply: times, names and further texts are put into the reader's own language when it is said; words in a list share a line, texts have one each. */
export type Said = string | number | Date | Name | SaidText | readonly string[] | readonly SaidText[] | undefined;

/** A sentence by its key, with what goes into it. */
export interface SaidText {
  readonly key: TextKey;
  readonly params?: Readonly<Record<string, Said>> | undefined;
}

/** One thing answered; to the speaker privately unless said otherwise. */
export interface Reply extends SaidText {
  /** Everything that can be said of this demand may be used too. */
  readonly demand?: Demand | undefined;
  readonly to?: Letter['to'] | undefined;
  /** Instead of the reader's own. */
  readonly language?: Language | undefined;
  /** Personal data is masked, unless these are the reader's own words. */
  readonly mask?: boolean | undefined;
  /** Said to others at night too. */
  readonly urgent?: boolean | undefined;
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
export function reply(key: TextKey, params?: SaidText['params'], demand?: Demand): readonly Reply[] {
  return [{ key, params, demand }];
}
