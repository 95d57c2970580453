import type { CommandInput } from '../handlers/acting/command-input.ts';
import type { Callback } from '../handlers/channel.ts';
import type { httpTexts } from '../locales/zh-CN/http.ts';
import type { Desk } from './desk.ts';
import type { EventStream } from './event-stream.ts';
import type { Language, Outcome, Params } from './outcome.ts';
import type { AssessmentView, CasePage, CaseQuery, ScoresAnswer, ScoresBody, WhatIfBody } from './schemas/assessment.ts';
import type { CallBacks, CaseFile, ConsoleWords, HeatQuery, HeatView, Revealed, TodayView, TrendsQuery, TrendsView } from './schemas/console.ts';
import type { DemandQuery } from './schemas/demand-query.ts';
import type { DemandPage, DemandView } from './schemas/demand.ts';
import type { HotspotList, HotspotQuery } from './schemas/hotspots.ts';
import type { IntakeBody } from './schemas/intake.ts';
import type { AddBody, MatterView, RateBody } from './schemas/matter.ts';
import type { ResultPage, ResultQuery, ResultTableQuery, UntoldList } from './schemas/results.ts';
import type { SandboxPerson, SandboxRoom } from './schemas/sandbox.ts';
import type { GridRecordList, RecordQuery, ServiceList, ServiceQuery, TeamView } from './schemas/services.ts';
import type { Me } from './schemas/session.ts';
import type { ImportBody, ImportView, SetupView, StaffList } from './schemas/setup.ts';
import type { ResourcesAnswer, ResourcesBody, SideQuery } from './schemas/side.ts';
import type { ImportList, ImportProgress, MatterFileBody, MatterFileView, SourceKinds } from './schemas/sources.ts';
import type { Readiness } from './schemas/status.ts';
import type { SignedIntake } from './signed-intake.ts';

/** A sentence of HTTP, or one that belongs to a refused command. */
export type HttpText = keyof typeof httpTexts | `refusal.${string}`;

/** Says a sentence in a language. */
export type Say = (key: HttpText, params: Params, language: Language) => string;

/** Who calls: the administrator, or a person who acts for units and sees them and what is below. */
export type Caller =
  | { readonly kind: 'admin'; readonly person?: string | undefined }
  | { readonly kind: 'person'; readonly person: string; readonly units: readonly string[] };

/** Lists and shows demands, only those that the caller may see. */
export interface DemandReader {
  readonly list: (query: DemandQuery, caller: Caller) => Promise<DemandPage>;
  readonly get: (id: string, caller: Caller) => Promise<DemandView | undefined>;
}

/** Shows what piles up among what the caller may see. */
export interface HotspotReader {
  readonly list: (query: HotspotQuery, caller: Caller, language: Language) => Promise<HotspotList>;
}

/** Hands back to a source how what it raised has ended. */
export interface ResultReader {
  readonly list: (query: ResultQuery, caller: Caller) => Promise<ResultPage>;
  readonly table: (query: ResultTableQuery, caller: Caller, language: Language) => Promise<FileAnswer>;
  /** What sources have not accepted. */
  readonly untold: (language: Language) => Promise<UntoldList>;
  /** Tells these again, or all; gives how many. */
  readonly again: (ids: readonly string[] | undefined) => Promise<number>;
}

