import { z } from 'zod';
import type { Demand } from '../../domain/demand.ts';
import { isOpen } from '../../domain/demand.ts';
import { DispatchRow, type DirectoryData } from '../../domain/directory/directory-data.ts';
import { inconsistencies, type DirectoryFault } from '../../domain/directory/directory-faults.ts';
import type { Directory } from '../../domain/directory/directory.ts';
import type { Duty } from '../../domain/directory/duty.ts';
import type { Mechanism } from '../../domain/mechanism/mechanism.ts';
import { createInTurn } from '../../handlers/in-turn.ts';
import { isoTime } from '../../handlers/iso-time.ts';
import type { Now } from '../../handlers/ports/now.ts';
import type { KeptSettings } from '../../handlers/ports/settings.ts';
import type { Speak } from '../../locales/speak.ts';
import type { Language } from '../../locales/text.ts';
import type { DutyDesk } from '../../web/desk.ts';
import type { DutyBody, DutyList, DutyQuery, DutyTaken } from '../../web/schemas/duty-desk.ts';
import type { ClassNames } from '../district/district-files.ts';
import type { KeptDirectory } from '../district/kept-directory.ts';
import { openSetting, type Following, type Setting } from './kept-setting.ts';

/** What is needed to change the duty list, which is the directory's table of who handles what. */
export interface ChangingDuties {
  readonly settings: KeptSettings;
  readonly directory: () => Directory;
  readonly keptDirectory: Pick<KeptDirectory, 'change' | 'refresh'>;
  readonly classes: ClassNames;
  readonly mechanism: Mechanism;
  readonly speak: Speak;
  readonly now: Now;
  readonly nameOf: (by: string, language: Language) => string;
  readonly open: () => Promise<readonly Demand[]>;
}

const SHOWN = 100;
const HISTORY = 20;
const Edits = z.strictObject({ edits: z.number().int() });
type Change = DutyBody['changes'][number];
type Row = DirectoryData['dispatch'][number];

/** The duty list as a table to look things up in and to change, by the rules of an import. */
export async function openDutyDesk(parts: ChangingDuties): Promise<DutyDesk & Following> {
  const setting = await openSetting({ ...parts, name: 'duties', shape: Edits, empty: { edits: 0 } });
  // Each begins with the list that the one before has left.
  const inTurn = createInTurn();
  return {
    list: (query, language) => listOf(parts, setting, query, language),
    take: (body, by, language) => inTurn(() => take(parts, setting, body, by, language)),
    follow: setting.follow,
  };
}

function listOf(parts: ChangingDuties, setting: Setting<z.infer<typeof Edits>>, { q, role }: DutyQuery, language: Language): DutyList {
  const { dispatch } = parts.directory().data;
  const words = q.toLowerCase();
  const found = dispatch
    .map((row) => ({ ...row, ...namesOf(parts, row, language) }))
    .filter((row) => (role === undefined || row.role === role) && [row.categoryName, row.placeName ?? '', row.unitName, row.category, row.unit].some((name) => name.toLowerCase().includes(words)));
  const phrases = [...new Set(dispatch.map(({ unit }) => unit).filter((unit) => unit.includes('@')))].sort();
  return {
    count: found.length,
    all: dispatch.length,
    items: found.slice(0, SHOWN),
    phrases: phrases.map((id) => ({ id, name: unitName(parts, id, language) })),
    history: setting.changes().slice(0, HISTORY).map(({ at, by, what, from, to }) => ({ at: isoTime(at), by: parts.nameOf(by, language), what, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) })),
  };
}

function namesOf(parts: ChangingDuties, { category, place, unit }: Pick<Change, 'category' | 'place' | 'unit'>, language: Language): { categoryName: string; unitName: string; placeName?: string } {
  const names = { categoryName: parts.classes.name(category, language), unitName: unitName(parts, unit, language) };
  return place === undefined ? names : { ...names, placeName: placeName(parts, place) };
}

function placeName({ directory }: ChangingDuties, id: string): string {
  return directory().place(id)?.name ?? directory().grid(id)?.name ?? directory().unit(id)?.name ?? id;
}

