import type { Posted } from '../ports/letters.ts';
import { createLines } from '../reception/lines.ts';
import { createGathering, type Gather } from './gathering.ts';
import { conversationOf, createLettersToGo } from './letters-to-go.ts';
import { isSuperseded, sayLetter } from './say-letter.ts';
import type { SayingLetters } from './say-letter.ts';

/** Says the letters that may go by now, each conversation in order and a little of each in turn. */
export interface Delivery {
  /** Looks for letters to say; settles when none is left, and gives how many were settled. A call while others are said only makes sure that it is looked again. */
  readonly run: () => Promise<number>;
  /** Begins with no more letters; settles when none is under way. */
  readonly stop: () => Promise<void>;
}

/** Conversations that are spoken in at the same time: no more than an account gets through in about a second. */
const AT_ONCE = 50;
/** How many letters are begun in one turn of the process. */
const IN_A_TURN = 8;

/** Makes the delivery: a conversation that has to wait keeps no other waiting, and who is told least comes first. */
export function createDeliver(deps: SayingLetters): Delivery {
  const round = createRound(deps);
  let running: Promise<number> | undefined;

  /** Over as soon as nothing more is looked for, so that no call is lost in between. */
  async function untilNoneIsLeft(): Promise<number> {
    try {
      return await round.all();
    } finally {
      running = undefined;
    }
  }

  return {
    run: () => {
      round.lookAgain();
      return (running ??= untilNoneIsLeft());
    },
    stop: async () => {
      round.stop();
      await running;
    },
  };
}

function createRound(deps: SayingLetters) {
  const toGo = createLettersToGo(deps.outbox, deps.now);
  const lines = createLines({ atOnce: AT_ONCE, inATurn: IN_A_TURN, after: () => undefined, soon: setImmediate });
  const sayAndNote = createSaying(deps);
  const gather = gathering(deps, toGo.isUnderWay);
  const call = createCall();
  let stopped = false;
  let failed = false;

  async function one(letter: Posted): Promise<undefined> {
    if (!stopped && !(await sayAndNote(letter))) failed = true;
    toGo.done(letter);
  }

  function queue(letters: readonly Posted[]): void {
    const wasIdle = lines.open() === 0;
    for (const letter of letters) lines.queue(conversationOf(letter), () => one(letter));
    if (wasIdle) void lines.idle().then(call.come);
  }

  async function all(): Promise<number> {
    for (let settled = 0; ; ) {
      const called = call.awaited();
      const letters = stopped || failed ? [] : await toGo.next();
      settled += letters.length;
      const told = await gather(letters);
      for (const letter of letters) if (told.has(letter.key)) toGo.done(letter);
      if (letters.length > 0) queue(letters.filter(({ key }) => !told.has(key)));
      else if (!called.came() && lines.open() === 0) return settled;
      else await called.coming;
    }
  }

  function lookAgain(): void {
    failed = false;
    call.come();
  }

  return { all, lookAgain, stop: () => void (stopped = true) };
}

/** When much cannot be told in one now, each is said by itself. */
function gathering(deps: SayingLetters, isUnderWay: (key: string) => boolean): Gather {
  const gather = createGathering({ ...deps, isUnderWay, isSuperseded: (letter) => isSuperseded(deps, letter) });
  return async (letters) => {
    try {
      return await gather(letters);
    } catch (error) {
      deps.failed(error, letters[0]?.key ?? '');
      return new Set();
    }
  };
}

/** Gives false when what became of a letter cannot even be noted now. What was said is not said again then, only noted, the next time. */
function createSaying(deps: SayingLetters): (letter: Posted) => Promise<boolean> {
  const noteSent = together((keys) => deps.outbox.sent(keys, deps.now()));
  const notNoted = new Set<string>();

  return async (letter) => {
    try {
      if (!notNoted.has(letter.key) && !(await sayLetter(deps, letter))) return true;
      notNoted.add(letter.key);
      await noteSent(letter.key);
      notNoted.delete(letter.key);
      return true;
    } catch (error) {
      deps.failed(error, letter.key);
      return false;
    }
  };
}

interface Awaited {
  readonly came: () => boolean;
  readonly coming: Promise<void>;
}

/** Tells whoever waits for it that somebody called. */
function createCall(): { readonly awaited: () => Awaited; readonly come: () => void } {
  let calls = 0;
  let tell: () => void = () => undefined;
  return {
    awaited: () => {
      const before = calls;
      const coming = new Promise<void>((resolve) => (tell = resolve));
      return { came: () => calls !== before, coming };
    },
    come: () => {
      calls++;
      tell();
    },
  };
}

/** Writes down in one go what comes while the last writing is under way. */
function together(write: (keys: readonly string[]) => Promise<void>): (key: string) => Promise<void> {
  let keys: string[] = [];
  let writing: Promise<void> = Promise.resolve();
  return (key) => {
    if (keys.push(key) > 1) return writing;
    const all = () => {
      const written = keys;
      keys = [];
      return write(written);
    };
    return (writing = writing.then(all, all));
  };
}
