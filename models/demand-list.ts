import mongoose from 'mongoose';
import type { DemandQuery, DemandStore } from '../handlers/ports/demands.ts';
import { WHOLE } from './aggregate-rows.ts';
import { rankOf } from './demand-facets.ts';
import { keptOf, type Demands } from './demand-rows.ts';

/** Thrown when a list is to be continued from a place that no list gave. */
export class BadCursor extends Error {
  readonly code = 'bad-cursor';
  constructor() {
    super('The cursor is none that a list gave');
    this.name = 'BadCursor';
  }
}

const RANK = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z) \S+$/;
const { trusted } = mongoose;

/** Lists demands newest first; a page that is not the last says where to go on. Throws BadCursor. */
export function createList(demands: Demands, searchTokens: (text: string) => readonly string[]): DemandStore['list'] {
  return async ({ limit, q, ...query }) => {
    const words = q?.trim() ?? '';
    const found = words === '' ? {} : foundBy(words, searchTokens);
    const filter = { ...filterOf(query), ...found };
    if (found === undefined) return { items: [] };
    const rows = await demands.find(filter, { ...WHOLE, rank: 1 }).sort({ rank: -1 }).limit(limit + 1).lean();
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    return { items: page.map(keptOf), next: rows.length > limit && last !== undefined ? cursorAt(last.rank) : undefined };
  };
}

function filterOf({ status, tier, unit, units, grid, category, source, since, cursor }: Omit<DemandQuery, 'q' | 'limit'>): object {
  const equal = Object.entries({ status, tier, units: unit, grid, category, source }).filter(([, value]) => value !== undefined);
  const bounds = { ...(cursor === undefined ? {} : { $lt: rankAt(cursor) }), ...(since === undefined ? {} : { $gte: rankOf(since) }) };
  return {
    ...Object.fromEntries(equal),
    ...(units === undefined ? {} : { scope: trusted({ $in: [...units] }) }),
    ...(Object.keys(bounds).length === 0 ? {} : { rank: trusted(bounds) }),
  };
}

/** A number, or words that all must be there; undefined for words that are too short to be looked for. */
function foundBy(words: string, searchTokens: (text: string) => readonly string[]): object | undefined {
  if (/^\d+$/.test(words)) return { numbers: words };
  const tokens = searchTokens(words);
  return tokens.length === 0 ? undefined : { search: trusted({ $all: [...tokens] }) };
}

/** Where a list goes on after this rank. */
export function cursorAt(rank: string): string {
  return Buffer.from(rank).toString('base64url');
}

/** The rank that a cursor stands for. Throws BadCursor. */
export function rankAt(cursor: string): string {
  const rank = Buffer.from(cursor, 'base64url').toString('utf8');
  const [, at = ''] = RANK.exec(rank) ?? [];
  if (Number.isNaN(Date.parse(at)) || cursorAt(rank) !== cursor) throw new BadCursor();
  return rank;
}
