/** A run of a message: plain, an address to follow, or the number of a demand. */
export interface Piece {
  readonly kind: 'text' | 'link' | 'demand';
  readonly text: string;
}

/** Shorter numbers stand in a text for many things. */
const SHORTEST_NUMBER = 4;
const LINK = 'https?:\\/\\/[\\w\\-./~:?#@!$&*+,;=%]+[\\w/=]';

/** The text cut so that addresses (http and https only) and the given demand numbers can be pressed. */
export function piecesOf(text: string, demandIds: readonly string[]): Piece[] {
  const ids = demandIds.filter((id) => id.length >= SHORTEST_NUMBER).map((id) => `(?<![\\w-])${escaped(id)}(?![\\w-])`);
  const pattern = new RegExp(`(${[LINK, ...ids].join('|')})`);
  return text
    .split(pattern)
    .map((run, index): Piece => ({ kind: index % 2 === 0 ? 'text' : kindOf(run), text: run }))
    .filter((piece) => piece.text !== '');
}

function kindOf(run: string): Piece['kind'] {
  return run.startsWith('http') ? 'link' : 'demand';
}

function escaped(id: string): string {
  return id.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
