import { Query } from 'mingo';
import { candidatesFor } from './candidates.ts';
import type { Documents } from './documents.ts';
import { isBefore, isSameType, matcher } from './matcher.ts';
import { copy, isFields, plain, readable, type Fields, type Stored } from './stored.ts';

/** In which order, from where and how many documents are found. */
export interface FindOptions {
  readonly sort?: unknown;
  readonly skip?: number | undefined;
  readonly limit?: number | undefined;
  readonly projection?: unknown;
}

type Order = readonly [field: string, direction: 1 | -1];

/** The stored documents that a filter finds, in the order asked for, between skip and limit; not copies. */
export function selected(documents: Documents, filter: object, { sort, skip = 0, limit = 0 }: FindOptions): Stored[] {
  const asked = plain(filter);
  const orders = ordersOf(sort);
  const candidates = candidatesFor(documents, asked, orders);
  const matches = matcher(asked);
  const until = limit === 0 ? Infinity : skip + Math.abs(limit);
  if (orders.length === 0 || candidates.ordered) return firstOf(candidates.documents, matches, until).slice(skip);
  return sorted(firstOf(candidates.documents, matches, Infinity), orders).slice(skip, until);
}

/** The documents with only the fields the projection names; what is in those fields cannot be changed, or is a copy. */
export function shown(documents: readonly Stored[], projection: unknown): Fields[] {
  if (!isFields(projection) || Object.keys(projection).length === 0) return documents.map((document) => withFields(document, []));
  const wanted = Object.entries(projection);
  if (wanted.every(([field, choice]) => !field.includes('.') && (choice === 1 || choice === 0))) {
    return documents.map((document) => withFields(document, wanted));
  }
  return new Query({}).find<Fields>(documents.map((document) => copy<Fields>(document)), plain(projection)).all();
}

/** Picks first: a page of ids must not cost the copying of whole documents. */
function withFields(document: Stored, wanted: readonly (readonly [string, unknown])[]): Fields {
  const choices = new Map(wanted);
  const picking = wanted.some(([field, choice]) => field !== '_id' && choice === 1);
  const onlyId = wanted.length === 1 && choices.get('_id') === 1;
  const fields: Fields = {};
  for (const field of Object.keys(document)) {
    const isWanted = field === '_id' ? choices.get('_id') !== 0 : picking || onlyId ? choices.get(field) === 1 : !choices.has(field);
    if (isWanted) fields[field] = readable(document[field]);
  }
  return fields;
}

function firstOf(documents: Iterable<Stored>, matches: (document: Stored) => boolean, until: number): Stored[] {
  const found: Stored[] = [];
  for (const document of documents) {
    if (!matches(document)) continue;
    found.push(document);
    if (found.length >= until) break;
  }
  return found;
}

function sorted(documents: readonly Stored[], orders: readonly Order[]): Stored[] {
  return sortedByOne(documents, orders) ?? new Query<Stored>({}).find<Stored>([...documents]).sort(Object.fromEntries(orders)).all();
}

/** The most common order: one field, whose values are all texts, all numbers or all moments. */
function sortedByOne(documents: readonly Stored[], [order, ...others]: readonly Order[]): Stored[] | undefined {
  if (order === undefined || others.length > 0) return undefined;
  const [field, direction] = order;
  const first = documents[0]?.[field];
  if (!documents.every((document) => isSameType(first, document[field]))) return undefined;
  return documents.toSorted((one, other) => direction * (Number(isBefore(other[field], one[field])) - Number(isBefore(one[field], other[field]))));
}

function ordersOf(sort: unknown): Order[] {
  if (sort === undefined || sort === null) return [];
  const entries: [unknown, unknown][] = sort instanceof Map || Array.isArray(sort) ? [...(sort as Iterable<[unknown, unknown]>)] : Object.entries(sort);
  return entries.map(([field, direction]) => [String(field), /^(-1|desc)/.test(String(direction)) ? -1 : 1]);
}
