import { accountPattern, emailPattern, notAccounts, plainAccountPatterns, toldAccountPattern } from '../../locales/lexicon/personal-contact-words.ts';
import { matchesOf } from './matches-of.ts';
import { type PersonalPiece, pieceOf } from './personal-piece.ts';

/** The addresses and accounts in a plain text by which a person can be written to. */
export function contactsIn(text: string): PersonalPiece[] {
  return [
    ...matchesOf(text, emailPattern).map(({ start, end }) => pieceOf('email', text, start, end)),
    ...[accountPattern, toldAccountPattern, ...plainAccountPatterns].flatMap((pattern) => matchesOf(text, pattern)).filter(({ said }) => !notAccounts.test(said)).map(({ start, end }) => pieceOf('wechat', text, start, end)),
  ];
}
