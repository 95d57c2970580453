import type { Params } from '../../locales/text.ts';
import type { SourceTextKey } from '../../locales/zh-CN/sources.ts';
import type { MatterTable } from './matter-table.ts';
import type { MatterFault } from './source-rows.ts';

/** A fault of a table of matters in words, and where it is. */
export interface FaultInWords {
  readonly sheet?: string;
  readonly row?: number;
  readonly column?: string;
  readonly sentence: string;
}

type Look = (key: SourceTextKey, params: Params) => string;

/** What a table tells to be wrong with it; `say` looks a sentence up and fills it in. */
export function matterFaultsInWords({ faults, unreadable }: Pick<MatterTable, 'faults' | 'unreadable'>, say: Look): FaultInWords[] {
  if (unreadable.length > 0) return unreadable.map(({ code, row }) => ({ ...(row === undefined ? {} : { row }), sentence: say(code === 'not-readable' || code === 'too-large' ? `sources.fault.${code}` : 'sources.fault.not-a-table', {}) }));
  return faults.map((fault) => inWords(fault, say));
}

function inWords({ code, sheet, row, column, params }: MatterFault, say: Look): FaultInWords {
  const what = say(`sources.fault.${code}`, params);
  const where = row === undefined ? '' : say(column === undefined ? 'sources.where.row' : 'sources.where.cell', { row: String(row), column: column ?? '' });
  const place = sheet === undefined ? where : say('sources.where.sheet', { sheet, where });
  return { ...(sheet === undefined ? {} : { sheet }), ...(row === undefined ? {} : { row }), ...(column === undefined ? {} : { column }), sentence: place === '' ? what : say('sources.fault', { where: place, what }) };
}
