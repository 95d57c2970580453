import { z } from 'zod';
import type { Demand } from '../../domain/demand.ts';
import { isInHand } from '../../domain/demand.ts';
import type { Directory } from '../../domain/directory/directory.ts';
import { activeCallee } from '../../domain/whistle.ts';
import type { Speak } from '../../locales/speak.ts';
import { hasOffice } from '../acting/actor.ts';
import { isoDate } from '../iso-time.ts';
import type { DemandStore } from '../ports/demands.ts';
import type { Letter, Outbox } from '../ports/letters.ts';
import type { Now } from '../ports/now.ts';
import type { Account, People, Person } from '../ports/people.ts';
import { taskLetter } from '../side/tellings.ts';

/** What is needed when somebody of the staff leaves. */
export interface Leaving {
  readonly people: Pick<People, 'get' | 'byAccount'>;
  readonly demands: Pick<DemandStore, 'concerning'>;
  readonly outbox: Pick<Outbox, 'put'>;
  readonly directory: () => Directory;
  /** Takes every account from somebody. */
  readonly release: (person: string) => Promise<readonly Account[]>;
  /** Ends what the person has open on the pages, and every power there. */
  readonly signOut: (person: string) => Promise<void>;
  readonly speak: Speak;
  readonly now: Now;
  readonly spoken: () => void;
}

/** Takes the accounts of somebody who has left, and hands on what is open. Safe to call twice. */
export interface LeaveOffice {
  readonly person: (id: string) => Promise<readonly Account[]>;
  /** By the account that the messenger says is gone; somebody who is no staff is left alone. */
  readonly account: (account: Account) => Promise<void>;
  /** Does the task that was kept before anything else was done. Safe to do again. */
  readonly finish: (task: string) => Promise<void>;
}

/** The task that is owed from the moment somebody leaves. */
export const LEAVE = 'leave';

const LISTED = 20;
const MOST_OPEN = 10_000;
const MOST_TOLD = 8;
const Needs = z.object({ person: z.string(), day: z.string(), accounts: z.array(z.object({ channel: z.string(), account: z.string() })) });

/** Makes what happens when somebody leaves: unbound at once, signed out, and those who stay in the unit are told what goes on with them. */
export function createLeaveOffice(deps: Leaving): LeaveOffice {
  const leave = async (id: string) => {
    const accounts = (await deps.people.get(id))?.accounts ?? [];
    if (accounts.length > 0) await owe(deps, id, accounts);
    await deps.release(id);
    await deps.signOut(id);
    if (accounts.length > 0) deps.spoken();
    return accounts;
  };
  return {
    person: leave,
    account: async (account) => {
      const person = await deps.people.byAccount(account);
      const roles = person === undefined ? [] : (deps.directory().person(person.id)?.roles ?? person.roles);
      if (person !== undefined && hasOffice(roles)) await leave(person.id);
    },
    finish: (task) => finish(deps, task),
  };
}

/** Kept before the accounts go: after a sudden end nothing else would tell that somebody has just left. */
async function owe({ outbox, now }: Leaving, person: string, accounts: readonly Account[]): Promise<void> {
  const needs: z.infer<typeof Needs> = { person, day: isoDate(now()), accounts: [...accounts] };
  await outbox.put([taskLetter({ task: LEAVE, needs }, `leave:${person}:${now().toISOString()}`, now())], now());
}

async function finish(deps: Leaving, task: string): Promise<void> {
  const { person: id, day, accounts } = Needs.parse(JSON.parse(task));
  const person = await deps.people.get(id);
  if (person?.accounts.some((one) => accounts.some(({ channel, account }) => one.channel === channel && one.account === account)) === true) await deps.release(id);
  await deps.signOut(id);
  if (deps.directory().person(id) !== undefined) await handOn(deps, id, day);
}

/** The unit's own work stays with the unit; who had it in hand is the one thing that changes. */
async function handOn(deps: Leaving, id: string, day: string): Promise<void> {
  const directory = deps.directory();
  const grids = new Set(directory.gridsOf(id).map((grid) => grid.id));
  const unit = directory.person(id)?.unit ?? directory.gridsOf(id)[0]?.community;
  if (unit === undefined) return;
  const open = await openOf(deps, unit, directory.person(id)?.roles.includes('grid-worker') === true ? grids : undefined);
  const heirs = await heirsOf(deps, id, unit);
  const list = open.slice(0, LISTED).map((demand) => demand.id).join(' ');
  const letters = heirs.map(({ id: to, language }): Letter => {
    const text = deps.speak(language, open.length === 0 ? 'notice.left' : 'notice.left-with-work', { name: directory.person(id)?.name, unit: directory.unit(unit)?.name, count: open.length, list });
    return { key: `left:${id}:${day}>${to}`, to: { person: to }, text, mask: false, notBefore: deps.now(), reply: false };
  });
  await deps.outbox.put(letters, deps.now());
  deps.spoken();
}

async function openOf({ demands }: Leaving, unit: string, grids: ReadonlySet<string> | undefined): Promise<Demand[]> {
  const open = await demands.concerning(unit, MOST_OPEN);
  return open.filter((demand) => isInHand(demand) && isWorkOf(demand, unit) && (grids === undefined || grids.has(demand.facts.place?.grid ?? '')));
}

/** Held by the unit, or it was called to it and owes its part. */
function isWorkOf({ holder, whistles }: Demand, unit: string): boolean {
  return holder === unit || activeCallee(whistles, unit) !== undefined;
}

/** Others of the unit with one of the same roles, and its heads; else whoever else of it can be reached; else those of the unit above. */
async function heirsOf({ people, directory }: Leaving, id: string, unit: string): Promise<Person[]> {
  const gone = directory().person(id);
  const near = directory().peopleOf(unit).filter((one) => one.id !== id && hasOffice(one.roles));
  const same = near.filter((one) => one.roles.some((role) => gone?.roles.includes(role) === true));
  const above = directory().unitsAbove(unit)[0];
  const heads = near.filter(({ roles }) => roles.some((role) => role === 'secretary' || role === 'leader'));
  for (const group of [[...new Set([...same, ...heads])], near, above === undefined ? [] : directory().peopleOf(above.id)]) {
    const known = await Promise.all(group.map((one) => people.get(one.id)));
    const reached = known.filter((one) => one !== undefined && one.accounts.length > 0).flatMap((one) => one ?? []);
    if (reached.length > 0) return reached.slice(0, MOST_TOLD);
  }
  return [];
}
