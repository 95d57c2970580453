import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Directory } from '../../domain/directory/directory.ts';
import { GridShape, readGridShapes, type ShapeFault } from '../../domain/directory/grid-shapes.ts';
import { isoTime } from '../../handlers/iso-time.ts';
import type { Now } from '../../handlers/ports/now.ts';
import type { KeptSettings } from '../../handlers/ports/settings.ts';
import { HEADING_WORDS } from '../../locales/lexicon/directory-headings.ts';
import type { Speak } from '../../locales/speak.ts';
import type { Language } from '../../locales/text.ts';
import type { MapDesk } from '../../web/desk.ts';
import type { GridMap, MapState } from '../../web/schemas/grid-map.ts';
import { openSetting, type Following, type Setting } from '../desks/kept-setting.ts';

/** What is needed to know where the grids lie. */
export interface Mapping {
  readonly settings: KeptSettings;
  readonly directory: () => Directory;
  /** The map that lies beside the directory's files; there need not be one. */
  readonly file: string;
  readonly speak: Speak;
  readonly now: Now;
  /** Who somebody is, by name. */
  readonly nameOf: (by: string, language: Language) => string;
}

const Kept = z.strictObject({ shapes: z.array(GridShape).nullable() });
type Kept = z.infer<typeof Kept>;
type Shapes = readonly GridShape[];

const PROPERTIES = [...HEADING_WORDS.grids.id, ...HEADING_WORDS.grids.name];
const MOST_FAULTS = 200;

/** The map of the grids: the one uploaded on the page, else the one beside the directory. Gives also how to take what other processes changed. */
export async function openGridMap(parts: Mapping): Promise<MapDesk & Following> {
  const setting = await openSetting<Kept>({ ...parts, name: 'map', shape: Kept, empty: { shapes: null } });
  const text = existsSync(parts.file) ? await readFile(parts.file, 'utf8') : undefined;
  const beside = text === undefined ? { shapes: [], faults: [] } : readBeside(parts, text);
  const current = () => currentOf(parts, setting, beside.shapes);

  return {
    view: current,
    state: (language) => stateOf(parts, setting, { ...current(), faults: beside.faults }, language),
    take: async ({ content, apply }, by, language) => {
      const read = readGridShapes(content, parts.directory().data.grids, PROPERTIES);
      if (!read.ok) return { ok: false, applied: false, faults: inWords(parts, read.faults, language), count: 0, missing: [] };
      if (apply) await setting.change(by, 'map', ({ shapes: before }) => ({ value: { shapes: [...read.shapes] }, from: countOf(before), to: countOf(read.shapes) }));
      return { ok: true, applied: apply, faults: [], count: read.shapes.length, missing: namesOf(parts, missingIn(parts, read.shapes)) };
    },
    remove: async (by, language) => {
      await setting.change(by, 'map', ({ shapes: before }) => ({ value: { shapes: null }, from: countOf(before) }));
      return stateOf(parts, setting, { ...current(), faults: beside.faults }, language);
    },
    follow: setting.follow,
  };
}

function readBeside({ directory }: Mapping, text: string): { readonly shapes: Shapes; readonly faults: readonly ShapeFault[] } {
  const read = readGridShapes(text, directory().data.grids, PROPERTIES);
  return read.ok ? { shapes: read.shapes, faults: [] } : { shapes: [], faults: read.faults };
}

/** A grid that has left the directory since is not shown. */
function currentOf(parts: Mapping, setting: Setting<Kept>, beside: Shapes): GridMap {
  const uploaded = setting.value().shapes;
  const shapes = (uploaded ?? beside).filter(({ grid }) => parts.directory().grid(grid) !== undefined);
  return { source: shapes.length === 0 ? 'none' : uploaded === null ? 'file' : 'upload', shapes: [...shapes], missing: missingIn(parts, shapes) };
}

function missingIn({ directory }: Mapping, shapes: Shapes): string[] {
  const drawn = new Set(shapes.map(({ grid }) => grid));
  return directory().data.grids.filter(({ id }) => !drawn.has(id)).map(({ id }) => id);
}

function namesOf({ directory }: Mapping, grids: readonly string[]): string[] {
  return grids.map((id) => directory().grid(id)?.name ?? id);
}

function stateOf(parts: Mapping, setting: Setting<Kept>, { source, shapes, missing, faults }: GridMap & { readonly faults: readonly ShapeFault[] }, language: Language): MapState {
  const last = setting.changes()[0];
  return {
    source,
    count: shapes.length,
    missing: source === 'none' ? [] : namesOf(parts, missing),
    faults: inWords(parts, faults, language),
    ...(last === undefined ? {} : { changed: { at: isoTime(last.at), by: parts.nameOf(last.by, language) } }),
  };
}

function inWords({ speak }: Mapping, faults: readonly ShapeFault[], language: Language): string[] {
  return faults.slice(0, MOST_FAULTS).map(({ code, nth, params }) => {
    const what = speak(language, `desk.map.${code}`, params);
    return nth === undefined ? what : speak(language, 'desk.map.at', { nth, what });
  });
}

function countOf(shapes: Shapes | null): string | undefined {
  return shapes === null ? undefined : String(shapes.length);
}
