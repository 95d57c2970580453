import mongoose, { Schema, type Connection } from 'mongoose';
import type { Warning, WarningReply, Warnings } from '../handlers/ports/warnings.ts';
import { unlessDuplicate } from './duplicate.ts';
import { insertRow, modelOf, type Row } from './model.ts';
import { withoutUndefined } from './plain-value.ts';

type WarningRow = Row & Omit<Warning, 'key'> & { readonly causes: readonly string[] };

const { Mixed } = Schema.Types;
const { trusted } = mongoose;
const FIELDS = { no: String, occasion: String, about: String, unit: String, hotspot: Mixed, told: [String], at: Date, openSince: Date, answers: [Mixed], causes: [String] };
const INDEXES = [{ on: { no: 1 }, unique: true }, { on: { about: 1 } }, { on: { told: 1 } }, { on: { at: 1 } }, { on: { 'hotspot.demandIds': 1 }, sparse: true }] as const;

/** Warnings and what was answered to them. */
export function createWarnings(connection: Connection): Warnings {
  const warnings = modelOf<WarningRow>(connection, { name: 'Warning', collection: 'warnings', fields: FIELDS, indexes: INDEXES });
  const byKey = async (key: string) => warningOf(await warnings.findById(key).lean());

  return {
    open: async ({ key, ...warning }, nextNo) => {
      const known = await byKey(key);
      if (known !== undefined) return known;
      await insertRow(warnings, withoutUndefined({ _id: key, ...warning, no: await nextNo(), answers: [], causes: [] })).catch(unlessDuplicate);
      const kept = await byKey(key);
      if (kept === undefined) throw new Error(`Warning ${key} has the number of another`);
      return kept;
    },
    sayAgain: async (key, { hotspot, told, at }) => {
      const { openSince, at: before } = must(key, await byKey(key));
      await warnings.updateOne({ _id: key }, { $set: { hotspot: withoutUndefined(hotspot), at, openSince: openSince ?? before }, $addToSet: { told: { $each: [...told] } } });
      return must(key, await byKey(key));
    },
    include: async (key, demand) => {
      await warnings.updateOne({ _id: key }, { $addToSet: { 'hotspot.demandIds': demand } });
    },
    numbered: async (no) => warningOf((await warnings.findOne({ no }).lean()) ?? (await warnings.findOne({ occasion: 'danger', 'hotspot.demandIds': no }).lean())),
    latestAbout: async (about) => warningOf(await warnings.findOne({ about }).sort({ at: -1 }).lean()),
    toldTo: async (person, limit) => (await warnings.find({ told: person }).sort({ at: -1 }).limit(limit).lean()).flatMap((row) => warningOf(row) ?? []),
    since: async (since) => (await warnings.find({ at: trusted({ $gte: since }) }).sort({ at: -1 }).lean()).flatMap((row) => warningOf(row) ?? []),
    answer: async (key, reply: WarningReply, cause) => {
      await warnings.updateOne({ _id: key, causes: trusted({ $ne: cause }) }, { $push: { answers: withoutUndefined(reply), causes: cause } });
    },
  };
}

function must(key: string, warning: Warning | undefined): Warning {
  if (warning === undefined) throw new Error(`There is no warning ${key}`);
  return warning;
}

function warningOf(row: WarningRow | null): Warning | undefined {
  if (row === null) return undefined;
  const { _id: key, causes: _, ...warning } = row;
  return { key, ...warning };
}
