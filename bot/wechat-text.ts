/** Words with the quoted message before them taken apart. */
export interface Reply {
  readonly text: string;
  readonly quote?: { readonly text: string } | undefined;
}

/** The quoted words in corner brackets after a name and a colon, a dashed line, and what is said to it. */
const QUOTED = /^\u300c[^\uff1a:\n]*[\uff1a:]([\s\S]*?)\u300d\n(?:- ?){3,}\n([\s\S]*)$/;

/** Takes apart the form in which WeChat writes an answer to a message as one text. */
export function replyIn(text: string): Reply {
  const match = QUOTED.exec(text);
  if (match === null) return { text };
  return { text: (match[2] ?? '').trim(), quote: { text: (match[1] ?? '').trim() } };
}

/** Whether one of these names is called with an @ in the text. */
export function calls(text: string, names: readonly string[]): boolean {
  return names.some((name) => called(name).test(text));
}

/** The text without the @ and name of the one it is said to; other people's names stay. */
export function withoutCalls(text: string, names: readonly string[]): string {
  const left = names.reduce((rest, name) => rest.replaceAll(new RegExp(called(name), 'gu'), ''), text);
  const glued = left === text ? names.reduce((rest, name) => rest.replaceAll(`@${name}`, ''), text) : left;
  return glued.trim();
}

function called(name: string): RegExp {
  return new RegExp(`@${name.replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&')}(?:[\\s\\u2005]+|$)`, 'u');
}