/** A file to be kept by whoever asked for it. */
export interface FileAnswer {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** Shows assessments and what is behind them, only to whom their role allows it; undefined when there is no such period or unit for the caller. */
export interface AssessmentReader {
  readonly get: (period: string, caller: Caller, language: Language) => Promise<AssessmentView | 'forbidden' | undefined>;
  readonly cases: (period: string, unit: string, query: CaseQuery, caller: Caller, language: Language) => Promise<CasePage | 'forbidden' | undefined>;
  readonly table: (period: string, format: 'csv' | 'xlsx', caller: Caller, language: Language) => Promise<FileAnswer | 'forbidden' | undefined>;
  readonly whatIf: (period: string, asked: WhatIfBody, caller: Caller, language: Language) => Promise<Outcome<AssessmentView> | 'forbidden' | undefined>;
  readonly give: (period: string, scores: ScoresBody, caller: Caller, language: Language) => Promise<ScoresAnswer>;
}

/** Shows the catalogue of services, who serves a grid, and what was collected of it; undefined when there is no such grid, or the caller may not see it. */
export interface ServiceReader {
  readonly list: (query: ServiceQuery) => Promise<ServiceList>;
  readonly team: (grid: string) => Promise<TeamView | undefined>;
  readonly records: (grid: string, query: RecordQuery, caller: Caller) => Promise<GridRecordList | undefined>;
  /** One section as CSV. */
  readonly recordTable: (grid: string, section: string, caller: Caller, language: Language) => Promise<string | undefined>;
}

/** A page of bodies; the schemas of the answers say what is in them. */
export interface SidePage {
  readonly items: readonly object[];
  readonly next?: string | undefined;
}

/** Lists what stands beside demands, only what the caller may see, and takes resources. */
export interface SideReader {
  readonly deliberations: (query: SideQuery, caller: Caller) => Promise<SidePage>;
  readonly resources: (query: SideQuery, caller: Caller) => Promise<SidePage>;
  readonly needs: (query: SideQuery, caller: Caller) => Promise<SidePage>;
  readonly projects: (query: SideQuery, caller: Caller) => Promise<SidePage>;
  /** Undefined when there is no such unit, or the caller may not see it. */
  readonly lists: (unit: string, caller: Caller, language: Language) => Promise<object | undefined>;
  /** Undefined where the district has no resources. */
  readonly takeResources: (body: ResourcesBody, language: Language) => Promise<ResourcesAnswer | undefined>;
}

/** Gives commands; undefined when there is no such demand, or the caller may not see it. */
export interface CommandRunner {
  /** Under a `key`, the same command of the same caller is done once and answered as it was then; another command is refused. */
  readonly run: (id: string, command: CommandInput, caller: Caller, language: Language, key?: string) => Promise<Outcome<DemandView> | undefined>;
}

/** What people put right, as JSON lines without personal data. */
export interface LabelledCaseReader {
  readonly lines: () => Promise<string>;
}

/** Registers what other sources hand in. */
export interface Intake {
  /** `created` is false when the source had handed it in before. */
  readonly register: (matter: IntakeBody, caller: Caller) => Promise<Outcome<{ readonly id: string; readonly created: boolean }>>;
}

/** Takes tables of other sources' matters; only administrators reach it. */
export interface Sources {
  readonly kinds: (language: Language) => SourceKinds;
  /** Looks at a table, and has it registered where that is asked for and nothing is wrong. */
  readonly take: (body: MatterFileBody, caller: Caller, language: Language) => Promise<MatterFileView>;
  readonly imports: (language: Language) => Promise<ImportList>;
  readonly import: (id: string, language: Language) => Promise<ImportProgress | undefined>;
  readonly template: (format: 'csv' | 'xlsx', language: Language) => Promise<FileAnswer>;
}

/** How the program is. */
export interface Status {
  readonly ready: () => Promise<Readiness>;
  readonly metrics: () => Promise<{ readonly type: string; readonly text: string }>;
}

/** Who a bearer token belongs to. */
export interface Tokens {
  readonly callerOf: (token: string) => Promise<Caller | undefined>;
}

/** Signs people in, and knows who has signed in. */
export interface SignIn {
  /** What is sent to a person's own chat; each opens once, within five minutes. */
  readonly issue: (person: string) => Promise<{ readonly code: string; readonly link: string }>;
  /** Opens a session with a code, the secret of a link, or the administrator's token; `maxAge` in milliseconds. */
  readonly enter: (secret: string, from: string) => Promise<Outcome<{ readonly token: string; readonly maxAge: number }>>;
  /** Whose a session is; being used keeps it open. */
  readonly callerOf: (session: string) => Promise<Caller | undefined>;
  /** The same, for what goes on by itself and is no use of it. */
  readonly callerStill: (session: string) => Promise<Caller | undefined>;
  /** What a page shows with every change, so that no other site can make one. */
  readonly csrfOf: (session: string) => string;
  readonly leave: (session: string, everywhere: boolean) => Promise<void>;
  readonly leaveAll: (person: string) => Promise<void>;
}

/** What the pages show besides what other programs ask for; each within what the caller may see. */
export interface ConsoleReader {
  readonly words: (caller: Caller, language: Language) => ConsoleWords;
  readonly today: (caller: Caller, language: Language) => Promise<TodayView>;
  readonly heat: (query: HeatQuery, caller: Caller) => Promise<HeatView>;
  readonly trends: (query: TrendsQuery, caller: Caller) => Promise<TrendsView>;
  readonly callBacks: (caller: Caller, language: Language) => Promise<CallBacks>;
  readonly file: (id: string, caller: Caller) => Promise<CaseFile | undefined>;
  readonly media: (id: string, media: string, caller: Caller) => Promise<{ readonly bytes: Uint8Array; readonly type: string } | undefined>;
  /** Uncovers one who raised it; who did so and why is kept first. */
  readonly reveal: (id: string, no: string, reason: string, caller: Caller) => Promise<Outcome<Revealed> | undefined>;
  /** The units a caller sees; undefined for all. */
  readonly scope: (caller: Caller) => ReadonlySet<string> | undefined;
  readonly stream: EventStream;
}

/** A resident's own matter, by the token of its link; undefined when the link opens nothing. */
export interface MatterAccess {
  readonly get: (token: string, language: Language) => Promise<MatterView | undefined>;
  readonly media: (token: string, media: string) => Promise<{ readonly bytes: Uint8Array; readonly type: string } | undefined>;
  /** What came under the same `key` before is not done again. */
  readonly add: (token: string, body: AddBody, language: Language, key?: string) => Promise<Outcome<MatterView> | undefined>;
  readonly rate: (token: string, body: RateBody, language: Language, key?: string) => Promise<Outcome<MatterView> | undefined>;
}

/** Sets the system up; only administrators reach it. */
export interface Setup {
  readonly view: (language: Language) => Promise<SetupView>;
  readonly staff: (q: string) => Promise<StaffList>;
  /** Makes a person an administrator, or takes that back; ends their sessions, so that it holds at once. */
  readonly appoint: (person: string, admin: boolean) => Promise<StaffList>;
  readonly take: (body: ImportBody, language: Language) => Promise<ImportView>;
}

/** One message as a chat of the sandbox shows it. */
export interface ShownMessage {
  readonly seq: number;
  readonly id: string;
  readonly from: string;
  readonly text: string;
  readonly at: Date;
  readonly kind: string;
  readonly image?: string | undefined;
  readonly file?: { readonly id: string; readonly name: string } | undefined;
  readonly location?: { readonly latitude: number; readonly longitude: number; readonly address: string } | undefined;
  readonly link?: { readonly title: string; readonly url: string } | undefined;
  readonly quote?: { readonly id: string; readonly from: string; readonly text: string } | undefined;
}

/** A person's chat with the bot, or a group. */
export type Chat = { readonly person: string } | { readonly room: string };

/** What a person says in the sandbox; `mention` holds ids of people, and `bot`. */
export interface Saying {
  readonly from: string;
  readonly room?: string | undefined;
  readonly text?: string | undefined;
  readonly image?: string | undefined;
  readonly mention?: readonly string[] | undefined;
  readonly quote?: string | undefined;
  /** The id of an own message that is taken back. */
  readonly recall?: string | undefined;
}

/** Gives the way to stop listening. */
type Subscribe<T extends readonly unknown[]> = (heard: (...news: T) => void) => () => void;

/** The sandbox as HTTP shows it; its demands are shown whole, to whoever sits at the computer. */
export interface SandboxAccess {
  readonly people: () => readonly SandboxPerson[] | Promise<readonly SandboxPerson[]>;
  /** Adds a resident. */
  readonly addPerson: (name: string) => Promise<SandboxPerson>;
  readonly rooms: () => readonly SandboxRoom[] | Promise<readonly SandboxRoom[]>;
  /** Settles once the message is in the inbox. */
  readonly post: (saying: Saying) => Promise<Outcome<{ readonly id: string }>>;
  /** What a chat shows after `seq`, oldest first; the chat is one that exists. */
  readonly messages: (chat: Chat, after: number, limit: number) => Promise<readonly ShownMessage[]>;
  readonly subscribe: Subscribe<[chat: Chat, message: ShownMessage]>;
  readonly media: (id: string) => Promise<{ readonly bytes: Uint8Array; readonly type: string } | undefined>;
  readonly clock: {
    readonly now: () => Date;
    /** When the next thing falls due. */
    readonly next: () => Promise<Date | undefined>;
    /** Moves the clock and runs what falls due on the way, in order; gives the time it then is. */
    readonly advance: (ms: number) => Promise<Date>;
    readonly subscribe: Subscribe<[now: Date]>;
  };
  /** Settles when nothing is under way; gives the time it then is. */
  readonly settle: () => Promise<Date>;
  readonly demands: {
    readonly list: (limit: number, language: Language) => Promise<DemandPage>;
    readonly get: (id: string, language: Language) => Promise<DemandView | undefined>;
    readonly subscribe: Subscribe<[id: string]>;
  };
}

type LogLine = (fields: object, message: string) => void;

/** Everything the web application needs. */
export interface WebDeps {
  readonly demands: DemandReader;
  readonly commands: CommandRunner;
  readonly hotspots: HotspotReader;
  /** Deliberations, resources, needs, projects and lists. */
  readonly side?: SideReader | undefined;
  readonly services: ServiceReader;
  readonly assessments: AssessmentReader;
  readonly results: ResultReader;
  readonly labelledCases: LabelledCaseReader;
  readonly intake: Intake;
  readonly sources: Sources;
  readonly status: Status;
  readonly tokens: Tokens;
  /** Codes for accounts; undefined for a person who is not known. */
  readonly bindings?: {
    readonly issue: (person: string) => Promise<string | undefined>;
    readonly release: (person: string) => Promise<readonly unknown[]>;
    /** Takes nothing more from who raised a demand, until then; false when there is no such demand. */
    readonly block: (no: string, until: Date, reason: string) => Promise<boolean>;
  } | undefined;
  /** For sources that sign what they hand in. */
  readonly signedIntake?: SignedIntake | undefined;
  /** Where messengers call. */
  readonly callbacks?: readonly Callback[] | undefined;
  readonly signIn: SignIn;
  /** Who the caller is, for the pages. */
  readonly whoIs: (caller: Caller) => Promise<Omit<Me, 'csrf'>>;
  readonly console: ConsoleReader;
  readonly setup: Setup;
  readonly desk?: Desk | undefined;
  readonly matters: MatterAccess;
  /** The folder of the built pages. */
  readonly pages: string;
  /** Only with the sandbox channel. */
  readonly sandbox?: SandboxAccess | undefined;
  readonly say: Say;
  /** When the caller does not say which language. */
  readonly language: Language;
  /** The address under which people reach it, when it is not this computer. */
  readonly publicUrl?: string | undefined;
  readonly log: { readonly debug: LogLine; readonly info: LogLine; readonly warn: LogLine; readonly error: LogLine };
}
