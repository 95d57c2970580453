import { Schema, type Connection, type Model, type SchemaDefinition } from 'mongoose';

/** A document whose id is a text. */
export interface Row {
  readonly _id: string;
}

/** An index: its fields with their directions, and whether its values are unique or may be missing. */
export interface Index {
  readonly on: Readonly<Record<string, 1 | -1>>;
  readonly unique?: boolean | undefined;
  readonly sparse?: boolean | undefined;
}

interface Shape {
  readonly name: string;
  readonly collection: string;
  /** Every field, because a filter on one that is not declared is refused. */
  readonly fields: SchemaDefinition;
  readonly indexes?: readonly Index[] | undefined;
}

/** The model of a collection on this connection, made at its first use. Empty objects are kept as they are. */
export function modelOf<T extends Row>(connection: Connection, { name, collection, fields, indexes = [] }: Shape): Model<T> {
  if (connection.models[name] !== undefined) return connection.model<T>(name);
  const schema = new Schema({ _id: String, ...fields }, { collection, versionKey: false, minimize: false });
  for (const { on, unique = false, sparse = false } of indexes) schema.index({ ...on }, { unique, sparse });
  return connection.model<T>(name, schema as unknown as Schema<T>);
}

/** Inserts documents past Mongoose's own documents, which the busiest collections cannot afford; throws on a duplicate. */
export async function insertRow<T extends Row>(model: Model<T>, row: T): Promise<void> {
  await rowsIn(model).insertOne({ ...row });
}

/** Inserts many, going on after duplicates; then throws when there were any. */
export async function insertRows<T extends Row>(model: Model<T>, rows: readonly T[]): Promise<void> {
  await rowsIn(model).insertMany([...rows], { ordered: false });
}

function rowsIn<T extends Row>(model: Model<T>) {
  return model.db.collection<Row>(model.collection.name);
}
