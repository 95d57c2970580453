import { z } from 'zod';
import { NEITHER_WORDS } from '../../locales/lexicon/commands.ts';
import { present } from '../../domain/demand.ts';
import { ownNumber } from '../act.ts';
import type { Execute } from '../execute.ts';
import type { DemandStore, Ledger, MediaStore, Now, Sealer } from '../ports.ts';
import type { Senses } from '../senses.ts';
import { speaksToAModel } from '../understand-well.ts';
import { plain } from './grammar.ts';
import type { ChatHandler, Reply, Utterance } from './utterance.ts';
import { reply } from './utterance.ts';

/** What is needed to take pictures and voices that come without words. */
export interface TakingPictures extends Pick<Senses, 'describePicture'> {
  readonly demands: Pick<DemandStore, 'raisedBy'>;
  readonly execute: Execute['execute'];
  readonly ledger: Pick<Ledger, 'get' | 'set'>;
  readonly sealer: Pick<Sealer, 'seal' | 'open'>;
  readonly media: Pick<MediaStore, 'get'>;
  readonly maskPersonal: (text: string) => string;
  /** Registers a voice that nobody has put into words. */
  readonly keepVoice: (utterance: Utterance) => Promise<readonly Reply[]>;
  readonly now: Now;
}

const BELONGS_WITHIN_MS = 30 * 60_000;

/** A picture without words belongs to what the person has just told; else it is asked what it shows, with a draft of that where something can see it. */
export function pictures(deps: TakingPictures): ChatHandler {
  const { demands, execute, now } = deps;
  return async (utterance) => {
    const { id, person, actor, room, text, media, kinds } = utterance;
    if (text !== '' || media.length === 0) return 'pass';
    if (room !== undefined) return [];
    const [last] = await demands.raisedBy(person.id, { open: true, limit: 1 });
    const raised = last === undefined ? undefined : present(last).find((one) => one.person === person.id);
    if (last === undefined || raised === undefined || now().getTime() - raised.at.getTime() > BELONGS_WITHIN_MS) return kinds.includes('audio') ? deps.keepVoice(utterance) : asked(deps, utterance);

    const added = await execute(last.id, { type: 'supplement', by: actor, media }, id);
    return added.ok ? [] : reply('refusal.not-open', { no: ownNumber(last, actor) }, last);
  };
}

const Drafted = z.object({ words: z.string(), media: z.array(z.string()), at: z.coerce.date() });

async function asked(deps: TakingPictures, { person, media: ids }: Utterance): Promise<readonly Reply[]> {
  const { describePicture, media, ledger, sealer, maskPersonal, now } = deps;
  const [first] = describePicture === undefined ? [] : ids;
  const kept = first === undefined ? undefined : await media.get(first);
  const seen = kept?.type.startsWith('image/') === true ? await describePicture?.(kept) : undefined;
  const words = seen === undefined || speaksToAModel(seen) ? undefined : maskPersonal(seen);
  if (words === undefined) return reply('chat.picture-alone');
  await ledger.set(keyOf(person.id), JSON.stringify({ words: await sealer.seal(person.id, words), media: ids, at: now() }), now());
  return reply('chat.picture-seen', { words });
}

/** Yes to what a picture seems to show makes these words the person's own; the picture belongs to them, and to whatever else is told next. */
export function withPictureSeen({ describePicture, ledger, sealer, now }: Pick<TakingPictures, 'describePicture' | 'ledger' | 'sealer' | 'now'>, handler: ChatHandler): ChatHandler {
  if (describePicture === undefined) return handler;
  return async (utterance) => {
    const { room, person, text, media } = utterance;
    const kept = room === undefined && text !== '' ? await ledger.get(keyOf(person.id)) : undefined;
    const drafted = kept === undefined || kept === '' ? undefined : Drafted.parse(JSON.parse(kept));
    if (drafted === undefined || now().getTime() - drafted.at.getTime() > BELONGS_WITHIN_MS) return handler(utterance);
    const isYes = NEITHER_WORDS.same.test(plain(text).replace(/[\s\p{P}]+$/u, ''));
    const words = isYes ? await sealer.open(drafted.words) : text;
    const replies = await handler({ ...utterance, text: words ?? text, media: [...media, ...drafted.media] });
    await ledger.set(keyOf(person.id), '', now());
    return replies;
  };
}

function keyOf(person: string): string {
  return `picture:${person}`;
}
