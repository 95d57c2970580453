import { randomUUID } from 'node:crypto';
import { join, resolve } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import type { Demand } from '../domain/demand.ts';
import { nextWorkingMoment } from '../domain/time/working-time.ts';
import type { Calendar } from '../domain/time/working-time.ts';
import { createBinder } from '../handlers/accounts/binding.ts';
import { ERASE } from '../handlers/accounts/erasure.ts';
import { createLeaveOffice, LEAVE } from '../handlers/accounts/leaving.ts';
import { createRoomBinder } from '../handlers/accounts/room-binding.ts';
import type { ChannelNews } from '../handlers/channel.ts';
import { createPostOwing } from '../handlers/letters/post-owing.ts';
import type { Now } from '../handlers/ports/now.ts';
import type { Stores } from '../handlers/ports/stores.ts';
import { createPurgeMedia } from '../handlers/retention/purge-media.ts';
import { createPurge } from '../handlers/retention/purge.ts';
import { createAdvance, createSettle, earlier } from '../handlers/settle.ts';
import { HAND_BACK } from '../handlers/sources/hand-back.ts';
import { runsBetween, startSchedule, timed, timetable } from '../jobs/schedule.ts';
import { createWording } from '../locales/speak.ts';
import type { Speak } from '../locales/speak.ts';
import type { Language } from '../locales/text.ts';
import { readDataKey } from '../models/data-key.ts';
import { openStores, type OpenStores } from '../models/open-stores.ts';
import { createApp } from '../web/app.ts';
import { listen } from '../web/listen.ts';
import { createSignIn } from '../web/sign-in.ts';
import { createTokens } from '../web/tokens.ts';
import { readAdminToken } from './admin-token.ts';
import { createBindingCodes } from './binding-codes.ts';
import { openChannels } from './channels.ts';
import type { OpenedChannels } from './channels.ts';
import { createClock } from './clock.ts';
import type { ProgramClock } from './clock.ts';
import type { Config } from './config.ts';
import { createDelivery, limitsOf } from './delivery.ts';
import { openDesk } from './desks/desk.ts';
import { organisationApi } from './desks/organisation-desk.ts';
import { readCalendarCorrections } from './district/calendar-files.ts';
import { createCalendar } from './district/calendar.ts';
import { fitting } from './district/directory-fit.ts';
import { districtFile, districtFileNamed, readClassNames, readMechanism } from './district/district-files.ts';
import { createGridAt } from './district/grid-at.ts';
import { openKeptDirectory } from './district/kept-directory.ts';
import { keepVersions } from './district/mechanism-versions.ts';
import { readDirectoryAt } from './district/seed.ts';
import { keepErrors } from './error-ring.ts';
import { createHandlers } from './handlers.ts';
import type { Parts } from './handlers.ts';
import { sensesFor } from './language-model-senses.ts';
import { askModelFor } from './language-model.ts';
import type { Log } from './log.ts';
import { createMediaFolder } from './media-folder.ts';
import { createMediaStore } from './media-store.ts';
import { createMetrics } from './metrics.ts';
import { openNewcomers } from './sandbox/newcomers.ts';
import { withTaskClass } from './task-class.ts';
import { createTicker, type Ticker } from './ticker.ts';
import { openUnderstanding } from './understanding.ts';
import { createActKeys } from './web/act-keys.ts';
import { createBoard } from './web/board.ts';
import { adminKey, createCallerOf, createIssueSignIn } from './web/console-access.ts';
import { createMatterLinks } from './web/matter-links.ts';
import { createNews } from './web/news.ts';
import { createSandboxAccess, newcomersFile } from './web/sandbox-access.ts';
import { createWebDeps } from './web/web-deps.ts';
import { createTell, targetsIn } from './webhook.ts';

/** The running program. */
export interface Running {
  readonly url: string;
  /** Printed once, when it was made at this start. */
  readonly newAdminToken?: string | undefined;
  readonly newDataKey: boolean;
  readonly unknownYears: () => readonly number[];
  readonly stop: () => Promise<void>;
}

