import type { Documents } from './documents.ts';
import { isBefore } from './matcher.ts';
import type { NedbIndex, TreeNode } from './nedb-indexes.ts';
import { fieldsOf } from './nedb-indexes.ts';
import { isFields, type Fields, type Stored } from './stored.ts';

type Order = readonly [field: string, direction: 1 | -1];

/** Documents among which everything that fits a filter is. */
export interface Candidates {
  readonly documents: Iterable<Stored>;
  /** True when they already come in the order asked for. */
  readonly ordered: boolean;
}

/** Documents that may match a filter, found by the best index; every match is among them, others may be too. */
export function candidatesFor(documents: Documents, filter: Fields, orders: readonly Order[]): Candidates {
  const conditions = conditionsOf(filter);
  const exact = byEquality(documents, conditions) ?? byList(documents, conditions);
  if (exact !== undefined) return { documents: exact, ordered: false };
  // Few documents that must be sorted cost less than all of them in the right order.
  const range = orders.some(([field]) => boundsOf(conditions.get(field)) !== undefined) ? undefined : byRange(documents, conditions);
  if (range !== undefined) return { documents: range, ordered: false };
  return inOrder(documents, conditions, orders) ?? { documents: byRange(documents, conditions) ?? documents.all(), ordered: false };
}

/** Conditions that all must hold, by field; those under $and count too. */
function conditionsOf(filter: Fields): Map<string, unknown> {
  const conditions = new Map<string, unknown>();
  const and: unknown = filter['$and'];
  for (const part of Array.isArray(and) ? and : []) {
    if (isFields(part)) for (const [field, condition] of conditionsOf(part)) conditions.set(field, condition);
  }
  for (const [field, condition] of Object.entries(filter)) if (!field.startsWith('$')) conditions.set(field, condition);
  return conditions;
}

function byEquality(documents: Documents, conditions: Map<string, unknown>): Stored[] | undefined {
  for (const index of documents.indexes) {
    const fields = fieldsOf(index);
    const values = fields.map((field) => equalTo(conditions.get(field)));
    if (!values.every(isKey)) continue;
    return index.getMatching(fields.length === 1 ? values[0] : Object.fromEntries(fields.map((field, nth) => [field, values[nth]])));
  }
  return undefined;
}

function byList(documents: Documents, conditions: Map<string, unknown>): Stored[] | undefined {
  for (const [field, condition] of conditions) {
    const index = documents.indexOn(field);
    const list = isFields(condition) ? condition['$in'] : undefined;
    if (index !== undefined && Array.isArray(list) && list.every(isKey)) return index.getMatching(list);
  }
  return undefined;
}

function byRange(documents: Documents, conditions: Map<string, unknown>): Stored[] | undefined {
  for (const [field, condition] of conditions) {
    const index = documents.indexOn(field);
    const bounds = boundsOf(condition);
    if (index !== undefined && bounds !== undefined) return [...new Set(index.getBetweenBounds(bounds))];
  }
  return undefined;
}

/** Walking an index gives order for nothing, as long as it misses no document that could match. */
function inOrder(documents: Documents, conditions: Map<string, unknown>, orders: readonly Order[]): Candidates | undefined {
  const [first, ...others] = orders;
  if (first === undefined || others.length > 0) return undefined;
  const [field, direction] = first;
  const index = documents.indexOn(field);
  const bounds = boundsOf(conditions.get(field));
  if (index === undefined || (bounds === undefined && !documents.coversAll(field))) return undefined;
  return { documents: walked(index, direction, bounds ?? {}), ordered: true };
}

function* walked(index: NedbIndex, direction: 1 | -1, bounds: Fields): Generator<Stored> {
  const seen = new Set<string>();
  for (const node of nodes(index.tree.tree, direction, bounds)) {
    for (const document of node.data) {
      if (seen.has(document._id)) continue;
      seen.add(document._id);
      yield document;
    }
  }
}

function* nodes(node: TreeNode | null, direction: 1 | -1, bounds: Fields): Generator<TreeNode> {
  if (node === null || !('key' in node)) return;
  const [before, after] = direction === 1 ? [node.left, node.right] : [node.right, node.left];
  const below = tooLow(node.key, bounds);
  const above = tooHigh(node.key, bounds);
  if (direction === 1 ? !below : !above) yield* nodes(before, direction, bounds);
  if (!below && !above) yield node;
  if (direction === 1 ? !above : !below) yield* nodes(after, direction, bounds);
}

/** Only values of one type can be told apart here; others stay candidates. */
function tooLow(key: unknown, bounds: Fields): boolean {
  return isBefore(key, bounds['$gte'] ?? bounds['$gt']);
}

function tooHigh(key: unknown, bounds: Fields): boolean {
  return isBefore(bounds['$lte'] ?? bounds['$lt'], key);
}

function boundsOf(condition: unknown): Fields | undefined {
  if (!isFields(condition)) return undefined;
  if (isFields(condition['$elemMatch'])) return boundsOf(condition['$elemMatch']);
  const bounds = Object.entries(condition).filter(([operator, value]) => /^\$[lg]te?$/.test(operator) && isKey(value));
  return bounds.length === 0 ? undefined : Object.fromEntries(bounds);
}

function equalTo(condition: unknown): unknown {
  return isFields(condition) && '$eq' in condition ? condition['$eq'] : condition;
}

function isKey(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || value instanceof Date;
}
