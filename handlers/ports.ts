import type { CaseFacts } from '../domain/assessment/case-facts.ts';
import type { Score } from '../domain/assessment/score.ts';
import type { Correction, CorrectionEvent } from '../domain/correction.ts';
import type { Deliberation, DeliberationEvent } from '../domain/deliberation/deliberation.ts';
import type { Demand } from '../domain/demand.ts';
import type { DirectoryData } from '../domain/directory.ts';
import type { DemandEvent } from '../domain/events.ts';
import type { Hotspot } from '../domain/hotspots/hotspot.ts';
import type { Role } from '../domain/mechanism.ts';
import type { GridRecord } from '../domain/records.ts';
import type { Need, NeedEvent } from '../domain/need/need.ts';
import type { Resource, ResourceEvent } from '../domain/need/resource.ts';
import type { Project, ProjectEvent } from '../domain/project/project.ts';
import type { Window } from '../domain/reach.ts';
import type { BriefKind } from './brief.ts';
import type { IncomingKind, Spot, ToldBy } from './channel.ts';

/** The one clock. */
export type Now = () => Date;

/** Something to be said to one person or room; or a task, work on something else that must follow, with what it needs as its text. */
export interface Letter {
  /** The same for the same reason, so that it is never put twice. */
  readonly key: string;
  readonly to: { readonly person: string } | { readonly room: string } | { readonly account: Account } | { readonly task: string };
  readonly demand?: string | undefined;
  /** May hold sealed words; opened only when it is said. */
  readonly text: string;
  /** Personal data is masked before it is said: for everyone but the one whose words they are. */
  readonly mask: boolean;
  /** Not before then. */
  readonly notBefore: Date;
  /** What it is about when that is no demand: its kind and id. */
  readonly about?: string | undefined;
  /** Said only while this clock of what it is about still runs. */
  readonly clock?: string | undefined;
  /** Said along with it when nothing more may be said before the next question would be due. */
  readonly lastWord?: string | undefined;
  /** Answers what the person has just written. */
  readonly reply: boolean;
  /** The day from which it speaks of today and tomorrow; without it, the time does not matter. */
  readonly asOf?: Date | undefined;
  /** What stands for it where much is told at once. Whatever has none is always said by itself. */
  readonly brief?: Brief | undefined;
  /** The letters that this one tells of instead of them. */
  readonly gathers?: readonly string[] | undefined;
  /** Whose words in the group it answers: hears it privately when the group has heard enough that day. */
  readonly speaker?: string | undefined;
}

/** A letter in one line, which may hold sealed words. */
export interface Brief {
  readonly kind: BriefKind;
  readonly line: string;
}

export type LetterState = 'waiting' | 'sent' | 'undelivered' | 'superseded';

/** A letter in the outbox. */
export interface Posted extends Letter {
  readonly state: LetterState;
  readonly putAt: Date;
  readonly attempts: number;
  readonly sentAt?: Date | undefined;
  readonly why?: string | undefined;
  /** Since when it has waited because of `why`. */
  readonly waitsSince?: Date | undefined;
}

