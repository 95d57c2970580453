import { csvOf } from '../../handlers/assessment/sheet.ts';
import type { Cell } from '../../handlers/assessment/sheet.ts';
import { TABLE_TYPES } from '../../web/as-file.ts';
import type { FileAnswer } from '../../web/deps.ts';
import { workbookOf } from './workbook.ts';

/** A table to be kept: `file` is what the file is called, without its ending; `name` what the sheet is. */
export async function tableFile(format: 'csv' | 'xlsx', { file, name, rows }: { readonly file: string; readonly name: string; readonly rows: readonly (readonly Cell[])[] }): Promise<FileAnswer> {
  const bytes = format === 'csv' ? Buffer.from(csvOf(rows), 'utf8') : await workbookOf({ name, rows });
  return { name: `${file}.${format}`, type: TABLE_TYPES[format], bytes };
}
