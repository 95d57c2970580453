import { isDeepStrictEqual } from 'node:util';
import mongoose, { Schema, type Model } from 'mongoose';
import type { Now } from '../handlers/ports/now.ts';
import type { Account, People, Person } from '../handlers/ports/people.ts';
import { accountKey } from './accounts.ts';
import type { Store } from './connect.ts';
import { isDuplicate } from './duplicate.ts';
import { modelOf, type Row } from './model.ts';
import { setAndUnset, withoutUndefined } from './plain-value.ts';
import { createRecent } from './recent.ts';

interface PersonRow extends Row, Omit<Person, 'id'> {
  /** The accounts as texts that no two people share; absent when there are none. */
  readonly keys?: readonly string[] | undefined;
}

const { trusted } = mongoose;
const { Mixed } = Schema.Types;

const FIELDS = {
  name: String, roles: [String], unit: String, team: String, grids: [String], phone: String, home: String, language: String,
  noticed: Boolean, erased: Boolean, accounts: [Mixed], keys: { type: [String], default: undefined }, heardAt: Date, heardOn: String, windows: Mixed, nearby: Mixed, blocked: Mixed,
};

const REMEMBERED = 10_000;
/** How long this process may not see what another has changed. */
const UNSEEN_MS = 5_000;
const BATCH = 500;
const TRIES = 5;

/** The people the program knows, those met last remembered. */
export function createPeople({ connection, kind, compact }: Pick<Store, 'connection' | 'kind' | 'compact'>, now: Now): People {
  const rows = peopleOn(connection);
  const memory = createMemory({ size: REMEMBERED, ttlMs: kind === 'embedded' ? undefined : UNSEEN_MS, now });
  const read = (row: PersonRow | null) => (row === null ? undefined : memory.keep(personOf(row)));
  const update = async (filter: Readonly<Record<string, unknown>>, change: Readonly<Record<string, unknown>>) => {
    read(await rows.findOneAndUpdate(filter, change, { returnDocument: 'after' }).lean());
  };

  return {
    get: async (id) => memory.get(id) ?? read(await rows.findById(id).lean()),
    byAccount: async (account) => memory.byAccount(account) ?? read(await rows.findOne({ keys: accountKey(account) }).lean()),
    save: async (person) => { await save(rows, memory, person); },
    saveAll: async (all) => {
      for (let from = 0; from < all.length; from += BATCH) {
        for (const person of await changedAmong(rows, all.slice(from, from + BATCH))) await save(rows, memory, person);
      }
    },
    change: async (id, change) => {
      const changes = setAndUnset(change);
      if (Object.keys(changes).length > 0) await update({ _id: id }, changes);
    },
    heard: (id, { channel, at, window }) => update({ _id: id }, { $set: { heardAt: at, heardOn: channel, ...(window !== undefined && { [`windows.${channel}`]: window }) } }),
    spokenTo: (id, channel) => update({ _id: id, [`windows.${channel}`]: trusted({ $exists: true }) }, { $inc: { [`windows.${channel}.left`]: -1 } }),
    shut: (id, channel) => update({ _id: id, [`windows.${channel}`]: trusted({ $exists: true }) }, { $set: { [`windows.${channel}.left`]: 0 } }),
    erase: async (id) => {
      await save(rows, memory, { id, name: '', roles: [], grids: [], language: 'zh-CN', noticed: false, erased: true, accounts: [] });
      await compact('people');
    },
  };
}

function peopleOn(connection: Store['connection']): Model<PersonRow> {
  return modelOf<PersonRow>(connection, { name: 'Person', collection: 'people', fields: FIELDS, indexes: [{ on: { keys: 1 }, unique: true, sparse: true }] });
}

interface Memory {
  readonly get: (id: string) => Person | undefined;
  readonly byAccount: (account: Account) => Person | undefined;
  readonly keep: (person: Person) => Person;
  readonly forget: (id: string) => void;
}

/** Who has an account is looked up again when the person remembered for it has it no more. */
function createMemory(limits: Parameters<typeof createRecent>[0]): Memory {
  const people = createRecent<Person>(limits);
  const owners = createRecent<string>(limits);
  return {
    get: people.get,
    byAccount: (account) => {
      const owner = owners.get(accountKey(account));
      const person = owner === undefined ? undefined : people.get(owner);
      return person !== undefined && has(person, account) ? person : undefined;
    },
    keep: (person) => {
      people.set(person.id, person);
      for (const account of person.accounts) owners.set(accountKey(account), person.id);
      return person;
    },
    forget: people.delete,
  };
}

/** Who takes an account at the same moment as another has to take it again: the index lets only one have it. */
async function save(people: Model<PersonRow>, memory: Memory, person: Person): Promise<void> {
  for (let tries = 1; ; tries++) {
    for (const loser of await takeAccounts(people, person)) memory.forget(loser);
    try {
      await people.replaceOne({ _id: person.id }, rowOf(person), { upsert: true });
      memory.keep(withoutUndefined(person));
      return;
    } catch (error) {
      if (!isDuplicate(error) || tries === TRIES) throw error;
    }
  }
}

function has(person: Person, account: Account): boolean {
  return person.accounts.some((own) => accountKey(own) === accountKey(account));
}

async function stored(people: Model<PersonRow>, ids: readonly string[]): Promise<Person[]> {
  return (await people.find({ _id: trusted({ $in: [...ids] }) }).sort({ _id: 1 }).lean()).map(personOf);
}

async function changedAmong(people: Model<PersonRow>, wanted: readonly Person[]): Promise<Person[]> {
  const found = new Map((await stored(people, wanted.map(({ id }) => id))).map((person) => [person.id, person]));
  return wanted.filter((person) => !isDeepStrictEqual(withoutUndefined(person), found.get(person.id)));
}

/** Takes a person's accounts from everybody else who has them, and gives the ids of those who had. */
async function takeAccounts(people: Model<PersonRow>, { id, accounts }: Person): Promise<string[]> {
  const keys = accounts.map(accountKey);
  if (keys.length === 0) return [];
  const losers = (await people.find({ keys: trusted({ $in: keys }), _id: trusted({ $ne: id }) }).sort({ _id: 1 }).lean()).map(personOf);
  for (const loser of losers) {
    const left = rowOf({ ...loser, accounts: loser.accounts.filter((account) => !keys.includes(accountKey(account))) });
    await people.updateOne({ _id: loser.id }, setAndUnset({ accounts: left.accounts, keys: left.keys }));
  }
  return losers.map((loser) => loser.id);
}

function rowOf({ id, ...person }: Person): PersonRow {
  const keys = person.accounts.length === 0 ? undefined : person.accounts.map(accountKey);
  return withoutUndefined({ _id: id, ...person, keys });
}

function personOf({ _id: id, name, roles, unit, team, grids, phone, home, language, noticed, erased, accounts, heardAt, heardOn, windows, nearby, blocked }: PersonRow): Person {
  return withoutUndefined({ id, name, roles, unit, team, grids, phone, home, language, noticed, erased, accounts, heardAt, heardOn, windows, nearby, blocked });
}
