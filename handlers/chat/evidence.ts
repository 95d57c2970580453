import { z } from 'zod';
import { ownNumber } from '../acting/act.ts';
import type { Execute } from '../execute.ts';
import { remembered } from '../remembered.ts';
import type { Reply, Utterance } from './utterance.ts';
import { reply } from './utterance.ts';

/** Staff have many matters in hand: what comes later may show another, and whoever raised this one would see it. */
const SHOWS_WITHIN_MS = 60_000;

/** The matter of which somebody has just told how the work goes: pictures that come next belong to it. */
export const workTold = remembered('told', z.object({ demand: z.string() }), SHOWS_WITHIN_MS);

/** Keeps pictures with the work that was told of; undefined when that matter takes none any more. */
export async function showWork({ execute }: Pick<Execute, 'execute'>, { id, actor, media }: Utterance, { demand }: { readonly demand: string }): Promise<readonly Reply[] | undefined> {
  const shown = await execute(demand, { type: 'show', by: actor, media }, id);
  return shown.ok ? reply('ok.show', { no: ownNumber(shown.value.state, actor), count: media.length }) : undefined;
}
