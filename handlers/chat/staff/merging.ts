import type { Demand } from '../../../domain/demand.ts';
import { directs, holds, isChangeable } from '../../../domain/powers.ts';
import { isSounding } from '../../../domain/whistle.ts';
import { MERGES } from '../../../locales/lexicon/staff-words.ts';
import { openWithin, ownNumber } from '../../acting/act.ts';
import { plain, spoken } from '../grammar.ts';
import type { ChatHandler, Reply, SaidText, Utterance } from '../utterance.ts';
import { reply } from '../utterance.ts';
import { mattersNamed, numbersIn } from './matters-meant.ts';
import type { Ready } from './offered.ts';
import { isOrder, LISTED } from './ordering.ts';
import type { Ordering } from './ordering.ts';

/** A matter and another that goes on as part of it. */
interface Pair {
  readonly into: Demand;
  readonly other: Demand;
}

/** Who may merge and says that two matters are one: with both numbers it is done; named by their thing, or the only two, it is asked; nothing is merged on a guess. */
export function merging(deps: Ordering): ChatHandler {
  return async (utterance) => {
    const said = spoken(utterance.text);
    if (!isOrder(utterance) || !MERGES.some((one) => one.test(said))) return 'pass';
    const [no, other, ...others] = numbersIn(plain(utterance.text));
    if (no !== undefined && other !== undefined && others.length === 0) return deps.run(utterance, { key: 'step.say.merge', params: { no, other } });
    const pairs = await pairsMeant(deps, utterance);
    await deps.offer(utterance, pairs.map((pair) => sayOf(pair, utterance)));
    const [only, ...more] = pairs;
    if (only === undefined) return reply('chat.merge-none');
    if (more.length === 0) return [{ key: 'chat.merge-one', params: inWords(only, utterance), mask: true }];
    return [{ key: 'chat.merge-which', params: { list: pairs.map((pair, index): SaidText => ({ key: 'chat.merge-line', params: { index: index + 1, ...inWords(pair, utterance) } })) }, mask: true }];
  };
}

async function pairsMeant(deps: Ordering, utterance: Utterance): Promise<readonly Pair[]> {
  const { actor } = utterance;
  const able = (await openWithin(deps.demands, actor)).filter((one) => isChangeable(one) && (holds(actor, one) || directs(deps.mechanismOf(one), actor, one)));
  const known = able.map((demand) => ({ demand, no: ownNumber(demand, actor) }));
  const named = mattersNamed(deps.understand, known, utterance, undefined).map(({ demand }) => demand);
  const all = pairsOf(named);
  const alike = named.length === able.length && able.length > 2 ? all.filter(isAlike) : all;
  return [...alike].sort((a, b) => Number(isAlike(b)) - Number(isAlike(a))).slice(0, LISTED);
}

function pairsOf(demands: readonly Demand[]): readonly Pair[] {
  return demands.flatMap((one, index) => demands.slice(index + 1).flatMap((another) => pairOf(one, another) ?? []));
}

/** The later one goes into the earlier, unless units are called over it: two such stay apart. */
function pairOf(one: Demand, another: Demand): Pair | undefined {
  const [first, second] = one.raisedAt <= another.raisedAt ? [one, another] : [another, one];
  if (!isSounding(second.whistles)) return { into: first, other: second };
  return isSounding(first.whistles) ? undefined : { into: second, other: first };
}

function isAlike({ into, other }: Pair): boolean {
  return into.category === other.category && into.facts.place?.name === other.facts.place?.name;
}

function sayOf({ into, other }: Pair, { actor }: Utterance): Ready {
  return { key: 'step.say.merge', params: { no: ownNumber(into, actor), other: ownNumber(other, actor) } };
}

function inWords(pair: Pair, utterance: Utterance): NonNullable<Reply['params']> {
  const say = sayOf(pair, utterance);
  return { ...say.params, one: pair.into.facts.what, what: pair.other.facts.what, say };
}