/** Puts the whole program together and starts it. Throws with all that is wrong when it cannot start. */
export async function start(config: Config, given: Log): Promise<Running> {
  const { log, errors } = keepErrors(given, createClock().now);
  const base = await openBase(config, log);
  const { stores, clock } = base;
  const work = connect(config, base, log);
  const { handlers, channels, deliver, settle, advance, nextDue } = work;

  await work.postOwing();
  await handlers.reception.recover();
  for (const channel of channels.all) await channel.start(handlers.reception.receive, work.news(channel.id));
  const tickFailed = (error: unknown) => log.error({ err: error }, 'A tick failed');
  const deliverSoon = () => void deliver().catch(tickFailed);
  const ticker = createTicker({ everyMs: config.TICK_MS, work: async () => { deliverSoon(); await handlers.due(); deliverSoon(); }, failed: tickFailed });
  // A little at a time, so that a stop need not wait for all of it.
  const handingBack: Ticker = createTicker({ everyMs: config.TICK_MS, work: async () => { if ((await handlers.handBack.work()) > 0) handingBack.kick(); }, failed: (error) => log.error({ err: error }, 'Sources could not be told') });
  const importing: Ticker = createTicker({ everyMs: config.TICK_MS, work: async () => { if ((await handlers.imports.work()) > 0) importing.kick(); }, failed: (error) => log.error({ err: error }, 'An import failed') });
  work.kick(ticker.kick);
  const schedule = startSchedule(work.jobs, (error, job) => log.error({ err: error, job }, 'A job failed'));

  const sandbox = channels.sandbox && createSandboxAccess({ ...base, ...work, sandbox: channels.sandbox, channel: config.WECHATY_PUPPET, now: clock.now, advance, settle, nextDue });
  const describing = () => handlers.describing(base.mechanism);
  const app = createApp(createWebDeps({ ...base, ...work, importing, handingBack, describing, channels: channels.all, intakeSecrets: config.INTAKE_SECRETS, language: config.LOCALE, publicUrl: config.PUBLIC_URL, now: clock.now, log, errors, isSandbox: config.sandbox, limits: (channel) => limitsOf(config, channel), messagesPerMinute: config.MESSAGES_PER_MINUTE }, sandbox));
  const server = await listen(app, { host: config.HOST, port: config.PORT });
  return {
    url: server.url,
    newAdminToken: base.admin.created ? base.admin.token : undefined,
    newDataKey: base.dataKey.created,
    unknownYears: base.calendar.unknownYears,
    stop: async () => {
      await server.stop();
      await schedule.stop();
      handlers.reception.closeAll();
      await handlers.reception.idle();
      await importing.stop();
      await handingBack.stop();
      await ticker.stop();
      await work.stopDelivery();
      for (const channel of channels.all) await channel.stop();
      await channels.close();
      await stores.close();
    },
  };
}

/** What stands before anything can happen: the stores, the clock, the district's files, and what is made of them. */
async function openBase(config: Config, log: Log) {
  const ground = await openGround(config);
  const { dataDir, dataKey, stores, clock, real, speak, classes, directory, mechanismOf } = ground;
  const metrics = createMetrics();
  const newcomers = openNewcomers(newcomersFile(dataDir));
  const board = createBoard({ demands: stores.demands, shared: stores.kind === 'mongodb', now: clock.now, realNow: real.now });
  const desk = await orClose(stores, openDesk({ ...ground, now: clock.now, organisationApi: organisationApi(config, real.now), open: board.demands }));
  const admin = await readAdminToken(config.ADMIN_TOKEN, dataDir);
  const tokens = createTokens([{ token: admin.token, caller: { kind: 'admin' } }]);
  const understanding = openUnderstanding(directory(), clock.now, { use: config.UNDERSTANDING_MODEL_USE, weights: config.UNDERSTANDING_WEIGHTS, ask: askModelFor(config, { classes: classes.listed, now: clock.now, ...metrics, log }) });
  // Sessions last by the real time, however far the sandbox's clock was moved.
  const signIn = createSignIn({ passes: stores.passes, tokens, callerOf: createCallerOf({ stores, directory }), now: real.now });
  return {
    ...ground,
    webhooks: webhooksOf(config, stores, real.now),
    presenting: { sealer: stores.sealer, mechanismOf, categoryName: classes.name, maskPersonal: understanding.maskPersonal, maskAround: understanding.maskAround, erased: speak(config.LOCALE, 'part.erased') },
    metrics,
    admin,
    tokens,
    signIn,
    causeOf: createActKeys(dataKey.key),
    matterLinks: createMatterLinks(dataKey.key, config.PUBLIC_URL),
    wall: real.now,
    binder: createBinder({ ...stores, now: clock.now, ...createBindingCodes(dataKey.key) }),
    roomBinder: createRoomBinder({ ...stores, directory, now: clock.now, ...createBindingCodes(dataKey.key) }),
    issueSignIn: createIssueSignIn(signIn, config.PUBLIC_URL),
    newcomers,
    media: createMediaStore(config.MEDIA_STORE === 'gridfs' ? stores.mediaGrid() : createMediaFolder(join(dataDir, 'media')), clock.now),
    senses: sensesFor(config, { now: clock.now, ...metrics, log }),
    understanding,
    channels: await openChannels(config, { ...ground, newcomers, botName: speak(config.LOCALE, 'part.bot'), now: clock.now, wall: real.now, ledger: stores.ledger, greeting: greetingIn(speak, config.LOCALE), onCards: { pressed: speak(config.LOCALE, 'channel.pressed'), movedOn: speak(config.LOCALE, 'channel.moved-on') } }, log),
    moved: createNews<Date>(),
    changed: createNews<string>(),
    moves: createNews<Demand>(),
    board,
    desk,
    gridAt: createGridAt(() => desk.map.view().shapes),
  };
}

