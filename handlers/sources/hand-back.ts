import { z } from 'zod';
import { present, type Demand } from '../../domain/demand.ts';
import { outcomeOf } from '../../domain/outcome.ts';
import { createInTurn } from '../in-turn.ts';
import type { Leases } from '../ports/coordination.ts';
import type { HandBack, HandBacks } from '../ports/hand-backs.ts';
import type { Now } from '../ports/now.ts';
import type { Task } from '../side/tellings.ts';
import { openedResult, resultsFor, type HandingBack } from './results.ts';

/** What became of telling a source. `refused`: it answered, but did not accept; `unreachable`: nothing more reaches it for now. */
export type Told = { readonly outcome: 'accepted' } | { readonly outcome: 'refused' | 'unreachable'; readonly why: string; readonly retryAfterMs?: number | undefined };

/** What is needed to tell sources how what they raised has ended. */
export interface TellingSources extends HandingBack {
  readonly handBacks: HandBacks;
  readonly leases: Pick<Leases, 'take'>;
  /** Who this process is among others. */
  readonly holder: string;
  /** The sources that have an address. */
  readonly sources: readonly string[];
  /** Tells a source at its address, signed; never rejects. */
  readonly tell: (source: string, id: string, body: object) => Promise<Told>;
  readonly now: Now;
  readonly gaveUp: (one: HandBack, why: string) => void;
}

/** Tells sources how their matters have ended. */
export interface HandBackWork {
  /** Keeps what the sources of a demand are to be told. */
  readonly owe: (task: string) => Promise<void>;
  /** Tells some of what may be told by now; gives how many, 0 when there is nothing more to do now. */
  readonly work: () => Promise<number>;
  readonly nextDue: () => Promise<Date | undefined>;
  /** Tries these from the beginning, at once; gives how many there are. */
  readonly again: (ids: readonly string[]) => Promise<number>;
}

/** The task that follows from the end of a matter. */
export const HAND_BACK = 'hand-back';

const LEASE_MS = 60_000;
const AT_ONCE = 20;
const FIRST_WAIT_MS = 30_000;
const LONGEST_WAIT_MS = 6 * 3600_000;
const LONGEST_PAUSE_MS = 15 * 60_000;
const GIVE_UP_MS = 72 * 3600_000;
const Needs = z.object({ demand: z.string() });
const Shown = z.looseObject({ result: z.string().optional() });

/** What must follow when a demand ends, or ends otherwise than before, and a source with an address has raised it. */
export function handBackTasks(tells: (source: string) => boolean, before: Demand | undefined, after: Demand): readonly Task[] {
  const [was, is] = [before && outcomeOf(before), outcomeOf(after)];
  if (is === undefined || (was?.status === is.status && was.at.getTime() === is.at.getTime())) return [];
  const raised = after.phase.status === 'withdrawn' ? after.reporters : present(after);
  return raised.some(({ source }) => tells(source)) ? [{ task: HAND_BACK, needs: { demand: after.id } }] : [];
}

/** Each source is told one thing at a time, by one process; one that cannot be reached is left alone for a while, and after three days a result is given up. */
export function createHandBackWork(deps: TellingSources): HandBackWork {
  const pauses = new Map<string, Pause>();
  const inTurn = createInTurn();
  const round = async () => {
    const counts = await Promise.all(deps.sources.map((source) => tellAll(deps, source, pauses)));
    return counts.reduce((sum, count) => sum + count, 0);
  };
  return {
    owe: (task) => owe(deps, Needs.parse(JSON.parse(task)).demand),
    work: () => inTurn(round),
    again: (ids) => {
      pauses.clear();
      return deps.handBacks.again(ids, deps.now());
    },
    nextDue: async () => {
      const times = await Promise.all(deps.sources.map(async (source) => later(await deps.handBacks.nextDue(source), pauses.get(source)?.until)));
      return times.flatMap((at) => at ?? []).sort((a, b) => a.getTime() - b.getTime())[0];
    },
  };
}

interface Pause {
  readonly until: Date;
  readonly failures: number;
}

function later(due: Date | undefined, pause: Date | undefined): Date | undefined {
  return due === undefined || pause === undefined || due > pause ? due : pause;
}

async function owe({ demands, handBacks, sources, now }: TellingSources, id: string): Promise<void> {
  const stored = await demands.load(id);
  if (stored === undefined) return;
  const results = await resultsFor({ demands }, stored.state, (source) => sources.includes(source));
  const owed = results.map((told) => ({ id: `${told.no}-${told.status}-${new Date(told.at).getTime().toString(36)}`, source: told.source, told: { ...told } }));
  await handBacks.put(owed, now());
}

async function tellAll(deps: TellingSources, source: string, pauses: Map<string, Pause>): Promise<number> {
  const { handBacks, leases, holder, now } = deps;
  for (let settled = 0; ; ) {
    if (settled === AT_ONCE) return settled;
    if ((pauses.get(source)?.until ?? now()) > now()) return settled;
    const one = await handBacks.due(source, now());
    if (one === undefined || !(await leases.take(`results:${source}`, holder, now(), LEASE_MS))) return settled;
    const told = await deps.tell(source, one.id, await openedResult(deps, Shown.parse(one.told)));
    if (told.outcome === 'unreachable') {
      const failures = (pauses.get(source)?.failures ?? 0) + 1;
      pauses.set(source, { failures, until: new Date(now().getTime() + Math.min(told.retryAfterMs ?? waitAfter(failures), LONGEST_PAUSE_MS)) });
    } else pauses.delete(source);
    await settle(deps, one, told);
    settled++;
  }
}

async function settle({ handBacks, now, gaveUp }: TellingSources, one: HandBack, told: Told): Promise<void> {
  if (told.outcome === 'accepted') return handBacks.accepted(one.id, now());
  const next = new Date(now().getTime() + Math.max(waitAfter(one.attempts + 1), told.retryAfterMs ?? 0));
  if (next.getTime() - one.since.getTime() <= GIVE_UP_MS) return handBacks.later(one.id, next, told.why, now());
  gaveUp(one, told.why);
  await handBacks.giveUp(one.id, told.why, now());
}

/** Half a minute, then twice as long each time, up to six hours. */
function waitAfter(tries: number): number {
  return Math.min(FIRST_WAIT_MS * 2 ** Math.min(tries - 1, 20), LONGEST_WAIT_MS);
}
