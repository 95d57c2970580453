import { ASSIST_WORDS, COMMAND_WORDS, LEAD_WORDS, REJECTED_WORDS, UPHELD_WORDS, type CommandWord } from '../../locales/lexicon/commands.ts';
import type { ConsoleWords } from '../../web/schemas/console.ts';
import type { DemandView } from '../../web/schemas/demand.ts';
import type { Cast } from './cast.ts';
import type { Chance } from './chance.ts';
import type { Sort, Texts } from './texts.ts';

/** What somebody says next about a demand, and in how many hours it is looked at again. */
export interface Step {
  readonly says?: { readonly from: string; readonly text: string } | undefined;
  readonly after: number;
  /** What was done, so that it is done once. */
  readonly did?: string | undefined;
}

/** What is needed to see the next step. */
export interface Scene {
  readonly view: DemandView;
  readonly sort: Sort;
  /** What was done before on this demand. */
  readonly did: ReadonlySet<string>;
  /** Below one for quick people, above for slow ones. */
  readonly pace: number;
  readonly chance: Chance;
  readonly cast: Cast;
  readonly texts: Texts;
  readonly words: ConsoleWords;
}

type Callee = DemandView['whistles'][number]['callees'][number];

const LATER: Step = { after: 20 };

/** The next step of those who handle a demand; undefined when nobody has anything more to say. */
export function nextStep(scene: Scene): Step | undefined {
  const { view } = scene;
  const asked = view.approvals?.find(({ status }) => status === 'waiting' || status === 'agreed');
  if (asked !== undefined) return approve(scene, asked);
  switch (view.status) {
    case 'waiting':
      return isLowest(scene) ? atTheBottom(scene) : above(scene);
    case 'handling':
      return calleesOf(scene).length > 0 ? called(scene) : isLowest(scene) || !mayWhistle(scene) ? work(scene) : above(scene);
    case 'disputed':
      return said(scene, overseer(scene), 'finish', scene.chance.one(scene.sort.results), 30);
    case 'done':
    case 'closed':
      return afterwards(scene);
    default:
      return view.status === 'incomplete' ? LATER : undefined;
  }
}

function approve(scene: Scene, asked: NonNullable<DemandView['approvals']>[number]): Step {
  if (asked.status === 'agreed') return said(scene, scene.cast.worker(asked.caller), 'whistle', '', 2);
  return said(scene, scene.cast.secretary(asked.approver.unit, asked.approver.roles), 'agree', '', 3);
}

function isLowest({ view, words }: Scene): boolean {
  return view.tier === words.tiers[0]?.id;
}

function mayWhistle({ view, words }: Scene): boolean {
  return isHead(words, view.owner) && words.chains.some(({ from }) => from.includes(view.tier));
}

/** A tier's own unit, not one of its offices or departments. */
function isHead(words: ConsoleWords, id: string): boolean {
  const unit = words.units.find((one) => one.id === id);
  return unit !== undefined && words.units.find((one) => one.id === unit.parent)?.tier !== unit.tier;
}

function calleesOf({ view }: Scene): readonly Callee[] {
  return view.whistles.filter(({ status }) => status === 'sounding').flatMap(({ callees }) => callees).filter(({ status }) => status === 'called' || status === 'reported' || status === 'objecting');
}

/** A community takes it up, or sends it up. */
function atTheBottom(scene: Scene): Step {
  const { chance, texts, view } = scene;
  const worker = scene.cast.worker(view.owner, view.place?.grid);
  if (chance.is(0.07)) return said(scene, worker, 'escalate', chance.one(texts.reasons.escalate), chance.between(1, 12));
  return said(scene, worker, 'take', '', chance.between(3, 22));
}

/** A street or the district gives it to an office, whistles, or takes it up itself. */
function above(scene: Scene): Step {
  const { view, chance, sort, cast, texts } = scene;
  const worker = cast.worker(view.owner);
  if (view.status === 'waiting' && !mayWhistle(scene)) return chance.is(0.05) && !scene.did.has('object') ? said(scene, worker, 'object', chance.one(texts.reasons.object), 8) : said(scene, worker, 'take', '', chance.between(3, 20));
  const isUrgent = view.urgency !== 'routine';
  if (view.status === 'waiting' && scene.did.has('whistle')) return said(scene, worker, 'take', '', chance.between(2, 10));
  if (!mayWhistle(scene) || scene.did.has('whistle')) return work(scene);
  if (!isUrgent && chance.is(0.45)) return said(scene, worker, 'dispatch', sort.office, chance.between(2, 14));
  return whistle(scene, worker, isUrgent);
}

function whistle({ chance, sort, texts, ...scene }: Scene, worker: string | undefined, isUrgent: boolean): Step {
  const kind = isUrgent ? texts.kinds.urgent : sort.tough ? texts.kinds.tough : '';
  const assists = sort.assists.length > 0 && chance.is(0.7) ? ` ${ASSIST_WORDS[0] ?? ''} ${sort.assists.join(' ')}` : '';
  return said({ chance, sort, texts, ...scene }, worker, 'whistle', `${kind} ${LEAD_WORDS[0] ?? ''} ${sort.lead}${assists}`.trim(), isUrgent ? 0.3 : chance.between(1, 9));
}

