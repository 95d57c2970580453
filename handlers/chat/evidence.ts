import { z } from 'zod';
import { ownNumber } from '../acting/act.ts';
import type { Execute } from '../execute.ts';
import type { Ledger } from '../ports/coordination.ts';
import type { Now } from '../ports/now.ts';
import type { Reply, Utterance } from './utterance.ts';
import { reply } from './utterance.ts';

/** What is needed to keep pictures of the work with what was told of it. */
export interface ShowingWork {
  readonly execute: Execute['execute'];
  readonly ledger: Pick<Ledger, 'get' | 'set'>;
  readonly now: Now;
}

const Told = z.object({ demand: z.string(), at: z.coerce.date() });

/** The work that somebody told of last, and when. */
export type LastTold = z.infer<typeof Told>;

/** Remembers that somebody has told how the work on a matter goes: pictures that come next belong to it. */
export async function rememberTold({ ledger, now }: Pick<ShowingWork, 'ledger' | 'now'>, person: string, demand: string): Promise<void> {
  await ledger.set(keyOf(person), JSON.stringify({ demand, at: now() }), now());
}

/** What somebody has told of the work within that time; undefined when it was nothing. */
export async function lastTold({ ledger, now }: Pick<ShowingWork, 'ledger' | 'now'>, person: string, withinMs: number): Promise<LastTold | undefined> {
  const kept = await ledger.get(keyOf(person));
  const told = kept === undefined ? undefined : Told.parse(JSON.parse(kept));
  return told === undefined || now().getTime() - told.at.getTime() > withinMs ? undefined : told;
}

/** Keeps pictures with the work that was told of; undefined when that matter takes none any more. */
export async function showWork({ execute }: Pick<ShowingWork, 'execute'>, { id, actor, media }: Utterance, { demand }: LastTold): Promise<readonly Reply[] | undefined> {
  const shown = await execute(demand, { type: 'show', by: actor, media }, id);
  return shown.ok ? reply('ok.show', { no: ownNumber(shown.value.state, actor), count: media.length }) : undefined;
}

function keyOf(person: string): string {
  return `told:${person}`;
}
