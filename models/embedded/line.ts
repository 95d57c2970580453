import { isFields, type Fields, type Stored } from './stored.ts';

const DELETED = '"$$deleted":true}';
const ID = '{"_id":"';

/** One document as one line of the data file, in NeDB's format with `_id` first. */
export function lineOf(document: Stored): string {
  return `${JSON.stringify(encoded(document))}\n`;
}

/** The line that says that a document is gone. */
export function deletedLineOf(id: string): string {
  return `{"_id":${JSON.stringify(id)},${DELETED}\n`;
}

/** The id a line is about and whether it says that the document is gone, without reading the rest of it; undefined when damaged. */
export function headOf(line: Buffer): { id: string; deleted: boolean } | undefined {
  const end = line.indexOf('"', ID.length);
  if (end === -1 || line.toString('latin1', 0, ID.length) !== ID) return undefined;
  const id = line.toString('utf8', ID.length, end);
  const deleted = line.length > DELETED.length && line.toString('latin1', line.length - DELETED.length) === DELETED;
  return id.includes('\\') ? headOfEscaped(line, deleted) : { id, deleted };
}

/** The document in a line; throws SyntaxError when the line is damaged. */
export function documentOf(line: string): Stored {
  return decoded(JSON.parse(line)) as Stored;
}

function headOfEscaped(line: Buffer, deleted: boolean): { id: string; deleted: boolean } | undefined {
  try {
    return { id: documentOf(line.toString('utf8'))._id, deleted };
  } catch {
    return undefined;
  }
}

function encoded(value: unknown): unknown {
  if (typeof value === 'number' && !Number.isFinite(value)) return { $$number: String(value) };
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Date) return { $$date: value.getTime() };
  if (Array.isArray(value)) return value.map(encoded);
  const fields: Fields = {};
  for (const [field, inner] of Object.entries(value)) fields[field] = encoded(inner);
  return fields;
}

function decoded(value: unknown): unknown {
  if (Array.isArray(value)) {
    for (let at = 0; at < value.length; at++) value[at] = decoded(value[at]);
    return value;
  }
  if (!isFields(value)) return value;
  if (typeof value['$$date'] === 'number') return new Date(value['$$date']);
  if (typeof value['$$number'] === 'string') return Number(value['$$number']);
  for (const field of Object.keys(value)) {
    const inner = value[field];
    if (typeof inner === 'object' && inner !== null) value[field] = decoded(inner);
  }
  return value;
}
