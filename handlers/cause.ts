/** A cause made of a key that the caller chose: the key, covered, and what was asked under it. */
interface Keyed {
  readonly key: string;
  readonly asked: string;
  /** Which write of several, where one command makes them. */
  readonly part: string;
}

const KEYED = /^key:(?<key>[\w-]+):(?<asked>[\w-]+)(?<part>#.*)?$/;

/** The cause of a command that came under a key of its caller's; `asked` stands for what it asks. */
export function keyedCause(key: string, asked: string): string {
  return `key:${key}:${asked}`;
}

/** Whether a cause is the same act as another: the same, or under the same key, whatever was asked. */
export function isSameAct(cause: string, other: string): boolean {
  if (cause === other) return true;
  const [one, two] = [keyedIn(cause), keyedIn(other)];
  return one !== undefined && one.key === two?.key && one.part === two.part;
}

/** What is known of a cause among those of what was done: it did something, or its key stands for something else; undefined when nothing is. */
export function knownOf(cause: string, done: readonly { readonly cause: string }[]): 'done' | 'key-used' | undefined {
  if (done.some((one) => asksOtherwise(one.cause, cause))) return 'key-used';
  return done.some((one) => one.cause === cause) ? 'done' : undefined;
}

/** Whether a cause is under the same key as another, and asks something else. */
export function asksOtherwise(cause: string, other: string): boolean {
  const [one, two] = [keyedIn(cause), keyedIn(other)];
  return one !== undefined && one.key === two?.key && one.asked !== two.asked;
}

function keyedIn(cause: string): Keyed | undefined {
  const { key, asked, part = '' } = KEYED.exec(cause)?.groups ?? {};
  return key === undefined || asked === undefined ? undefined : { key, asked, part };
}
