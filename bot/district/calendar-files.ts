import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createSpeak } from '../../locales/speak.ts';
import { CalendarCorrections } from './calendar.ts';
import { districtFaultInWords, placeNamed, schemaFaults } from './district-faults.ts';
import type { DistrictFault, Path } from './district-faults.ts';
import { WrongDistrict } from './district-files.ts';
import type { DistrictWords } from './district-files.ts';
import { readSheet, whereIs } from './district-sheets.ts';

const FILE = /\.ya?ml$/;

/** Reads every YAML file of a folder, in the order of their names, as one set of corrections. Throws WrongDistrict with every fault of a file at once, in the language given. */
export function readCalendarCorrections(folder: string, words: DistrictWords = { speak: createSpeak(), language: 'zh-CN' }): CalendarCorrections {
  if (!existsSync(folder)) throw wrong(folder, words, [{ path: '', code: 'not-found', params: {} }]);
  const files = readdirSync(folder).filter((name) => FILE.test(name)).sort().map((name) => correctionsIn(join(folder, name), words));
  const together = { workdays: files.flatMap(({ workdays }) => workdays), holidays: files.flatMap(({ holidays }) => holidays), complete: files.flatMap(({ complete }) => complete) };
  return checked(together, (faults) => wrong(folder, words, faults));
}

function correctionsIn(file: string, words: DistrictWords): CalendarCorrections {
  const read = readSheet(file);
  if (!read.ok) throw wrong(file, words, read.faults);
  const { sheet } = read;
  return checked(sheet.parts, (faults) => wrong(file, words, faults), (path) => whereIs([sheet], path));
}

function checked(written: object, refuse: (faults: readonly DistrictFault[]) => WrongDistrict, where: (path: Path) => Pick<DistrictFault, 'line'> = () => ({})): CalendarCorrections {
  const { data, error } = CalendarCorrections.safeParse(written);
  if (data !== undefined) return data;
  const faults = error.issues.flatMap((issue) => schemaFaults(issue, written));
  throw refuse(faults.map(({ path, code, params }) => ({ ...where(path), path: placeNamed(written, path), code, params })));
}

function wrong(file: string, { speak, language }: DistrictWords, faults: readonly DistrictFault[]): WrongDistrict {
  return new WrongDistrict(file, faults.map((fault) => districtFaultInWords(speak, language, fault)));
}
