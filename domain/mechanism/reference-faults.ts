import type { MechanismFault } from './fault.ts';
import { unknownName, type Named, type Path } from './named-faults.ts';

type Fault = MechanismFault;

/** What of a district's file other parts of it may name. */
export interface References {
  readonly tiers?: readonly Named[] | undefined;
  readonly unitClasses?: readonly Named[] | undefined;
  readonly chains?: readonly Named[] | undefined;
  readonly kinds?: readonly Named[] | undefined;
  readonly sources?: readonly Named[] | undefined;
}

/** Parts in which a field means what it is called; the others name their references in ways of their own. */
const APART = ['tiers', 'grades', 'sources', 'unitClasses', 'chains', 'kinds', 'ladders', 'stages', 'revisit', 'hotspots', 'ratings', 'assessment', 'rateCallees'];
/** In these, `classes` are classes of matters. */
const OF_MATTERS = ['admission'];

type Means = { readonly list: keyof References; readonly code: Fault['code'] };
const TIER: Means = { list: 'tiers', code: 'unknown-tier' };
const CLASS: Means = { list: 'unitClasses', code: 'unknown-class' };
const CHAIN: Means = { list: 'chains', code: 'unknown-chain' };
const KIND: Means = { list: 'kinds', code: 'unknown-kind' };
const SOURCE: Means = { list: 'sources', code: 'unknown-source' };
const FIELDS: Readonly<Record<string, Means>> = { tier: TIER, decideTier: TIER, tiers: TIER, classes: CLASS, providers: CLASS, alliances: CLASS, takers: CLASS, chains: CHAIN, source: SOURCE };

/** Whatever the further parts of a district's file name that it does not have: tiers, unit classes, chains, kinds and sources. */
export function referenceFaults(book: References): readonly Fault[] {
  const parts = Object.entries(book).filter(([part]) => !APART.includes(part));
  return [
    ...parts.flatMap(([part, value]) => walk(book, OF_MATTERS.includes(part) ? withKinds : FIELDS, [part], value)),
    ...(book.chains ?? []).flatMap((chain, index) => walk(book, { sources: SOURCE }, ['chains', index], chain)),
  ];
}

const withKinds: Readonly<Record<string, Means>> = { chains: CHAIN, kinds: KIND };

function walk(book: References, fields: Readonly<Record<string, Means>>, path: Path, value: unknown): Fault[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]: [string, unknown]): Fault[] => {
    const at = [...path, Array.isArray(value) ? Number(name) : name];
    const means = Array.isArray(value) ? undefined : fields[name];
    return means === undefined ? walk(book, fields, at, one) : named(book, means, at, one);
  });
}

function named(book: References, { list, code }: Means, path: Path, value: unknown): Fault[] {
  const ids: [Path, unknown][] = Array.isArray(value) ? value.map((one: unknown, index) => [[...path, index], one]) : [[path, value]];
  return ids.flatMap(([at, id]) => (typeof id === 'string' ? unknownName(code, book[list], at, id) : []));
}
