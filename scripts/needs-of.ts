import { RegExpParser, type AST } from '@eslint-community/regexpp';

/** In what share of texts a character is met. */
export type ShareOf = (character: string) => number;

type Needs = ReadonlySet<string> | undefined;

/** A range wider than this is met in nearly every text. */
const WIDEST = 100;
const DIGITS: Needs = new Set('0123456789');

/** Characters of which every match of a pattern has at least one, of several such sets the one that the fewest texts show; undefined where there is none. */
export function needsOf(pattern: RegExp, shareOf: ShareOf): Needs {
  if (pattern.flags.includes('v')) return undefined;
  const spellings = pattern.ignoreCase ? bothCases : asItIs;
  return needsReader(shareOf, spellings)(new RegExpParser().parsePattern(pattern.source, undefined, undefined, { unicode: pattern.unicode }).alternatives);
}

function needsReader(shareOf: ShareOf, spellings: (character: string) => string[]): (alternatives: readonly AST.Alternative[]) => Needs {
  const characters = (from: number, to: number): Needs =>
    to - from > WIDEST ? undefined : new Set(Array.from({ length: to - from + 1 }, (_, more) => String.fromCodePoint(from + more)).flatMap(spellings).map((character) => character.charAt(0)));
  const often = (needs: ReadonlySet<string>): number => [...needs].reduce((sum, character) => sum + shareOf(character), 0);
  const rarer = (one: Needs, other: Needs): Needs => (one === undefined || (other !== undefined && often(other) < often(one)) ? other : one);
  const ofAlternatives = (alternatives: readonly AST.Alternative[]): Needs => together(alternatives.map(({ elements }) => elements.map(ofElement).reduce(rarer, undefined)));

  const ofElement = (element: AST.Element | AST.CharacterClassElement): Needs => {
    switch (element.type) {
      case 'Character':
        return characters(element.value, element.value);
      case 'CharacterClassRange':
        return characters(element.min.value, element.max.value);
      case 'CharacterSet':
        return element.kind === 'digit' && !element.negate ? DIGITS : undefined;
      case 'CharacterClass':
        return element.negate ? undefined : together(element.elements.map(ofElement));
      case 'Quantifier':
        return element.min > 0 ? ofElement(element.element) : undefined;
      case 'Group':
      case 'CapturingGroup':
        return ofAlternatives(element.alternatives);
      case 'Assertion':
        return 'alternatives' in element && !element.negate ? ofAlternatives(element.alternatives) : undefined;
      default:
        return undefined;
    }
  };
  return ofAlternatives;
}

/** What one of several needs: all of them, unless one needs nothing. */
function together(each: readonly Needs[]): Needs {
  const all = each.flatMap((needs) => (needs === undefined ? [] : [needs]));
  return all.length < each.length ? undefined : new Set(all.flatMap((needs) => [...needs]));
}

function asItIs(character: string): string[] {
  return [character];
}

/** Two signs that nobody types count as letters where cases are not told apart. */
function bothCases(character: string): string[] {
  const small = character.toLowerCase();
  return [small, character.toUpperCase(), ...(small === 's' ? ['\u017f'] : []), ...(small === 'k' ? ['\u212a'] : [])];
}
