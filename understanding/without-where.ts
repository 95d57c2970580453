import { compoundBeforeNumber, whereSaid } from '../locales/lexicon/where-words.ts';
import { without } from './patterns/matches.ts';

/** A bare text without where it happens: who reports a danger says where, and a place speaks of no danger. A text that is nothing but a place stays. */
export function withoutWhere(bare: string): string {
  const rest = without(whereSaid, bare);
  return rest.length < 2 ? bare : rest;
}

/** A text as it was written without the name of a compound before a building's number, which nobody need know to see what the matter is. */
export function withoutCompound(text: string): string {
  return without(compoundBeforeNumber, text);
}
