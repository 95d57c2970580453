import { createRequire } from 'node:module';
import { isFields, type Stored } from './stored.ts';

/** A node of NeDB's balanced tree; an empty tree is one node without a key. */
export interface TreeNode {
  readonly key?: unknown;
  readonly data: Stored[];
  readonly left: TreeNode | null;
  readonly right: TreeNode | null;
}

/** What the embedded store uses of one of NeDB's indexes. */
export interface NedbIndex {
  readonly fieldName: string;
  unique: boolean;
  sparse: boolean;
  readonly treeOptions: { unique: boolean };
  readonly tree: { readonly tree: TreeNode };
  insert(document: Stored): void;
  remove(document: Stored): void;
  reset(documents: Stored[]): void;
  getMatching(value: unknown): Stored[];
  getBetweenBounds(bounds: object): Stored[];
}

/**
 * NeDB, used for what it holds in memory. Its type declarations leave out its documented inner members; its own file is
 * not used because it opens and closes the file at each write, blocks while compacting, and parses every old line at start.
 */
export interface NedbMemory {
  readonly indexes: Readonly<Record<string, NedbIndex>>;
  getAllData(): Stored[];
  ensureIndexAsync(options: { fieldName: string | string[]; unique: boolean; sparse: boolean }): Promise<void>;
  removeIndexAsync(fieldName: string): Promise<void>;
}

const Nedb = createRequire(import.meta.url)('@seald-io/nedb') as new (options: { inMemoryOnly: true }) => NedbMemory;

/** An empty NeDB without a file. */
export function nedbMemory(): NedbMemory {
  return new Nedb({ inMemoryOnly: true });
}

/** The field names of an index, in NeDB's (alphabetical) order. */
export function fieldsOf(index: NedbIndex): string[] {
  return index.fieldName.split(',');
}

/** The value at a dotted path, seen through arrays as NeDB's indexes see it. */
export function valueAt(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>(step, value);
}

function step(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  if (!Array.isArray(value) || /^\d+$/.test(key)) return (value as Record<string, unknown>)[key];
  return value.map((element: unknown) => step(element, key));
}

/** The key under which an index keeps a document: one value, or an object of values when it has several fields. */
export function keyIn(index: NedbIndex, document: Stored): unknown {
  const fields = fieldsOf(index);
  const [field] = fields;
  if (fields.length === 1 && field !== undefined) return valueAt(document, field);
  return Object.fromEntries(fields.map((name) => [name, valueAt(document, name)]));
}

/** Says that a document has nothing in any of an index's fields. */
export function isMissing(key: unknown): boolean {
  if (Array.isArray(key)) return key.every(isMissing);
  return key === undefined || (isFields(key) && Object.values(key).length > 0 && Object.values(key).every(isMissing));
}

/** Says that two keys are certainly the same. */
export function sameKey(one: unknown, other: unknown): boolean {
  if (one instanceof Date) return other instanceof Date && one.getTime() === other.getTime();
  if (typeof one !== 'object' || one === null) return one === other;
  if (Array.isArray(one)) return Array.isArray(other) && one.length === other.length && one.every((element, nth) => sameKey(element, other[nth]));
  return isFields(other) && Object.entries(one).every(([field, value]) => sameKey(value, other[field]));
}
