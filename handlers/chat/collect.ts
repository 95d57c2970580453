import type { Mechanism } from '../../domain/mechanism/mechanism.ts';
import type { RecordField, RecordSection, Records } from '../../domain/mechanism/records.ts';
import { isKnown, nextField } from '../../domain/records.ts';
import type { GridRecord } from '../../domain/records.ts';
import type { Calendar } from '../../domain/time/working-time.ts';
import { COLLECT_ANSWERS, COLLECT_WORDS } from '../../locales/lexicon/record-words.ts';
import { withoutEnd } from '../../understanding/plain-text.ts';
import { fieldNamed, nameAndRest, readMessage } from '../records/read-message.ts';
import { readValue } from '../records/read-value.ts';
import type { ValueFault } from '../records/read-value.ts';
import { knownAround, knownOf, openRecord, openedValue, removeRecord, sectionNamed, takeDown } from '../records/recording.ts';
import type { Recording } from '../records/recording.ts';
import { ASK_WITHIN } from '../records/session.ts';
import type { Session, Sessions } from '../records/session.ts';
import { saidValue, shownValue } from '../records/show-value.ts';
import { plain, written } from './grammar.ts';
import { exampleOf, gridsSeen, recordNamed, shownProgress, shownRecord } from './records-shown.ts';
import type { ChatHandler, Reply, SaidText, Utterance } from './utterance.ts';
import { reply } from './utterance.ts';

/** What is needed to collect in chat. */
export interface Collecting extends Recording {
  readonly mechanism: Mechanism;
  readonly calendar: Calendar;
  readonly sessions: Sessions;
}

/** One record in the hands of one person. */
interface Work {
  readonly records: Records;
  readonly section: RecordSection;
  readonly record: GridRecord;
  readonly session: Session;
}

/** 采集: what is known of a grid is taken down once, field by field or in one message, and never asked again. */
export function collect(deps: Collecting): ChatHandler {
  return async (utterance) => {
    const { records } = deps.mechanism;
    const { text, room, actor } = utterance;
    if (records === undefined || room !== undefined || text === '' || !actor.roles.some((role) => [...records.collect, ...records.see].includes(role))) return 'pass';
    const command = written(text);
    if (command?.word === 'collect') return ordered(deps, utterance, records, command.rest);
    const session = command === undefined ? await deps.sessions.of(utterance.person.id) : undefined;
    const record = session === undefined ? undefined : await deps.gridRecords.get(session.record);
    const section = records.sections.find(({ id }) => id === record?.section);
    if (session === undefined || record === undefined || section === undefined) return 'pass';
    return continued(deps, utterance, { records, section, record, session });
  };
}

async function ordered(deps: Collecting, utterance: Utterance, records: Records, rest: string): Promise<readonly Reply[]> {
  const [word = '', ...behind] = rest.split(/\s+/);
  const is = (words: readonly string[]) => words.includes(word.toLowerCase());
  const named = behind.join(' ');
  if (rest === '') return how(records, utterance);
  if (is(COLLECT_WORDS.progress)) return shownProgress(deps, utterance.actor, records, utterance.person.language);
  if (is(COLLECT_WORDS.show)) return shownRecord(deps, utterance, records, named);
  if (!mayCollect(records, utterance)) return reply('records.not-yours');
  if (is(COLLECT_WORDS.remove)) return removed(deps, utterance, records, named);
  const section = sectionNamed(records, word);
  const grid = utterance.actor.grids?.[0];
  if (section === undefined || grid === undefined || named === '') return how(records, utterance);
  return begun(deps, utterance, { records, section, grid, named });
}

function mayCollect({ collect: roles }: Records, { actor }: Utterance): boolean {
  return actor.roles.some((role) => roles.includes(role)) && (actor.grids ?? []).length > 0;
}

function how(records: Records, { person: { language } }: Utterance): readonly Reply[] {
  const sections = records.sections.map(({ name, example }): SaidText => ({ key: 'records.how-line', params: { section: name[language], example: example[language] } }));
  return reply('records.how', { sections, ...exampleOf(records, language) });
}