export interface DemandQuery {
  readonly status?: string | undefined;
  readonly tier?: string | undefined;
  readonly unit?: string | undefined;
  /** Only demands that one of these units holds, held, is called to or answers for by place. */
  readonly units?: readonly string[] | undefined;
  readonly grid?: string | undefined;
  readonly category?: string | undefined;
  readonly source?: string | undefined;
  readonly q?: string | undefined;
  readonly since?: Date | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** Which outcomes are looked for: those of a source, from a moment on or after the last one that was read. */
export interface OutcomeQuery {
  readonly source: string;
  readonly since?: Date | undefined;
  /** Where the page before ended: a time and a number. */
  readonly after?: { readonly at: Date; readonly id: string } | undefined;
  readonly units?: readonly string[] | undefined;
  readonly limit: number;
}

/** The little that hot spots need of a demand: nothing that anybody wrote. */
export interface DemandFact {
  readonly id: string;
  readonly category: string;
  readonly urgency: Demand['urgency'];
  readonly raisedAt: Date;
  readonly doneAt?: Date | undefined;
  readonly grid?: string | undefined;
  /** The directory's id of the place. */
  readonly place?: string | undefined;
  /** The unit last put in charge of it, else the one that holds it. */
  readonly unit: string;
  readonly dispatched: boolean;
  /** Who reported it and still waits for an outcome, one entry for each report. */
  readonly persons: readonly string[];
}

/** What an assessment needs of a demand. */
export interface DemandCase {
  readonly id: string;
  readonly facts: CaseFacts;
}

/** Another was faster: the demand, or whatever has this id, is no more as it was read. Decide again on what is there now. */
export class VersionConflict extends Error {
  readonly code = 'version-conflict';
  constructor(readonly id: string) {
    super(`${id} was changed by someone else`);
    this.name = 'VersionConflict';
  }
}

/** An event as it is kept: numbered from 1, with what caused it, chained by hashes. */
export type EntryOf<E> = E & {
  readonly seq: number;
  /** The message or call that caused it; the same cause never acts twice on one thing. */
  readonly cause: string;
  readonly hash: string;
};

/** Something that is kept as one document: its state, and the timeline that folds to it. `version` counts the entries. */
export interface Kept<S, E> {
  readonly state: S;
  readonly version: number;
  readonly timeline: readonly EntryOf<E>[];
}

/** A write that must not be lost: the state after the decision, the new entries, and the letters owed for them. */
export interface ChangeOf<S, E> {
  readonly state: S;
  readonly events: readonly E[];
  readonly cause: string;
  readonly owing: readonly Letter[];
}

/** An entry of a demand's timeline. */
export type Entry = EntryOf<DemandEvent>;

/** A demand as it is kept. */
export type KeptDemand = Kept<Demand, DemandEvent>;

/** A write of a demand. */
export interface DemandChange extends ChangeOf<Demand, DemandEvent> {
  /** Words of the summary for the search, opened; kept only as keyed hashes. */
  readonly searchable?: string | undefined;
}

/** What became of writing something new: it was, or its origin had made this id before. */
export type Creation<K> = { readonly created: K } | { readonly known: string };

/** What is kept in one place under one id each, whatever it is about. */
export interface AggregateStore<S, E> {
  readonly load: (id: string) => Promise<Kept<S, E> | undefined>;
  /** Writes a new one, and gives it; when its origin is known already, writes nothing and gives that one's id. */
  readonly create: (change: ChangeOf<S, E>) => Promise<Creation<Kept<S, E>>>;
  /** Writes state, entries and letters owed in one go. Throws VersionConflict when the version is another by now. */
  readonly append: (before: Kept<S, E>, change: ChangeOf<S, E>) => Promise<Kept<S, E>>;
  /** Claims for a while, and gives, ids of what is due by then; a claim ends by itself. */
  readonly claimDue: (now: Date, limit: number) => Promise<readonly string[]>;
  /** The earliest next due time of all of them. */
  readonly nextDue: () => Promise<Date | undefined>;
  /** Letters written with something that may not have reached the outbox yet. */
  readonly owing: (limit: number) => Promise<readonly { readonly id: string; readonly letters: readonly Letter[] }[]>;
  /** Their letters are in the outbox. */
  readonly settled: (ids: readonly string[]) => Promise<void>;
  /** Every one with its timeline, for verification and reports. */
  readonly each: () => AsyncIterable<Kept<S, E>>;
}

/** Things of one kind, found by the units concerned and by keys. */
export interface ListedStore<S, E> extends AggregateStore<S, E> {
  /** Newest first; only those that one of the units has to do with, where units are given. */
  readonly list: (query: { readonly units?: readonly string[] | undefined; readonly open?: boolean | undefined; readonly cursor?: string | undefined; readonly limit: number }) => Promise<{ readonly items: readonly S[]; readonly next?: string | undefined }>;
  /** Those with this key, newest first. */
  readonly keyed: (key: string, limit: number) => Promise<readonly S[]>;
}

export interface DemandStore extends AggregateStore<Demand, DemandEvent> {
  readonly create: (change: DemandChange) => Promise<Creation<KeptDemand>>;
  readonly append: (before: KeptDemand, change: DemandChange) => Promise<KeptDemand>;
  /** The demand that a number belongs to now: merged numbers lead to their lead demand. */
  readonly idOf: (no: string) => Promise<string | undefined>;
  /** Open demands somebody raised, newest first; closed ones too when asked. */
  readonly raisedBy: (person: string, options: { readonly open: boolean; readonly limit: number }) => Promise<readonly Demand[]>;
  /** Open demands that are in the hands of a unit, or to which it is called, newest first. */
  readonly concerning: (unit: string, limit: number) => Promise<readonly Demand[]>;
  /** Open demands of a class in a grid since a moment, newest first. */
  readonly alike: (category: string, grid: string, since: Date, limit: number) => Promise<readonly Demand[]>;
  /** Demands that a unit has, called for or was called to, raised since a moment, newest first. */
  readonly workOf: (unit: string, since: Date, limit: number) => Promise<readonly Demand[]>;
  /** The demand made from this origin. */
  readonly madeFrom: (origin: string) => Promise<string | undefined>;
  readonly causedBy: (cause: string) => Promise<readonly string[]>;
  readonly list: (query: DemandQuery) => Promise<{ readonly items: readonly KeptDemand[]; readonly next?: string | undefined }>;
  /** Demands raised since then that one of the units has to do with, without those withdrawn or merged into others, oldest first. */
  readonly factsSince: (since: Date, units?: readonly string[]) => AsyncIterable<DemandFact>;
  /** The dangerous ones among them. */
  readonly dangersSince: (since: Date) => AsyncIterable<DemandFact>;
  /** What an assessment needs of demands that have anything to do with this time, of all or of those that one of the units has to do with; the oldest first. */
  readonly casesBetween: (from: Date, to: Date, units?: readonly string[]) => AsyncIterable<DemandCase>;
  /** Works out what an assessment needs of demands that were written before it was kept with them; gives how many. */
  readonly keepCases: () => Promise<number>;
  /** Demands raised by a source (by their reporters' sources) that have ended since a moment, or after the one last read, in the order in which they did. */
  readonly outcomesOf: (query: OutcomeQuery) => Promise<readonly Demand[]>;
  /** The pictures, voices and files of demands that are not over, or were not at that moment. */
  readonly mediaInUse: (endedSince: Date) => Promise<ReadonlySet<string>>;
  /** Demands that a person ever raised or supported, the newest first. */
  readonly everRaisedBy: (person: string, limit: number) => Promise<readonly KeptDemand[]>;
  /** Takes the words of a person's demands out of the search. */
  readonly forget: (person: string) => Promise<void>;
  /** How many are not over yet. */
  readonly countOpen: () => Promise<number>;
}

/** A message as it is kept until it is handled. `words` are sealed. */
export interface Received {
  readonly id: string;
  /** Own order of arrival. */
  readonly seq: number;
  readonly channel: string;
  readonly person: string;
  readonly room?: string | undefined;
  readonly kind: IncomingKind;
  readonly words: string;
  readonly media: readonly string[];
  /** What it points at and was not fetched yet, by the channel's own mark. */
  readonly mark?: string | undefined;
  readonly mentionsBot: boolean;
  readonly quote?: { readonly words: string; readonly person?: string | undefined; readonly messageId?: string | undefined } | undefined;
  readonly location?: string | undefined;
  readonly at: Date;
  /** The burst it was taken up with, named by its first message; those taken up together are never answered apart, or with others. */
  readonly burst?: string | undefined;
  /** Taken up before, by a process that ended or an attempt that failed: parts of it may have been done. */
  readonly again: boolean;
}

export interface Inbox {
  /** As it is kept; undefined when this message was stored before. */
  readonly accept: (message: Omit<Received, 'seq' | 'again'>) => Promise<Received | undefined>;
  readonly unhandled: (limit: number) => Promise<readonly Received[]>;
  /** Notes which messages are answered together, before they are. */
  readonly takeUp: (ids: readonly string[], burst: string) => Promise<void>;
  /** What it points at was fetched, or never will be. */
  readonly attach: (id: string, media: readonly string[]) => Promise<void>;
  readonly handled: (ids: readonly string[], now: Date) => Promise<void>;
  /** Forgets the words of a person's messages; gives the files that came with them. */
  readonly forget: (person: string) => Promise<readonly string[]>;
  /** Drops what was handled before then; their ids are not known any more. */
  readonly purge: (before: Date) => Promise<number>;
}

export interface Outbox {
  /** Letters whose key is known are left alone. */
  readonly put: (letters: readonly Letter[], now: Date) => Promise<void>;
  /** Waiting letters that may go by now, in the order they were put; `after`: only those put after the letter with this key. */
  readonly due: (now: Date, limit: number, after?: string) => Promise<readonly Posted[]>;
  readonly nextDue: () => Promise<Date | undefined>;
  readonly sent: (keys: readonly string[], now: Date) => Promise<void>;
  readonly settle: (key: string, state: 'undelivered' | 'superseded', why: string) => Promise<void>;
  readonly later: (key: string, notBefore: Date, why: string) => Promise<void>;
  /** What the channel had taken did not arrive after all. */
  readonly failed: (key: string, why: string) => Promise<void>;
  /** Waits for the person's next message; `why` tells whether it is on the call-back list meanwhile. */
  readonly hold: (key: string, person: string, why?: 'call-back' | 'next-word') => Promise<void>;
  /** What was held for the person may go; gives whether there was anything. */
  readonly release: (person: string, now: Date) => Promise<boolean>;
  /** What waits for this person, may go by now and has a brief: in the order it was put. */
  readonly gatherable: (person: string, now: Date, limit: number) => Promise<readonly Posted[]>;
  /** Those of the letters that still wait are told of by another, and fare as it does. */
  readonly gathered: (keys: readonly string[], by: string) => Promise<void>;
  /** In the order they were put; what another letter tells of is as far as that one. */
  readonly ofDemand: (demand: string) => Promise<readonly Posted[]>;
  readonly waiting: () => Promise<number>;
  readonly purge: (before: Date) => Promise<number>;
}

/** Where somebody was, and what told it; without it, a code that was scanned. */
export interface Nearby {
  readonly place: string;
  readonly at: Date;
  readonly told?: ToldBy | undefined;
}

/** A person as the program knows one. Name, phone and home are sealed. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly unit?: string | undefined;
  readonly team?: string | undefined;
  readonly grids: readonly string[];
  readonly phone?: string | undefined;
  readonly home?: string | undefined;
  readonly language: 'zh-CN' | 'en';
  /** The privacy notice was given. */
  readonly noticed: boolean;
  readonly erased: boolean;
  readonly accounts: readonly Account[];
  /** When and on which channel the person last wrote, as far as that matters. */
  readonly heardAt?: Date | undefined;
  readonly heardOn?: string | undefined;
  /** What may still be said on each channel that only answers. */
  readonly windows?: Readonly<Record<string, Window>> | undefined;
  /** Where the person was last: the place whose code was scanned, else the grid that a location or picture came from. */
  readonly nearby?: Nearby | undefined;
  /** Nothing is taken from somebody blocked, until then. */
  readonly blocked?: { readonly until: Date; readonly reason: string } | undefined;
}

