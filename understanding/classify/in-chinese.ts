import { english, passedOver, saysLittle } from '../../locales/lexicon/english.ts';

const ENGLISH = /[a-z]{2,}[^\p{Script=Han}]*[a-z]{2,}|^\W*[a-z]{2,3}\W*$/iu;
const HAN = /\p{Script=Han}/u;
/** An address on the net, a sticker, a house code, a word, a number with or without its ending, a sign. */
const PIECE = /(?:https?:|www\.)\S+|\[\p{L}{1,6}\]|\p{Script=Latin}\d[\p{Script=Latin}\d-]*|[\p{Script=Latin}\p{M}]+|\d+(?:(?:st|nd|rd|th)\b)?|\S|\n/gu;
const WORD = /^[\p{Script=Latin}\p{M}]/u;
const ENDS_CLAUSE = /^[,.!?;:\n()]$/;
/** What stays besides numbers: signs of clauses, stickers, pictures and letters of other scripts. */
const STAYS = /^(?:[,.!?;\n]|\[.+\]|\p{Extended_Pictographic}|\p{L})$/u;
const ENDING = /(?:ing|ed|es|s|e)$/;
const SHORTEST_STEM = 3;
const BEGIN = '^';
const END = '$';
const NUMBER = '#';
const NET_ADDRESS = /^(?:https?:|www\.)/;
const MOST_PASSED_OVER = 3;

/** A way of saying something, word by word; `~` before a word without its ending. */
interface Way {
  readonly next: Map<string, Way>;
  meaning?: string | undefined;
}

interface Piece {
  readonly key: string;
  readonly stem: string;
  readonly said: string;
}

interface Found {
  readonly meaning: string;
  readonly to: number;
}

let ways: Way | undefined;

/** An English text as the Chinese words that are known of it, with its numbers and signs, for the engine's eyes only; nothing where nothing was understood, any other text as it is. */
export function inChinese(text: string): string {
  if (HAN.test(text) || !ENGLISH.test(text)) return text;
  return translated(piecesOf(text.toLowerCase())).replace(/([,.;])(?:\s*[,.;])+/g, '$1').replace(/^[\s,.;]+/, '');
}

function translated(pieces: readonly Piece[]): string {
  const root = (ways ??= readWays());
  let chinese = '';
  let says = false;
  for (let at = 0; at < pieces.length;) {
    const found = longest(root, pieces, at, MOST_PASSED_OVER);
    chinese += found === undefined ? (pieces[at]?.said ?? '') : meaningOf(found, pieces.slice(at, found.to));
    says ||= found === undefined ? isPicture(pieces[at]) : !saysLittle.has(found.meaning);
    at = found?.to ?? at + 1;
  }
  return says ? chinese : '';
}

/** Pictures, stickers and other scripts are for the tables to judge. */
function isPicture(piece: Piece | undefined): boolean {
  return piece !== undefined && piece.said !== '' && piece.key === piece.said && !ENDS_CLAUSE.test(piece.said);
}

function meaningOf({ meaning }: Found, pieces: readonly Piece[]): string {
  return meaning.replace(NUMBER, pieces.find(({ key }) => key === NUMBER)?.said ?? '');
}

function longest(way: Way, pieces: readonly Piece[], at: number, mayPass: number): Found | undefined {
  const piece = pieces[at];
  let best: Found | undefined = way.meaning === undefined ? undefined : { meaning: way.meaning, to: at };
  if (piece === undefined) return best;
  const exact = way.next.get(piece.key);
  const alike = way.next.get(piece.stem);
  for (const next of exact === alike ? [exact] : [exact, alike]) {
    const found = next === undefined ? undefined : longest(next, pieces, at + 1, piece.key === BEGIN ? 0 : MOST_PASSED_OVER);
    if (found !== undefined && found.to > (best?.to ?? 0)) best = found;
  }
  if (way === ways || mayPass === 0 || !passedOver.has(piece.key)) return best;
  const beyond = longest({ next: way.next }, pieces, at + 1, mayPass - 1);
  return beyond !== undefined && beyond.to > (best?.to ?? 0) ? beyond : best;
}

function piecesOf(text: string): readonly Piece[] {
  const pieces = [sign(BEGIN)];
  for (const [said] of text.replace(/(?<=\p{L})['’](?=\p{L})/gu, '').replace(/(?<=\p{L})-(?=\p{L})/gu, ' ').matchAll(PIECE)) {
    if (ENDS_CLAUSE.test(said)) pieces.push(sign(END), { ...sign(said), said: STAYS.test(said) ? said : '' }, sign(BEGIN));
    else pieces.push(pieceOf(said));
  }
  return [...pieces, sign(END)];
}

function sign(key: string): Piece {
  return { key, stem: key, said: '' };
}

function pieceOf(said: string): Piece {
  if (/^\d/.test(said)) return { key: NUMBER, stem: NUMBER, said: String(Number.parseInt(said, 10)) };
  if (NET_ADDRESS.test(said)) return sign(said);
  if (WORD.test(said)) return { key: said, stem: stemOf(said), said: '' };
  return { key: said, stem: said, said: STAYS.test(said) ? said : '' };
}

function stemOf(word: string): string {
  const cut = word.replace(/ies$/, 'y').replace(ENDING, '');
  const stem = cut.length < SHORTEST_STEM ? word : cut;
  return `~${stem.replace(/([b-df-hj-np-tv-z])\1$/, '$1')}`;
}

function readWays(): Way {
  const root: Way = { next: new Map() };
  for (const [said, meaning] of english) {
    for (const way of said.split('|')) {
      learn(root, way.split(' '), meaning);
      learn(root, withoutPassedOver(way.split(' ')), meaning);
    }
  }
  return root;
}

function learn(root: Way, words: readonly string[], meaning: string): void {
  const last = words.reduce(stepTo, root);
  last.meaning ??= meaning;
}

/** What is left of "the water is brown" may be said with other small words; a single word may mean too much. */
function withoutPassedOver(words: readonly string[]): readonly string[] {
  const left = words.filter((word) => !passedOver.has(word));
  return left.length < 2 || left[0] === BEGIN ? words : left;
}

function stepTo({ next }: Way, word: string): Way {
  const known = next.get(word);
  if (known !== undefined) return known;
  const step: Way = { next: new Map() };
  next.set(word, step);
  const stem = stemOf(word);
  if (/^[a-z]/.test(word) && !next.has(stem)) next.set(stem, step);
  return step;
}
