import type { Person } from '../ports/people.ts';

/** Whether nothing has yet been said to somebody who brings matters: the privacy notice comes first, in the language of the first words. */
export function isUnmet({ noticed, roles }: Pick<Person, 'noticed' | 'roles'>): boolean {
  return !noticed && roles.some((role) => role === 'resident' || role === 'enterprise');
}