export interface Account {
  readonly channel: string;
  readonly account: string;
}

export interface People {
  readonly get: (id: string) => Promise<Person | undefined>;
  readonly byAccount: (account: Account) => Promise<Person | undefined>;
  /** Writes a person; an account that belonged to another is taken from that one. */
  readonly save: (person: Person) => Promise<void>;
  readonly saveAll: (people: readonly Person[]) => Promise<void>;
  readonly change: (id: string, change: Partial<Pick<Person, 'language' | 'noticed' | 'home' | 'phone' | 'name' | 'nearby' | 'blocked'>>) => Promise<void>;
  /** Notes where the person wrote last, and the window that this opens there. */
  readonly heard: (id: string, on: { readonly channel: string; readonly at: Date; readonly window?: Window | undefined }) => Promise<void>;
  /** Counts one thing said on a channel that only answers. */
  readonly spokenTo: (id: string, channel: string) => Promise<void>;
  /** The channel says that the window is shut. */
  readonly shut: (id: string, channel: string) => Promise<void>;
  /** Leaves only an id that says that somebody was erased. */
  readonly erase: (id: string) => Promise<void>;
}

/** A group as the program knows one: our own object, bound to what a channel calls it. */
export interface Room {
  readonly id: string;
  readonly name: string;
  readonly grid?: string | undefined;
  readonly unit?: string | undefined;
  readonly channel?: string | undefined;
  readonly account?: string | undefined;
}

