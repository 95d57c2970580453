import { plainText } from '../plain-text.ts';
import { termsOf } from '../similar/terms.ts';

/** What a service is called: its own name first. */
export interface ServiceNames {
  readonly id: string;
  readonly names: readonly string[];
}

/** A service that words may mean: 1 when one of its names is said and nothing else, 0 when nothing of it is. */
export interface ServiceGuess {
  readonly id: string;
  readonly score: number;
  /** One of its names is all that is said. */
  readonly alone: boolean;
}

/** Finds the services that words may mean, likeliest first. */
export type FindServices = (text: string) => readonly ServiceGuess[];

interface Call {
  readonly bare: string;
  readonly terms: readonly string[];
  readonly weight: number;
}

const SAID_WHOLE = 0.15;
const EXPLAINS = 0.7;
const WORTH_NAMING = 0.2;

/** Makes the finder: names said whole count most, else the pairs of characters they share, the rarer the more. */
export function createServiceFinder(services: readonly ServiceNames[]): FindServices {
  const weigh = weightsOf(services);
  const sum = (terms: readonly string[]) => terms.reduce((total, term) => total + weigh(term), 0);
  const entries = services.map(({ id, names }) => ({ id, calls: names.map((name): Call => callOf(name, sum)), all: new Set(names.flatMap((name) => pairsOf(bareOf(name)))) }));

  return (text) => {
    const bare = bareOf(text);
    const said = new Set([...termsOf(text).keys(), ...pairsOf(bare)]);
    const known = sum([...said]);
    const covered = ({ terms, weight }: Call) => (weight === 0 ? 0 : sum(terms.filter((term) => said.has(term))) / weight);
    const scoreOf = ({ calls, all }: (typeof entries)[number]) => {
      const explained = known === 0 ? 0 : sum([...said].filter((term) => all.has(term))) / known;
      const best = Math.max(0, ...calls.map((call) => (1 - SAID_WHOLE) * covered(call) + (bare.includes(call.bare) ? SAID_WHOLE : 0)));
      return best * (1 - EXPLAINS + EXPLAINS * explained);
    };
    return entries
      .map((entry) => ({ id: entry.id, score: scoreOf(entry), alone: entry.calls.some((call) => call.bare === bare) }))
      .filter(({ score }) => score >= WORTH_NAMING)
      .sort((one, other) => other.score - one.score);
  };
}

function callOf(name: string, sum: (terms: readonly string[]) => number): Call {
  const bare = bareOf(name);
  const terms = pairsOf(bare);
  return { bare, terms, weight: sum(terms) };
}

/** How much a pair tells: what many services share tells little, what none is called by nothing. */
function weightsOf(services: readonly ServiceNames[]): (term: string) => number {
  const frequency = new Map<string, number>();
  for (const { names } of services) for (const term of new Set(names.flatMap((name) => pairsOf(bareOf(name))))) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  return (term) => {
    const often = frequency.get(term);
    return often === undefined ? 0 : Math.log((services.length + 1) / often);
  };
}

function bareOf(text: string): string {
  return plainText(text).toLowerCase().replace(/[\p{P}\p{S}\s]/gu, '');
}

function pairsOf(bare: string): string[] {
  return [...new Set(Array.from({ length: Math.max(0, bare.length - 1) }, (_, at) => bare.slice(at, at + 2)))];
}
