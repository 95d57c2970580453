import { anotherBegins } from '../../locales/lexicon/split-words.ts';

/** What a part of an utterance is by itself: no matter at all, a danger, or any other matter. */
export type PartKind = 'aside' | 'danger' | 'matter';

/**
 * The parts that stand as matters of their own, in order, together the whole text. What is no matter belongs to the one before it, or to the first; and who is told of a danger must be told all that
 * is said after it, unless the speaker plainly turns to something else.
 */
export function ownMatters([first, ...others]: [string, ...string[]], kindOf: (part: string) => PartKind): [string, ...string[]] {
  const parts: [string, ...string[]] = [first];
  let before = others.length === 0 ? 'matter' : kindOf(first);
  for (const part of others) {
    const last = parts.length - 1;
    const kind = kindOf(part);
    const staysWithDanger = before === 'danger' && !anotherBegins.test(part.trim());
    if (before === 'aside' || kind === 'aside' || staysWithDanger) parts[last] = (parts[last] ?? '') + part;
    else parts.push(part);
    if (before === 'aside' || (kind !== 'aside' && !staysWithDanger)) before = kind;
  }
  return parts;
}