export interface Rooms {
  readonly get: (id: string) => Promise<Room | undefined>;
  readonly byAccount: (account: Account) => Promise<Room | undefined>;
  readonly save: (room: Room) => Promise<void>;
  readonly saveAll: (rooms: readonly Room[]) => Promise<void>;
}

/** Group talk that looks like a matter: a grid worker was asked whether to register it. */
export interface Hearing {
  readonly id: string;
  readonly room: string;
  readonly grid: string;
  readonly speaker: string;
  /** The grid worker who was asked. */
  readonly asked: string;
  readonly words: string;
  readonly media: readonly string[];
  readonly at: Date;
}

export interface Hearings {
  readonly open: (hearing: Hearing) => Promise<void>;
  /** The newest one put to this person that is not answered. */
  readonly newestFor: (person: string) => Promise<Hearing | undefined>;
  readonly close: (id: string) => Promise<void>;
  readonly purge: (before: Date) => Promise<number>;
}

/** What somebody who was warned says to it. Words are sealed. */
export interface WarningReply {
  readonly person: string;
  readonly unit?: string | undefined;
  readonly answer: 'seen' | 'acted' | 'not-so';
  readonly words?: string | undefined;
  readonly at: Date;
}

/** Something that piles up or is dangerous, told to people under a number that they can answer. */
export interface Warning {
  /** The same for the same reason, so that nobody is warned twice. */
  readonly key: string;
  /** What people write to answer it: of a danger the number of the demand. */
  readonly no: string;
  readonly occasion: 'danger' | 'weekly';
  /** What it is about, whenever it was said. */
  readonly about: string;
  /** The unit warned. */
  readonly unit: string;
  readonly hotspot: Hotspot;
  readonly told: readonly string[];
  /** When it was said last. */
  readonly at: Date;
  /** When it was said first, where it was said again because nobody had answered. */
  readonly openSince?: Date | undefined;
  readonly answers: readonly WarningReply[];
}