/** `word@tier` stands for the units of a class, or of a name, at a tier. */
function unitName({ directory, mechanism, speak }: ChangingDuties, unit: string, language: Language): string {
  const [word = '', tier] = unit.split('@');
  if (tier === undefined) return directory().unit(unit)?.name ?? unit;
  const named = (list: readonly { readonly id: string; readonly name: Readonly<Record<Language, string>> }[], id: string) => list.find((one) => one.id === id)?.name[language] ?? id;
  return speak(language, 'desk.duty.phrase', { word: named(mechanism.unitClasses, word), tier: named(mechanism.tiers, tier) });
}

async function take(parts: ChangingDuties, setting: Setting<z.infer<typeof Edits>>, { changes, apply }: DutyBody, by: string, language: Language): Promise<DutyTaken> {
  await parts.keptDirectory.refresh();
  const { data } = parts.directory();
  const next = { ...data, dispatch: changed(data.dispatch, changes) };
  const faults = faultsOf(parts, data, next, changes, language);
  if (faults.length > 0) return { ok: false, applied: false, faults, changes: [], open: 0 };
  const moved = changes.flatMap((change) => {
    const [before, after] = [roleIn(data.dispatch, change), change.role ?? undefined];
    return before === after ? [] : [{ change, before, after }];
  });
  const classes = new Set(moved.map(({ change }) => change.category));
  const open = (await parts.open()).filter((demand) => isOpen(demand) && classes.has(demand.category)).length;
  if (apply && moved.length > 0) {
    await parts.keptDirectory.change((now) => ({ ...now, dispatch: changed(now.dispatch, changes) }));
    for (const { change, before, after } of moved) await setting.change(by, lineOf(parts, change, language), ({ edits }) => ({ value: { edits: edits + 1 }, from: before, to: after }));
  }
  return { ok: true, applied: apply, faults: [], open, changes: moved.map(({ change, before, after }) => ({ ...namesOf(parts, change, language), ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) })) };
}

function isLine(row: Row, { category, place, unit }: Change): boolean {
  return row.category === category && row.place === place && row.unit === unit;
}

function roleIn(rows: readonly Row[], change: Change): Duty | undefined {
  return rows.find((row) => isLine(row, change))?.role;
}

function changed(rows: readonly Row[], changes: readonly Change[]): Row[] {
  return changes.reduce<Row[]>((all, change) => {
    const { category, place, unit, role } = change;
    const rest = all.filter((row) => !isLine(row, change));
    if (role === null) return rest;
    const line: Row = { category, ...(place === undefined ? {} : { place }), unit, role };
    return roleIn(all, change) === undefined ? [...all, line] : all.map((row) => (isLine(row, change) ? line : row));
  }, [...rows]);
}

function faultsOf(parts: ChangingDuties, before: DirectoryData, next: DirectoryData, changes: readonly Change[], language: Language): string[] {
  const at = (change: Change, what: string) => parts.speak(language, 'desk.duty.at', { line: lineOf(parts, change, language), what });
  const unread = changes.filter((change) => change.role !== null && !DispatchRow.safeParse(change).success);
  const absent = changes.filter((change) => change.role === null && roleIn(before.dispatch, change) === undefined);
  const known = { categories: new Set(parts.classes.listed.map(({ id }) => id)) };
  const stood = new Set(inconsistencies(before, known).map(signOf));
  const fresh = inconsistencies(next, known).filter((fault) => !stood.has(signOf(fault)));
  const found = fresh.map(({ code, table, index, params }) => {
    const what = parts.speak(language, `directory.fault.${code}`, params);
    const row = table === 'dispatch' ? next.dispatch[index] : undefined;
    return row === undefined ? what : at(row, what);
  });
  return [...new Set([...unread.map((change) => at(change, parts.speak(language, 'desk.duty.unreadable'))), ...absent.map((change) => at(change, parts.speak(language, 'desk.duty.absent'))), ...found])];
}

function signOf({ code, table, params }: DirectoryFault): string {
  return JSON.stringify([code, table, params]);
}

function lineOf(parts: ChangingDuties, change: Pick<Change, 'category' | 'place' | 'unit'>, language: Language): string {
  const { categoryName, placeName: place, unitName: unit } = namesOf(parts, change, language);
  return [categoryName, place, unit].filter((part) => part !== undefined).join(' · ');
}
