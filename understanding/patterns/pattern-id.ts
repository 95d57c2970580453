import { gramHash } from '../classify/grams.ts';

/** What stands for a pattern in the list of needs: another one as soon as a character of it is changed. */
export function idOf({ source, flags }: RegExp): string {
  return `${gramHash(`${flags}/${source}`).toString(36)}.${source.length}`;
}
