import { join } from 'node:path';
import type { Directory } from '../../domain/directory/directory.ts';
import type { Mechanism } from '../../domain/mechanism/mechanism.ts';
import type { Calendar } from '../../domain/time/working-time.ts';
import type { Binder } from '../../handlers/accounts/binding.ts';
import type { LeaveOffice } from '../../handlers/accounts/leaving.ts';
import type { RoomBinder } from '../../handlers/accounts/room-binding.ts';
import { actAsAdmin } from '../../handlers/acting/act-as-admin.ts';
import type { Acted } from '../../handlers/acting/act.ts';
import { actorOf } from '../../handlers/acting/actor.ts';
import type { CommandInput } from '../../handlers/acting/command-input.ts';
import { withoutCalleeRatings, withoutRatingEntries } from '../../handlers/assessment/hide-ratings.ts';
import type { Looker } from '../../handlers/assessment/hide-ratings.ts';
import type { Channel } from '../../handlers/channel.ts';
import { refused } from '../../handlers/chat/outcomes.ts';
import { caseLines } from '../../handlers/intake/labelled-cases.ts';
import type { KeptDemand } from '../../handlers/ports/demands.ts';
import type { Now } from '../../handlers/ports/now.ts';
import type { Stores } from '../../handlers/ports/stores.ts';
import { inWords } from '../../handlers/say.ts';
import type { Describing } from '../../handlers/showing/describe.ts';
import { presentDemand, presentTimeline } from '../../handlers/showing/present.ts';
import type { Presenting } from '../../handlers/showing/present.ts';
import type { Speak } from '../../locales/speak.ts';
import type { Language } from '../../locales/text.ts';
import { isTextKey } from '../../locales/text.ts';
import type { Caller, CommandRunner, DemandReader, Intake, Say, SignIn, Status, Tokens, WebDeps } from '../../web/deps.ts';
import type { Desk } from '../../web/desk.ts';
import type { DemandPage, DemandView } from '../../web/schemas/demand.ts';
import { createChannelDesk, createGroupDesk } from '../desks/group-desk.ts';
import type { createHandlers } from '../handlers.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import type { SendingLimits } from '../sender.ts';
import { createSetup } from '../setup.ts';
import type { SettingUp } from '../setup.ts';
import { createTableReader } from '../tables/table-reader.ts';
import type { Understanding } from '../understanding.ts';
import { pairsIn } from '../webhook.ts';
import type { CauseOf } from './act-keys.ts';
import { createAssessmentReader } from './assessment-reader.ts';
import { createCommandRunner } from './command-runner.ts';
import { createWhoIs } from './console-access.ts';
import { createConsoleReader } from './console-reader.ts';
import type { ReadingConsole } from './console-reader.ts';
import { createHotspotReader } from './hotspot-reader.ts';
import { createMatterAccess } from './matter-access.ts';
import type { MatterLinks } from './matter-links.ts';
import { createResultReader } from './result-reader.ts';
import { scopeOf, visible, visibleById } from './scope.ts';
import { createServiceReader } from './service-reader.ts';
import { createSideReader } from './side-reader.ts';
import { createSourceAccess } from './source-access.ts';

/** What the web application is connected to. */
export interface Connecting extends Pick<ReadingConsole, 'board' | 'moves' | 'media' | 'classes'> {
  readonly desk: Omit<Desk, 'groups' | 'channels'>;
  readonly roomBinder: RoomBinder;
  readonly leaving: LeaveOffice;
  readonly limits: (channel: string) => SendingLimits;
  readonly messagesPerMinute: number;
  readonly isSandbox: boolean;
  readonly keptDirectory: SettingUp['keptDirectory'];
  readonly errors: SettingUp['errors'];
  readonly matterLinks: MatterLinks;
  readonly causeOf: CauseOf;
  readonly stores: Stores & { readonly ping: () => Promise<void> };
  readonly handlers: ReturnType<typeof createHandlers>;
  readonly directory: () => Directory;
  readonly mechanism: Mechanism;
  readonly calendar: Calendar;
  readonly presenting: Presenting;
  readonly understanding: Pick<Understanding, 'askService' | 'understand' | 'findPlace'>;
  /** Registers tables in the background. */
  readonly importing: { readonly kick: () => void };
  /** Tells sources in the background. */
  readonly handingBack: { readonly kick: () => void };
  readonly webhooks: { readonly sources: readonly string[] };
  readonly describing: () => Describing;
  readonly channels: readonly Pick<Channel, 'id' | 'health' | 'callback' | 'login' | 'capabilities'>[];
  readonly speak: Speak;
  readonly language: Language;
  readonly tokens: Tokens;
  readonly signIn: SignIn;
  readonly binder: Binder;
  /** Written `source=secret`, separated by commas. */
  readonly intakeSecrets?: string | undefined;
  /** The real time, for what others sign. */
  readonly wall: Now;
  readonly publicUrl?: string | undefined;
  readonly metrics: Metrics;
  readonly now: Now;
  readonly log: Log;
}

