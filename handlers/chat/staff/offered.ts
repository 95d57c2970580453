import { z } from 'zod';
import type { Speak } from '../../../locales/speak.ts';
import type { Params } from '../../../locales/text.ts';
import type { DemandStore } from '../../ports/demands.ts';
import type { Sealer } from '../../ports/sealer.ts';
import { remembered } from '../../remembered.ts';
import type { Remembering } from '../../remembered.ts';
import { isAskedSince } from '../asked-since.ts';
import { portOf } from '../matter.ts';
import { picked, picksNone, saysYes } from '../picked.ts';
import type { ChatHandler, SaidText, Utterance } from '../utterance.ts';
import { reply } from '../utterance.ts';

interface Keeping extends Remembering {
  readonly sealer: Pick<Sealer, 'seal' | 'open'>;
}

/** A command ready to be given: its sentence, with words and numbers only. */
export interface Ready extends SaidText {
  readonly params: Params;
}

/** Remembers which commands a person was just offered, in the order in which they were listed. */
export type Offer = (utterance: Pick<Utterance, 'person'>, commands: readonly Ready[]) => Promise<void>;

const VALID_MS = 30 * 60_000;
const Says = z.array(z.string());

/** The commands, sealed together, and the message that has picked one. */
const commandsOffered = remembered('offered', z.object({ says: z.string(), picked: z.string().optional() }), VALID_MS);

/** Makes `Offer`. */
export function createOffer(deps: Keeping & { readonly speak: Speak }): Offer {
  return async ({ person: { id, language } }, commands) => {
    const says = commands.map(({ key, params }) => deps.speak(language, key, params));
    await commandsOffered.keep(deps, id, { says: await deps.sealer.seal(id, JSON.stringify(says)) });
  };
}

/** The answer to commands that were just offered, by number or, where it was one, by yes: the command is carried out as if it had been written. Whatever else is said ends the offer. */
export function offered(deps: Keeping & { readonly demands: Pick<DemandStore, 'raisedBy'> }, commands: ChatHandler): ChatHandler {
  return async (utterance) => {
    const { id, text, person, room } = utterance;
    const kept = room === undefined && text !== '' ? await commandsOffered.of(deps, person.id) : undefined;
    if (kept === undefined || (kept.picked !== undefined && kept.picked !== id)) return 'pass';
    const works = portOf(utterance) === 'worker';
    if (!works && (await isAskedSince(deps.demands, person.id, kept.at))) return 'pass';

    const says = Says.parse(JSON.parse((await deps.sealer.open(kept.says)) ?? '[]'));
    const which = picked(text) ?? (says.length === 1 && saysYes(text) ? 1 : undefined);
    const chosen = which === undefined ? undefined : says[which - 1];
    if (chosen === undefined) {
      await commandsOffered.forget(deps, person.id);
      return picksNone(text) ? reply(works ? 'chat.offer-none' : 'chat.perhaps-more-no') : 'pass';
    }
    // Taken up once more after a crash, the same message still finds what it has picked.
    await commandsOffered.keep(deps, person.id, { says: kept.says, picked: id }, kept.at);
    return commands({ ...utterance, text: chosen });
  };
}