export interface Warnings {
  /** Opens one, or gives the one that has this key. */
  readonly open: (warning: Omit<Warning, 'no' | 'answers'>, no: () => Promise<string>) => Promise<Warning>;
  /** The same is said once more, as it is by now; whoever was told before may still answer. */
  readonly sayAgain: (key: string, again: Pick<Warning, 'hotspot' | 'told' | 'at'>) => Promise<Warning>;
  /** A further demand belongs to it. */
  readonly include: (key: string, demand: string) => Promise<void>;
  /** The one with this number, or to whose dangers the demand with this number belongs. */
  readonly numbered: (no: string) => Promise<Warning | undefined>;
  readonly latestAbout: (about: string) => Promise<Warning | undefined>;
  /** Newest first. */
  readonly toldTo: (person: string, limit: number) => Promise<readonly Warning[]>;
  /** Newest first. */
  readonly since: (since: Date) => Promise<readonly Warning[]>;
  /** Keeps an answer; one cause is kept once. */
  readonly answer: (key: string, reply: WarningReply, cause: string) => Promise<void>;
}

/** Scores given apart from any demand. None is ever changed: a correction is a further one. */
export interface Scores {
  /** Keeps a score; the same id is kept once. */
  readonly add: (score: Score) => Promise<void>;
  /** Those for a period or a day within these bounds, `to` not included, in the order they were given. */
  readonly about: (from: string, to: string) => Promise<readonly Score[]>;
}

