import { z } from 'zod';
import type { Demand } from '../../domain/demand.ts';
import { AT_HOME, FLOOR_ALONE } from '../../locales/lexicon/commands.ts';
import type { PlaceFound } from '../../understanding/understanding.ts';
import type { Sealer } from '../ports/sealer.ts';
import { bare, picked, picksNone, saysYes } from './picked.ts';
import { saysNoPlace } from './place-told.ts';

const Found = z.looseObject({ said: z.string(), name: z.string(), confidence: z.number(), reasons: z.array(z.string()) });

/** The place that an answer picks of those that were offered with the question; undefined when it picks none. */
export async function placeChosen(sealer: Pick<Sealer, 'open'>, demand: Demand, text: string): Promise<PlaceFound | undefined> {
  const offered = chosenFrom(demand.choices, text);
  const opened = offered === undefined ? undefined : await sealer.open(offered.found);
  return opened === undefined ? undefined : Found.parse(JSON.parse(opened));
}

/** What of the places offered is picked: by its number, as the home, or by a yes to the only one. */
function chosenFrom(choices: Demand['choices'], text: string): Demand['choices'][number] | undefined {
  const number = picked(text);
  if (number !== undefined) return choices[number - 1];
  if (AT_HOME.test(bare(text)) || FLOOR_ALONE.test(bare(text))) return choices.find(({ home }) => home);
  return choices.length === 1 && saysYes(text) ? choices[0] : undefined;
}

/** Whether an answer is none of the places offered, a number that was not, or one of several and not said which; who says that no place is known is not asked again. */
export function isElsewhere(choices: Demand['choices'], text: string): boolean {
  return choices.length > 0 && !saysNoPlace(text) && (picksNone(text) || saysYes(text) || picked(text) !== undefined);
}
