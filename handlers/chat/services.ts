import { z } from 'zod';
import type { Service } from '../../domain/services.ts';
import { ALONG_WITH_IT, TAKES_OFFER } from '../../locales/lexicon/service-words.ts';
import type { Intent, ServiceAsked, Understand } from '../../understanding/understanding.ts';
import { isStaff } from '../acting/actor.ts';
import { isMatter } from '../intake/is-matter.ts';
import { doOnBehalf } from '../on-behalf.ts';
import type { DoingOnBehalf } from '../on-behalf.ts';
import type { DemandStore } from '../ports/demands.ts';
import type { Sealer } from '../ports/sealer.ts';
import { remembered } from '../remembered.ts';
import type { Remembering } from '../remembered.ts';
import { isAskedSince } from './asked-since.ts';
import type { HandToPerson } from './consult.ts';
import { plain, written } from './grammar.ts';
import { ownGrid, situationOf } from './situation-of.ts';
import type { ChatHandler, Reply, SaidText, Utterance } from './utterance.ts';
import { reply } from './utterance.ts';

/** What is needed to answer about services. */
export interface AnsweringServices extends DoingOnBehalf, Remembering {
  readonly askService: (text: string, intent: Intent, urgent: boolean) => ServiceAsked;
  readonly understand: Understand;
  readonly handToPerson: HandToPerson;
  readonly demands: Pick<DemandStore, 'raisedBy' | 'madeFrom'>;
  readonly sealer: Pick<Sealer, 'seal' | 'open'>;
}

const Offered = z.object({ ids: z.array(z.string()), words: z.string(), choose: z.boolean(), no: z.string().optional() });
type Offered = z.infer<typeof Offered>;

const OFFER_LASTS_MS = 30 * 60_000;

/** What each person was asked last: to choose between services, or whether one shall be done on the person's behalf. */
export const offers = remembered('service', Offered, OFFER_LASTS_MS);

const NUMBER = /^([1-9])[.\u3002\u3001]?$/;

/** A question about a service is answered from the catalogue at once; asked in a group by name, there. One beside a matter waits until the matter is registered. */
export function serviceQuestion(deps: AnsweringServices): ChatHandler {
  return async (utterance) => {
    const { text, room, mentionsBot } = utterance;
    if (deps.mechanism.services === undefined || text === '' || (room !== undefined && !mentionsBot)) return 'pass';
    const { intent, matters } = deps.understand(text, situationOf(deps, { ...utterance, room: undefined }));
    const [first, ...others] = matters;
    if (others.length > 0 && matters.some(isMatter)) return 'pass';
    const asked = deps.askService(text, intent, first.urgency === 'danger');
    if (asked.kind === 'none') return 'pass';
    if (room === undefined) return told(deps, utterance, asked, text);
    const service = asked.kind === 'found' ? deps.directory().service(asked.id) : undefined;
    return service === undefined ? 'pass' : [{ ...answerOf(deps, utterance, service, false), to: { room: room.id } }];
  };
}

/** What the catalogue says to a question asked beside something else; undefined when it is about no service. */
export type AnswerService = (utterance: Utterance, words: string) => Promise<readonly Reply[] | undefined>;

/** Makes what answers from the catalogue. */
export function createAnswerService(deps: AnsweringServices): AnswerService {
  return async (utterance, words) => {
    const asked = deps.mechanism.services === undefined ? undefined : deps.askService(words, 'question', false);
    return asked === undefined || asked.kind === 'none' ? undefined : told(deps, utterance, asked, words);
  };
}

/** 代办 with or without the service, and the number or the plain words that answer what was asked or offered last. */
export function serviceAnswer(deps: AnsweringServices): ChatHandler {
  return async (utterance) => {
    const { text, room, person } = utterance;
    const command = written(text);
    const number = Number(NUMBER.exec(plain(text))?.[1] ?? 0);
    const takes = command === undefined && takesOffer(text);
    if (deps.mechanism.services === undefined || room !== undefined || (command?.word !== 'on-behalf' && number === 0 && !takes)) return 'pass';
    if (utterance.again && (await deps.demands.madeFrom(utterance.id)) !== undefined) return [];
    const offered = await offers.of(deps, person.id);
    if (command !== undefined && command.rest !== '') return byName(deps, utterance, command.rest);
    if (offered === undefined || (await isAskedSince(deps.demands, person.id, offered.at))) return number > 0 || takes ? 'pass' : reply('service.say-what');
    if (takes && (offered.choose || offered.no !== undefined)) return 'pass';
    return offered.choose ? chosen(deps, utterance, offered, number) : accepted(deps, utterance, offered, number);
  };
}

