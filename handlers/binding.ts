import type { Account, DemandStore, Ledger, Now, Outbox, People, Person } from './ports.ts';

/** What is needed to know somebody again on another account. */
export interface Binding {
  readonly ledger: Pick<Ledger, 'get' | 'set' | 'claim'>;
  readonly people: Pick<People, 'get' | 'save'>;
  readonly demands: Pick<DemandStore, 'load' | 'idOf' | 'raisedBy'>;
  readonly outbox: Pick<Outbox, 'release'>;
  readonly now: Now;
  /** Eight letters and digits that nobody guesses. */
  readonly newCode: () => string;
  /** The same for the same code, and nothing the code could be found by. */
  readonly digest: (code: string) => string;
}

/** Why an account was not bound. */
export type BindRefusal = 'wrong-code' | 'too-many-tries' | 'has-matters' | 'already-bound';

const STAFF_DAYS = 7;
const RESIDENT_DAYS = 365;
const DAY_MS = 24 * 3600_000;
const MOST_TRIES = 5;

/** Binds accounts to people by codes that open once. */
export interface Binder {
  /** A code for somebody; the one before stays good until it ends by itself. */
  readonly issue: (person: string, whose: 'staff' | 'resident') => Promise<string>;
  /** The speaker's accounts become those of whom the code is for; with a number, only of who raised that demand. What waited for them to write goes to where they now are. */
  readonly bind: (speaker: Person, code: string, no?: string) => Promise<{ readonly ok: true; readonly person: Person } | { readonly ok: false; readonly refusal: BindRefusal }>;
  /** Takes every account from somebody who has left; gives them. */
  readonly release: (person: string) => Promise<readonly Account[]>;
}

/** Makes the binder: codes are kept as digests, end by themselves, open once, and cannot be tried out. */
export function createBinder(deps: Binding): Binder {
  const { ledger, people, now, newCode, digest } = deps;

  async function mayTry({ id }: Person): Promise<boolean> {
    const key = `bind-tries:${id}:${now().toISOString().slice(0, 13)}`;
    const tries = Number((await ledger.get(key)) ?? 0) + 1;
    await ledger.set(key, String(tries), now());
    return tries <= MOST_TRIES;
  }

  return {
    issue: async (person, whose) => {
      const code = newCode();
      const until = now().getTime() + (whose === 'staff' ? STAFF_DAYS : RESIDENT_DAYS) * DAY_MS;
      await ledger.set(`bind:${digest(code)}`, `${until} ${person}`, now());
      return code;
    },
    bind: async (speaker, code, no) => {
      if (!(await mayTry(speaker))) return { ok: false, refusal: 'too-many-tries' };
      const meant = await meantBy(deps, code, no);
      if (meant === undefined) return { ok: false, refusal: 'wrong-code' };
      if (meant.id === speaker.id) return { ok: false, refusal: 'already-bound' };
      if ((await deps.demands.raisedBy(speaker.id, { open: true, limit: 1 })).length > 0) return { ok: false, refusal: 'has-matters' };
      if (!(await ledger.claim(`bound:${digest(code)}`, speaker.id, now()))) return { ok: false, refusal: 'wrong-code' };
      const person: Person = { ...meant, noticed: meant.noticed || speaker.noticed, heardOn: speaker.heardOn, heardAt: speaker.heardAt, windows: { ...meant.windows, ...speaker.windows }, accounts: [...speaker.accounts, ...meant.accounts] };
      await people.save(person);
      await deps.outbox.release(person.id, now());
      return { ok: true, person };
    },
    release: async (id) => {
      const person = await people.get(id);
      if (person === undefined) return [];
      await people.save({ ...person, accounts: [] });
      return person.accounts;
    },
  };
}

async function meantBy({ ledger, people, demands, now, digest }: Binding, code: string, no: string | undefined): Promise<Person | undefined> {
  const kept = await ledger.get(`bind:${digest(code.toUpperCase())}`);
  const [id, until] = kept === undefined ? [] : readKept(kept);
  if (id === undefined || until === undefined || now().getTime() > until) return undefined;
  if (no !== undefined) {
    const demand = await demands.idOf(no);
    const stored = demand === undefined ? undefined : await demands.load(demand);
    if (stored?.demand.reporters.some(({ person }) => person === id) !== true) return undefined;
  }
  const person = await people.get(id);
  return person?.erased === true ? undefined : person;
}

function readKept(kept: string): [string, number] | [] {
  const [until, id] = [Number(kept.slice(0, kept.indexOf(' '))), kept.slice(kept.indexOf(' ') + 1)];
  return Number.isFinite(until) ? [id, until] : [];
}
