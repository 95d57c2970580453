import type { DemandCommand, Refusal, Register } from '../domain/commands.ts';
import { decide, register } from '../domain/decide/decide.ts';
import type { Demand } from '../domain/demand.ts';
import { evolve, fold } from '../domain/evolve.ts';
import type { DemandEvent } from '../domain/events.ts';
import type { Mechanism } from '../domain/mechanism.ts';
import type { Result } from '../domain/result.ts';
import { accept, refuse } from '../domain/result.ts';
import type { Calendar } from '../domain/working-time.ts';
import { lettersFor } from './letters.ts';
import type { Lettering, Step } from './letters.ts';
import type { Meter } from './meter.ts';
import { VersionConflict } from './ports.ts';
import type { DemandStore, Letter, Now, Outbox, Stored } from './ports.ts';

/** What the one write path needs. */
export interface Executing {
  readonly demands: DemandStore;
  readonly outbox: Pick<Outbox, 'put'>;
  readonly now: Now;
  readonly calendar: Calendar;
  /** The mechanism now in force, and any version a stored demand began under. */
  readonly mechanism: Mechanism;
  readonly mechanismOf: (began: Demand['mechanism']) => Mechanism;
  readonly lettering: (mechanism: Mechanism) => Lettering;
  /** Called after every write, for live pages. */
  readonly changed: (demand: Demand) => void;
  readonly meter: Pick<Meter, 'demandRegistered' | 'commandRefused'>;
}

export type Executed = Result<Stored, Refusal | 'unknown-demand'>;

/** The only way to change a demand. */
export interface Execute {
  /** Decides and writes; a cause that acted before changes nothing and is answered as it was. */
  readonly execute: (id: string, command: DemandCommand, cause: string) => Promise<Executed>;
  /** Registers a new demand, or gives the one that its origin made before. */
  readonly register: (command: Register, searchable: string) => Promise<{ readonly stored: Stored; readonly fresh: boolean }>;
}

const TRIES = 8;

/** The one write path of chat, clock and web: load, decide, write with the version read; who loses a race decides again. */
export function createExecute(deps: Executing): Execute {
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
    register: async (command, searchable) => registerOnce(deps, command, searchable),
  };
}

async function once(deps: Executing, id: string, command: DemandCommand, cause: string): Promise<Executed> {
  const stored = await deps.demands.load(id);
  if (stored === undefined) return refuse('unknown-demand');
  if (command.type !== 'tick' && stored.timeline.some((entry) => entry.cause === cause)) return accept(stored);

  const now = deps.now();
  const mechanism = deps.mechanismOf(stored.demand.mechanism);
  const decision = decide({ mechanism, calendar: deps.calendar }, stored.demand, command, now);
  if (!decision.ok) deps.meter.commandRefused(command.type, decision.refusal);
  if (!decision.ok) return decision;
  if (decision.value.length === 0) return accept(stored);

  const steps = stepsOf(stored.demand, decision.value);
  const owing = await lettersFor(deps.lettering(mechanism), stored.demand, steps, stored.version + 1, now);
  const demand = steps.at(-1)?.after ?? stored.demand;
  const written = await deps.demands.append(stored, { demand, events: decision.value, cause, owing });
  await post(deps, written.demand, owing, now);
  return accept(written);
}

function stepsOf(before: Demand, events: readonly DemandEvent[]): Step[] {
  let after = before;
  return events.map((event) => ({ event, after: (after = evolve(after, event)) }));
}

async function registerOnce(deps: Executing, command: Register, searchable: string): Promise<{ stored: Stored; fresh: boolean }> {
  const now = deps.now();
  const events = register({ mechanism: deps.mechanism, calendar: deps.calendar }, command, now);
  const demand = fold(events);
  const owing = await lettersFor(deps.lettering(deps.mechanism), undefined, events.map((event) => ({ event, after: demand })), 1, now);
  const { created, id } = await deps.demands.create({ demand, events, cause: command.origin, owing, searchable });
  if (!created) return { stored: await mustLoad(deps, id), fresh: false };

  deps.meter.demandRegistered(command.source, demand.tier);
  await post(deps, demand, owing, now);
  return { stored: await mustLoad(deps, id), fresh: true };
}

async function mustLoad({ demands }: Executing, id: string): Promise<Stored> {
  const stored = await demands.load(id);
  if (stored === undefined) throw new Error(`Demand ${id} was written and is not there`);
  return stored;
}

async function post({ outbox, demands, changed }: Executing, demand: Demand, owing: readonly Letter[], now: Date): Promise<void> {
  if (owing.length > 0) {
    await outbox.put(owing, now);
    await demands.settled([demand.id]);
  }
  changed(demand);
}