async function begun(deps: Collecting, utterance: Utterance, { records, section, grid, named }: { records: Records; section: RecordSection; grid: string; named: string }): Promise<readonly Reply[]> {
  const { name, rest } = nameAndRest(named);
  const record = await withDoor(deps, records, section, await openRecord(deps, grid, section, name));
  const work: Work = { records, section, record, session: { record: record.id, skipped: [] } };
  return rest === '' ? askNext(deps, utterance, work) : readBack(deps, utterance, work, rest);
}

/** The home of somebody whom the directory knows needs no question. */
async function withDoor(deps: Collecting, records: Records, section: RecordSection, record: GridRecord): Promise<GridRecord> {
  const outer = records.sections.find(({ id }) => id === section.within);
  const door = knownOf(deps.directory(), record.owner)?.home;
  return outer === undefined || door === undefined || record.within !== undefined ? record : belonging(deps, outer, record, door);
}

async function belonging(deps: Collecting, outer: RecordSection, record: GridRecord, door: string): Promise<GridRecord> {
  const house = await openRecord(deps, record.grid, outer, door);
  const after = { ...record, within: house.id, version: record.version + 1 };
  await deps.gridRecords.change(record, after);
  return after;
}

async function continued(deps: Collecting, utterance: Utterance, work: Work): Promise<readonly Reply[] | 'pass'> {
  const said = withoutEnd(plain(utterance.text).toLowerCase(), /[\s.\u3002!\uFF01]/);
  const is = (words: readonly string[]) => words.includes(said);
  const { session, section } = work;
  if (is(COLLECT_ANSWERS.stop)) return ended(deps, utterance, work);
  if (session.pending !== undefined && is(COLLECT_ANSWERS.confirm)) return saved(deps, utterance, work, session.pending);
  if (session.pending !== undefined && is(COLLECT_ANSWERS.drop)) return askNext(deps, utterance, { ...work, session: { ...session, pending: undefined } });
  if (session.pending === undefined && is(COLLECT_ANSWERS.skip)) return askNext(deps, utterance, { ...work, session: { ...session, skipped: [...session.skipped, session.ask ?? ''] } });
  if (session.ask === ASK_WITHIN) return lived(deps, utterance, work);

  const named = fieldNamed(section, utterance.text.trim());
  if (session.pending !== undefined || named !== undefined) return readBack(deps, utterance, work, utterance.text);
  const field = section.fields.find(({ id }) => id === session.ask);
  return field === undefined ? 'pass' : answered(deps, utterance, work, field);
}

async function lived(deps: Collecting, utterance: Utterance, work: Work): Promise<readonly Reply[]> {
  const outer = work.records.sections.find(({ id }) => id === work.section.within);
  const { name } = nameAndRest(utterance.text);
  return outer === undefined ? askNext(deps, utterance, work) : askNext(deps, utterance, { ...work, record: await belonging(deps, outer, work.record, name) });
}

async function answered(deps: Collecting, utterance: Utterance, work: Work, field: RecordField): Promise<readonly Reply[]> {
  const read = readValue(field, utterance.text, { now: deps.now(), calendar: deps.calendar });
  if (!read.ok) return [faultReply(field, utterance.text, read.refusal, utterance)];
  return saved(deps, utterance, work, { [field.id]: read.value });
}

async function saved(deps: Collecting, utterance: Utterance, work: Work, values: Readonly<Record<string, string>>): Promise<readonly Reply[]> {
  const record = await takeDown(deps, work.section, work.record, values, utterance.person.id);
  return askNext(deps, utterance, { ...work, record, session: { ...work.session, pending: undefined } }, true);
}

/** What was read of a message is said again before it counts; what it replaces is said too. */
async function readBack(deps: Collecting, utterance: Utterance, work: Work, text: string): Promise<readonly Reply[]> {
  const { values, faults, left } = readMessage(work.section, text, { now: deps.now(), calendar: deps.calendar });
  const { language } = utterance.person;
  const wrong = faults.map(({ field, said, fault }) => faultReply(field, said, fault, utterance));
  const all = { ...work.session.pending, ...values };
  if (Object.keys(all).length === 0) return wrong.length > 0 ? wrong : askNext(deps, utterance, work);
  await deps.sessions.keep(utterance.person.id, { ...work.session, pending: all });
  const lines = await Promise.all(work.section.fields.filter(({ id }) => all[id] !== undefined).map((field) => readLine(deps, work, field, all[field.id] ?? '', language)));
  const unread: SaidText | undefined = left.length === 0 ? undefined : { key: 'records.unread', params: { words: await deps.sealer.seal(utterance.person.id, left.join(' ')) } };
  const first = work.section.fields.find(({ id }) => all[id] !== undefined);
  return [...wrong, ...reply('records.read-back', { name: work.record.name, lines, unread, field: first?.name[language] })];
}

