/** Whether one character changed, left out, added, or two neighbours swapped, make one string of the other. */
export function withinOneEdit(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false;
  let at = 0;
  while (at < one.length && at < other.length && one.charAt(at) === other.charAt(at)) at++;
  if (one.length > other.length) return one.slice(at + 1) === other.slice(at);
  if (one.length < other.length) return one.slice(at) === other.slice(at + 1);
  return one.slice(at + 1) === other.slice(at + 1) || swappedAt(one, other, at);
}

function swappedAt(one: string, other: string, at: number): boolean {
  return one.charAt(at) === other.charAt(at + 1) && one.charAt(at + 1) === other.charAt(at) && one.slice(at + 2) === other.slice(at + 2);
}
