import { mongo } from 'mongoose';
import { valueAt } from './nedb-indexes.ts';
import type { Stored } from './stored.ts';

/** The error MongoDB's driver would have thrown for a second document with the same value in these unique fields. */
export function duplicateKey(collection: string, fields: readonly string[], document: Stored): mongo.MongoServerError {
  const values = fields.map((field) => [field, valueAt(document, field) ?? null] as const);
  const told = values.map(([field, value]) => `${field}: ${JSON.stringify(value)}`).join(', ');
  return new mongo.MongoServerError({
    message: `E11000 duplicate key error collection: ${collection} index: ${fields.join('_')} dup key: { ${told} }`,
    code: 11000,
    keyPattern: Object.fromEntries(fields.map((field) => [field, 1])),
    keyValue: Object.fromEntries(values),
  });
}
