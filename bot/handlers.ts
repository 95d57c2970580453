import { createHash, randomUUID } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import type { Demand } from '../domain/demand.ts';
import type { Directory } from '../domain/directory/directory.ts';
import type { Mechanism } from '../domain/mechanism/mechanism.ts';
import type { Proactive } from '../domain/reach.ts';
import type { Calendar } from '../domain/time/working-time.ts';
import type { Binder } from '../handlers/accounts/binding.ts';
import { finishErasure } from '../handlers/accounts/erasure.ts';
import type { RoomBinder } from '../handlers/accounts/room-binding.ts';
import { createAct, createOpenSteps, type Acting } from '../handlers/acting/act.ts';
import { createListUnits } from '../handlers/acting/list-units.ts';
import { createAnswer } from '../handlers/answer.ts';
import { aboutMe } from '../handlers/chat/about-me.ts';
import { accused } from '../handlers/chat/accused.ts';
import { actedBefore } from '../handlers/chat/acted-before.ts';
import { addsToLast } from '../handlers/chat/adds-to-last.ts';
import { createAskDoubt } from '../handlers/chat/ask-doubt.ts';
import { askedOfMe } from '../handlers/chat/asked-of-me.ts';
import { assessment } from '../handlers/chat/assessment.ts';
import { bindGroup } from '../handlers/chat/bind-group.ts';
import { bind } from '../handlers/chat/bind.ts';
import { collect } from '../handlers/chat/collect.ts';
import { commands, nearCommand } from '../handlers/chat/commands.ts';
import { completion } from '../handlers/chat/completion.ts';
import { consult, createHandToPerson } from '../handlers/chat/consult.ts';
import { contactWish, contactWished } from '../handlers/chat/contact-wish.ts';
import { correction } from '../handlers/chat/correction.ts';
import { doubtAnswer } from '../handlers/chat/doubt-answer.ts';
import { workTold } from '../handlers/chat/evidence.ts';
import { followUp } from '../handlers/chat/follow-up.ts';
import { goesOn } from '../handlers/chat/goes-on.ts';
import { tagged, written } from '../handlers/chat/grammar.ts';
import { commandInGroup, groupWhistle } from '../handlers/chat/group.ts';
import { handOver } from '../handlers/chat/hand-over.ts';
import { hearingAnswer, overhear } from '../handlers/chat/hearing.ts';
import { helpFitting } from '../handlers/chat/help.ts';
import { introduces } from '../handlers/chat/introduces.ts';
import { matter, nothingMeant } from '../handlers/chat/matter.ts';
import { movedHome } from '../handlers/chat/moved-home.ts';
import { notSame } from '../handlers/chat/not-same.ts';
import { offersHelp } from '../handlers/chat/offers-help.ts';
import { refused, succeeded } from '../handlers/chat/outcomes.ts';
import type { SayRefused } from '../handlers/chat/outcomes.ts';
import { perhapsMore } from '../handlers/chat/perhaps-more.ts';
import { pictures, takesPictures, withPicturesKept } from '../handlers/chat/pictures.ts';
import { placeAnswer, repeatsWhere } from '../handlers/chat/place-answer.ts';
import { placeCorrection, placeCorrectionInGroup } from '../handlers/chat/place-correction.ts';
import { policeAsked } from '../handlers/chat/police-asked.ts';
import { progress, urging } from '../handlers/chat/progress.ts';
import { misrated, reason } from '../handlers/chat/reason.ts';
import { rememberRaised } from '../handlers/chat/remember-raised.ts';
import { repeatsQuestion, revisit, revisitSign } from '../handlers/chat/revisit.ts';
import { scolds } from '../handlers/chat/scolds.ts';
import { score } from '../handlers/chat/score.ts';
import { createAnswerService, serviceAnswer, serviceQuestion } from '../handlers/chat/services.ts';
import { reportedByMistake, settled } from '../handlers/chat/settled.ts';
import { sideWritten } from '../handlers/chat/side/grammar.ts';
import { signIn, type LettingIn } from '../handlers/chat/sign-in.ts';
import { locationAlone, wordless } from '../handlers/chat/small-things.ts';
import { createOffer, offered } from '../handlers/chat/staff/offered.ts';
import { staffWords } from '../handlers/chat/staff/staff-words.ts';
import { stayHidden } from '../handlers/chat/stay-hidden.ts';
import { perhapsOfMatter, stepMeant } from '../handlers/chat/step-meant.ts';
import { stillUnsolved } from '../handlers/chat/still-unsolved.ts';
import { takenBack } from '../handlers/chat/taken-back.ts';
import { firstToAnswer } from '../handlers/chat/utterance.ts';
import type { ChatHandler } from '../handlers/chat/utterance.ts';
import { keepVoice, withVoices } from '../handlers/chat/voice.ts';
import { warningAnswer } from '../handlers/chat/warning-answer.ts';
import { rememberAsked, whichApproval } from '../handlers/chat/which-approval.ts';
import { whoServes } from '../handlers/chat/who-serves.ts';
import { createDue } from '../handlers/due.ts';
import { createExecute } from '../handlers/execute.ts';
import type { Execute } from '../handlers/execute.ts';
import { createTakeIn } from '../handlers/intake/intake.ts';
import { keepingCases } from '../handlers/intake/labelled-cases.ts';
import type { GridAt } from '../handlers/intake/nearby.ts';
import { createRegisterMatter } from '../handlers/intake/register-matter.ts';
import type { Senses } from '../handlers/intake/senses.ts';
import type { UnderstandWell } from '../handlers/intake/understand-well.ts';
import type { Meter } from '../handlers/meter.ts';
import type { MediaStore } from '../handlers/ports/media.ts';
import type { Now } from '../handlers/ports/now.ts';
import type { Stores } from '../handlers/ports/stores.ts';
import { createFloodGuard } from '../handlers/reception/flood.ts';
import { createMediaLimit } from '../handlers/reception/media-limit.ts';
import { createReception } from '../handlers/reception/reception.ts';
import { createSessions } from '../handlers/records/session.ts';
import { listedLine } from '../handlers/say.ts';
import type { Describing } from '../handlers/showing/describe.ts';
import { createHandBackWork, type TellingSources } from '../handlers/sources/hand-back.ts';
import { createImportWork } from '../handlers/sources/imports.ts';
import type { Speak } from '../locales/speak.ts';
import { languageOf } from '../locales/text.ts';
import type { Language } from '../locales/text.ts';
import type { Intent, PlaceGuess, ServiceAsked, TellSame, Understand } from '../understanding/understanding.ts';
import { createAssessors } from './assessments.ts';
import type { Assessors } from './assessments.ts';
import type { ClassNames } from './district/district-files.ts';
import type { Log } from './log.ts';
import { createBeside, type Beside } from './side-work.ts';
import { createWarners } from './warnings.ts';
import type { MatterLinks } from './web/matter-links.ts';

