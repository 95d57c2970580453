import { z } from 'zod';
import type { Demand } from '../../domain/demand.ts';
import { present } from '../../domain/demand.ts';
import { NEITHER_WORDS } from '../../locales/lexicon/commands.ts';
import type { CommandWord } from '../../locales/lexicon/commands.ts';
import { withoutEnd } from '../../understanding/plain-text.ts';
import { ownNumber } from '../acting/act.ts';
import { isStaff } from '../acting/actor.ts';
import type { Execute } from '../execute.ts';
import type { Senses } from '../intake/senses.ts';
import { speaksToAModel } from '../intake/understand-well.ts';
import type { DemandStore } from '../ports/demands.ts';
import type { MediaStore } from '../ports/media.ts';
import type { Sealer } from '../ports/sealer.ts';
import { remembered } from '../remembered.ts';
import type { Remembering } from '../remembered.ts';
import { showWork, workTold } from './evidence.ts';
import { plain, written } from './grammar.ts';
import type { ChatHandler, Reply, Utterance } from './utterance.ts';
import { reply } from './utterance.ts';

/** What is needed to take pictures and voices that come without words. */
export interface TakingPictures extends Pick<Senses, 'describePicture'>, Pick<Execute, 'execute'>, Remembering {
  readonly demands: Pick<DemandStore, 'raisedBy' | 'concerning'>;
  readonly sealer: Pick<Sealer, 'seal' | 'open'>;
  readonly media: Pick<MediaStore, 'get'>;
  readonly maskPersonal: (text: string) => string;
  /** Registers a voice that nobody has put into words. */
  readonly keepVoice: (utterance: Utterance) => Promise<readonly Reply[]>;
}

/** What is needed to keep pictures until it is said what they belong to. */
interface KeepingPictures extends Remembering {
  readonly demands: Pick<DemandStore, 'causedBy'>;
  readonly sealer: Pick<Sealer, 'open'>;
}

const BELONGS_WITHIN_MS = 30 * 60_000;

/** The commands that pictures go with: what is told of a matter, and of the work on it. */
const TAKES: ReadonlySet<CommandWord> = new Set(['feed-back', 'finish', 'supplement']);

/** Whether words are a command that pictures go with. */
export function takesPictures(text: string): boolean {
  const command = written(text);
  return command !== undefined && TAKES.has(command.word);
}

/** A picture without words belongs to what the person has just told, of an own matter or of the work on one; else it is kept, and asked what it shows. */
export function pictures(deps: TakingPictures): ChatHandler {
  return async (utterance) => {
    const { person, room, text, media, kinds } = utterance;
    if (text !== '' || media.length === 0) return 'pass';
    if (room !== undefined) return [];
    const [own, told] = [await lastRaised(deps, person.id), await workTold.of(deps, person.id)];
    if (own !== undefined && (told === undefined || told.at <= own.at)) return addedTo(deps, own.demand, utterance);
    const shown = told && (await showWork(deps, utterance, told));
    if (shown !== undefined) return shown;
    return kinds.includes('audio') ? deps.keepVoice(utterance) : asked(deps, utterance);
  };
}

/** The matter that the person raised last, if that was lately. */
async function lastRaised({ demands, now }: TakingPictures, person: string): Promise<{ readonly demand: Demand; readonly at: Date } | undefined> {
  const [demand] = await demands.raisedBy(person, { open: true, limit: 1 });
  const at = demand === undefined ? undefined : present(demand).find((one) => one.person === person)?.at;
  return demand === undefined || at === undefined || now().getTime() - at.getTime() > BELONGS_WITHIN_MS ? undefined : { demand, at };
}

async function addedTo({ execute }: TakingPictures, demand: Demand, { id, actor, media }: Utterance): Promise<readonly Reply[]> {
  const added = await execute(demand.id, { type: 'supplement', by: actor, media }, id);
  return added.ok ? [] : reply('refusal.not-open', { no: ownNumber(demand, actor) }, demand);
}

/** Pictures that wait until it is said what they belong to, and what the first seems to show. */
const picturesKept = remembered('picture', z.object({ words: z.string().optional(), media: z.array(z.string()) }), BELONGS_WITHIN_MS);

async function asked(deps: TakingPictures, utterance: Utterance): Promise<readonly Reply[]> {
  const { person, actor, media: ids } = utterance;
  const { unit } = actor;
  const works = isStaff(actor) && unit !== undefined && (await deps.demands.concerning(unit.id, 1)).length > 0;
  const words = works ? undefined : await seenIn(deps, ids);
  await picturesKept.keep(deps, person.id, { words: words && (await deps.sealer.seal(person.id, words)), media: [...ids] });
  if (words !== undefined) return reply('chat.picture-seen', { words });
  return reply(works ? 'chat.picture-alone-staff' : 'chat.picture-alone');
}

async function seenIn({ describePicture, media, maskPersonal }: TakingPictures, ids: readonly string[]): Promise<string | undefined> {
  const [first] = describePicture === undefined ? [] : ids;
  const kept = first === undefined ? undefined : await media.get(first);
  const seen = kept?.type.startsWith('image/') === true ? await describePicture?.(kept) : undefined;
  return seen === undefined || speaksToAModel(seen) ? undefined : maskPersonal(seen);
}

/**
 * Pictures that came without words go with whatever is told next and changes a matter; so do those that came with words of which nothing became. Yes to what a picture
 * seems to show makes these words the person's own.
 */
export function withPicturesKept(deps: KeepingPictures, handler: ChatHandler): ChatHandler {
  return async (utterance) => {
    const { id, room, person, text, media, kinds } = utterance;
    if (room !== undefined || text === '' || isOther(text)) return handler(utterance);
    const kept = await picturesKept.of(deps, person.id);
    const all = [...new Set([...(kept?.media ?? []), ...media])];
    if (all.length === 0) return handler(utterance);

    const isYes = NEITHER_WORDS.same.test(withoutEnd(plain(text)));
    const words = isYes && kept?.words !== undefined ? await deps.sealer.open(kept.words) : text;
    const replies = await handler({ ...utterance, text: words ?? text, media: all });
    const isUsed = (await deps.demands.causedBy(id)).length > 0;
    // What a picture seems to show is agreed to with the next words, or never.
    if (!isUsed && (kept !== undefined || kinds.includes('image'))) await picturesKept.keep(deps, person.id, { media: all }, kept?.at);
    if (isUsed && kept !== undefined) await picturesKept.forget(deps, person.id);
    return replies;
  };
}

/** A command that no picture goes with. */
function isOther(text: string): boolean {
  return written(text) !== undefined && !takesPictures(text);
}
