import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { idOf } from '../understanding/patterns/pattern-id.ts';
import { voicesToLearnFrom } from './marked-voices.ts';
import { needsOf } from './needs-of.ts';

const LEXICON = 'locales/lexicon';

/** The list of needs as it is to be kept, a pattern of the lexicon a line: which characters each needs that not every text has. */
export async function needsList(): Promise<string> {
  const shareOf = sharesIn(voicesToLearnFrom().map(({ text }) => text));
  const lines = (await lexiconPatterns()).flatMap((pattern) => {
    const needs = needsOf(pattern, shareOf);
    return needs === undefined ? [] : [[idOf(pattern), [...needs].sort().join('')] as const];
  });
  const sorted = [...new Map(lines)].sort(([one], [other]) => (one < other ? -1 : 1));
  return `{\n${sorted.map(([id, needs]) => `${JSON.stringify(id)}:${JSON.stringify(needs)}`).join(',\n')}\n}\n`;
}

/** Every pattern that a module of the lexicon gives, also within lists and tables. */
export async function lexiconPatterns(): Promise<RegExp[]> {
  const files = readdirSync(LEXICON).filter((name) => name.endsWith('.ts'));
  const modules = await Promise.all(files.map((name): Promise<unknown> => import(pathToFileURL(join(LEXICON, name)).href)));
  return modules.flatMap(patternsIn);
}

function patternsIn(value: unknown): RegExp[] {
  if (value instanceof RegExp) return [value];
  if (value instanceof Map) return [...value].flatMap(patternsIn);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(patternsIn) : [];
}

/** In what share of texts a character is met. */
function sharesIn(texts: readonly string[]): (character: string) => number {
  const counts = new Map<string, number>();
  for (const text of texts) for (const character of new Set(text)) counts.set(character, (counts.get(character) ?? 0) + 1);
  return (character) => (counts.get(character) ?? 0) / texts.length;
}