/** Everything the handlers are put together from. */
export interface Parts {
  readonly stores: Stores;
  readonly media: MediaStore;
  readonly senses: Senses;
  readonly mechanism: Mechanism;
  readonly mechanismOf: (began: Demand['mechanism']) => Mechanism;
  readonly directory: () => Directory;
  readonly calendar: Calendar;
  readonly classes: ClassNames;
  readonly speak: Speak;
  readonly language: Language;
  readonly understand: Understand;
  readonly understandWell: UnderstandWell;
  readonly findPlace: (words: string, near: { grid?: string | undefined }) => PlaceGuess;
  readonly tellSame: TellSame;
  readonly askService: (text: string, intent: Intent, urgent: boolean) => ServiceAsked;
  readonly maskPersonal: (text: string) => string;
  readonly now: Now;
  readonly meter: Meter;
  readonly log: Log;
  /** Whether a channel may speak only after the person has, and how much. */
  readonly proactive: (channel: string) => Proactive;
  /** A picture, voice or file by the channel's own mark. */
  readonly fetchMedia: (channel: string, mark: string) => Promise<Uint8Array | undefined>;
  /** The grid that a point lies in, by the district's map. */
  readonly gridAt: GridAt;
  /** How many messages of one person are taken in a minute; 0 sets no limit. */
  readonly messagesPerMinute: number;
  /** How many files of one person are kept in a day; 0 sets no limit. */
  readonly mediaPerDay: number;
  readonly joining: { readonly windowMs: number; readonly longestMs: number };
  readonly changed: (demand: Demand) => void;
  readonly matterLinks: Pick<MatterLinks, 'linkTo'>;
  /** Lets a person in to the pages. */
  readonly issueSignIn: LettingIn['issueSignIn'];
  /** Tells sources that have an address how their matters ended. */
  readonly webhooks: Pick<TellingSources, 'sources' | 'tell' | 'holder'>;
  /** Knows people again on other accounts. */
  readonly binder: Binder;
  readonly roomBinder: RoomBinder;
  /** Something waits to be said. */
  readonly spoken: () => void;
}