/** A closed period: its figures with the formula they were made by, sealed by a hash over all of it. */
export interface SealedPeriod {
  readonly id: string;
  readonly at: Date;
  readonly mechanism: { readonly id: string; readonly version: number };
  /** Formula and figures as JSON, exactly as they were hashed. */
  readonly content: string;
  readonly hash: string;
}

export interface SealedPeriods {
  readonly get: (id: string) => Promise<SealedPeriod | undefined>;
  /** Seals a period once: gives what is sealed, which may be what another process was faster with. */
  readonly seal: (period: SealedPeriod) => Promise<SealedPeriod>;
}

/** Seals words with a key per person; destroying the key erases them everywhere. */
export interface Sealer {
  readonly seal: (person: string, text: string) => Promise<string>;
  /** Seals for a person what is not sealed yet of a text; what is stays as it is. */
  readonly sealRest: (person: string, text: string) => Promise<string>;
  /** Seals for the first of these people who is not erased. */
  readonly sealFor: (people: readonly string[], text: string) => Promise<string>;
  readonly open: (sealed: string) => Promise<string | undefined>;
  /** Opens every sealed part of a text or a JSON-like value, each as it is to be shown; what was erased becomes the placeholder. */
  readonly openAll: <T>(value: T, erased: string, shown?: (words: string) => string) => Promise<T>;
  readonly erase: (person: string) => Promise<void>;
}

export interface Counters {
  /** The next number of a series, from 1. */
  readonly next: (series: string) => Promise<number>;
}

export interface Leases {
  /** True when this holder has it until `now + ttlMs`. */
  readonly take: (name: string, holder: string, now: Date, ttlMs: number) => Promise<boolean>;
  readonly release: (name: string, holder: string) => Promise<void>;
}

/** Small facts that must be there once: kept by key. */
export interface Ledger {
  /** True when the key is new or already holds this value. */
  readonly claim: (key: string, value: string, now: Date) => Promise<boolean>;
  readonly get: (key: string) => Promise<string | undefined>;
  readonly set: (key: string, value: string, now: Date) => Promise<void>;
  readonly purge: (prefix: string, before: Date) => Promise<number>;
}

export interface DirectoryStore {
  /** `onPages`: it was set on the pages, and stands instead of files. */
  readonly load: () => Promise<{ readonly version: number; readonly data: DirectoryData; readonly onPages: boolean } | undefined>;
  readonly save: (data: DirectoryData, onPages?: boolean) => Promise<number>;
  /** Keeps one that was set on the pages; false when the version is not the one before. */
  readonly set: (data: DirectoryData, before: number) => Promise<boolean>;
  /** The version of the one that was set on the pages; undefined when there is none. */
  readonly versionOnPages: () => Promise<number | undefined>;
}

/** Where the bytes of files are kept, by ids that we gave. */
export interface MediaShelf {
  /** Settles once the file is there whole. */
  readonly keep: (id: string, bytes: Uint8Array, at: Date) => Promise<void>;
  readonly read: (id: string) => Promise<Uint8Array | undefined>;
  /** Gone for good; what is not there is no fault. */
  readonly remove: (id: string) => Promise<void>;
  /** Those kept before then. */
  readonly keptBefore: (before: Date) => AsyncIterable<string>;
}

/** Pictures, voices and files, kept outside the demands. */
export interface MediaStore extends Pick<MediaShelf, 'remove' | 'keptBefore'> {
  /** Keeps a file whose content is one of the kinds allowed, and says where its camera says it was taken; refuses others and what is too large. */
  readonly put: (bytes: Uint8Array, name: string) => Promise<{ readonly ok: true; readonly id: string; readonly spot?: Spot | undefined } | { readonly ok: false; readonly refusal: 'too-large' | 'wrong-kind' }>;
  readonly get: (id: string) => Promise<{ readonly bytes: Uint8Array; readonly type: string } | undefined>;
}