/** The stores, the clock and the district as its files have it. */
async function openGround(config: Config) {
  const dataDir = resolve(config.DATA_DIR);
  const wording = createWording();
  const { speak } = wording;
  const words = { speak, language: config.LOCALE };
  const file = districtFileNamed(config.DISTRICT, words);
  const mechanism = readMechanism(file, words);
  const dataKey = await readDataKey({ setting: config.DATA_KEY, dataDir });
  const real = createClock();
  const calendar = createCalendar(readCalendarCorrections(config.CALENDAR ?? districtFile('calendar'), words));
  const stores = await openStores({ uri: config.MONGODB_URI, dataDir, dataKey: dataKey.key, now: real.now });
  const clock = config.sandbox ? await keptClock(stores, calendar, real.now()) : real;
  const mechanismOf = await orClose(stores, keepVersions({ ...stores, ...words, now: clock.now, file }, mechanism));
  const classes = withTaskClass(readClassNames(), mechanism);
  const listed = config.DIRECTORY ?? districtFile('demo');
  const seedChannel = config.sandbox ? config.WECHATY_PUPPET : undefined;
  const keptDirectory = await orClose(stores, openKeptDirectory({ stores, importedTo: join(dataDir, 'directory.json'), readFiles: () => readDirectoryAt(listed, classes, words), check: (read) => void fitting(read, mechanism, listed, words), seedChannel }));
  return { dataDir, dataKey, stores, real, clock, speak, mechanism, mechanismOf, classes, calendar, listed, wording, keptDirectory, directory: keptDirectory.current };
}

type Base = Awaited<ReturnType<typeof openBase>>;

/** What stops the start leaves nothing open. */
async function orClose<T>({ close }: { readonly close: () => Promise<void> }, opening: Promise<T>): Promise<T> {
  return opening.catch(async (error: unknown) => {
    await close();
    throw error;
  });
}

/** How sources are told, and who tells them. Nobody else can be in the embedded store's folder: whoever held a lease there is dead. */
function webhooksOf(config: Config, { kind }: OpenStores, wall: Now) {
  const targets = targetsIn(config.RESULT_URLS, config.RESULT_SECRETS);
  return { sources: [...targets.keys()], tell: createTell({ targets, wall }), holder: kind === 'embedded' ? 'the-only-one' : randomUUID() };
}

/** What handlers know of the channels. */
function reaching(channels: OpenedChannels): Pick<Parts, 'proactive' | 'fetchMedia'> {
  return {
    proactive: (id) => channels.of(id)?.capabilities.proactive ?? { kind: 'always' },
    fetchMedia: (id, mark) => channels.of(id)?.fetch?.(mark) ?? Promise.resolve(undefined),
  };
}

function greetingIn(speak: Speak, language: Language): (place: string | undefined) => string {
  return (place) => (place === undefined ? speak(language, 'channel.greeting') : speak(language, 'channel.greeting-at', { place }));
}

