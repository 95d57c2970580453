import type { Demand } from '../../domain/demand.ts';
import type { Execute } from '../execute.ts';
import type { Sealer } from '../ports/sealer.ts';
import type { Utterance } from './utterance.ts';

/** What is needed to add what somebody tells to a matter. */
export interface AddingWords {
  readonly execute: Execute['execute'];
  readonly sealer: Pick<Sealer, 'seal'>;
}

/** Adds words of an utterance, and what is shown with it, to a matter of the speaker's; false when the matter takes nothing any more. */
export async function addWords({ execute, sealer }: AddingWords, { id, person, actor, media }: Pick<Utterance, 'id' | 'person' | 'actor' | 'media'>, demand: Demand, words: string): Promise<boolean> {
  return (await execute(demand.id, { type: 'supplement', by: actor, words: await sealer.seal(person.id, words), media }, id)).ok;
}
