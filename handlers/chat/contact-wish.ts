import { z } from 'zod';
import { awaitsPlace, isInHand } from '../../domain/demand.ts';
import { BESIDE_CONTACT, CONTACT_WISHES, NAMES_CONTACT } from '../../locales/lexicon/contact-words.ts';
import { inStandardWords } from '../../understanding/plain-text.ts';
import type { DemandStore } from '../ports/demands.ts';
import type { Sealer } from '../ports/sealer.ts';
import { remembered, type Remembering } from '../remembered.ts';
import { addWords } from './add-words.ts';
import type { AddingWords } from './add-words.ts';
import { isWithin } from './follow-up.ts';
import { simple, written } from './grammar.ts';
import { portOf } from './matter.ts';
import type { ChatHandler } from './utterance.ts';
import { reply } from './utterance.ts';

/** Whoever says it first tells the matter next. */
const LASTS_MS = 48 * 3600_000;

/** What is kept with more than that is said anew. */
const LONGEST = 120;

const wished = remembered('contact', z.object({ words: z.string() }), LASTS_MS);

interface Wishing extends Remembering, AddingWords {
  readonly demands: Pick<DemandStore, 'raisedBy' | 'load'>;
  readonly sealer: Pick<Sealer, 'seal' | 'open'>;
}

/** How somebody can be reached, and nothing else (我听不见别打电话): it goes with the matter in hand, or is kept for the one that is told next. */
export function contactWish(deps: Wishing): ChatHandler {
  return async (utterance) => {
    const { person, room, text, media } = utterance;
    if (room !== undefined || media.length > 0 || portOf(utterance) === 'worker' || written(text) !== undefined || !saysOnlyContact(text)) return 'pass';
    const before = await contactWished(deps, person.id);
    await wished.keep(deps, person.id, { words: await deps.sealer.seal(person.id, before === undefined || before.length > LONGEST ? text : `${before}\n${text}`) });
    const [last] = await deps.demands.raisedBy(person.id, { open: true, limit: 1 });
    if (last === undefined || !(isInHand(last) || awaitsPlace(last))) return reply('chat.contact-noted');
    return (await addWords(deps, utterance, last, text)) ? [] : reply('chat.contact-noted');
  };
}

/** Whether all that words say is how, when or why not somebody is to be called. */
function saysOnlyContact(text: string): boolean {
  const said = inStandardWords(simple(text));
  if (!isWithin(said, { han: 60, letters: 140 }) || !NAMES_CONTACT.test(said)) return false;
  const left = CONTACT_WISHES.reduce((words, one) => words.replace(one, ' '), said.replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, ''));
  return BESIDE_CONTACT.test(left) && left.trim().length < said.length;
}

/** What is needed to find what was wished before. */
interface Wished extends Remembering {
  readonly demands: Pick<DemandStore, 'raisedBy' | 'load'>;
  readonly sealer: Pick<Sealer, 'open'>;
}

/** What a person wished about it not long ago, or with a matter that is still open, as it was said. */
export async function contactWished(deps: Wished, person: string): Promise<string | undefined> {
  const kept = await wished.of(deps, person);
  return kept === undefined ? wishedBefore(deps, person) : deps.sealer.open(kept.words);
}

const LOOKED_AT = 3;

/** What was wished with a matter that is still open: it holds for the next one too. */
async function wishedBefore({ demands, sealer }: Wished, person: string): Promise<string | undefined> {
  for (const demand of await demands.raisedBy(person, { open: true, limit: LOOKED_AT })) {
    const nos = demand.reporters.filter((one) => one.person === person).map(({ no }) => no);
    const added = (await demands.load(demand.id))?.timeline.flatMap((entry) => (entry.type === 'supplemented' && nos.includes(entry.data.no ?? demand.id) ? [entry.data.words] : [])) ?? [];
    const told = [...demand.reporters.filter((one) => one.person === person).map(({ words }) => words), ...added];
    const lines = (await Promise.all(told.flatMap((words) => words ?? []).map((words) => sealer.open(words)))).flatMap((words) => words?.split('\n') ?? []);
    const wishes = [...new Set(lines.filter(saysOnlyContact))];
    if (wishes.length > 0) return wishes.join('\n').slice(-LONGEST);
  }
  return undefined;
}