/** What the web application asks of the handlers, in its own words. */
export function createWebDeps(parts: Connecting, sandbox: WebDeps['sandbox']): WebDeps {
  const hotspots = createHotspotReader({ ...parts, scopeOf });
  return {
    demands: createReader(parts),
    commands: createRunner(parts),
    hotspots,
    side: createSideReader({ ...parts, scopeOf }),
    services: createServiceReader({ ...parts, scopeOf }),
    assessments: createAssessmentReader({ ...parts, assessors: parts.handlers.assessors }),
    results: createResultReader({ ...parts, scopeOf, work: parts.handlers.handBack, begun: parts.handingBack.kick }),
    labelledCases: { lines: () => caseLines(parts.stores) },
    intake: createIntake(parts),
    sources: createSourceAccess({ ...parts, ...parts.understanding, readTable: createTableReader(), imports: parts.stores.imports, work: parts.handlers.imports, signs: (source) => pairsIn(parts.intakeSecrets).has(source), told: (source) => parts.webhooks.sources.includes(source), begun: parts.importing.kick }),
    status: createStatus(parts),
    tokens: parts.tokens,
    bindings: { issue: async (person) => ((await parts.stores.people.get(person)) === undefined ? undefined : parts.binder.issue(person, 'staff')), release: parts.leaving.person, block: (no, until, reason) => blockReporter(parts, no, { until, reason }) },
    signedIntake: signedIntake(parts),
    callbacks: parts.channels.flatMap(({ callback }) => callback ?? []),
    signIn: parts.signIn,
    console: createConsoleReader({ ...parts, hotspots, sandbox: parts.isSandbox }),
    matters: createMatterAccess({ ...parts, links: parts.matterLinks, mayKeep: parts.handlers.mayKeep, describingOf: (demand) => ({ ...parts.describing(), mechanism: parts.presenting.mechanismOf(demand.mechanism) }), act: parts.handlers.act, execute: parts.handlers.execute.execute }),
    setup: createSetup({ ...parts, status: createStatus(parts) }),
    desk: { ...parts.desk, groups: createGroupDesk({ ...parts, rooms: parts.stores.rooms }), channels: createChannelDesk({ ...parts, outbox: parts.stores.outbox }) },
    whoIs: createWhoIs(parts, parts.speak(parts.language, 'part.administrator')),
    pages: join(import.meta.dirname, '..', '..', 'web', 'dist'),
    sandbox,
    say: createSay(parts),
    language: parts.language,
    publicUrl: parts.publicUrl,
    log: parts.log,
  };
}

/** Who raised it stays unnamed: the number is enough. */
async function blockReporter({ stores: { demands, people } }: Connecting, no: string, blocked: { readonly until: Date; readonly reason: string }): Promise<boolean> {
  const id = await demands.idOf(no);
  const stored = id === undefined ? undefined : await demands.load(id);
  const reporter = stored?.state.reporters.find((one) => one.no === no) ?? stored?.state.reporters[0];
  if (reporter === undefined) return false;
  await people.change(reporter.person, { blocked });
  return true;
}

function signedIntake({ stores: { ledger }, intakeSecrets, wall, now }: Connecting): WebDeps['signedIntake'] {
  const secrets = pairsIn(intakeSecrets);
  const key = (source: string, id: string) => `intake:${source}:${id}`;
  return {
    secretOf: (source) => secrets.get(source),
    isUsed: async (source, id) => (await ledger.get(key(source, id))) !== undefined,
    use: (source, id) => ledger.set(key(source, id), 'used', now()),
    now: wall,
  };
}

function createSay({ speak }: Connecting): Say {
  return (key, params, language) => {
    const { sentence } = params;
    if (sentence !== undefined && key.startsWith('refusal.')) return String(sentence);
    return isTextKey(key) ? speak(language, key, params) : key;
  };
}

