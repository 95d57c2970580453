import { signsBesideNames } from '../../../locales/lexicon/name-words.ts';

/** What kind of sign stands beside a name. */
export const signKinds = { other: 0, han: 1, digit: 2, latin: 3, space: 4, line: 5, stop: 6, colon: 7, list: 8, opening: 9, closing: 10, at: 11, dash: 12, edge: 13 } as const;

const kinds = kindsOfSigns();

/** The kind of a sign; beyond either end of a text its code is NaN. */
export function signKind(code: number): number {
  return Number.isNaN(code) ? signKinds.edge : (kinds[code] ?? signKinds.other);
}

/** Whether a code is that of a Chinese character. */
export function isHan(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff;
}

function kindsOfSigns(): Uint8Array {
  const all = new Uint8Array(0x10000);
  const note = (signs: string, kind: number) => {
    for (const sign of signs) all[sign.charCodeAt(0)] = kind;
  };
  all.fill(signKinds.han, 0x4e00, 0xa000);
  all.fill(signKinds.digit, 0x30, 0x3a);
  all.fill(signKinds.latin, 0x41, 0x5b);
  all.fill(signKinds.latin, 0x61, 0x7b);
  for (const [kind, signs] of Object.entries(signsBesideNames)) note(signs, signKinds[kind as keyof typeof signsBesideNames]);
  return all;
}