/** The handlers, introduced to each other. */
export function createHandlers(parts: Parts) {
  const { stores, mechanism, calendar, now, log } = parts;
  const core = createCore(parts);
  const mayKeep = createMediaLimit(stores.ledger, parts.mediaPerDay);
  const reception = createReception({
    ...stores,
    proactive: parts.proactive,
    fetchMedia: parts.fetchMedia,
    flood: createFloodGuard(parts.messagesPerMinute),
    mayKeep,
    sentence: (language, key) => parts.speak(language, key),
    media: parts.media,
    gridAt: parts.gridAt,
    answer: createAnswer({ ...stores, ...parts, handler: chatHandler(parts, core), describing: () => core.describing(mechanism) }),
    languageOf,
    language: parts.language,
    newId: () => randomUUID(),
    after: realTimer,
    joining: parts.joining,
    standsAlone,
    takesPictures,
    beginsAnew: (text) => tagged(text) !== undefined,
    failed: (error, messages) => log.error({ err: error, messages: messages.map(({ id }) => id) }, 'A message could not be answered'),
    meter: parts.meter,
  });
  const { danger, weekly } = core.warners;
  const demandsDue = createDue({ ...stores, execute: core.execute.execute, calendar, now, failed: (error, id) => log.error({ err: error, demand: id }, 'A demand that is due could not be looked at') });
  const takeIn = createTakeIn({ ...stores, ...parts, registerMatter: core.registerMatter });
  const imports = createImportWork({ ...stores, takeIn, now, newId: randomUUID, breathe: () => breathe(), failed: (error, row) => log.error({ err: error, row }, 'A row of a table could not be registered') });
  const due = async () => (await demandsDue()) + (await core.beside.side.due()) + (await danger.warn());
  const handBack = createHandBackWork({ ...stores, ...parts, ...parts.webhooks, erased: parts.speak(parts.language, 'part.erased'), gaveUp: ({ id, source }, why) => log.warn({ result: id, source, why }, 'A source has not accepted a result for three days') });
  const eraseOwed = (task: string, cause: string) => finishErasure({ ...stores, ...parts, execute: core.execute.execute }, task, cause);
  watchQueues(parts, reception.waiting);
  return { ...core, reception, due, takeIn, imports, handBack, eraseOwed, mayKeep, writeWeekly: weekly, closePeriods: core.assessors.closePeriods };
}

/** What waits is read whenever somebody looks. */
function watchQueues({ meter, stores }: Parts, waiting: () => number): void {
  meter.watch('inbox', waiting);
  meter.watch('outbox', stores.outbox.waiting);
  meter.watch('open-demands', stores.demands.countOpen);
  meter.watch('results', async () => (await stores.handBacks.untried()) + (await stores.handBacks.troubled()));
}

interface Core {
  readonly execute: Execute;
  readonly registerMatter: ReturnType<typeof createRegisterMatter>;
  readonly act: ReturnType<typeof createAct>;
  readonly openSteps: ReturnType<typeof createOpenSteps>;
  readonly describing: (mechanism: Mechanism) => Describing;
  readonly warners: ReturnType<typeof createWarners>;
  readonly assessors: Assessors;
  readonly beside: Beside;
}

