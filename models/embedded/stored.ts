import { deserialize, serialize } from 'bson';

/** A document as the embedded store keeps it: plain values, string `_id`, never changed in place. */
export interface Stored {
  readonly _id: string;
  readonly [field: string]: unknown;
}

export type Fields = Record<string, unknown>;

/** Says that a value is a plain object with fields: no array, date, pattern or null. */
export function isFields(value: unknown): value is Fields {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** What MongoDB's driver would have stored of these fields: class instances become plain values, undefined ones go. */
export function plain(value: object): Fields {
  return deserialize(serialize({ value }, { ignoreUndefined: true }))['value'] as Fields;
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

/** The document to be stored for these fields; refuses ids that are not strings and values that the data file cannot hold. */
export function toStored(fields: Fields): Stored {
  const { _id: id, ...rest } = fields;
  if (typeof id !== 'string' || id === '') throw new NotInEmbeddedStore('an _id that is not a string');
  refuseUnstorable(rest);
  return { _id: id, ...rest };
}

function refuseUnstorable(value: unknown): void {
  if (typeof value !== 'object' || value === null || value instanceof Date) return;
  if (!Array.isArray(value) && !isFields(value)) throw new NotInEmbeddedStore(`a value of type ${value.constructor.name}`);
  for (const [field, inner] of Object.entries(value)) {
    if (field.startsWith('$')) throw new NotInEmbeddedStore(`a field named ${field}`);
    refuseUnstorable(inner);
  }
}
