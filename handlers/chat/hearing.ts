import { sourceFor } from '../../domain/mechanism/mechanism.ts';
import { isStaff } from '../acting/actor.ts';
import { isMatter } from '../intake/is-matter.ts';
import type { Hearings } from '../ports/hearings.ts';
import type { Sealer } from '../ports/sealer.ts';
import { written } from './grammar.ts';
import type { Hearing as Understanding } from './matter.ts';
import { situationOf } from './situation-of.ts';
import type { ChatHandler, Utterance } from './utterance.ts';
import { reply } from './utterance.ts';

interface Overhearing extends Understanding {
  readonly hearings: Hearings;
  readonly sealer: Pick<Sealer, 'seal' | 'open'>;
}

/** Ordinary talk in a grid's group that looks like a matter: the grid worker is asked privately, the group hears nothing. What the grid worker writes there is looked at for a danger alone. */
export function overhear(deps: Overhearing): ChatHandler {
  return async (utterance) => {
    const { room, text, actor } = utterance;
    if (room === undefined) return 'pass';
    const worker = room.grid === undefined ? undefined : deps.directory().gridWorkers(room.grid)[0];
    if (room.grid === undefined || worker === undefined || text === '') return [];

    const { matters } = deps.understand(text, situationOf(deps, utterance));
    const urgent = matters.some(({ urgency }) => urgency === 'danger');
    if (!matters.some((one) => isMatter(one) && one.intent !== 'suggestion') || (worker.id === actor.person && !urgent)) return [];
    const words = await deps.sealer.seal(utterance.person.id, deps.maskPersonal(text));
    await remember(deps, utterance, room.grid, worker.id);
    const flag = urgent ? ({ key: 'part.flag-danger' } as const) : undefined;
    return [{ key: 'chat.hearing-ask', params: { room: room.name, flag, words }, to: { person: worker.id }, mask: true, urgent }];
  };
}

async function remember({ hearings, sealer }: Overhearing, { id, person, room, text, media, at }: Utterance, grid: string, asked: string): Promise<void> {
  await hearings.open({ id, room: room?.id ?? '', grid, speaker: person.id, asked, words: await sealer.seal(person.id, text), media, at });
}

/** 登记 or 忽略: the grid worker's answer. What is ignored is forgotten; what is registered is the worker's report, without the speaker's personal data. */
export function hearingAnswer(deps: Overhearing): ChatHandler {
  return async (utterance) => {
    const word = written(utterance.text)?.word;
    if ((word !== 'register' && word !== 'ignore') || !isStaff(utterance.actor)) return 'pass';
    const heard = await deps.hearings.newestFor(utterance.person.id);
    if (heard === undefined) return reply('chat.hearing-none');
    if (word === 'ignore') {
      await deps.hearings.close(heard.id);
      return reply('chat.hearing-ignored');
    }
    const text = deps.maskPersonal((await deps.sealer.open(heard.words)) ?? '');
    const room = { id: heard.room, grid: heard.grid };
    const { matters } = await deps.understandWell(text, { now: heard.at, grid: heard.grid, group: true });
    const source = sourceFor(deps.mechanism, 'worker', 'discovery');
    const { no, how } = await deps.registerMatter({ actor: utterance.actor, source, origin: heard.id, place: room, text, media: heard.media, matter: matters[0], saidAt: heard.at, mayAsk: false });
    await deps.hearings.close(heard.id);
    return how === 'known' ? reply('chat.hearing-registered', { no }) : [];
  };
}
