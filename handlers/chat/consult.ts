import { z } from 'zod';
import type { Directory } from '../../domain/directory/directory.ts';
import type { Mechanism } from '../../domain/mechanism/mechanism.ts';
import { isStaff } from '../acting/actor.ts';
import { sortingDesk } from '../intake/route.ts';
import { deskOf } from '../letters/letters.ts';
import type { Counters, Ledger } from '../ports/coordination.ts';
import type { Now } from '../ports/now.ts';
import type { Sealer } from '../ports/sealer.ts';
import { written } from './grammar.ts';
import { ownGrid } from './situation-of.ts';
import type { ChatHandler, Reply, Utterance } from './utterance.ts';
import { reply } from './utterance.ts';

/** What is needed to hand a resident's words to a person, and to bring the answer back. */
export interface Consulting {
  readonly directory: () => Directory;
  readonly mechanism: Mechanism;
  readonly counters: Counters;
  readonly ledger: Pick<Ledger, 'claim' | 'get'>;
  readonly sealer: Pick<Sealer, 'seal'>;
  readonly maskPersonal: (text: string) => string;
  readonly now: Now;
}

const Asked = z.object({ person: z.string(), unit: z.string() });

/** Hands words to the people who look after the asker's place; neither side sees the other's contact, the bot carries the answer. */
export type HandToPerson = (utterance: Utterance, why: 'question' | 'person', words: string) => Promise<readonly Reply[]>;

/** Makes what hands words to a person; the same message is handed over under one code, however often it is taken up. */
export function createHandToPerson({ directory, mechanism, counters, ledger, sealer, maskPersonal, now }: Consulting): HandToPerson {
  return async ({ id, person, home, actor, room }, why, said) => {
    const words = said === '' ? '' : await sealer.seal(person.id, maskPersonal(said));
    const code = (await ledger.get(`consult-of:${id}`)) ?? String(await counters.next('consult'));
    await ledger.claim(`consult-of:${id}`, code, now());
    const unit = nearestDesk(directory(), mechanism, room?.grid ?? ownGrid(directory(), { person, home }) ?? actor.unit?.id);
    await ledger.claim(`consult:${code}`, JSON.stringify({ person: person.id, unit }), now());
    const staff = deskOf({ directory: directory(), mechanism }, unit, 'front').filter((one) => one !== person.id);
    const quoted = words === '' ? undefined : { key: 'chat.person-words' as const, params: { words } };
    const told = staff.map((one): Reply => (why === 'person' ? { key: 'chat.person-asked', params: { code, words: quoted }, to: { person: one }, mask: true } : { key: 'chat.question-asked', params: { code, words }, to: { person: one }, mask: true }));
    return [...reply(why === 'person' ? 'chat.person' : 'chat.question', { unit }), ...told];
  };
}

/** The lowest unit near the person where somebody is at the desk. */
function nearestDesk(directory: Directory, mechanism: Mechanism, near: string | undefined): string {
  const path = near === undefined ? {} : directory.path(near);
  const close = mechanism.tiers.map(({ id }) => path[id]).find((unit) => unit !== undefined && deskOf({ directory, mechanism }, unit, 'front').length > 0);
  return close ?? sortingDesk(directory, mechanism, near).unit;
}

/** 转人工 from a resident, and 答复 from the unit that was asked. */
export function consult(deps: Consulting, handToPerson: HandToPerson): ChatHandler {
  return async (utterance) => {
    const command = written(utterance.text);
    if (command?.word === 'person') return handToPerson(utterance, 'person', command.rest);
    if (command?.word !== 'answer' || !isStaff(utterance.actor)) return 'pass';

    const [, code, words] = /^(\d{1,12})[\s:,]+([^\s:,][\s\S]*)$/.exec(`${command.no ?? ''} ${command.rest}`.trim()) ?? [];
    if (code === undefined || words === undefined) return reply('refusal.bad-format', { example: { key: 'example.answer' } });
    const kept = await deps.ledger.get(`consult:${code}`);
    const asked = kept === undefined ? undefined : Asked.parse(JSON.parse(kept));
    const { unit } = utterance.actor;
    if (asked === undefined || asked.unit !== unit?.id) return reply('chat.consult-unknown', { code });
    return [...reply('chat.consult-sent'), { key: 'chat.consult-answer', params: { unit: unit.id, words }, to: { person: asked.person } }];
  };
}
