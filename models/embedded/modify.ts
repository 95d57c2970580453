import { isDeepStrictEqual } from 'node:util';
import { update as mingoUpdate, updateOne as mingoUpdateOne } from 'mingo';
import { mongo } from 'mongoose';
import { copy, isFields, plain, type Fields } from './stored.ts';

/** Under which circumstances an update is applied. */
export interface HowToModify {
  /** True when the document is being made by an upsert, so that $setOnInsert counts. */
  readonly inserting: boolean;
  readonly arrayFilters: readonly object[];
}

type Change = (before: unknown, operand: unknown) => unknown;

const GONE = Symbol('gone');

/** Operators done here because they are used at each write, and because some of mingo's differ from MongoDB; mingo does the others. */
const CHANGES: Readonly<Record<string, Change>> = {
  $set: (_before, operand) => operand,
  $unset: () => GONE,
  $inc: (before, operand) => added(before, operand),
  $push: (before, operand) => pushed(before, operand),
  $addToSet: (before, operand) => eachOf(operand).reduce<unknown[]>(withMember, [...listOr(before, '$addToSet')]),
};

/** The document after MongoDB's update operators or pipeline; the document given is left as it was. Throws what the server would refuse. */
export function modified(document: Fields, update: object, how: HowToModify): Fields {
  const asked = plain(update);
  if (Array.isArray(asked)) return throughPipeline(document, asked);
  const operators = Object.keys(asked);
  if (operators.length === 0 || operators.some((operator) => !operator.startsWith('$'))) {
    throw new mongo.MongoInvalidArgumentError('Update document requires atomic operators');
  }
  return Object.entries(asked).reduce((before, [operator, operands]) => withOperator(before, operator, operands, how), document);
}

/** Says whether a change left every field as it was. */
export function unchanged(before: Fields, after: Fields): boolean {
  const fields = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...fields].every((field) => before[field] === after[field] || isDeepStrictEqual(before[field], after[field]));
}

function withOperator(document: Fields, operator: string, operands: unknown, how: HowToModify): Fields {
  if (!isFields(operands)) throw refused(9, `Modifiers operate on fields but ${operator} was given something else`);
  if (operator === '$setOnInsert') return how.inserting ? withOperator(document, '$set', operands, how) : document;
  const change = CHANGES[operator];
  const byMingo = change === undefined || Object.keys(operands).some((path) => path.includes('$'));
  if (byMingo) return throughMingo(document, { [operator]: operands }, how);
  return Object.entries(operands).reduce<Fields>((before, [path, operand]) => fieldsAt(before, path.split('.'), change, operand), document);
}

function throughMingo(document: Fields, update: Fields, how: HowToModify): Fields {
  const changed = copy(document);
  mingoUpdate(changed, update, how.arrayFilters.map(plain));
  return changed;
}

function throughPipeline(document: Fields, stages: object[]): Fields {
  const documents = [copy(document)];
  mingoUpdateOne(documents, {}, stages as Parameters<typeof mingoUpdateOne>[2]);
  return documents[0] ?? document;
}

function fieldsAt(fields: Fields, path: readonly string[], change: Change, operand: unknown): Fields {
  const [field = '', ...rest] = path;
  const after = changedAt(fields[field], rest, change, operand);
  if (after !== GONE) return { ...fields, [field]: after };
  return Object.fromEntries(Object.entries(fields).filter(([name]) => name !== field));
}

/** Copies only the containers on the way to the change. */
function changedAt(before: unknown, path: readonly string[], change: Change, operand: unknown): unknown {
  if (path.length === 0) return change(before, operand);
  if (isFields(before)) return fieldsAt(before, path, change, operand);
  if (Array.isArray(before)) return elementsAt(before, path, change, operand);
  if (change === CHANGES['$unset']) return before === undefined ? GONE : before;
  if (before === undefined) return fieldsAt({}, path, change, operand);
  throw refused(28, `Cannot create field '${path[0] ?? ''}' in element of another type`);
}

function elementsAt(before: readonly unknown[], path: readonly string[], change: Change, operand: unknown): unknown {
  const [place = '', ...rest] = path;
  if (!/^\d+$/.test(place)) throw refused(28, `Cannot create field '${place}' in a list`);
  const elements = [...before];
  while (elements.length < Number(place)) elements.push(null);
  const after = changedAt(elements[Number(place)], rest, change, operand);
  elements[Number(place)] = after === GONE ? null : after;
  return elements;
}

function added(before: unknown, operand: unknown): number {
  if (typeof operand !== 'number') throw refused(14, 'Cannot increment with non-numeric argument');
  if (before === undefined) return operand;
  if (typeof before !== 'number') throw refused(14, 'Cannot apply $inc to a value of non-numeric type');
  return before + operand;
}

function pushed(before: unknown, operand: unknown): unknown[] {
  const list = listOr(before, '$push');
  if (!isFields(operand) || !('$each' in operand)) return [...list, operand];
  const unknownOnes = Object.keys(operand).filter((modifier) => !['$each', '$slice', '$position'].includes(modifier));
  if (unknownOnes.length > 0) throw refused(2, `Unrecognized clause in $push: ${unknownOnes.join(', ')}`);
  const position = typeof operand['$position'] === 'number' ? operand['$position'] : list.length;
  const all = list.toSpliced(position, 0, ...eachOf(operand));
  const keep = operand['$slice'];
  if (typeof keep !== 'number') return all;
  return keep >= 0 ? all.slice(0, keep) : all.slice(keep);
}

function eachOf(operand: unknown): unknown[] {
  if (!isFields(operand) || !('$each' in operand)) return [operand];
  if (!Array.isArray(operand['$each'])) throw refused(2, 'The argument to $each must be an array');
  return operand['$each'];
}

function listOr(before: unknown, operator: string): unknown[] {
  if (before === undefined) return [];
  if (!Array.isArray(before)) throw refused(2, `The field must be an array for ${operator}`);
  return before;
}

function withMember(list: unknown[], member: unknown): unknown[] {
  return list.some((element) => isDeepStrictEqual(element, member)) ? list : [...list, member];
}

function refused(code: number, message: string): mongo.MongoServerError {
  return new mongo.MongoServerError({ message, code });
}
