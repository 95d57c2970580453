import { courtesyAtEnd, greetingAtStart } from '../../locales/lexicon/courtesy.ts';
import { ASKS_SERVICE, NO_QUESTION, OWN_PAPERS, WANTS_SERVICE } from '../../locales/lexicon/service-words.ts';
import { without } from '../patterns/matches.ts';
import { plainText } from '../plain-text.ts';
import type { Intent, ServiceAsked } from '../understanding.ts';
import type { FindServices, ServiceGuess } from './service-finder.ts';

const SURE = 0.45;
const AHEAD = 0.2;
const MAYBE = 0.3;
const NEARLY_AS_GOOD = 0.5;
const MOST = 3;
const LONGEST = 80;

/** Which service a text asks about: `intent` is what the engine takes the whole of it for. */
export type AskService = (text: string, intent: Intent, urgent: boolean) => ServiceAsked;

/** Makes the function that tells whether a text asks about a service, and about which. Words of anger and danger never do. */
export function createAskService(find: FindServices): AskService {
  return (text, intent, urgent) => {
    const plain = without(courtesyAtEnd, without(greetingAtStart, without(OWN_PAPERS, plainText(text))));
    const [first, ...others] = plain.length > LONGEST || urgent || NO_QUESTION.test(plain) ? [] : find(plain);
    if (first === undefined || first.score < leastFor(plain, intent, first)) return { kind: 'none' };

    const near = others.filter(({ score }) => score >= Math.max(MAYBE, first.score * NEARLY_AS_GOOD, first.score - AHEAD));
    if (near.length === 0 && first.score >= SURE) return { kind: 'found', id: first.id };
    return { kind: 'unsure', ids: [first, ...near].slice(0, MOST).map(({ id }) => id) };
  };
}

/** A question, of a firm too, may be about a service more easily than what only sounds like one; a matter never, unless it wants it done or says nothing but the name: 怎么办 ends a complaint too. */
function leastFor(text: string, intent: Intent, { alone }: ServiceGuess): number {
  if (intent === 'question') return MAYBE;
  if (intent === 'praise' || intent === 'abuse') return Infinity;
  const asks = ASKS_SERVICE.test(text);
  if (asks && intent === 'enterprise') return MAYBE;
  const says = (asks && intent !== 'complaint') || WANTS_SERVICE.test(text);
  return says || alone ? SURE : Infinity;
}
