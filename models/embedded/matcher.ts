import { Query } from 'mingo';
import { isFields, type Fields, type Stored } from './stored.ts';

type Test = (own: unknown) => boolean;

/** Says of a document whether it meets the filter, as MongoDB would. */
export function matcher(filter: Fields): (document: Stored) => boolean {
  const tests: (readonly [field: string, test: Test])[] = [];
  const others: Fields = {};
  for (const [field, condition] of Object.entries(filter)) {
    const test = /[.$]/.test(field) ? undefined : testOf(condition);
    if (test === undefined) others[field] = condition;
    else tests.push([field, test]);
  }
  const quick = (document: Stored): boolean => tests.every(([field, test]) => test(document[field]));
  if (Object.keys(others).length === 0) return quick;
  const query = new Query<Stored>(others);
  return (document) => quick(document) && query.test(document);
}

/** By far the most common conditions, which a compiled query tests much more slowly; undefined for all others. */
function testOf(condition: unknown): Test | undefined {
  if (isScalar(condition)) return ofAny((value) => value === condition);
  if (!isFields(condition)) return undefined;
  const { $elemMatch: inner, ...rest } = condition;
  const operators = Object.entries(isFields(inner) && Object.keys(rest).length === 0 ? inner : condition);
  const tests = operators.map(([operator, operand]) => elementTestOf(operator, operand));
  if (tests.length === 0 || !tests.every((test) => test !== undefined)) return undefined;
  if (isFields(inner)) return (own) => Array.isArray(own) && own.some((value) => tests.every((test) => test(value)));
  return (own) => tests.every((test) => ofAny(test)(own));
}

/** A list meets a condition when one of its elements does. */
function ofAny(test: Test): Test {
  return (own) => (Array.isArray(own) ? own.some(test) : test(own));
}

function elementTestOf(operator: string, operand: unknown): Test | undefined {
  if (operator === '$in') return Array.isArray(operand) && operand.every(isScalar) ? isAmong(new Set<unknown>(operand)) : undefined;
  if (!isOrdered(operand)) return undefined;
  switch (operator) {
    case '$gt':
      return (value) => isBefore(operand, value);
    case '$gte':
      return (value) => isBefore(operand, value) || isEqual(operand, value);
    case '$lt':
      return (value) => isBefore(value, operand);
    case '$lte':
      return (value) => isBefore(value, operand) || isEqual(operand, value);
    default:
      return undefined;
  }
}

function isAmong(values: ReadonlySet<unknown>): Test {
  return (value) => values.has(value);
}

/** Whether one comes before the other; false for values of different types, which have no order here. */
export function isBefore(one: unknown, other: unknown): boolean {
  if (typeof one === 'string') return typeof other === 'string' && one < other;
  if (typeof one === 'number') return typeof other === 'number' && one < other;
  return one instanceof Date && other instanceof Date && one < other;
}

/** Whether two values are texts, numbers or moments both, so that one may come before the other. */
export function isSameType(one: unknown, other: unknown): boolean {
  return one instanceof Date ? other instanceof Date : isOrdered(one) && typeof one === typeof other;
}

function isEqual(one: unknown, other: unknown): boolean {
  return one === other || (one instanceof Date && other instanceof Date && one.getTime() === other.getTime());
}

function isOrdered(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number' || value instanceof Date;
}

function isScalar(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
