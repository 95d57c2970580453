import { unitName } from '../showing/describe.ts';
import type { Assessed } from './assessing.ts';
import type { ShownClass, ShownFigure } from './view.ts';
import type { Wording } from './words.ts';
import { figureLine } from './words.ts';

/** A cell of a table; a text is never taken for a formula. */
export type Cell = string | number | undefined;

/** The table of an assessment: a line for each unit, with every figure. */
export function sheetOf(with_: Wording, { formula, period }: Assessed, classes: readonly ShownClass[]): { readonly name: string; readonly rows: readonly (readonly Cell[])[] } {
  const { describing: { speak, directory }, language } = with_;
  const { indicators, bands, classes: known } = formula.settings;
  const heading = [
    speak(language, 'sheet.class'),
    speak(language, 'sheet.unit'),
    ...indicators.flatMap(({ name }) => (['counted', 'good', 'left', 'value'] as const).map((part) => speak(language, `sheet.${part}`, { name: name[language] }))),
    ...(['score', 'band', 'rank', 'note'] as const).map((part) => speak(language, `sheet.${part}`)),
  ];
  const figures = (of: Readonly<Record<string, ShownFigure>>): Cell[] => indicators.flatMap(({ id }) => figureCells(of[id]));
  const notes = (of: Readonly<Record<string, ShownFigure>>) => indicators.flatMap((indicator) => (of[indicator.id]?.value === undefined ? figureLine(with_, formula, indicator, of[indicator.id]) : [])).join('; ');
  const rows = classes.flatMap(({ id, units, total }) => {
    const name = known.find((one) => one.id === id)?.name[language];
    const lines = units.map(({ unit, figures: own, score, band, rank }): Cell[] => [name, unitName(directory, unit), ...figures(own), score, bands.find((one) => one.id === band)?.name[language], rank, notes(own)]);
    return total === undefined ? lines : [...lines, [name, speak(language, 'sheet.total'), ...figures(total), undefined, undefined, undefined, '']];
  });
  return { name: speak(language, 'sheet.name', { period: period.id }), rows: [heading, ...rows] };
}

function figureCells(figure: ShownFigure | undefined): Cell[] {
  if (figure === undefined || figure.hidden === true) return [undefined, undefined, undefined, undefined];
  const { count, credit, left, value, why } = figure;
  return [count, why === 'too-few-raters' ? undefined : Number(credit.toFixed(2)), left, value === undefined ? undefined : Number((value * 100).toFixed(2))];
}

const FORMULA = /^[=+\-@\t\r\n\0\uFF1D\uFF0B\uFF0D\uFF20]/;

/** A text that a spreadsheet could take for a formula begins with an apostrophe. */
export function harmless(cell: Cell): Cell {
  return typeof cell === 'string' && FORMULA.test(cell.trimStart() === '' ? cell : cell.replace(/^ +/, '')) ? `'${cell}` : cell;
}

/** A table as CSV that spreadsheets read as UTF-8; no cell is taken for a formula. */
export function csvOf(rows: readonly (readonly Cell[])[]): string {
  const written = rows.map((row) => row.map((cell) => quoted(String(harmless(cell) ?? ''))).join(','));
  return `\uFEFF${written.join('\r\n')}\r\n`;
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
