import { masks } from '../../locales/lexicon/personal-words.ts';
import { plainText } from '../plain-text.ts';
import { birthsIn } from './births-in.ts';
import { contactsIn } from './contacts-in.ts';
import type { FindSpans } from './names/learnt-names.ts';
import { numbersIn } from './numbers-in.ts';
import { type PersonalPiece, pieceOf } from './personal-piece.ts';
import { platesIn } from './plates-in.ts';
import { roomsIn } from './rooms-in.ts';
import { withoutOverlaps } from './without-overlaps.ts';

/** Personal data in a text, in order and not overlapping: numbers of people, cards and plates, days of birth, doors, full names. */
export type PersonalIn = (text: string) => PersonalPiece[];

/** The text with personal data replaced by what kind it was; public addresses and amounts stay. */
export type MaskPersonal = (text: string) => string;

/** Finds personal data, with whoever finds the names. */
export function createPersonalIn(findNames: FindSpans): PersonalIn {
  return (text) => {
    const plain = plainText(text);
    const pieces = [
      ...contactsIn(plain),
      ...platesIn(plain),
      ...numbersIn(plain),
      ...birthsIn(plain),
      ...roomsIn(plain),
      ...findNames(plain).map(({ start, end }) => pieceOf('name', plain, start, end)),
    ];
    return withoutOverlaps(pieces).map((piece) => ({ ...piece, text: text.slice(piece.start, piece.end) }));
  };
}

/** Masks what is found in what somebody said. Words that are nothing but a name are shown on purpose. */
export function createMaskPersonal(personalIn: PersonalIn): MaskPersonal {
  return (text) => {
    const pieces = personalIn(text);
    const [only] = pieces;
    return only?.kind === 'name' && only.start === 0 && only.end === text.length ? text : masked(text, pieces);
  };
}

/** Masks all but names: for what the program itself says, where names are those of staff and of things. */
export const maskAround: MaskPersonal = createMaskPersonal(createPersonalIn(() => []));

/** The text with the pieces found in it replaced by what kind they were. */
export function masked(text: string, pieces: readonly PersonalPiece[]): string {
  let shown = '';
  let from = 0;
  for (const { kind, start, end } of pieces) {
    shown += text.slice(from, start) + masks[kind];
    from = end;
  }
  return shown + text.slice(from);
}