function createCore(parts: Parts): Core {
  const { stores, mechanism, mechanismOf, directory, calendar, classes, speak, now } = parts;
  const describing = (of: Mechanism): Describing => ({ directory: directory(), mechanism: of, mechanismOf, speak, categoryName: classes.name });
  const assessors = createAssessors(parts, describing);
  const warners = createWarners({ ...parts, digests: assessors.digests }, describing);
  const changed = (demand: Demand) => {
    warners.danger.noticed(demand);
    parts.changed(demand);
  };
  const execute = keepingCases({ ...stores, ...parts, fingerprint }, createExecute({ ...stores, ...parts, tells: (source) => parts.webhooks.sources.includes(source), lettering: (of) => ({ ...describing(of), calendar, people: stores.people, language: parts.language, matterLink: parts.matterLinks.linkTo }), changed }));
  const registerMatter = createRegisterMatter({ ...stores, execute, directory, mechanism, now, tellSame: parts.tellSame, isPlaceless: classes.isPlaceless });
  const acting: Acting = {
    ...stores,
    execute: execute.execute,
    directory,
    rulesOf: (demand) => ({ mechanism: mechanismOf(demand.mechanism), calendar }),
    findPlace: parts.findPlace,
    understand: parts.understand,
    now,
    categoryNamed: classes.named,
    listed: listedLine,
  };
  const [act, openSteps] = [createAct(acting), createOpenSteps(acting)];
  const beside = createBeside(parts, execute.execute, () => describing(mechanism));
  return { execute, registerMatter, act, openSteps, describing, warners, assessors, beside };
}

/** Who is asked first, cheap and certain ones before those that must understand. */
function chatHandler(given: Parts, core: Core): ChatHandler {
  const raised = rememberRaised(given.stores.demands);
  const parts = { ...given, stores: { ...given.stores, demands: raised.demands } };
  const chat = chatting(parts, core);
  const handler = firstToAnswer([...forCommands(parts, core, chat), perhapsMore({ demands: parts.stores.demands, offer: chat.offer }, repeatsQuestion(parts.stores, repeatsWhere(parts.stores.demands, firstToAnswer([...forWords(parts, core, chat), nothingMeant]))))]);
  return raised.serving(withVoices({ ...parts, ...parts.senses }, withPicturesKept({ ...parts.stores, now: parts.now }, handler)));
}

/** What several of them need. */
function chatting(parts: Parts, { execute: { execute }, registerMatter, act }: Core) {
  const { stores, mechanism, language } = parts;
  const askDoubt = createAskDoubt({ ...stores, ...parts, categoryName: parts.classes.name });
  const hearing = { ...stores, ...parts, registerMatter, askDoubt, handToPerson: createHandToPerson({ ...stores, ...parts }) };
  const own = { ...stores, ...parts, execute, registerMatter, askDoubt };
  const mechanismOf = (demand: Demand) => parts.mechanismOf(demand.mechanism);
  const serving = { ...own, handToPerson: hearing.handToPerson, summaryOf: ({ name }: { readonly name: string }) => parts.speak(language, 'service.summary', { name }) };
  const kinds = kindWords(mechanism);
  const no: SayRefused = (acted, input, spoken) => refused(acted.demand === undefined ? mechanism : mechanismOf(acted.demand), acted, input, spoken);
  const typed = { demands: stores.demands, exampleKind: mechanism.kinds[0]?.id };
  const commanding = commands({ ...typed, act, kinds: () => kinds, listUnits: createListUnits(parts.directory), succeeded: (input, acted, unit) => succeeded(input, acted, unit), refused: no, ask: rememberAsked({ ...stores, ...parts }), told: (person, demand) => workTold.keep({ ...stores, ...parts }, person, { demand }) });
  return { hearing, own, mechanismOf, serving, no, commanding, near: nearCommand(typed), offer: createOffer({ ...stores, ...parts }) };
}

type Chatting = ReturnType<typeof chatting>;

function forCommands(parts: Parts, { beside, registerMatter, act, describing, assessors }: Core, { hearing, own, serving, no, commanding }: Chatting): ChatHandler[] {
  const { stores, mechanism } = parts;
  return [
    takenBack(stores.demands),
    offered({ ...stores, ...parts }, firstToAnswer([progress(stores.demands), commanding])),
    signIn(parts),
    bind(parts),
    bindGroup(parts),
    beside.commands,
    commandInGroup(commanding),
    whoServes({ ...parts, categoryNamed: parts.classes.named }),
    askedInGroup(serviceQuestion(serving)),
    groupWhistle(hearing),
    placeCorrectionInGroup({ ...own, act }),
    overhear(hearing),
    revisitSign(own),
    wordless,
    pictures({ ...own, ...parts.senses, keepVoice: (utterance) => keepVoice({ ...parts, registerMatter }, utterance) }),
    progress(stores.demands),
    helpFitting(parts, aboutMe(own)),
    askedOfMe(stores.demands),
    consult({ ...stores, ...parts }, hearing.handToPerson),
    accused(hearing),
    hearingAnswer(hearing),
    notSame(own),
    warningAnswer({ ...own, describing: () => describing(mechanism) }),
    assessment({ ...parts, ...assessors, describing: () => describing(mechanism) }),
    score({ ...parts, ...assessors, describing: () => describing(mechanism) }),
    commanding,
    whichApproval({ ...stores, ...parts }, act, { succeeded: (input, acted) => succeeded(input, acted, undefined), refused: no }),
    collect({ ...stores, ...parts, sessions: createSessions({ ...stores, now: parts.now }) }),
  ];
}