/** What was collected of grids, once. */
export interface GridRecords {
  /** Writes a new record, or gives the one that the grid has under this name in this section. */
  readonly open: (record: Pick<GridRecord, 'id' | 'grid' | 'section' | 'name' | 'owner' | 'within'>, name: string) => Promise<GridRecord>;
  readonly get: (id: string) => Promise<GridRecord | undefined>;
  readonly named: (grid: string, section: string, name: string) => Promise<GridRecord | undefined>;
  /** Throws VersionConflict when the record is another than before by now. */
  readonly change: (before: GridRecord, after: GridRecord) => Promise<void>;
  readonly of: (grid: string) => Promise<readonly GridRecord[]>;
  readonly remove: (id: string) => Promise<void>;
  /** Removes whatever is about a person. */
  readonly forget: (owner: string) => Promise<void>;
}

/** What lets somebody in until then: a code or a link sent in chat, or the session it opened. `id` is a hash; the secret itself is kept nowhere. */
export interface Pass {
  readonly id: string;
  readonly kind: 'code' | 'session';
  /** The person's id; `admin` for whoever has the administrator's token. */
  readonly owner: string;
  readonly at: Date;
  readonly until: Date;
}

export interface Passes {
  readonly add: (pass: Pass) => Promise<void>;
  readonly get: (id: string) => Promise<Pass | undefined>;
  readonly extend: (id: string, until: Date) => Promise<void>;
  /** True for the one who took it; it is gone then. */
  readonly take: (id: string) => Promise<boolean>;
  /** All of an owner, or those of one kind. */
  readonly takeAllOf: (owner: string, kind?: Pass['kind']) => Promise<void>;
  readonly purge: (before: Date) => Promise<number>;
}

