import { sourceFor } from '../../domain/mechanism/mechanism.ts';
import type { Matter } from '../../understanding/understanding.ts';
import { isMatter } from '../intake/is-matter.ts';
import type { Hearings } from '../ports/hearings.ts';
import { tagged, written } from './grammar.ts';
import { asOrdered } from './matter.ts';
import type { Hearing } from './matter.ts';
import { situationOf } from './situation-of.ts';
import type { ChatHandler, Reply, Utterance } from './utterance.ts';
import { reply } from './utterance.ts';

/** `#吹哨 …`, `#上报 …`, @bot, or a quoted message with a tag, in a group: registered there, with one quiet receipt. What somebody else said is taken without personal data. */
export function groupWhistle(deps: Hearing & { readonly hearings: Pick<Hearings, 'close'> }): ChatHandler {
  return async (utterance) => {
    const { room, text, mentionsBot, quoteOf } = utterance;
    const quote = utterance.quote === undefined ? undefined : deps.maskPersonal(utterance.quote);
    if (room === undefined) return 'pass';
    const behindTag = tagged(text);
    if (behindTag === undefined && !mentionsBot) return 'pass';

    const words = [quote, behindTag ?? text].filter((part) => part !== undefined && part.trim() !== '').join('\n');
    if (words === '') return inGroup(utterance, 'chat.group-empty');
    const { matters } = await deps.understandWell(words, situationOf(deps, utterance));
    if (behindTag === undefined && !matters.some(isMatter)) return inGroup(utterance, 'chat.group-not-matter');
    if (utterance.media.length === 0 && matters.every(isGreeting)) return reply('chat.group-not-matter');
    const numbers = await register(deps, utterance, words, asOrdered(matters));
    if (quoteOf !== undefined) await deps.hearings.close(quoteOf);
    return numbers.length > 1 ? inGroup(utterance, 'chat.group-receipt', { count: numbers.length, numbers }) : [];
  };
}

/** Nothing but manners: not even a sign makes a matter of it. */
function isGreeting({ intent, reasons }: Matter): boolean {
  return intent === 'small-talk' && reasons.includes('manners');
}

async function register({ registerMatter, mechanism }: Hearing, utterance: Utterance, text: string, matters: readonly Matter[]): Promise<readonly string[]> {
  const numbers: string[] = [];
  const { actor, id, media, room, at } = utterance;
  for (const [index, one] of matters.entries()) {
    const source = sourceFor(mechanism, 'resident', 'group');
    const { no } = await registerMatter({ actor, source, origin: index === 0 ? id : `${id}#${index + 1}`, room, together: matters.length > 1, place: room, text: one.words ?? text, media: index === 0 ? media : [], matter: one, saidAt: at, mayAsk: false });
    numbers.push(no);
  }
  return numbers;
}

/** Commands written in a group are carried out, and answered privately. */
export function commandInGroup(commands: ChatHandler): ChatHandler {
  return async (utterance) => {
    if (utterance.room === undefined || tagged(utterance.text) !== undefined) return 'pass';
    const command = written(utterance.text);
    if (command === undefined || (command.no === undefined && !utterance.mentionsBot)) return 'pass';
    return commands({ ...utterance, room: undefined });
  };
}

function inGroup({ room }: Utterance, key: Reply['key'], params?: Reply['params']): readonly Reply[] {
  return room === undefined ? [] : [{ key, params, to: { room: room.id } }];
}
