import { isInHand } from '../../../domain/demand.ts';
import { ASKS_HOW, ASKS_REPORTER, NOT_IN_CHAT } from '../../../locales/lexicon/staff-words.ts';
import type { TextKey } from '../../../locales/text.ts';
import { mattersFor, ownNumber } from '../../acting/act.ts';
import type { CommandInput } from '../../acting/command-input.ts';
import { plain, spoken } from '../grammar.ts';
import type { ChatHandler, SaidText, Utterance } from '../utterance.ts';
import { reply } from '../utterance.ts';
import { mattersMeant, numberIn } from './matters-meant.ts';
import { isOrder } from './ordering.ts';
import type { Ordering } from './ordering.ts';

/** Who works for a unit and asks for what is not done in the chat, who raised a matter, or how something is written, is told at once. */
export function asking(deps: Ordering): ChatHandler {
  return async (utterance) => {
    if (!isOrder(utterance)) return 'pass';
    const said = spoken(utterance.text);
    if (matches(ASKS_REPORTER, said)) return reply('chat.reporter-hidden', { no: (await newest(deps, utterance)) ?? { key: 'part.a-number' } });
    if (matches(ASKS_HOW, said)) return how(deps, utterance);
    const asked = (Object.keys(NOT_IN_CHAT) as (keyof typeof NOT_IN_CHAT)[]).find((one) => matches(NOT_IN_CHAT[one], said));
    return asked === undefined ? 'pass' : reply(`chat.not-in-chat.${asked}`);
  };
}

function matches(patterns: readonly RegExp[], said: string): boolean {
  return patterns.some((one) => one.test(said));
}

/** The number of the matter that is meant: the one written, or the newest in hand. */
async function newest({ demands, understand }: Ordering, utterance: Utterance): Promise<string | undefined> {
  const { actor } = utterance;
  const open = (await mattersFor(demands, actor, 'staff')).filter(isInHand).map((demand) => ({ demand, no: ownNumber(demand, actor) }));
  return mattersMeant(understand, open, utterance, numberIn(plain(utterance.text)).no)[0]?.no;
}

const WORDS = '-';
type Step = Extract<CommandInput, { type: 'report-in' | 'take' | 'feed-back' | 'finish' | 'extend' | 'object' | 'escalate' }>;

/** What may be done with a matter, in the order in which it is done. */
const STEPS: readonly Step[] = [
  { type: 'report-in' }, { type: 'take' }, { type: 'feed-back', words: WORDS }, { type: 'finish', result: WORDS },
  { type: 'extend', reason: WORDS }, { type: 'object', basis: WORDS }, { type: 'escalate', reason: WORDS },
];

/** How everything is written that may be done now with the matter meant, or with the newest that waits for the earliest of the steps; without one, the help says it. */
async function how(deps: Ordering, utterance: Utterance): ReturnType<ChatHandler> {
  const { actor } = utterance;
  const { no } = numberIn(plain(utterance.text));
  const open = await deps.openSteps(actor, STEPS, { every: true });
  const steps = STEPS.flatMap(({ type }) => open.filter(({ input }) => input.type === type));
  const meant = mattersMeant(deps.understand, steps, utterance, no)[0]?.demand;
  if (meant === undefined) return reply('chat.not-understood-staff');
  const own = steps.filter(({ demand }) => demand.id === meant.id).map(({ input, no: known }) => exampleOf(`example.${input.type}`, known));
  const known = ownNumber(meant, actor);
  const directs = meant.holder === actor.unit?.id && actor.roles.some((role) => deps.mechanism.dispatchers.includes(role));
  const list = directs ? [exampleOf('example.dispatch', known), ...own] : own;
  return [{ key: 'chat.how', params: { no: known, what: meant.facts.what, list }, mask: true }];
}

function exampleOf(key: TextKey, no: string): SaidText {
  return { key, params: { no } };
}
