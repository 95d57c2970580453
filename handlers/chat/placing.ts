import type { Demand } from '../../domain/demand.ts';
import type { Directory } from '../../domain/directory/directory.ts';
import type { Mechanism } from '../../domain/mechanism/mechanism.ts';
import { FLOOR_ALONE } from '../../locales/lexicon/commands.ts';
import type { PlaceFound } from '../../understanding/understanding.ts';
import { ownNumber } from '../acting/act.ts';
import type { Execute } from '../execute.ts';
import { placeFrom, unlistedPlace } from '../intake/places.ts';
import { deskFor } from '../intake/route.ts';
import type { Sealer } from '../ports/sealer.ts';
import type { AskDoubt } from './ask-doubt.ts';
import { bare } from './picked.ts';
import { saysMore, saysNoPlace } from './place-told.ts';
import type { Reply, Utterance } from './utterance.ts';
import { reply } from './utterance.ts';

/** What is needed to place matters. */
export interface Placing {
  readonly askDoubt: AskDoubt;
  readonly execute: Execute['execute'];
  readonly sealer: Pick<Sealer, 'seal'>;
  readonly directory: () => Directory;
  readonly mechanismOf: (demand: Demand) => Mechanism;
}

/** The matter that an answer is for, and those that are where it is. */
export type Together = readonly [Demand, ...Demand[]];

/** Places the matter that is meant where it was found to be, or as it was written, and where it was placed the others too; of what is to be said of those, the first is enough. */
export async function locateAll(deps: Placing, utterance: Utterance, [demand, ...others]: Together, found: PlaceFound | undefined): Promise<readonly Reply[] | 'pass'> {
  const { placed, replies } = await locate(deps, utterance, demand, found);
  if (!placed) return replies;
  const also: Reply[] = [];
  for (const [nth, other] of others.entries()) {
    const one = await locate(deps, { ...utterance, id: `${utterance.id}#also-${String(nth + 1)}` }, other, found);
    if (one.replies !== 'pass') also.push(...one.replies);
  }
  return [...replies, ...also.slice(0, 1)];
}

type Located = { readonly placed: true; readonly replies: readonly Reply[] } | { readonly placed: false; readonly replies: readonly Reply[] | 'pass' };

async function locate(deps: Placing, { actor, text, id, person }: Utterance, demand: Demand, found: PlaceFound | undefined): Promise<Located> {
  const directory = deps.directory();
  const seal = (words: string) => deps.sealer.seal(person.id, words);
  const listed = found === undefined ? undefined : await placeFrom(directory, found, seal);
  const known = listed !== undefined && FLOOR_ALONE.test(bare(text)) ? { ...listed, detail: await seal(bare(text)) } : listed;
  if (known === undefined && demand.phase.status !== 'incomplete' && saysNoPlace(text)) return { placed: false, replies: reply('notice.place-given-up', { no: ownNumber(demand, actor) }, demand) };
  const place = known ?? unlistedPlace(directory, saysNoPlace(text) ? '' : await seal(text), demand.holder);
  const mechanism = deps.mechanismOf(demand);
  const to = known === undefined ? { tier: demand.tier, unit: demand.holder } : deskFor(directory, mechanism, demand, demand.category, known);
  const words = found !== undefined && saysMore(text, found) ? await seal(text) : undefined;
  const located = await deps.execute(demand.id, { type: 'locate', by: actor, place, to, words }, id);
  return located.ok ? { placed: true, replies: await deps.askDoubt(person.id, located.value.state) } : { placed: false, replies: 'pass' };
}
