import type { Demand } from '../../domain/demand.ts';
import { awaitsPlace } from '../../domain/demand.ts';
import { ADDS, LATIN_NAME } from '../../locales/lexicon/commands.ts';
import type { PlaceFound, PlaceGuess } from '../../understanding/understanding.ts';
import { ownNumber } from '../acting/act.ts';
import { isMatter, isSurelyOther, namesThing } from '../intake/is-matter.ts';
import { nearbyPlace, placeMeant } from '../intake/places.ts';
import type { DemandStore } from '../ports/demands.ts';
import type { Sealer } from '../ports/sealer.ts';
import { plain, written } from './grammar.ts';
import { isElsewhere, placeChosen } from './place-choice.ts';
import { isAnotherMatter, LONGEST_PLACE, replacesHome, saysMore, tellsAnother } from './place-told.ts';
import type { Understanding } from './place-told.ts';
import { locateAll } from './placing.ts';
import type { Placing, Together } from './placing.ts';
import { mattersMeant } from './revisit.ts';
import { saysSettled } from './says-settled.ts';
import { ownGrid } from './situation-of.ts';
import { isLocation } from './small-things.ts';
import type { ChatHandler, Reply, Utterance } from './utterance.ts';
import { reply } from './utterance.ts';

interface PlaceAnswering extends Placing, Understanding {
  readonly demands: Pick<DemandStore, 'raisedBy'>;
  readonly sealer: Pick<Sealer, 'seal' | 'open'>;
  readonly findPlace: (words: string, near: { grid?: string | undefined }) => PlaceGuess;
  /** Registers a matter that is told behind the answer. */
  readonly matter: ChatHandler;
}

const LOOKED_AT = 5;

/** The answer to "where is it?": a number offered, or words; it completes the same demand. Words that nobody knows go to a person with it; who says that it is settled is asked whether to withdraw. */
export function placeAnswer(deps: PlaceAnswering): ChatHandler {
  return async (utterance) => {
    const { person, text, room } = utterance;
    const shown = isLocation(utterance);
    if (room !== undefined || (text === '' && !shown) || written(text) !== undefined) return 'pass';
    const about = mattersMeant(await deps.demands.raisedBy(person.id, { open: true, limit: LOOKED_AT }), person.id, text);
    const said = { ...utterance, text: about.text };
    const [demand, ...others] = askedTogether(deps, said, about.raised.filter(awaitsPlace));
    return demand === undefined ? 'pass' : answered(deps, said, [demand, ...others], shown);
  };
}

/** The matter that an answer is for, and those told along with it, which the same question was asked of; what names the thing of one of them is for that one. */
function askedTogether({ understand, now }: PlaceAnswering, { text }: Utterance, waiting: readonly Demand[]): readonly Demand[] {
  const [last] = waiting;
  if (last === undefined || waiting.length === 1) return waiting;
  const [one] = understand(text, { now: now(), asked: true }).matters;
  const named = namesThing(one) ? waiting.find(({ category }) => category === one.category) : undefined;
  return named === undefined ? waiting.filter(({ origin }) => messageOf(origin) === messageOf(last.origin)) : [named];
}

/** All matters of one message come from it, each after the first with a number of its own. */
function messageOf(origin: string): string {
  return origin.replace(/#\d+$/, '');
}

/** Whoever is not understood while a matter has no place yet is asked once more where it is. */
export function repeatsWhere(demands: Pick<DemandStore, 'raisedBy'>, next: ChatHandler): ChatHandler {
  return async (utterance) => {
    const replies = await next(utterance);
    if (replies === 'pass' || !replies.some(({ key }) => key === 'chat.not-understood')) return replies;
    const open = await demands.raisedBy(utterance.person.id, { open: true, limit: LOOKED_AT });
    const waiting = open.find((demand) => awaitsPlace(demand) && demand.facts.place === undefined);
    return waiting === undefined ? replies : reply('chat.place-where', { no: ownNumber(waiting, utterance.actor) }, waiting);
  };
}

async function answered(deps: PlaceAnswering, utterance: Utterance, together: Together, shown: boolean): Promise<readonly Reply[] | 'pass'> {
  const { text } = utterance;
  const [demand] = together;
  const chosen = await placeChosen(deps.sealer, demand, text);
  if (chosen !== undefined) return locateAll(deps, utterance, together, chosen);
  if (isElsewhere(demand.choices, text)) return reply('chat.place-where', { no: ownNumber(demand, utterance.actor) }, demand);
  const runOn = runsOn(deps, utterance, demand);
  if (runOn !== undefined) return locatedAndHeard(deps, utterance, together, runOn);
  const found = placeIn(deps, utterance, text);
  if (shown) return locateAll(deps, utterance, together, found ?? nearbyOf(deps, utterance));
  if (found === undefined && saysSettled(text)) return reply('chat.settled', { no: ownNumber(demand, utterance.actor) }, demand);
  const isOther = found === undefined ? isAnotherMatter(deps, utterance) || replacesHome(deps, utterance, demand) : tellsAnother(deps, utterance, demand, found);
  return isOther ? 'pass' : locateAll(deps, utterance, together, found);
}

function placeIn({ findPlace, directory }: PlaceAnswering, utterance: Utterance, words: string): PlaceFound | undefined {
  // The number of a building beside a name that nobody lists is not the building of that number at home.
  return LATIN_NAME.test(plain(words)) ? undefined : placeMeant(findPlace(words, { grid: ownGrid(directory(), utterance) }));
}

/** The grid that a location lies in. */
function nearbyOf({ directory, now }: PlaceAnswering, { person: { nearby } }: Utterance): PlaceFound | undefined {
  return nearby === undefined ? undefined : nearbyPlace(directory(), nearby, now());
}

/** An answer that runs on: the place, and what else is told behind it. */
interface RunOn {
  readonly where: string;
  readonly found: PlaceFound;
  readonly rest: string;
}

/** A place that answers and, behind it, another matter: surely of another class, or told as one more thing (3号楼，对了…). */
function runsOn(deps: PlaceAnswering, utterance: Utterance, demand: Demand): RunOn | undefined {
  for (const { index, 0: link } of utterance.text.matchAll(BETWEEN)) {
    if (index > LONGEST_PLACE) return undefined;
    const where = utterance.text.slice(0, index);
    const found = placeIn(deps, utterance, where);
    if (found === undefined || saysMore(where, found)) continue;
    const behind = utterance.text.slice(index + link.length);
    const rest = behind.replace(ADDS, '');
    const [one] = deps.understand(rest, { now: deps.now() }).matters;
    const isOther = rest === behind ? isSurelyOther(one, demand) : (namesThing(one) && one.category !== demand.category) || placeIn(deps, utterance, rest) !== undefined;
    if (isMatter(one) && isOther) return { where, found, rest };
  }
  return undefined;
}

const BETWEEN = /[\s,.;!\u3001\u3002\uFF0C\uFF1B\uFF01]+/gu;

/** What is told behind the answer is heard by itself, at the same place where it tells none. */
async function locatedAndHeard(deps: PlaceAnswering, utterance: Utterance, together: Together, { where, found, rest }: RunOn): Promise<readonly Reply[] | 'pass'> {
  const located = await locateAll(deps, { ...utterance, text: where }, together, found);
  if (located === 'pass') return 'pass';
  const heard = await deps.matter({ ...utterance, id: `${utterance.id}#more`, text: placeIn(deps, utterance, rest) === undefined ? `${found.said}${rest}` : rest });
  return heard === 'pass' ? located : [...located, ...heard];
}
