import { csvRows } from '../../bot/tables/table-files.ts';
import type { ResourceLine } from '../../handlers/side/take-resources.ts';

/** The resources of a CSV file, and the line of each: a heading, then the unit, what it is, and, where not empty, kind, days and people. */
export function resourcesIn(bytes: Uint8Array): { readonly items: readonly ResourceLine[]; readonly lines: readonly number[] } {
  const rows = csvRows(bytes).map((cells, index) => ({ cells: cells.map((cell) => cell.trim()), line: index + 1 })).slice(1);
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell !== ''));
  return { lines: filled.map(({ line }) => line), items: filled.map(({ cells: [unit = '', words = '', ...rest] }) => ({ unit, words, ...optional(rest) })) };
}

function optional([kind = '', days = '', people = '']: readonly string[]): Pick<ResourceLine, 'kind' | 'days' | 'people'> {
  return Object.fromEntries(Object.entries({ kind, days, people }).filter(([, cell]) => cell !== ''));
}
