import { ASKED_OF_ME } from '../../locales/lexicon/own-words.ts';
import { withoutEnd } from '../../understanding/plain-text.ts';
import { isStaff } from '../acting/actor.ts';
import type { DemandStore } from '../ports/demands.ts';
import { spoken } from './grammar.ts';
import type { ChatHandler } from './utterance.ts';
import { reply } from './utterance.ts';

const LONGEST = 60;
type Asked = keyof typeof ASKED_OF_ME;
const QUESTIONS = Object.entries(ASKED_OF_ME) as [Asked, readonly RegExp[]][];

/** What residents ask about the program itself: whether it is a person, who sees what they write, how long things take. Of a matter in hand the last is told by where it stands. */
export function askedOfMe(demands: Pick<DemandStore, 'raisedBy'>): ChatHandler {
  return async ({ room, actor, text, person }) => {
    const asked = room !== undefined || isStaff(actor) ? undefined : questionIn(text);
    if (asked === undefined) return 'pass';
    if (asked !== 'long') return reply(`chat.asked-${asked}`);
    const [last] = await demands.raisedBy(person.id, { open: true, limit: 1 });
    return last === undefined ? reply('chat.asked-long') : 'pass';
  };
}

function questionIn(text: string): Asked | undefined {
  const said = withoutEnd(spoken(text));
  if (said.length > LONGEST) return undefined;
  return QUESTIONS.find(([, patterns]) => patterns.some((one) => one.test(said)))?.[0];
}

/** Whether a text asks how long something takes. */
export function asksHowLong(text: string): boolean {
  return questionIn(text) === 'long';
}
