import type { DemandStore } from '../ports/demands.ts';
import type { Outbox } from '../ports/letters.ts';
import type { Account, People, Person } from '../ports/people.ts';
import { createOneTimeCodes, type GivingCodes, type OneTimeCodes } from './one-time-codes.ts';

/** What is needed to know somebody again on another account. */
export interface Binding extends GivingCodes {
  readonly people: Pick<People, 'get' | 'save'>;
  readonly demands: Pick<DemandStore, 'load' | 'idOf' | 'raisedBy'>;
  readonly outbox: Pick<Outbox, 'release'>;
}

/** Why an account was not bound. */
export type BindRefusal = 'wrong-code' | 'too-many-tries' | 'has-matters' | 'already-bound';

const STAFF_DAYS = 7;
const RESIDENT_DAYS = 365;
const DAY_MS = 24 * 3600_000;
const KEYS = { code: 'bind', used: 'bound', tries: 'bind-tries' };

/** Binds accounts to people by codes that open once. */
export interface Binder {
  /** A code for somebody; the one before stays good until it ends by itself. */
  readonly issue: (person: string, whose: 'staff' | 'resident') => Promise<string>;
  /** The speaker's accounts become those of whom the code is for; with a number, only of who raised that demand. What waited for them to write goes to where they now are. */
  readonly bind: (speaker: Person, code: string, no?: string) => Promise<{ readonly ok: true; readonly person: Person } | { readonly ok: false; readonly refusal: BindRefusal }>;
  /** Takes every account from somebody who has left; gives them. */
  readonly release: (person: string) => Promise<readonly Account[]>;
}

/** Makes the binder. */
export function createBinder(deps: Binding): Binder {
  const { people, now } = deps;
  const codes = createOneTimeCodes(deps, KEYS);
  return {
    issue: (person, whose) => codes.issue(person, (whose === 'staff' ? STAFF_DAYS : RESIDENT_DAYS) * DAY_MS),
    bind: async (speaker, code, no) => {
      if (!(await codes.mayTry(speaker.id))) return { ok: false, refusal: 'too-many-tries' };
      const meant = await meantBy(deps, codes, code, no);
      if (meant === undefined) return { ok: false, refusal: 'wrong-code' };
      if (meant.id === speaker.id) return { ok: false, refusal: 'already-bound' };
      if ((await deps.demands.raisedBy(speaker.id, { open: true, limit: 1 })).length > 0) return { ok: false, refusal: 'has-matters' };
      if (!(await codes.use(code, speaker.id))) return { ok: false, refusal: 'wrong-code' };
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

async function meantBy({ people, demands }: Binding, codes: OneTimeCodes, code: string, no: string | undefined): Promise<Person | undefined> {
  const id = await codes.meantBy(code);
  if (id === undefined) return undefined;
  if (no !== undefined) {
    const demand = await demands.idOf(no);
    const stored = demand === undefined ? undefined : await demands.load(demand);
    if (stored?.state.reporters.some(({ person }) => person === id) !== true) return undefined;
  }
  const person = await people.get(id);
  return person?.erased === true ? undefined : person;
}