/** The sandbox's clock goes on from where it was moved to; the first time it begins in working hours, so that whoever tries it finds everybody awake. */
async function keptClock({ ledger }: Stores, calendar: Calendar, real: Date): Promise<ProgramClock> {
  const kept = await ledger.get('clock-ahead');
  const ahead = kept === undefined ? nextWorkingMoment(calendar, real).getTime() - real.getTime() : Number(kept);
  if (kept === undefined) await ledger.set('clock-ahead', String(ahead), real);
  return createClock(ahead);
}

/** Whoever has left is signed out everywhere and is no administrator. */
async function endPowers({ stores, signIn, clock }: Base, person: string): Promise<void> {
  await stores.ledger.set(adminKey(person), 'no', clock.now());
  await signIn.leaveAll(person);
}

/** Jobs that a clock moved by hand leaves out. */
const OF_REAL_TIME: readonly string[] = ['post-owing', 'take-settings'];

/** Introduces the parts to each other. */
function connect(config: Config, base: Base, log: Log) {
  const { stores, clock, metrics } = base;
  let kick: () => void = () => undefined;
  const { channels } = base;
  const doTask = (task: string, text: string, key: string) => {
    if (task === HAND_BACK) return handlers.handBack.owe(text);
    if (task === ERASE) return handlers.eraseOwed(text, key);
    return task === LEAVE ? leaving.finish(text) : handlers.beside.doTask(task, text, key);
  };
  const beside = { clocksOf: (about: string) => handlers.beside.side.clocksOf(about), doTask };
  const deliver = createDelivery(config, { ...base, channels: channels.all, beside }, log);
  const changed = (demand: Demand) => {
    base.changed.tell(demand.id);
    base.moves.tell(demand);
    kick();
  };
  const joining = { windowMs: config.JOIN_WINDOW_MS, longestMs: config.JOIN_LONGEST_MS };
  const handlers = createHandlers({ ...base, ...base.understanding, language: config.LOCALE, now: clock.now, meter: metrics.meter, log, joining, ...reaching(channels), messagesPerMinute: config.MESSAGES_PER_MINUTE, mediaPerDay: config.MEDIA_PER_DAY, changed, spoken: () => kick() });
  const nextDue = async () => [await stores.demands.nextDue(), await handlers.beside.side.nextDue(), await stores.outbox.nextDue(), await handlers.handBack.nextDue()].reduce(earlier);
  const settle = createSettle({ ...handlers, due: async () => (await handlers.due()) + (await handlers.imports.work()) + (await handlers.handBack.work()), underWay: channels.underWay, deliver: deliver.run, breathe: () => breathe() });
  const postOwing = createPostOwing({ stores: [stores.demands, stores.deliberations, stores.resources, stores.needs, stores.projects, stores.corrections], outbox: stores.outbox, now: clock.now });
  const jobs = timetable({ postOwing, purge: createPurge({ ...stores, now: clock.now }), purgeMedia: createPurgeMedia({ ...stores, media: base.media, keepDays: config.MEDIA_KEEP_DAYS, now: clock.now }), writeWeekly: handlers.writeWeekly, closePeriods: handlers.closePeriods, takeSettings: base.desk.refresh }).map((job) => timed(job, metrics.meter.jobRan));
  // Kept first: after a sudden end the clock must not go back behind what it has shown.
  const moveTo = async (at: Date) => {
    await stores.ledger.set('clock-ahead', String(clock.ahead() + Math.max(0, at.getTime() - clock.now().getTime())), at);
    clock.moveTo(at);
    base.moved.tell(at);
  };
  const advance = createAdvance({ now: clock.now, moveTo, settle, nextDue, jobs: (from, to) => runsBetween(jobs.filter(({ name }) => !OF_REAL_TIME.includes(name)), from, to).map(({ at, job }) => ({ at, run: job.run })) });
  const leaving = createLeaveOffice({ ...stores, ...base, release: base.binder.release, signOut: (person) => endPowers(base, person), now: clock.now, spoken: () => kick() });
  const news = (channel: string): ChannelNews => ({ notDelivered: (key, why) => stores.outbox.failed(key, why), left: (account) => leaving.account({ channel, account }) });
  return { channels, news, leaving, handlers, deliver: deliver.run, stopDelivery: deliver.stop, settle, advance, nextDue, postOwing, jobs, kick: (run: () => void) => (kick = run) };
}
