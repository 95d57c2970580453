import { deserialize, serialize } from 'bson';

/** A document as the embedded store keeps it: plain values, string `_id`, never changed in place. */
export interface Stored {
  readonly _id: string;
  readonly [field: string]: unknown;
}

/** The fields of a document. */
export type Fields = Record<string, unknown>;

/** Says that a value is a plain object with fields: no array, date, pattern or null. */
export function isFields(value: unknown): value is Fields {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** What MongoDB's driver would have stored of these fields: class instances become plain values, undefined ones go. */
export function plain(value: object): Fields {
  const quick = plainCopy(value);
  return isFields(quick) ? quick : (deserialize(serialize({ value }, { ignoreUndefined: true }))['value'] as Fields);
}

/** Stands for a value that only BSON itself knows how to store. */
const ODD = Symbol('odd');

/** The same for plain values, which nearly all are, without the way through bytes. */
function plainCopy(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return typeof value === 'bigint' || typeof value === 'function' || typeof value === 'symbol' ? ODD : value;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === Date.prototype) return new Date(value as Date);
  if (prototype === Array.prototype) return plainList(value as readonly unknown[]);
  return prototype === Object.prototype || prototype === null ? plainFields(value) : ODD;
}

function plainList(values: readonly unknown[]): unknown {
  const list: unknown[] = [];
  for (const one of values) {
    const stored = one === undefined ? null : plainCopy(one);
    if (stored === ODD) return ODD;
    list.push(stored);
  }
  return list;
}

function plainFields(value: object): unknown {
  if ('toBSON' in value || '_bsontype' in value) return ODD;
  const fields: Fields = {};
  for (const [field, one] of Object.entries(value)) {
    if (one === undefined) continue;
    const stored = plainCopy(one);
    if (stored === ODD) return ODD;
    fields[field] = stored;
  }
  return fields;
}

/** A copy that shares nothing changeable with the original. */
export function copy<T>(value: T): T;
export function copy(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Date) return new Date(value);
  if (Array.isArray(value)) return value.map((element: unknown) => copy(element));
  if (!isFields(value)) return value;
  const copied: Fields = {};
  for (const [field, inner] of Object.entries(value)) copied[field] = copy(inner);
  return copied;
}

/** Thrown when something is asked of the embedded store that only MongoDB can do. */
export class NotInEmbeddedStore extends Error {
  readonly code = 'not-in-embedded-store';
  constructor(what: string) {
    super(`The embedded store cannot do this: ${what}`);
    this.name = 'NotInEmbeddedStore';
  }
}

/**
 * The document to be stored for these fields, frozen, so that readers can share it; refuses ids that are not strings and
 * values that the data file cannot hold.
 */
export function toStored(fields: Fields): Stored {
  const { _id: id, ...rest } = fields;
  if (typeof id !== 'string' || id === '') throw new NotInEmbeddedStore('an _id that is not a string');
  keep(rest);
  return Object.freeze({ _id: id, ...rest });
}

/** What is frozen was kept before. */
function keep(value: unknown): void {
  if (typeof value !== 'object' || value === null || value instanceof Date || Object.isFrozen(value)) return;
  if (!Array.isArray(value) && !isFields(value)) throw new NotInEmbeddedStore(`a value of type ${value.constructor.name}`);
  for (const [field, inner] of Object.entries(value)) {
    if (field.startsWith('$')) throw new NotInEmbeddedStore(`a field named ${field}`);
    keep(inner);
  }
  Object.freeze(value);
}

/** The value as a reader may have it: what is frozen cannot be changed, so it is not copied. */
export function readable<T>(value: T): T {
  return Object.isFrozen(value) ? value : copy(value);
}