/** Whoever has it works on it: news first, sometimes more time, then it is done. */
function work(scene: Scene): Step {
  const { view, chance, texts, sort, did } = scene;
  const worker = scene.cast.worker(view.owner, view.place?.grid);
  if (isLowest(scene) && !did.has('escalate') && chance.is(0.1)) return said(scene, worker, 'escalate', chance.one(texts.reasons.escalate), chance.between(1, 12));
  if (isLowest(scene) && !did.has('propose') && chance.is(0.08)) return said(scene, worker, 'propose', `${LEAD_WORDS[0] ?? ''} ${sort.lead}`, chance.between(3, 12));
  if (mayWhistle(scene) && !did.has('whistle') && chance.is(0.12)) return whistle(scene, worker, view.urgency !== 'routine');
  if (!did.has('feed-back') && chance.is(0.6)) return said(scene, worker, 'feed-back', chance.one(sort.feedback), chance.between(4, 30));
  return said(scene, worker, 'finish', chance.one([...sort.results, ...sort.results, ...texts.reasons.general]), 3);
}

/** The called units report in, tell news and finish, one after another; an objection or a plea for time is answered first. */
function called(scene: Scene): Step {
  const { view, chance, texts, sort, did, cast } = scene;
  const callees = calleesOf(scene);
  const caller = view.whistles.at(-1)?.caller ?? view.owner;
  if (callees.some(({ status }) => status === 'objecting')) return said(scene, cast.worker(caller), 'objection', (chance.is(0.6) ? REJECTED_WORDS : UPHELD_WORDS)[0] ?? '', chance.between(1, 10));
  if (did.has('extend') && !did.has('agree')) return said(scene, cast.worker(caller), 'agree', '', chance.between(2, 10));
  const called = callees.find(({ status }) => status === 'called');
  const rush = view.urgency === 'routine' ? 1 : 0.08;
  if (called !== undefined) return chance.is(0.05) && !did.has('object') ? said(scene, cast.worker(called.unit), 'object', chance.one(texts.reasons.object), 4) : said(scene, cast.worker(called.unit), 'report-in', '', chance.between(2, 20) * rush);
  const quiet = callees.find(({ feedbackAt }) => feedbackAt === undefined);
  if (quiet !== undefined) return said(scene, cast.worker(quiet.unit), 'feed-back', chance.one(sort.feedback), chance.between(6, 50) * rush);
  const last = callees[0];
  if (!did.has('extend') && chance.is(0.08)) return said(scene, cast.worker(last?.unit ?? ''), 'extend', chance.one(texts.reasons.extend), 6);
  return said(scene, cast.worker(last?.unit ?? ''), 'finish', chance.one(sort.results), 2);
}

/** After it is done the caller rates those who were called; now and then something is left out of the rates, which a second person must agree to. */
function afterwards(scene: Scene): Step | undefined {
  const { view, chance, texts, words, cast, did } = scene;
  const over = overseer(scene);
  if (did.has('exclude') && !did.has('agree') && over !== undefined) return said(scene, cast.second(unitAbove(scene), over), 'agree', '', 20);
  const ended = view.whistles.findLast(({ status }) => status === 'ended');
  const unrated = ended?.callees.find(({ status, ratings, unit }) => status === 'done' && ratings.length === 0 && !did.has(`rate ${unit}`));
  if (ended !== undefined && unrated !== undefined && words.marks.dimensions.length > 0) {
    const marks = words.marks.dimensions.map(() => Math.max(1, words.marks.scale - Math.floor(chance.roll() ** 2 * 3)));
    return { ...said(scene, chance.is(0.8) ? cast.worker(ended.caller) : undefined, 'rate', `${nameOf(words, unrated.unit)} ${marks.join(' ')}`, 2), did: `rate ${unrated.unit}` };
  }
  if (view.status === 'closed' && !did.has('exclude') && chance.is(0.015)) return said(scene, over, 'exclude', chance.one(texts.reasons.exclude), 12);
  return view.status === 'done' ? LATER : undefined;
}

function nameOf(words: ConsoleWords, id: string): string {
  return words.units.find((unit) => unit.id === id)?.name ?? id;
}

/** The unit of the tier above the lowest that looks after the holder. */
function unitAbove({ view, words }: Scene): string {
  const tier = words.tiers[1]?.id;
  let unit = words.units.find(({ id }) => id === view.owner);
  while (unit !== undefined && (unit.tier !== tier || !isHead(words, unit.id))) unit = words.units.find(({ id }) => id === unit?.parent);
  return unit?.id ?? view.owner;
}

function overseer(scene: Scene): string | undefined {
  return scene.cast.worker(unitAbove(scene));
}

function said({ view, pace }: Scene, from: string | undefined, word: CommandWord, rest: string, after: number): Step {
  const hours = after * (view.urgency === 'routine' ? pace : Math.min(pace, 1.2));
  return from === undefined ? { after: 24, did: word } : { says: { from, text: `${COMMAND_WORDS[word][0]} ${view.id} ${rest}`.trim() }, after: hours, did: word };
}
