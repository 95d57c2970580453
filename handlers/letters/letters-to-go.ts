import type { Outbox, Posted } from '../ports/letters.ts';
import type { Now } from '../ports/now.ts';

/** Finds letters that may go by now, so that many for one conversation do not stand before those for others. */
export interface LettersToGo {
  /** Letters that are not under way yet, each conversation's in the order they were put; from now on they are. Empty when there are no more at the moment. */
  readonly next: () => Promise<readonly Posted[]>;
  readonly isUnderWay: (key: string) => boolean;
  /** Is not under way any more. */
  readonly done: (letter: Posted) => void;
}

const BATCH = 200;
/** How many letters for one conversation are under way; the others are read again when these are gone. */
const EACH = 20;
/** How long what lies before is not looked at again while there is enough to do, in milliseconds. */
const AGAIN_MS = 1000;

/** Letters with the same conversation stay in order. */
export function conversationOf({ to }: Pick<Posted, 'to'>): string {
  return JSON.stringify(to);
}

/** Reads the outbox on from letter to letter, and from its beginning when that may be worth it. `elapsed`: milliseconds that only go forward. */
export function createLettersToGo(outbox: Pick<Outbox, 'due'>, now: Now, elapsed: () => number = () => performance.now()): LettersToGo {
  const underWay = createUnderWay();
  let after: string | undefined;
  let beganAt = elapsed();
  let atEnd = false;

  async function page(): Promise<readonly Posted[]> {
    const letters = await outbox.due(now(), BATCH, after);
    after = letters.at(-1)?.key ?? after;
    atEnd = letters.length < BATCH;
    return letters.filter(underWay.add);
  }

  function fromTheBeginning(): void {
    underWay.forgetPassed();
    beganAt = elapsed();
    after = undefined;
  }

  return {
    next: async () => {
      if (underWay.size() === 0 || elapsed() - beganAt >= AGAIN_MS) fromTheBeginning();
      for (;;) {
        const letters = await page();
        if (letters.length > 0 || atEnd) return letters;
      }
    },
    isUnderWay: underWay.has,
    done: underWay.remove,
  };
}

/** What is under way, and how much of it in each conversation. */
function createUnderWay() {
  const keys = new Set<string>();
  const each = new Map<string, number>();
  const passed = new Set<string>();

  return {
    size: () => keys.size,
    has: (key: string): boolean => keys.has(key),
    /** False for what is under way already, or has to wait because its conversation has enough. */
    add: (letter: Posted): boolean => {
      const conversation = conversationOf(letter);
      const count = each.get(conversation) ?? 0;
      if (keys.has(letter.key) || passed.has(conversation)) return false;
      if (count >= EACH) {
        passed.add(conversation);
        return false;
      }
      keys.add(letter.key);
      each.set(conversation, count + 1);
      return true;
    },
    remove: (letter: Posted): void => {
      const conversation = conversationOf(letter);
      const left = (each.get(conversation) ?? 0) - 1;
      keys.delete(letter.key);
      if (left > 0) each.set(conversation, left);
      else each.delete(conversation);
    },
    forgetPassed: () => {
      passed.clear();
    },
  };
}
