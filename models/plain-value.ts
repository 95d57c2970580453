/**
 * A copy of a plain value without fields that are undefined, at any depth: what a store gives back. Lists keep their length;
 * dates stay dates.
 */
export function withoutUndefined<T>(value: T): T;
export function withoutUndefined(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  if (Array.isArray(value)) return value.map((element: unknown) => withoutUndefined(element));
  const bare: Record<string, unknown> = {};
  for (const [field, inner] of Object.entries(value)) if (inner !== undefined) bare[field] = withoutUndefined(inner);
  return bare;
}

/** The two halves of an update: fields that have a value are set, those that are undefined are taken away. */
export function setAndUnset(fields: object): { $set?: Record<string, unknown>; $unset?: Record<string, ''> } {
  const entries: [string, unknown][] = Object.entries(fields);
  const set = entries.filter(([, value]) => value !== undefined);
  const gone = entries.filter(([, value]) => value === undefined).map(([field]) => [field, ''] as const);
  return { ...(set.length > 0 ? { $set: Object.fromEntries(set) } : {}), ...(gone.length > 0 ? { $unset: Object.fromEntries(gone) } : {}) };
}