/** One change of a setting: who made it, when, and what it was before and after. */
export interface SettingChange {
  readonly at: Date;
  readonly by: string;
  readonly what: string;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

export interface KeptSetting {
  /** One higher at each change. */
  readonly version: number;
  readonly value: unknown;
  /** The last of them, newest first. */
  readonly changes: readonly SettingChange[];
}

/** What administrators set on the pages. */
export interface KeptSettings {
  /** Of everything that is kept, by name. */
  readonly versions: () => Promise<ReadonlyMap<string, number>>;
  readonly get: (name: string) => Promise<KeptSetting | undefined>;
  /** Keeps the value and its change together; false when the version is not the one before, which is 0 where nothing was kept. */
  readonly put: (name: string, before: number, value: unknown, change: SettingChange) => Promise<boolean>;
}

/** A table of matters that is being registered, or was. */
export interface Import {
  readonly id: string;
  /** The file's name. */
  readonly name: string;
  /** The same file for the same source has the same print. */
  readonly print: string;
  /** Who handed it in: a person's id, or `admin`. */
  readonly by: string;
  readonly at: Date;
  readonly total: number;
  /** How many had been handed in before. */
  readonly known: number;
  /** In how many parts it is kept while it is registered. */
  readonly parts: number;
  readonly done: number;
  /** Rows that could not be registered, and why. */
  readonly failed: readonly FailedRow[];
  readonly finishedAt?: Date | undefined;
}

/** A row that could not be registered. */
export interface FailedRow {
  readonly sheet?: string | undefined;
  readonly row: number;
  readonly why: string;
}

/** Some rows of an import, sealed. */
export interface ImportPart {
  readonly id: string;
  readonly import: string;
  readonly count: number;
  readonly rows: string;
  readonly attempts: number;
}

/** Imports and what is still to be registered of them. */
export interface Imports {
  /** Keeps the parts, then the import: what was not kept whole is not there. */
  readonly begin: (one: Omit<Import, 'done' | 'failed' | 'finishedAt'>, parts: readonly { readonly count: number; readonly rows: string }[]) => Promise<void>;
  /** With what is done of it so far. */
  readonly get: (id: string) => Promise<Import | undefined>;
  /** Newest first. */
  readonly latest: (limit: number) => Promise<readonly Import[]>;
  readonly unfinished: () => Promise<readonly Import[]>;
  /** The next part to be registered, for this process alone until then; undefined when there is none now. */
  readonly claim: (id: string, now: Date, until: Date) => Promise<ImportPart | undefined>;
  readonly done: (part: string, failed: readonly FailedRow[]) => Promise<void>;
  /** Is tried again, not before then. */
  readonly later: (part: string, notBefore: Date) => Promise<void>;
  /** Everything is registered: only the figures stay. */
  readonly finish: (id: string, at: Date) => Promise<void>;
  /** Drops finished imports of before then, and parts whose import never began. */
  readonly purge: (before: Date) => Promise<void>;
}

/** How a matter has ended, to be told to its source. The words of the result stay sealed. */
export interface HandBack {
  /** The same for the same end of the same matter. */
  readonly id: string;
  readonly source: string;
  readonly told: Readonly<Record<string, unknown>>;
  readonly state: 'waiting' | 'accepted' | 'given-up';
  readonly attempts: number;
  /** Since when it is tried. */
  readonly since: Date;
  readonly notBefore: Date;
  readonly triedAt?: Date | undefined;
  readonly why?: string | undefined;
}

/** What sources are owed. */
export interface HandBacks {
  /** Those whose id is known are left alone. */
  readonly put: (all: readonly Pick<HandBack, 'id' | 'source' | 'told'>[], now: Date) => Promise<void>;
  /** The one that has waited longest of those that may go by now. */
  readonly due: (source: string, now: Date) => Promise<HandBack | undefined>;
  readonly nextDue: (source: string) => Promise<Date | undefined>;
  readonly accepted: (id: string, at: Date) => Promise<void>;
  readonly later: (id: string, notBefore: Date, why: string, at: Date) => Promise<void>;
  readonly giveUp: (id: string, why: string, at: Date) => Promise<void>;
  /** How many wait for their first try. */
  readonly untried: () => Promise<number>;
  /** How many were tried and not accepted. */
  readonly troubled: () => Promise<number>;
  /** What was tried and not accepted, the oldest first. */
  readonly unaccepted: (limit: number) => Promise<readonly HandBack[]>;
  /** Is tried from the beginning; gives how many. */
  readonly again: (ids: readonly string[], now: Date) => Promise<number>;
  readonly purge: (before: Date) => Promise<number>;
}

/** Everything that is kept. */
export interface Stores {
  readonly handBacks: HandBacks;
  readonly imports: Imports;
  readonly keptSettings: KeptSettings;
  readonly passes: Passes;
  readonly demands: DemandStore;
  readonly inbox: Inbox;
  readonly outbox: Outbox;
  readonly people: People;
  readonly rooms: Rooms;
  readonly hearings: Hearings;
  readonly warnings: Warnings;
  readonly scores: Scores;
  readonly sealedPeriods: SealedPeriods;
  readonly sealer: Sealer;
  readonly counters: Counters;
  readonly leases: Leases;
  readonly ledger: Ledger;
  readonly gridRecords: GridRecords;
  readonly labelledCases: LabelledCases;
  readonly directory: DirectoryStore;
  readonly deliberations: ListedStore<Deliberation, DeliberationEvent>;
  readonly resources: ListedStore<Resource, ResourceEvent>;
  readonly needs: ListedStore<Need, NeedEvent>;
  readonly projects: ListedStore<Project, ProjectEvent>;
  readonly corrections: ListedStore<Correction, CorrectionEvent>;
}

/** What a person said of a matter that the program had understood by itself: its class, or its place. */
export interface LabelledCase {
  /** Tells nothing of the demand it came from. */
  readonly id: string;
  readonly about: 'class' | 'place';
  /** Whose words they are: they go when that person is erased. */
  readonly person: string;
  /** The words, without personal data, sealed. */
  readonly words: string;
  /** The class a person gave. */
  readonly category?: string | undefined;
  /** The place a person gave, as the directory names it. */
  readonly place?: { readonly id?: string | undefined; readonly name: string } | undefined;
  /** The class that the program had understood. */
  readonly was: string;
  readonly by: 'reporter' | 'staff';
  readonly at: Date;
}

/** Keeps them; the last word on a matter is the one that counts. */
export interface LabelledCases {
  readonly put: (one: LabelledCase) => Promise<void>;
  /** In the order of their ids, so that whoever learns from them learns the same. */
  readonly each: () => AsyncIterable<LabelledCase>;
  readonly forget: (person: string) => Promise<void>;
  readonly purge: (before: Date) => Promise<number>;
}