async function readLine(deps: Collecting, { record }: Work, field: RecordField, value: string, language: Utterance['person']['language']): Promise<SaidText> {
  const before = await openedValue(deps, record.fields[field.id]?.value);
  const said = async (one: string) => (field.personal ? await deps.sealer.seal(record.owner, shownValue(field, one, language)) : saidValue(field, one, language));
  const now = await said(value);
  if (before === undefined || before === value) return { key: 'records.line', params: { field: field.name[language], value: now } };
  return { key: 'records.line-changed', params: { field: field.name[language], before: await said(before), value: now } };
}

function faultReply({ name, choices, most }: RecordField, said: string, fault: ValueFault, { person: { language } }: Utterance): Reply {
  return { key: `records.fault.${fault}`, params: { field: name[language], said: said.slice(0, 30), most, choices: choicesOf(choices, language) } };
}

function choicesOf(choices: RecordField['choices'], language: Utterance['person']['language']): string {
  return choices.map(({ name }, index) => `${index + 1} ${name[language]}`).join('  ').replace(/ {2}/g, '\u3000');
}

/** Asks for the next thing that nobody knows yet; says so when all is known. */
async function askNext(deps: Collecting, utterance: Utterance, { records, section, record, session }: Work, isSaved = false): Promise<readonly Reply[]> {
  const { person } = utterance;
  const { language } = person;
  const outer = records.sections.find(({ id }) => id === section.within);
  const begin: SaidText | undefined = isSaved ? { key: 'records.saved' } : undefined;
  if (outer !== undefined && record.within === undefined && !session.skipped.includes(ASK_WITHIN)) {
    await deps.sessions.keep(person.id, { ...session, ask: ASK_WITHIN });
    return reply('records.ask-within', { begin, name: record.name, section: outer.name[language], example: outer.example[language] });
  }
  const around = await knownAround(deps, record);
  const field = nextField(section, record, around, session.skipped);
  if (field === undefined) {
    await deps.sessions.end(person.id);
    const open = section.fields.filter((one) => !isKnown(one, record, around)).length;
    return reply(open === 0 ? 'records.whole' : 'records.put-off', { begin, name: record.name, count: open });
  }
  await deps.sessions.keep(person.id, { ...session, ask: field.id });
  const known = section.fields.filter((one) => isKnown(one, record, around)).length;
  return reply('records.ask', { begin, name: record.name, known, count: section.fields.length, field: field.name[language], hint: hintOf(field, language) });
}

function hintOf({ type, choices }: RecordField, language: Utterance['person']['language']): SaidText | undefined {
  if (type === 'choice') return { key: 'records.hint.choice', params: { choices: choicesOf(choices, language) } };
  return type === 'text' ? undefined : { key: `records.hint.${type}` };
}

async function ended(deps: Collecting, { person }: Utterance, { section, record }: Work): Promise<readonly Reply[]> {
  await deps.sessions.end(person.id);
  const around = await knownAround(deps, record);
  return reply('records.stopped', { name: record.name, count: section.fields.filter((field) => !isKnown(field, record, around)).length });
}

async function removed(deps: Collecting, utterance: Utterance, records: Records, named: string): Promise<readonly Reply[]> {
  const found = await recordNamed(deps, gridsSeen(deps, utterance.actor), records, named);
  if (found === undefined) return reply('records.unknown', { name: named, ...exampleOf(records, utterance.person.language) });
  await removeRecord(deps, found.record);
  await deps.sessions.end(utterance.person.id);
  return reply('records.removed', { name: nameAndRest(named).name });
}