/** A whole demand as HTTP shows it: without what a looker may not see, or all of it when nobody is named. */
export async function demandView(presenting: Presenting, stored: KeptDemand, looker?: Looker, language?: Language): Promise<DemandView> {
  const mechanism = presenting.mechanismOf(stored.state.mechanism);
  const timeline = withoutRatingEntries(mechanism, looker, stored.state, await presentTimeline(presenting, stored));
  return { ...withoutCalleeRatings(mechanism, looker, await presentDemand(presenting, stored, language)), timeline: [...timeline] };
}

/** Demands listed as HTTP shows them. */
export async function demandPage(presenting: Presenting, page: { readonly items: readonly KeptDemand[]; readonly next?: string | undefined }, looker?: Looker, language?: Language): Promise<DemandPage> {
  const items = await Promise.all(page.items.map(async (stored) => withoutCalleeRatings(presenting.mechanismOf(stored.state.mechanism), looker, await presentDemand(presenting, stored, language))));
  return page.next === undefined ? { items } : { items, next: page.next };
}

function createReader({ stores, presenting, directory }: Connecting): DemandReader {
  return {
    list: async (query, caller) => demandPage(presenting, await stores.demands.list({ ...query, units: scopeOf(directory(), caller) }), lookerOf(directory(), caller)),
    get: async (id, caller) => {
      const stored = await visible(stores, directory(), id, caller);
      return stored && demandView(presenting, stored, lookerOf(directory(), caller));
    },
  };
}

function lookerOf(directory: Directory, caller: Caller): Looker | undefined {
  const scope = scopeOf(directory, caller);
  return caller.kind === 'admin' || scope === undefined ? undefined : { own: caller.units, scope };
}

function createRunner(parts: Connecting): CommandRunner {
  const { stores, presenting, directory, causeOf } = parts;
  return createCommandRunner({
    find: (no, caller) => visible(stores, directory(), no, caller),
    findUnmerged: (no, caller) => visibleById(stores, directory(), no, caller),
    view: (stored, caller) => demandView(presenting, stored, lookerOf(directory(), caller)),
    act: (caller, stored, command, cause) => actFor(parts, caller, stored, command, cause),
    sentence: (acted, command, language) => sentenceFor(parts, acted, command, language),
    causeOf,
  });
}

async function actFor({ stores, handlers, directory }: Connecting, caller: Caller, { state: demand }: KeptDemand, command: CommandInput, cause: string): Promise<Acted> {
  if (caller.kind === 'admin') return actAsAdmin(handlers.act, directory(), demand, command, cause);
  const person = await stores.people.get(caller.person);
  if (person === undefined) return { ok: false, refusal: 'not-your-unit', no: demand.id, demand };
  return handlers.act(actorOf(directory(), person), demand.id, command, cause);
}

function sentenceFor({ mechanism, presenting, describing, now }: Connecting, acted: Extract<Acted, { ok: false }>, command: CommandInput, language: Language): string {
  const began = acted.demand === undefined ? mechanism : presenting.mechanismOf(acted.demand.mechanism);
  return refused(began, acted, command, language).map((said) => inWords(describing(), said, language, now())).join('\n');
}

function createIntake({ handlers }: Connecting): Intake {
  return {
    register: async (body) => {
      const taken = await handlers.takeIn({ ...body, occurredAt: body.occurredAt === undefined ? undefined : new Date(body.occurredAt) });
      return taken.ok ? { ok: true, value: { id: taken.id, created: taken.created } } : taken;
    },
  };
}

/** One that people are reached on counts as `channel`; the others are named by themselves. Ready is whoever can be reached on all of them. */
function channelChecks(channels: Connecting['channels']): Record<string, { readonly up: boolean; readonly detail?: string }> {
  const checks = channels.map(({ id, health }) => {
    const { up, detail } = health();
    return [channels.length === 1 ? 'channel' : `channel-${id}`, detail === undefined ? { up } : { up, detail }] as const;
  });
  return Object.fromEntries(checks);
}

function createStatus({ stores, channels, metrics }: Connecting): Status {
  return {
    ready: async () => {
      const store = await stores.ping().then(() => ({ up: true }), () => ({ up: false }));
      const checks = channelChecks(channels);
      return { ready: store.up && Object.values(checks).every(({ up }) => up), checks: { store, ...checks } };
    },
    metrics: metrics.read,
  };
}
