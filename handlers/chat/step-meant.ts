import { NOT_OURS, STEP_ASKED, STEP_SIGNS } from '../../locales/lexicon/step-words.ts';
import type { TextKey } from '../../locales/text.ts';
import type { Understand } from '../../understanding/understanding.ts';
import type { OpenStep, OpenSteps } from '../acting/act.ts';
import type { CommandInput } from '../acting/command-input.ts';
import { isPlainReport, saysWhere } from '../intake/is-matter.ts';
import { plain } from './grammar.ts';
import { portOf } from './matter.ts';
import { picksNone, saysYes } from './picked.ts';
import { mattersMeant, numberIn } from './staff/matters-meant.ts';
import type { Offer, Ready } from './staff/offered.ts';
import { LISTED, notListed } from './staff/ordering.ts';
import type { ChatHandler, Reply, SaidText, Utterance } from './utterance.ts';
import { reply } from './utterance.ts';

interface Proposing {
  readonly openSteps: OpenSteps;
  readonly understand: Understand;
  readonly offer: Offer;
}

/** What words tell of a matter in hand. */
type Step = keyof typeof STEP_SIGNS;

/** The steps that fit what is told, the likeliest first. */
const INPUTS: Readonly<Record<Step, readonly Proposed['type'][]>> = { longer: ['extend', 'report-in', 'take', 'feed-back'], received: ['report-in', 'take'], 'under-way': ['report-in', 'take', 'feed-back'], 'not-there': ['feed-back'], done: ['finish'], beyond: ['escalate', 'object'] };
type Proposed = Extract<CommandInput, { type: 'report-in' | 'take' | 'feed-back' | 'finish' | 'escalate' | 'object' | 'extend' }>;
type Open = OpenStep<Proposed>;

/** The steps that say nothing by themselves, with what is told along with them. */
const WITH_WORDS = new Map<Proposed['type'], TextKey>([['report-in', 'step.say.report-in-told'], ['take', 'step.say.take-told']]);

const OTHER: SaidText = { key: 'chat.step-other' };

/** Who works for a unit and writes that it has come, is under way, takes longer, is done or is not for it to solve is asked whether that is a step in a matter of the unit's, and told how to say so. A danger that is reported is no such word. */
export function stepMeant({ openSteps, understand, offer }: Proposing): ChatHandler {
  return async (utterance) => {
    const { room, actor, text } = utterance;
    const step = room === undefined && portOf(utterance) === 'worker' ? stepIn(text) : undefined;
    if (step === undefined || (AS_NEWS_TOO.has(step) && isNews(understand, utterance, step))) return 'pass';

    const { no, words } = numberIn(plain(text));
    const inputs = step === 'beyond' && NOT_OURS.test(words) ? INPUTS[step].toReversed() : INPUTS[step];
    const steps = mattersMeant(understand, await openSteps(actor, inputs.map((type) => inputOf(type, words))), utterance, no);
    const other = step === 'received' ? undefined : OTHER;
    const tells = step !== 'received';
    await offer(utterance, steps.slice(0, LISTED).map((one) => (tells ? toldWith(one, words) : sayOf(one, words))));
    return proposal(steps, words, tells, other);
  };
}

/** Who works for a unit, has matters in hand and is not understood is shown how it is written that this is how one of them goes. */
export function perhapsOfMatter({ openSteps, understand, offer }: Proposing): ChatHandler {
  return async (utterance) => {
    const { room, actor, text } = utterance;
    if (room !== undefined || portOf(utterance) !== 'worker' || !/\p{L}/u.test(text) || saysYes(text) || picksNone(text)) return 'pass';
    const { no, words } = numberIn(plain(text));
    const steps = mattersMeant(understand, await openSteps(actor, [inputOf('feed-back', words)]), utterance, no);
    const [only, ...others] = steps;
    if (only === undefined) return 'pass';
    await offer(utterance, steps.slice(0, LISTED).map((one) => sayOf(one, words)));
    if (others.length > 0) return listed('chat.step-perhaps', steps, OTHER);
    return [{ key: 'chat.step-perhaps-one', params: { no: only.no, what: only.demand.facts.what, say: sayOf(only, words), other: OTHER }, mask: true }];
  };
}

/** What tells of these may tell of something new as well. */
const AS_NEWS_TOO: ReadonlySet<Step> = new Set(['under-way', 'not-there', 'beyond']);

/** A danger is reported, or, where nobody is on the way, that something is wrong somewhere. */
function isNews(understand: Understand, { text, at, actor }: Utterance, step: Step): boolean {
  const { matters } = understand(text, { now: at, grid: actor.grids?.[0] });
  return numberIn(plain(text)).no === undefined && matters.some((one) => isPlainReport(one) && (one.urgency === 'danger' || (step !== 'under-way' && saysWhere(one.place))));
}

function stepIn(text: string): Step | undefined {
  const said = plain(text);
  const bare = said.replace(/[\s\p{P}]+/gu, ' ').trim();
  const steps = STEP_ASKED.test(said) ? ASKED_FOR : STEPS;
  return steps.find((step) => STEP_SIGNS[step].some((sign) => sign.test(step === 'received' ? bare : said)));
}

/** What is asked for is meant too. */
const ASKED_FOR: readonly Step[] = ['longer'];
const STEPS: readonly Step[] = ['done', 'not-there', 'longer', 'under-way', 'received', 'beyond'];

function inputOf(type: Proposed['type'], words: string): Proposed {
  switch (type) {
    case 'finish':
      return { type, result: words };
    case 'feed-back':
      return { type, words };
    case 'escalate':
    case 'extend':
      return { type, reason: words };
    case 'object':
      return { type, basis: words };
    default:
      return { type };
  }
}

function proposal(steps: readonly Open[], words: string, tells: boolean, other: SaidText | undefined): readonly Reply[] {
  const [only, ...others] = steps;
  if (only === undefined) return reply('chat.step-none');
  const isTold = tells && WITH_WORDS.has(only.input.type);
  if (others.length > 0) return listed('chat.step-which', steps, isTold ? { key: 'chat.step-told', params: { other } } : other);
  return [{ key: isTold ? 'chat.step-one-told' : 'chat.step-one', params: { no: only.no, what: only.demand.facts.what, name: { key: `step.name.${only.input.type}` }, say: sayOf(only, words), other }, mask: true }];
}

function listed(key: 'chat.step-which' | 'chat.step-perhaps', steps: readonly Open[], other: SaidText | undefined): readonly Reply[] {
  const list = steps.slice(0, LISTED).map(({ demand, no, input }, index): SaidText => ({ key: 'chat.step-line', params: { index: index + 1, what: demand.facts.what, name: { key: `step.name.${input.type}` }, no } }));
  return [{ key, params: { list, more: notListed(steps), other }, mask: true }];
}

function sayOf({ no, input }: Open, words: string): Ready {
  return { key: `step.say.${input.type}`, params: { no, words } };
}

/** The same, with the words where the step takes them along. */
function toldWith(step: Open, words: string): Ready {
  const key = WITH_WORDS.get(step.input.type);
  return key === undefined ? sayOf(step, words) : { key, params: { no: step.no, words } };
}
