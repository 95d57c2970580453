import { isDeepStrictEqual } from 'node:util';
import mongoose, { Schema, type Model } from 'mongoose';
import type { Account, Now, People, Person } from '../handlers/ports.ts';
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
  noticed: Boolean, erased: Boolean, accounts: [Mixed], keys: { type: [String], default: undefined }, heardAt: Date,
};

const REMEMBERED = 10_000;
/** How long this process may not see what another has changed. */
const UNSEEN_MS = 5_000;
const BATCH = 500;
const TRIES = 5;

/** The people the program knows, those met last remembered. */
export function createPeople({ connection, kind, compact }: Pick<Store, 'connection' | 'kind' | 'compact'>, now: Now): People {
  const people = modelOf<PersonRow>(connection, { name: 'Person', collection: 'people', fields: FIELDS, indexes: [{ on: { keys: 1 }, unique: true, sparse: true }] });
  const limits = { size: REMEMBERED, ttlMs: kind === 'embedded' ? undefined : UNSEEN_MS, now };
  const known = createRecent<Person>(limits);
  const owners = createRecent<string>(limits);

  function remember(person: Person): Person {
    known.set(person.id, person);
    for (const account of person.accounts) owners.set(accountKey(account), person.id);
    return person;
  }

  function forget({ id, accounts }: Person): void {
    known.delete(id);
    for (const account of accounts) owners.delete(accountKey(account));
  }

  async function get(id: string): Promise<Person | undefined> {
    const remembered = known.get(id);
    if (remembered !== undefined) return remembered;
    const row = await people.findById(id).lean();
    return row === null ? undefined : remember(personOf(row));
  }

  async function byAccount(account: Account): Promise<Person | undefined> {
    const owner = owners.get(accountKey(account));
    const remembered = owner === undefined ? undefined : await get(owner);
    if (remembered !== undefined && has(remembered, account)) return remembered;
    const row = await people.findOne({ keys: accountKey(account) }).lean();
    return row === null ? undefined : remember(personOf(row));
  }

  async function save(person: Person): Promise<void> {
    const before = await stored(people, [person.id]);
    for (let tries = 1; ; tries++) {
      for (const loser of await takeAccounts(people, [person])) forget(loser);
      try {
        await people.replaceOne({ _id: person.id }, rowOf(person), { upsert: true });
        break;
      } catch (error) {
        if (!isDuplicate(error) || tries === TRIES) throw error;
      }
    }
    for (const old of before) forget(old);
    remember(withoutUndefined(person));
  }

  return {
    get,
    byAccount,
    save,
    saveAll: async (all) => {
      for (let from = 0; from < all.length; from += BATCH) {
        for (const person of await changedAmong(people, all.slice(from, from + BATCH))) await save(person);
      }
    },
    change: async (id, change) => {
      const update = setAndUnset(change);
      if (Object.keys(update).length === 0) return;
      const row = await people.findOneAndUpdate({ _id: id }, update, { returnDocument: 'after' }).lean();
      if (row !== null) remember(personOf(row));
    },
    erase: async (id) => {
      const [before] = await stored(people, [id]);
      await people.replaceOne({ _id: id }, rowOf(erased(id)), { upsert: true });
      if (before !== undefined) forget(before);
      remember(erased(id));
      await compact('people');
    },
  };
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

/** Takes the accounts of these people from everybody else who has them, and gives those who had. */
async function takeAccounts(people: Model<PersonRow>, takers: readonly Person[]): Promise<Person[]> {
  const losers: Person[] = [];
  for (const { id, accounts } of takers) {
    const keys = accounts.map(accountKey);
    if (keys.length === 0) continue;
    const rows = await people.find({ keys: trusted({ $in: keys }), _id: trusted({ $ne: id }) }).sort({ _id: 1 }).lean();
    for (const loser of rows.map(personOf)) {
      const left = rowOf({ ...loser, accounts: loser.accounts.filter((account) => !keys.includes(accountKey(account))) });
      await people.updateOne({ _id: loser.id }, setAndUnset({ accounts: left.accounts, keys: left.keys }));
      losers.push(loser);
    }
  }
  return losers;
}

function erased(id: string): Person {
  return { id, name: '', roles: [], grids: [], language: 'zh-CN', noticed: false, erased: true, accounts: [] };
}

function rowOf({ id, ...person }: Person): PersonRow {
  const keys = person.accounts.length === 0 ? undefined : person.accounts.map(accountKey);
  return withoutUndefined({ _id: id, ...person, keys });
}

function personOf({ _id: id, name, roles, unit, team, grids, phone, home, language, noticed, erased, accounts, heardAt }: PersonRow): Person {
  return withoutUndefined({ id, name, roles, unit, team, grids, phone, home, language, noticed, erased, accounts, heardAt });
}
