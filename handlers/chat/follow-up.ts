import type { Demand } from '../../domain/demand.ts';
import { present } from '../../domain/demand.ts';
import { circumstancePattern } from '../../locales/lexicon/circumstance-words.ts';
import type { Matter, Understand } from '../../understanding/understanding.ts';
import { ownNumber } from '../acting/act.ts';
import { namesThing } from '../intake/is-matter.ts';
import type { DemandStore } from '../ports/demands.ts';
import type { Now } from '../ports/now.ts';
import { addWords } from './add-words.ts';
import type { AddingWords } from './add-words.ts';
import { plain, simple } from './grammar.ts';
import { picksNone, saysYes } from './picked.ts';
import type { ChatHandler } from './utterance.ts';
import { reply } from './utterance.ts';

/** It chooses nothing, as nothing is asked, and adds nothing. */
const NUMBER_ALONE = /^\d{1,2}[.\u3002\u3001]?$/;
/** What is written so soon after a report belongs to it. */
export const AFTERTHOUGHT_WITHIN_MS = 3 * 60_000;

/** Whether words are so few that they may be a part of what was said before. */
export function isFewWords(text: string): boolean {
  return isWithin(text, { han: 12, letters: 30 });
}

/** Whether a text is no longer than this; what a few Chinese characters say takes more letters. */
export function isWithin(text: string, { han, letters }: { readonly han: number; readonly letters: number }): boolean {
  return text.length <= (/\p{Script=Han}/u.test(text) ? han : letters);
}

/** Whether somebody lets off steam: upset, and names no thing, no place of the directory and no danger. */
export function isOutburst(matters: readonly Matter[]): boolean {
  return matters.every((one) => one.upset && one.urgency !== 'danger' && !namesThing(one) && one.place.kind === 'unknown');
}

/** Whether words tell only why a matter is hard for the speaker or the family. */
export function tellsCircumstance(text: string): boolean {
  return isWithin(text, { han: 30, letters: 80 }) && circumstancePattern.test(simple(text));
}

/** When a person told of a matter, who may have joined it later than it was raised. */
export function toldAt(demand: Demand, person: string): Date {
  return present(demand).findLast((one) => one.person === person)?.at ?? demand.raisedAt;
}

interface Following extends AddingWords {
  readonly demands: Pick<DemandStore, 'raisedBy'>;
  readonly understand: Understand;
  readonly now: Now;
}

/** Words that say nothing by themselves, written right after a report, are an afterthought to it; an outburst is, whenever it comes. */
export function followUp({ demands, understand, now, ...deps }: Following): ChatHandler {
  return async (utterance) => {
    const { person, actor, room, text, at } = utterance;
    if (room !== undefined || text === '' || saysYes(text) || picksNone(text)) return 'pass';
    const [last] = await demands.raisedBy(person.id, { open: true, limit: 1 });
    const own = last === undefined ? undefined : present(last).find(({ no }) => no === ownNumber(last, actor));
    if (last === undefined || own === undefined) return 'pass';
    if (now().getTime() - own.at.getTime() > AFTERTHOUGHT_WITHIN_MS && !isOutburst(understand(text, { now: at }).matters)) return 'pass';

    if (NUMBER_ALONE.test(plain(text))) return reply('chat.number-alone', { no: own.no });
    return (await addWords(deps, utterance, last, text)) ? [] : 'pass';
  };
}
