/** One piece of work. It never rejects; what it gives is after how many milliseconds it must be done again, if at all. */
export type Work = () => Promise<number | undefined>;

/** Work for many people: in order for each of them, a little of each in turn. */
export interface Lines {
  readonly queue: (person: string, work: Work) => void;
  /** Settles when no work is left. */
  readonly idle: () => Promise<void>;
  /** How many people have work left. */
  readonly open: () => number;
}

/** How the work of many is shared out. */
export interface SharingOut {
  /** How many are worked for at the same time: enough to wait for a store or a model meanwhile. */
  readonly atOnce: number;
  /** How many are begun in one turn: each turn has a price, and a long one keeps others waiting. */
  readonly inATurn: number;
  readonly after: (ms: number, run: () => void) => unknown;
  /** Runs something when everything else that was ready has had its turn. */
  readonly soon: (run: () => void) => void;
}

interface Line {
  readonly person: string;
  readonly work: Work[];
  busy: boolean;
}

/** After so many pieces of work, what was had before counts half. */
const HALVED_AFTER = 1000;

/** Whoever has had least lately comes first, so that a flood waits for itself; only a few pieces of work are begun in a turn, so that others come in and are answered meanwhile. */
export function createLines(sharing: SharingOut): Lines {
  const lines = new Map<string, Line>();
  const had = createShares(HALVED_AFTER);
  let waiting: (() => void)[] = [];

  function ended({ person, work }: Line): void {
    work.shift();
    if (work.length === 0) lines.delete(person);
    if (lines.size > 0) return;
    had.forget();
    for (const settle of waiting) settle();
    waiting = [];
  }

  const step = createSteps(sharing, { next: () => next(lines, had.of), begun: had.count, ended });
  return {
    queue: (person, work) => {
      const line = lines.get(person) ?? { person, work: [], busy: false };
      line.work.push(work);
      lines.set(person, line);
      step();
    },
    idle: () => (lines.size === 0 ? Promise.resolve() : new Promise((settle) => void waiting.push(settle))),
    open: () => lines.size,
  };
}

interface Stepping {
  readonly next: () => Line | undefined;
  readonly begun: (person: string) => void;
  readonly ended: (line: Line) => void;
}

/** Begins what is next as long as there is room, a few pieces in a turn; gives the way to say that there may be more. */
function createSteps({ atOnce, inATurn, after, soon }: SharingOut, { next, begun, ended }: Stepping): () => void {
  let busy = 0;
  let stepping = false;

  function step(): void {
    stepping = false;
    for (let nth = 0; nth < inATurn; nth++) {
      const line = busy < atOnce ? next() : undefined;
      if (line === undefined) return;
      void begin(line);
    }
    stepSoon();
  }

  function stepSoon(): void {
    if (stepping) return;
    stepping = true;
    soon(step);
  }

  async function begin(line: Line): Promise<void> {
    line.busy = true;
    busy++;
    begun(line.person);
    const againMs = await line.work[0]?.();
    busy--;
    if (againMs !== undefined) after(againMs, () => freed(line));
    else {
      ended(line);
      freed(line);
    }
    stepSoon();
  }

  function freed(line: Line): void {
    line.busy = false;
    stepSoon();
  }

  return stepSoon;
}

function next(lines: ReadonlyMap<string, Line>, hadBy: (person: string) => number): Line | undefined {
  let first: Line | undefined;
  let least = Infinity;
  for (const line of lines.values()) {
    const had = line.busy ? Infinity : hadBy(line.person);
    if (had >= least) continue;
    first = line;
    least = had;
  }
  return first;
}

/** What each has had, and the less it counts the longer ago it was. */
function createShares(halvedAfter: number) {
  const shares = new Map<string, number>();
  let counted = 0;

  function halve(): void {
    counted = 0;
    for (const [person, share] of shares) {
      if (share < 1) shares.delete(person);
      else shares.set(person, share / 2);
    }
  }

  return {
    of: (person: string) => shares.get(person) ?? 0,
    count: (person: string) => {
      if (counted++ >= halvedAfter) halve();
      shares.set(person, (shares.get(person) ?? 0) + 1);
    },
    forget: () => {
      shares.clear();
    },
  };
}
