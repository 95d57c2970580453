/** What opens a resident's matter to whoever has it: all but the number it begins with. */
const SECRET = /^(\/(?:api\/matter|r)\/\d{0,12})[^/]*/;

/** A path as it may stand in the log: without the secret of a resident's link. */
export function loggedPath(path: string): string {
  return path.replace(SECRET, '$1');
}
