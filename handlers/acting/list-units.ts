import type { Actor } from '../../domain/commands.ts';
import type { Directory } from '../../domain/directory/directory.ts';
import { LIST_MARK, LISTED } from '../../locales/lexicon/commands.ts';
import type { ListUnits } from '../chat/grammar.ts';
import { unitMeant } from './unit-meant.ts';

/** Two names are alike that share so much of their pairs of signs. */
const ALIKE = 0.5;
const ENDING = /(?:\p{Script=Han}|(?<![a-z])[a-z]+)$/u;

/**
 * Tells the units in a list from the words behind them: the first that is no unit begins those words, unless it looks like a misspelt unit, is
 * listed as one, or units come after it; it then stays in the list, to be refused by its name.
 */
export function createListUnits(directory: () => Directory): (by: Actor) => ListUnits {
  return (by) => (list) => {
    const found = [...list.matchAll(LISTED)];
    const pieces = found.map(([piece]) => piece);
    const isUnit = (words: string) => !isUnknown(unitMeant(directory(), by, words));
    const at = pieces.findIndex((piece) => !isUnit(piece));
    const [first, ...others] = pieces.slice(at);
    const start = found[at]?.index ?? 0;
    const isListed = LIST_MARK.test(list.slice(0, start));
    if (at < 1 || first === undefined || isListed || others.some(isUnit) || resembles(directory(), first)) return { units: pieces, behind: '' };
    return { units: pieces.slice(0, at), behind: list.slice(start) };
  };
}

function isUnknown(meant: ReturnType<typeof unitMeant>): boolean {
  return 'refusal' in meant && meant.refusal === 'no-such-unit';
}

/** Whether words are nearly the name of a unit, or end as one does and are no longer. */
function resembles({ data: { units } }: Directory, words: string): boolean {
  const said = words.toLowerCase();
  const names = units.flatMap(({ name, otherNames }) => [name, ...otherNames]).map((name) => name.toLowerCase());
  const endings = new Set(units.flatMap(({ name }) => ENDING.exec(name.toLowerCase())?.[0] ?? []));
  const longest = Math.max(...names.map(({ length }) => length));
  return (said.length <= longest && endings.has(ENDING.exec(said)?.[0] ?? '')) || names.some((name) => shared(name, said) >= ALIKE);
}

function shared(one: string, other: string): number {
  const [pairs, others] = [pairsOf(one), pairsOf(other)];
  return (2 * pairs.filter((pair) => others.includes(pair)).length) / Math.max(1, pairs.length + others.length);
}

function pairsOf(words: string): readonly string[] {
  return Array.from({ length: Math.max(0, words.length - 1) }, (_, index) => words.slice(index, index + 2));
}
