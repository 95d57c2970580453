import type { Result } from '../domain/result.ts';
import { accept, refuse } from '../domain/result.ts';
import { isSameAct } from './cause.ts';
import { VersionConflict } from './ports/kept.ts';
import type { AggregateStore, Kept } from './ports/kept.ts';
import type { Letter, Outbox } from './ports/letters.ts';
import type { Now } from './ports/now.ts';

/** One event, and the state after it. */
export interface StepOf<S, E> {
  readonly event: E;
  readonly after: S;
}

/** What the one write path of one kind of thing is made of. */
export interface Writing<S, C, E, R extends string> {
  readonly store: Pick<AggregateStore<S, E>, 'load' | 'append' | 'create' | 'settled'>;
  readonly outbox: Pick<Outbox, 'put'>;
  readonly now: Now;
  readonly decide: (state: S, command: C, now: Date) => Result<readonly E[], R>;
  readonly evolve: (state: S, event: E) => S;
  /** Everything owed for new entries, under keys that are the same whenever they are made again. */
  readonly owed: (before: S | undefined, steps: readonly StepOf<S, E>[], firstSeq: number, now: Date) => Promise<readonly Letter[]>;
  readonly changed: (state: S) => void;
  readonly refused?: ((command: C, refusal: R) => void) | undefined;
}

/** What is special about a beginning. */
export interface Beginning<S, E> {
  readonly create?: AggregateStore<S, E>['create'] | undefined;
  readonly owing?: ((letters: readonly Letter[]) => readonly Letter[]) | undefined;
}

/** The only way to change one kind of thing. */
export interface WritePath<S, C, E, R extends string> {
  /** Decides and writes; a cause that acted before changes nothing and is answered as it was. */
  readonly execute: (id: string, command: C, cause: string) => Promise<Result<Kept<S, E>, R | 'unknown'>>;
  /** Writes the first entries of something new, or gives what its origin made before. `how.create` stands in for the store's own, `how.owing` changes what is owed. */
  readonly begin: (first: S, events: readonly E[], cause: string, how?: Beginning<S, E>) => Promise<{ readonly kept: Kept<S, E>; readonly fresh: boolean }>;
}

const TRIES = 8;

/** Load, decide, write with the version read; who loses a race decides again. */
export function createWritePath<S extends { readonly id: string }, C extends { readonly type: string }, E, R extends string>(deps: Writing<S, C, E, R>): WritePath<S, C, E, R> {
  return {
    execute: async (id, command, cause) => {
      for (let tries = 1; ; tries++) {
        try {
          return await once(deps, id, command, cause);
        } catch (error) {
          if (!(error instanceof VersionConflict) || tries === TRIES) throw error;
        }
      }
    },
    begin: async (first, events, cause, { create = deps.store.create, owing: change = same } = {}) => {
      const now = deps.now();
      const owing = change(await deps.owed(undefined, events.map((event) => ({ event, after: first })), 1, now));
      const creation = await create({ state: first, events, cause, owing });
      if ('known' in creation) return { kept: await mustLoad(deps, creation.known), fresh: false };
      await post(deps, creation.created.state, owing, now);
      return { kept: creation.created, fresh: true };
    },
  };
}

function same(letters: readonly Letter[]): readonly Letter[] {
  return letters;
}

async function once<S extends { readonly id: string }, C extends { readonly type: string }, E, R extends string>(
  deps: Writing<S, C, E, R>,
  id: string,
  command: C,
  cause: string,
): Promise<Result<Kept<S, E>, R | 'unknown'>> {
  const kept = await deps.store.load(id);
  if (kept === undefined) return refuse('unknown');
  if (command.type !== 'tick' && kept.timeline.some((entry) => isSameAct(entry.cause, cause))) return accept(kept);

  const now = deps.now();
  const decision = deps.decide(kept.state, command, now);
  if (!decision.ok) deps.refused?.(command, decision.refusal);
  if (!decision.ok) return decision;
  if (decision.value.length === 0) return accept(kept);

  const steps = stepsOf(deps, kept.state, decision.value);
  const owing = await deps.owed(kept.state, steps, kept.version + 1, now);
  const state = steps.at(-1)?.after ?? kept.state;
  const written = await deps.store.append(kept, { state, events: decision.value, cause, owing });
  await post(deps, written.state, owing, now);
  return accept(written);
}

function stepsOf<S, E>({ evolve }: { readonly evolve: (state: S, event: E) => S }, before: S, events: readonly E[]): StepOf<S, E>[] {
  let after = before;
  return events.map((event) => ({ event, after: (after = evolve(after, event)) }));
}

async function mustLoad<S, E>({ store }: { readonly store: Pick<AggregateStore<S, E>, 'load'> }, id: string): Promise<Kept<S, E>> {
  const kept = await store.load(id);
  if (kept === undefined) throw new Error(`${id} was written and is not there`);
  return kept;
}

interface Posting<S, E> {
  readonly store: Pick<AggregateStore<S, E>, 'settled'>;
  readonly outbox: Pick<Outbox, 'put'>;
  readonly changed: (state: S) => void;
}

async function post<S extends { readonly id: string }, E>({ outbox, store, changed }: Posting<S, E>, state: S, owing: readonly Letter[], now: Date): Promise<void> {
  if (owing.length > 0) {
    await outbox.put(owing, now);
    await store.settled([state.id]);
  }
  changed(state);
}
