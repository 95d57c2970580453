/** Whether a write was refused because a document with this id, or with this value in a unique index, is there already. */
export function isDuplicate(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 11000;
}

/** Goes on where the only thing wrong was that it is there already; throws anything else. */
export function unlessDuplicate(error: unknown): void {
  if (!isDuplicate(error)) throw error;
}
