import type { Demand } from '../../domain/demand.ts';
import { awaitsPlace, isInHand, present } from '../../domain/demand.ts';
import { sourceFor } from '../../domain/mechanism/mechanism.ts';
import type { Mechanism } from '../../domain/mechanism/mechanism.ts';
import { COPULA, MISPLACED, POINTS_THERE, SOMEWHERE } from '../../locales/lexicon/commands.ts';
import type { PlaceGuess } from '../../understanding/understanding.ts';
import type { Act } from '../acting/act.ts';
import { ownNumber } from '../acting/act.ts';
import { placeMeant } from '../intake/places.ts';
import type { DemandStore } from '../ports/demands.ts';
import type { Now } from '../ports/now.ts';
import { AFTERTHOUGHT_WITHIN_MS } from './follow-up.ts';
import { tagged } from './grammar.ts';
import { bare } from './picked.ts';
import type { ChatHandler, Utterance } from './utterance.ts';

interface Correcting {
  readonly demands: Pick<DemandStore, 'raisedBy'>;
  readonly act: Act;
  readonly findPlace: (words: string, near: { grid?: string | undefined }) => PlaceGuess;
  readonly now: Now;
}

const LONGEST = 30;
const LOOKED_AT = 5;
const WHISTLED_WITHIN_MS = 10 * 60_000;

/** Who says, without a line's number, that it is somewhere else puts the place of the latest matter right; right after a report a place alone does. What is asked after goes first. */
export function placeCorrection(deps: Correcting): ChatHandler {
  return async (utterance) => {
    if (utterance.room !== undefined) return 'pass';
    return putRight(deps, utterance, (last, isMarked) => isMarked || isJustRaised(deps, utterance, last, AFTERTHOUGHT_WITHIN_MS));
  };
}

/** Who has just whistled in a group and says there that it is somewhere else puts the place right; the group hears nothing of it. */
export function placeCorrectionInGroup(deps: Correcting & { readonly mechanism: Mechanism }): ChatHandler {
  const source = sourceFor(deps.mechanism, 'resident', 'group');
  return async (utterance) => {
    if (utterance.room === undefined || utterance.mentionsBot || tagged(utterance.text) !== undefined) return 'pass';
    return putRight(deps, utterance, (last, isMarked) => isMarked && present(last).some((one) => one.person === utterance.person.id && one.source === source) && isJustRaised(deps, utterance, last, WHISTLED_WITHIN_MS));
  };
}

async function putRight(deps: Correcting, utterance: Utterance, isMeant: (last: Demand, isMarked: boolean) => boolean): ReturnType<ChatHandler> {
  const { id, actor, person, text } = utterance;
  const said = bare(text);
  if (said === '' || said.length > LONGEST) return 'pass';
  const mark = MISPLACED.map((one) => one.exec(said)?.[0]).find((found) => found !== undefined);
  const where = said.slice(mark?.length ?? 0).replace(COPULA, '').replace(POINTS_THERE, '');
  if (where === '') return 'pass';
  const raised = await deps.demands.raisedBy(person.id, { open: true, limit: LOOKED_AT });
  const [last] = raised;
  if (last === undefined || !isInHand(last) || raised.some(awaitsPlace)) return 'pass';
  if (!isMeant(last, mark !== undefined) || !isWhere(deps, last, where, mark !== undefined)) return 'pass';
  const acted = await deps.act(actor, ownNumber(last, actor), { type: 'locate', place: where }, id);
  return acted.ok ? [] : 'pass';
}

function isJustRaised({ now }: Correcting, { person }: Utterance, demand: Demand, withinMs: number): boolean {
  const own = present(demand).find((one) => one.person === person.id);
  return own !== undefined && now().getTime() - own.at.getTime() <= withinMs;
}

/** Whether words say where something is and nothing else; what no list of places has, only where a place is put right. */
function isWhere({ findPlace }: Correcting, { facts }: Demand, words: string, isMarked: boolean): boolean {
  const found = placeMeant(findPlace(words, { grid: facts.place?.grid }));
  if (found === undefined) return isMarked && SOMEWHERE.test(words);
  const beside = words.replace(found.said, '').replace(/[\s\p{P}]+/gu, '');
  return beside === '' || (beside.length < words.length && SOMEWHERE.test(beside));
}
