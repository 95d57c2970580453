import { randomBytes } from 'node:crypto';
import type { DemandCommand, Register } from '../../../domain/commands.ts';
import { decide, register } from '../../../domain/decide/decide.ts';
import { evolve, fold } from '../../../domain/evolve.ts';
import type { DemandChange, KeptDemand } from '../../../handlers/ports/demands.ts';
import type { Letter } from '../../../handlers/ports/letters.ts';
import type { Store } from '../../../models/connect.ts';
import { storesOn, type OpenStores } from '../../../models/open-stores.ts';
import { report, resident } from '../../support/builders.ts';
import { at } from '../../support/local-time.ts';
import { wuchang } from '../../support/rules.ts';
import { onEachStore } from './stores.ts';

/** When tests of what is kept take place, unless they say otherwise. */
export const morning = at('2026-07-06 10:00');

/** What one process sees: own memory, the store shared with all others. */
export interface Process {
  readonly stores: OpenStores;
  /** Moves the clock of this process. */
  readonly moveTo: (moment: Date) => void;
}

/** Runs examples on each store, emptied before each of them; `start` begins one more process on it. */
export function onKeptStores(behaviour: (start: () => Process, store: () => Store) => void): void {
  onEachStore((store) => {
    const dataKey = randomBytes(32);
    const start = (): Process => {
      let now = morning;
      return { stores: storesOn(store(), { dataKey, now: () => now }), moveTo: (moment) => { now = moment; } };
    };
    before(async () => {
      start();
      await store().ensureIndexes();
    });
    beforeEach(async () => {
      for (const model of Object.values(store().connection.models)) await model.deleteMany({});
    });
    behaviour(start, store);
  });
}

/** A report about to be written as a new demand. */
export function opening(over: Partial<Register> = {}, extra: Partial<DemandChange> = {}, when = morning): DemandChange {
  const command = report({ origin: `sandbox:${over.id ?? 'D1'}`, by: resident(over.person), ...over });
  const events = register(wuchang, command, when);
  return { state: fold(events), events, cause: command.origin, owing: [], ...extra };
}

/** What a command makes of a demand, about to be written; fails the test when it is refused. */
export function next({ state: demand }: KeptDemand, command: DemandCommand, when: string, extra: Partial<DemandChange> = {}): DemandChange {
  const decision = decide(wuchang, demand, command, at(when));
  if (!decision.ok) throw new Error(`${command.type} was refused: ${decision.refusal}`);
  return { state: decision.value.reduce(evolve, demand), events: decision.value, cause: `sandbox:${command.type}`, owing: [], ...extra };
}

/** Writes a new demand and gives it as it is kept. */
export async function written({ demands }: OpenStores, change: DemandChange): Promise<KeptDemand> {
  const creation = await demands.create(change);
  const stored = 'created' in creation ? await demands.load(creation.created.state.id) : undefined;
  if (stored === undefined) throw new Error(`${change.state.id} was not kept`);
  return stored;
}

/** A letter to somebody, that may go at once. */
export function letter(key: string, over: Partial<Letter> = {}): Letter {
  return { key, to: { person: 'wang' }, demand: 'D1', text: '已登记', mask: false, notBefore: morning, reply: true, ...over };
}

/** What something that must fail fails with. */
export async function failure(work: Promise<unknown>): Promise<unknown> {
  return await work.then(() => { throw new Error('It was expected to fail'); }, (error: unknown) => error);
}