function takesOffer(text: string): boolean {
  const said = plain(text);
  const takes = (words: string) => TAKES_OFFER.some((one) => one.test(words));
  const [first = '', ...others] = said.split(/[\s\p{P}]+/u).filter((clause) => clause !== '');
  return takes(said) || takes([first, ...others].join('')) || (takes(first) && others.every((one) => ALONG_WITH_IT.test(one)));
}

async function chosen(deps: AnsweringServices, utterance: Utterance, { ids, words }: Offered, number: number): Promise<readonly Reply[]> {
  const id = ids[number - 1];
  const said = (await deps.sealer.open(words)) ?? '';
  if (id !== undefined) return told(deps, utterance, { kind: 'found', id }, said);
  if (number !== ids.length + 1) return reply('service.pick');
  await offers.forget(deps, utterance.person.id);
  return deps.handToPerson(utterance, 'question', said);
}

async function accepted(deps: AnsweringServices, utterance: Utterance, { ids: [id = ''], words, no }: Offered, number: number): Promise<readonly Reply[] | 'pass'> {
  const service = deps.directory().service(id);
  if (number > 1 || service === undefined) return 'pass';
  if (no !== undefined) return reply('service.already', { no });
  return begun(deps, utterance, service, (await deps.sealer.open(words)) ?? '');
}

async function byName(deps: AnsweringServices, utterance: Utterance, words: string): Promise<readonly Reply[]> {
  const asked = deps.askService(words, 'question', false);
  if (asked.kind === 'none') return reply('service.not-listed', { words });
  const service = asked.kind === 'found' ? deps.directory().service(asked.id) : undefined;
  return service === undefined ? told(deps, utterance, asked, words) : begun(deps, utterance, service, utterance.text);
}

async function begun(deps: AnsweringServices, utterance: Utterance, service: Service, words: string): Promise<readonly Reply[]> {
  if (!service.onBehalf) return reply('service.not-on-behalf', { name: service.name, place: line('service.place', 'place', service.place), hours: line('service.hours', 'hours', service.hours) });
  const task = await doOnBehalf(deps, utterance, service, words);
  await offers.keep(deps, utterance.person.id, { ids: [service.id], words: '', choose: false, no: task?.no });
  return task === undefined ? reply('service.not-on-behalf', { name: service.name }) : [];
}

async function told(deps: AnsweringServices, utterance: Utterance, asked: Exclude<ServiceAsked, { kind: 'none' }>, words: string): Promise<readonly Reply[]> {
  const { person } = utterance;
  const ids = asked.kind === 'found' ? [asked.id] : asked.ids;
  await offers.keep(deps, person.id, { ids: [...ids], words: await deps.sealer.seal(person.id, words), choose: asked.kind === 'unsure' });
  const services = ids.flatMap((id) => deps.directory().service(id) ?? []);
  const [only] = services;
  if (asked.kind === 'found' && only !== undefined) return [answerOf(deps, utterance, only, true)];
  const list: SaidText[] = services.map(({ name }, index) => ({ key: 'service.choice', params: { index: index + 1, name } }));
  return reply('service.which', { list: [...list, { key: 'service.choice-other', params: { index: list.length + 1 } }] });
}

function answerOf({ directory, mechanism }: AnsweringServices, { person, home, actor, room }: Utterance, service: Service, offer: boolean): Reply {
  const way = mechanism.services?.ways.find(({ id }) => id === service.way);
  const [unit] = service.unit === undefined ? [] : directory().unitsMeant(service.unit, room?.grid ?? ownGrid(directory(), { person, home }));
  const { language } = person;
  const mayOffer = offer && mechanism.services?.onBehalf !== undefined && (!isStaff(actor) || actor.roles.includes('resident') || actor.roles.includes('enterprise'));
  return {
    key: 'service.answer',
    params: {
      name: service.name,
      way: way?.name[language] ?? service.way,
      hint: line('service.hint', 'hint', way?.hint?.[language]),
      papers: service.papers.length === 0 ? undefined : { key: 'service.papers', params: { papers: service.papers } },
      place: line('service.place', 'place', service.place),
      hours: line('service.hours', 'hours', service.hours),
      limit: line('service.limit', 'limit', service.limit),
      fee: line('service.fee', 'fee', service.fee),
      link: line('service.link', 'link', service.link),
      unit: unit && { key: 'service.unit', params: { unit: unit.id } },
      offer: mayOffer ? { key: service.onBehalf ? 'service.offer' : 'service.in-person' } : undefined,
    },
  };
}

function line(key: SaidText['key'], name: string, value: string | undefined): SaidText | undefined {
  return value === undefined ? undefined : { key, params: { [name]: value } };
}
