import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Directory, DirectoryData } from '../domain/directory/directory.ts';
import type { Mechanism } from '../domain/mechanism/mechanism.ts';
import { hasOffice } from '../handlers/acting/actor.ts';
import { isoTime } from '../handlers/iso-time.ts';
import type { Now } from '../handlers/ports/now.ts';
import type { Stores } from '../handlers/ports/stores.ts';
import type { Speak } from '../locales/speak.ts';
import type { Language } from '../locales/text.ts';
import type { Setup, SignIn, Status } from '../web/deps.ts';
import type { ImportBody, ImportView, SetupView, StaffList } from '../web/schemas/setup.ts';
import { faultInWords, readDirectoryFiles } from './district/directory-files.ts';
import type { ClassNames } from './district/district-files.ts';
import type { KeptDirectory } from './district/kept-directory.ts';
import { limitWords } from './district/limit-words.ts';
import type { KeptError } from './error-ring.ts';
import { adminKey } from './web/console-access.ts';

/** What is needed to set the system up. */
export interface SettingUp {
  readonly stores: Pick<Stores, 'people' | 'ledger' | 'outbox'>;
  readonly status: Status;
  readonly directory: () => Directory;
  readonly keptDirectory: Pick<KeptDirectory, 'change' | 'refresh'>;
  readonly mechanism: Mechanism;
  readonly classes: ClassNames;
  readonly speak: Speak;
  readonly signIn: Pick<SignIn, 'leaveAll'>;
  readonly errors: () => readonly KeptError[];
  readonly now: Now;
}

const SHOWN_STAFF = 100;

/** Setting the system up without a file editor. */
export function createSetup(parts: SettingUp): Setup {
  return {
    view: (language) => view(parts, language),
    staff: (q) => staff(parts, q),
    appoint: async (person, admin) => {
      await parts.stores.ledger.set(adminKey(person), admin ? 'yes' : 'no', parts.now());
      await parts.signIn.leaveAll(person);
      return staff(parts, person);
    },
    take: (body, language) => take(parts, body, language),
  };
}

async function view(parts: SettingUp, language: Language): Promise<SetupView> {
  const { ready, checks } = await parts.status.ready();
  const { data } = parts.directory();
  const { units, grids, people, rooms, places } = data;
  return {
    ready,
    checks,
    waiting: await parts.stores.outbox.waiting(),
    errors: parts.errors().map(({ at, message }) => ({ at: isoTime(at), message })),
    counts: { units: units.length, grids: grids.length, people: people.length, rooms: rooms.length, places: places.length },
    mechanism: mechanismView(parts, language),
  };
}

function mechanismView({ mechanism, directory, speak }: SettingUp, language: Language): SetupView['mechanism'] {
  const classes = new Map(mechanism.unitClasses.map(({ id, name }) => [id, name[language]]));
  const named = (ids: readonly string[]) => ids.map((id) => classes.get(id) ?? id);
  const { units } = directory().data;
  return {
    id: mechanism.id,
    version: mechanism.version,
    name: mechanism.name[language],
    tiers: mechanism.tiers.map(({ id, name, takeUp, solve }) => ({ id, name: name[language], takeUp: limitWords(takeUp.limit, language, speak), solve: limitWords(solve.limit, language, speak), classes: named([...new Set(units.filter(({ tier }) => tier === id).map((unit) => unit.class))]) })),
    kinds: mechanism.kinds.map(({ id, name }) => ({ id, name: name[language] })),
    chains: mechanism.chains.map(({ id, name, caller }) => ({ id, name: name[language], from: [...caller.tiers], classes: named(caller.classes) })),
    stages: mechanism.stages.map(({ id, name }) => ({ id, name: name[language] })),
  };
}

async function staff({ stores, directory }: SettingUp, q: string): Promise<StaffList> {
  const { data } = directory();
  const found = data.people.filter(({ id, name, roles, unit }) => hasOffice(roles) && (q === '' || id === q || name.includes(q) || (unit !== undefined && directory().unit(unit)?.name.includes(q) === true)));
  const items = await Promise.all(
    found.slice(0, SHOWN_STAFF).map(async ({ id, name, roles, unit, grid }) => {
      const [known, admin] = [await stores.people.get(id), await stores.ledger.get(adminKey(id))];
      return { id, name, roles: [...roles], unit: unit === undefined ? (directory().grid(grid ?? '')?.name ?? '') : (directory().unit(unit)?.name ?? unit), bound: (known?.accounts.length ?? 0) > 0, admin: admin === 'yes' };
    }),
  );
  return { count: found.length, items };
}

/** Reads what was sent as a whole; applies it only when there is no fault and that was asked for. */
async function take(parts: SettingUp, { files, apply }: ImportBody, language: Language): Promise<ImportView> {
  const folder = await mkdtemp(join(tmpdir(), 'directory-'));
  try {
    for (const { name, content } of files) await writeFile(join(folder, name), Buffer.from(content, 'base64'));
    const [only] = files;
    const source = files.length === 1 && only?.name.toLowerCase().endsWith('.xlsx') === true ? join(folder, only.name) : folder;
    const read = await readDirectoryFiles(source, parts.classes.listed);
    if (!read.ok) return { ok: false, applied: false, changes: [], faults: read.faults.slice(0, 100).map((fault) => faultInWords(fault, (key, params) => parts.speak(language, key, params))) };
    await parts.keptDirectory.refresh();
    const changes = changesBetween(parts.directory().data, read.data);
    if (apply) await parts.keptDirectory.change(() => read.data);
    return { ok: true, applied: apply, faults: [], changes };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function changesBetween(before: DirectoryData, after: DirectoryData): ImportView['changes'] {
  const tables = ['units', 'grids', 'people', 'rooms', 'places', 'services'] as const;
  const listed = tables.map((table) => {
    const [old, fresh] = [new Map(before[table].map((row) => [row.id, row])), new Map(after[table].map((row) => [row.id, row]))];
    const added = [...fresh.values()].filter(({ id }) => !old.has(id));
    const removed = [...old.values()].filter(({ id }) => !fresh.has(id));
    const changed = [...fresh.values()].filter((row) => old.has(row.id) && !isDeepStrictEqual(old.get(row.id), row));
    const examples = [...added.map(({ name }) => `+ ${name}`), ...changed.map(({ name }) => `~ ${name}`), ...removed.map(({ name }) => `- ${name}`)].slice(0, 12);
    return { table, added: added.length, changed: changed.length, removed: removed.length, examples };
  });
  return [...listed, dispatchBetween(before, after)];
}

/** Lines of the duty list have no id: one with another role is one less and one more. */
function dispatchBetween({ dispatch: before }: DirectoryData, { dispatch: after }: DirectoryData): ImportView['changes'][number] {
  const [old, fresh] = [new Set(before.map((row) => JSON.stringify(row))), new Set(after.map((row) => JSON.stringify(row)))];
  return { table: 'dispatch', added: [...fresh].filter((row) => !old.has(row)).length, changed: 0, removed: [...old].filter((row) => !fresh.has(row)).length, examples: [] };
}
