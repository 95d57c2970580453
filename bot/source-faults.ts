import type { SourceTextKey } from '../locales/zh-CN/sources.ts';
import type { MatterFault, ReadMatters } from './source-rows.ts';
import type { UnreadableFile } from './table-files.ts';

/** A fault of a table of matters in words, and where it is. */
export interface FaultInWords {
  readonly sheet?: string;
  readonly row?: number;
  readonly column?: string;
  readonly sentence: string;
}

type Look = (key: SourceTextKey, params: Readonly<Record<string, string>>) => string;

/** Everything that is wrong with a table, in the order of its rows; `say` looks a sentence up and fills it in. */
export function matterFaultsInWords({ faults }: Pick<ReadMatters, 'faults'>, unreadable: readonly UnreadableFile[], say: Look): FaultInWords[] {
  if (unreadable.length > 0) return unreadable.map(({ code, row }) => ({ ...(row === undefined ? {} : { row }), sentence: say(code === 'not-readable' ? 'sources.fault.not-readable' : 'sources.fault.not-a-table', {}) }));
  return [...faults].sort((a, b) => (a.row ?? 0) - (b.row ?? 0)).map((fault) => inWords(fault, say));
}

function inWords({ code, sheet, row, column, params }: MatterFault, say: Look): FaultInWords {
  const what = say(`sources.fault.${code}`, params);
  const where = row === undefined ? '' : say(column === undefined ? 'sources.where.row' : 'sources.where.cell', { row: String(row), column: column ?? '' });
  const place = sheet === undefined ? where : say('sources.where.sheet', { sheet, where });
  return { ...(sheet === undefined ? {} : { sheet }), ...(row === undefined ? {} : { row }), ...(column === undefined ? {} : { column }), sentence: place === '' ? what : say('sources.fault', { where: place, what }) };
}
