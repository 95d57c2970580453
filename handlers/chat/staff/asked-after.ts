import type { Actor } from '../../../domain/commands.ts';
import type { Demand } from '../../../domain/demand.ts';
import { isOpen } from '../../../domain/demand.ts';
import { ASKS_AFTER, ASKS_AFTER_THIS, OF_A_MATTER, POINTS_TO } from '../../../locales/lexicon/staff-words.ts';
import { ownNumber } from '../../acting/act.ts';
import { unitMeant } from '../../acting/unit-meant.ts';
import type { DemandStore } from '../../ports/demands.ts';
import type { Sealer } from '../../ports/sealer.ts';
import { statusOf } from '../../showing/describe.ts';
import { plain, spoken } from '../grammar.ts';
import { whereItStands } from '../progress.ts';
import type { ChatHandler, Reply, SaidText, Utterance } from '../utterance.ts';
import { reply } from '../utterance.ts';
import { unitAtStart } from './calling.ts';
import { mattersMeant, numberIn, ofThingNamed } from './matters-meant.ts';
import { isOrder, LISTED } from './ordering.ts';
import type { Ordering } from './ordering.ts';

/** What is needed to tell which matter is asked after. */
export interface AskingAfter extends Pick<Ordering, 'understand' | 'directory' | 'offer'> {
  readonly demands: Pick<DemandStore, 'list' | 'raisedBy'>;
  readonly sealer: Pick<Sealer, 'open'>;
}

/** A matter, and the number the speaker knows it by. */
interface Known {
  readonly demand: Demand;
  readonly no: string;
}

/** Who works for a unit and asks in own words how a matter stands, or who has it, is shown where it stands; of several it is asked which. What is open comes before what is over. */
export function askedAfter(deps: AskingAfter): ChatHandler {
  return async (utterance) => {
    const { no, words } = numberIn(plain(utterance.text));
    const asked = isOrder(utterance) ? askedIn(spoken(words)) : undefined;
    if (asked === undefined) return 'pass';
    const known = await knownTo(deps, utterance.actor);
    const open = known.filter(({ demand }) => isOpen(demand));
    const meant = await firstThatFits([open, known.filter(({ demand }) => !isOpen(demand))], (some) => meantOf(deps, utterance, some, no, asked.named));
    const [only, ...others] = meant;
    if (only === undefined) return asked.surely || no !== undefined ? reply('chat.asked-after-none') : 'pass';
    return others.length === 0 ? [whereItStands(only.demand, only.no, utterance.actor)] : which(deps, utterance, meant);
  };
}

/** What is asked after, in the words that name it, and whether they point to a matter. */
function askedIn(said: string): { readonly named: string; readonly surely: boolean } | undefined {
  for (const [asks, patterns] of [['how', ASKS_AFTER], ['this', ASKS_AFTER_THIS]] as const) {
    const words = patterns.map((one) => one.exec(said)?.[1]).find((one) => one !== undefined);
    const surely = words?.search(POINTS_TO) !== -1;
    if (words !== undefined && (surely || asks === 'how')) return { named: words.replace(POINTS_TO, ' ').trim().replace(OF_A_MATTER, ''), surely };
  }
  return undefined;
}

const LOOKED_AT = 200;

/** What the speaker's unit has to do with, and what the speaker has raised, the newest first. */
async function knownTo({ demands }: AskingAfter, actor: Actor): Promise<readonly Known[]> {
  const { items } = actor.unit === undefined ? { items: [] } : await demands.list({ units: [actor.unit.id], limit: LOOKED_AT });
  const own = await demands.raisedBy(actor.person, { open: true, limit: LOOKED_AT });
  const all = new Map([...items.map(({ state }) => state), ...own].map((demand) => [demand.id, demand]));
  return [...all.values()].map((demand) => ({ demand, no: ownNumber(demand, actor) }));
}

async function firstThatFits(lists: readonly (readonly Known[])[], fitting: (some: readonly Known[]) => Promise<readonly Known[]>): Promise<readonly Known[]> {
  for (const list of lists) {
    const found = await fitting(list);
    if (found.length > 0) return found;
  }
  return [];
}

/** By number, by the unit that has it, by thing or place, or by a word that was told of it; where nothing is named, what is in the speaker's own hands. */
async function meantOf(deps: AskingAfter, utterance: Utterance, some: readonly Known[], no: string | undefined, named: string): Promise<readonly Known[]> {
  const { actor } = utterance;
  if (no !== undefined) return some.filter((one) => one.no === no || one.demand.id === no);
  if (named === '') return mattersMeant(deps.understand, some.filter(({ demand }) => has(demand, actor.unit?.id) || demand.reporters.some(({ person }) => person === actor.person)), utterance, undefined);
  const ofUnit = some.filter(({ demand }) => isOfUnit(deps, actor, demand, named));
  if (ofUnit.length > 0) return ofUnit;
  return ofThingNamed(deps.understand, some, { ...utterance, text: named }) ?? toldWith(deps, some, named);
}

/** Whether another unit that is named has it; of several of one name the one at its place. */
function isOfUnit({ directory }: AskingAfter, actor: Actor, demand: Demand, named: string): boolean {
  const unit = unitMeant(directory(), actor, unitAtStart(directory(), actor, named) ?? named, demand.facts.place);
  return !('refusal' in unit) && unit.id !== actor.unit?.id && has(demand, unit.id);
}

/** A unit has what it holds, was given or was called to. */
function has({ holder, clocks, whistles }: Demand, unit: string | undefined): boolean {
  return holder === unit || clocks.some((clock) => clock.unit === unit) || whistles.some(({ callees }) => callees.some((one) => one.unit === unit));
}

const SHORTEST = 2;

async function toldWith({ sealer }: AskingAfter, some: readonly Known[], named: string): Promise<readonly Known[]> {
  if (named.length < SHORTEST) return [];
  const told = await Promise.all(some.map(async (one) => ({ one, words: await sealer.open(one.demand.facts.what) })));
  return told.filter(({ words }) => named.split(' ').every((part) => words?.includes(part) === true)).map(({ one }) => one);
}

async function which({ offer }: AskingAfter, utterance: Utterance, meant: readonly Known[]): Promise<readonly Reply[]> {
  const listed = meant.slice(0, LISTED);
  await offer(utterance, listed.map(({ no }) => ({ key: 'example.progress', params: { no } })));
  const list = listed.map(({ no, demand }, index): SaidText => ({ key: 'chat.asked-after-line', params: { index: index + 1, what: demand.facts.what, no, status: { key: `status.${statusOf(demand)}` } } }));
  const more: SaidText | undefined = meant.length > LISTED ? { key: 'chat.step-more', params: { count: meant.length - LISTED } } : undefined;
  return [{ key: 'chat.order-which', params: { list, more }, mask: true }];
}
