/** The words that a choice stands for, as the mark by which the messenger brings it back. */
export function markOf(says: string): string {
  return `s_${Buffer.from(says).toString('base64url')}`;
}

/** The words behind a mark; undefined for a mark that is not ours. */
export function saidBy(mark: string | undefined): string | undefined {
  return mark?.startsWith('s_') === true ? Buffer.from(mark.slice(2), 'base64url').toString('utf8') : undefined;
}