function forWords({ stores, classes, directory, understand, calendar, mechanism, speak, now }: Parts, { act, openSteps, assessors, describing }: Core, { hearing, own, mechanismOf, serving, no, near, offer, commanding }: Chatting): ChatHandler[] {
  const heard = matter({ ...hearing, answerService: createAnswerService(serving), contactWished: (person) => contactWished(own, person) });
  return [
    actedBefore(stores.demands),
    offersHelp({ demands: stores.demands, run: (utterance, { key, params }) => commanding({ ...utterance, text: speak(utterance.person.language, key, params) }) }),
    misrated({ ...own, handToPerson: hearing.handToPerson }),
    addsToLast(own),
    reportedByMistake({ ...stores, offer }),
    movedHome(own),
    serviceAnswer(serving),
    revisit({ ...own, matter: heard }),
    stillUnsolved({ ...own, rulesOf: (demand) => ({ mechanism: mechanismOf(demand), calendar }) }),
    handOver({ act, directory, refused: no, succeeded: (input, acted, unit) => succeeded(input, acted, unit) }),
    ...staffWords({ ...stores, ...assessors, describing: () => describing(mechanism), calendar, now, openSteps, understand, directory, mechanism, mechanismOf, offer, act, refused: no, succeeded: (input, acted, unit) => succeeded(input, acted, unit), commands: commanding, speak }),
    stepMeant({ openSteps, understand, offer }),
    near,
    placeCorrection({ ...own, act }),
    policeAsked({ ...own, matter: heard }),
    contactWish(own),
    stayHidden({ ...own, act }),
    urging({ ...stores, understand }),
    placeAnswer({ ...own, mechanismOf, matter: heard }),
    settled({ ...stores, offer }),
    doubtAnswer({ ...own, mechanismOf, categoryNamed: classes.named }),
    correction({ demands: stores.demands, act, refused: no, understand }),
    reason(own),
    scolds(own),
    serviceQuestion(serving),
    locationAlone(own),
    introduces({ ...own, matter: heard }),
    completion({ ...own, mechanismOf, matter: heard }),
    goesOn(own),
    heard,
    followUp(own),
    perhapsOfMatter({ openSteps, understand, offer }),
  ];
}

/** A question that is put to the bot in a group. */
function askedInGroup(handler: ChatHandler): ChatHandler {
  return (utterance) => (utterance.room === undefined ? Promise.resolve('pass') : handler(utterance));
}

/** What may be written for a whistle kind: its id, its name in any language, or another word the mechanism gives for it. */
function kindWords(mechanism: Mechanism): ReadonlyMap<string, string> {
  return new Map(mechanism.kinds.flatMap(({ id, name, words }) => [id, ...Object.values(name), ...words].map((word): [string, string] => [word.toLowerCase(), id])));
}

const SHORT_ANSWER = /^\s*[1-5](?:$|[\s.,:\u3001\u3002\uFF0C\uFF1A])/;

/** Commands and numbered answers are not waited with. */
function standsAlone(text: string): boolean {
  return written(text) !== undefined || sideWritten(text) !== undefined || SHORT_ANSWER.test(text);
}

/** Never keeps a program that stops from ending: what waits is in the inbox. */
function realTimer(ms: number, run: () => void): () => void {
  const timer = setTimeout(run, ms).unref();
  return () => clearTimeout(timer);
}

function fingerprint(of: string): string {
  return createHash('sha256').update(of).digest('hex').slice(0, 16);
}
