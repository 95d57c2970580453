import { Schema, type Connection } from 'mongoose';
import type { KeptSettings, SettingChange } from '../handlers/ports/settings.ts';
import { isDuplicate } from './duplicate.ts';
import { insertRow, modelOf, type Row } from './model.ts';
import { withoutUndefined } from './plain-value.ts';

interface SettingRow extends Row {
  readonly version: number;
  /** As JSON: its keys may hold any sign. */
  readonly value: string;
  readonly changes: readonly SettingChange[];
}

const FIELDS = { version: Number, value: String, changes: [Schema.Types.Mixed] };
const REMEMBERED = 300;

/** What administrators set, each a document with its last changes: a value is never kept without who set it. */
export function createKeptSettings(connection: Connection): KeptSettings {
  const settings = modelOf<SettingRow>(connection, { name: 'Setting', collection: 'settings', fields: FIELDS });
  return {
    versions: async () => new Map((await settings.find({}, { version: 1 }).lean()).map(({ _id, version }) => [_id, version])),
    get: async (name) => {
      const row = await settings.findById(name).lean();
      return row === null ? undefined : { version: row.version, value: JSON.parse(row.value), changes: row.changes };
    },
    put: async (name, before, value, change) => {
      const kept = (await settings.findById(name, { changes: 1 }).lean())?.changes ?? [];
      const next = withoutUndefined({ version: before + 1, value: JSON.stringify(value), changes: [change, ...kept].slice(0, REMEMBERED) });
      if (before > 0) return (await settings.updateOne({ _id: name, version: before }, { $set: next })).matchedCount === 1;
      try {
        await insertRow(settings, { _id: name, ...next });
        return true;
      } catch (error) {
        if (isDuplicate(error)) return false;
        throw error;
      }
    },
  };
}
