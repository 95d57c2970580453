import type { DemandCommand, Refusal, Register } from '../domain/commands.ts';
import { decide, register } from '../domain/decide/decide.ts';
import type { Demand } from '../domain/demand.ts';
import type { DemandEvent } from '../domain/events.ts';
import { evolve, fold } from '../domain/evolve.ts';
import type { Mechanism } from '../domain/mechanism/mechanism.ts';
import type { Result } from '../domain/result.ts';
import { refuse } from '../domain/result.ts';
import type { Calendar } from '../domain/time/working-time.ts';
import { createWritePath } from './aggregate.ts';
import { lettersFor } from './letters/letters.ts';
import type { Lettering, Step } from './letters/letters.ts';
import type { Meter } from './meter.ts';
import type { DemandStore, KeptDemand } from './ports/demands.ts';
import type { Letter, Outbox } from './ports/letters.ts';
import type { Now } from './ports/now.ts';
import { demandTasks } from './side/demand-tasks.ts';
import { taskLetter } from './side/tellings.ts';
import { handBackTasks } from './sources/hand-back.ts';

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
  /** The sources that are told at an address of theirs how their matters ended. */
  readonly tells?: ((source: string) => boolean) | undefined;
  /** Called after every write, for live pages. */
  readonly changed: (demand: Demand) => void;
  readonly meter: Pick<Meter, 'demandRegistered' | 'commandRefused'>;
}

/** The demand as it was written, or why nothing was. */
export type Executed = Result<KeptDemand, Refusal | 'unknown-demand'>;

/** The only way to change a demand. */
export interface Execute {
  /** Decides and writes; a cause that acted before changes nothing and is answered as it was. */
  readonly execute: (id: string, command: DemandCommand, cause: string) => Promise<Executed>;
  /** Registers a new demand, or gives the one that its origin made before. `inBulk`: one of many, which are told of together. */
  readonly register: (command: Register, searchable: string, inBulk?: boolean) => Promise<{ readonly stored: KeptDemand; readonly fresh: boolean }>;
}

/** The one write path of chat, clock and web for demands. */
export function createExecute(deps: Executing): Execute {
  const { demands, calendar, mechanism, mechanismOf, meter } = deps;
  const path = createWritePath<Demand, DemandCommand, DemandEvent, Refusal>({
    ...deps,
    store: demands,
    decide: (demand, command, now) => decide({ mechanism: mechanismOf(demand.mechanism), calendar }, demand, command, now),
    evolve,
    owed: (before, steps, firstSeq, now) => owed(deps, before, steps, firstSeq, now),
    refused: ({ type }, refusal) => meter.commandRefused(type, refusal),
  });
  return {
    execute: async (id, command, cause) => {
      const done = await path.execute(id, command, cause);
      if (done.ok) return done;
      return refuse(done.refusal === 'unknown' ? 'unknown-demand' : done.refusal);
    },
    register: async (command, searchable, inBulk = false) => {
      const events = register({ mechanism, calendar }, command, deps.now());
      const demand = fold(events);
      const { kept, fresh } = await path.begin(demand, events, command.origin, {
        create: (change) => demands.create({ ...change, searchable }),
        ...(inBulk && { owing: toldTogether }),
      });
      if (fresh) meter.demandRegistered(command.source, demand.tier);
      return { stored: kept, fresh };
    },
  };
}

const TOGETHER_MS = 10 * 60_000;

/** What may be told along with others waits for the next full ten minutes, when there is more of it. */
function toldTogether(letters: readonly Letter[]): readonly Letter[] {
  return letters.map((letter) => (letter.brief === undefined ? letter : { ...letter, notBefore: new Date(Math.ceil(letter.notBefore.getTime() / TOGETHER_MS) * TOGETHER_MS) }));
}

/** What people are told, and what must follow elsewhere. */
async function owed({ lettering, mechanism: current, mechanismOf, tells = () => false }: Executing, before: Demand | undefined, steps: readonly Step[], firstSeq: number, now: Date): Promise<readonly Letter[]> {
  const mechanism = before === undefined ? current : mechanismOf(before.mechanism);
  const letters = await lettersFor(lettering(mechanism), before, steps, firstSeq, now);
  const tasks = steps.flatMap(({ event, after }, index) => {
    const was = index === 0 ? before : steps[index - 1]?.after;
    return [...demandTasks(mechanism, was, event, after), ...handBackTasks(tells, was, after)].map((task, nth) => taskLetter(task, `${after.id}:${firstSeq + index}:task-${nth}`, now));
  });
  return [...letters, ...tasks];
}
