import type { Demand } from '../../domain/demand.ts';
import { isHidden, isInHand, reporterOf } from '../../domain/demand.ts';
import type { DemandEvent } from '../../domain/events.ts';
import { kindOf, usualKind } from '../../domain/mechanism/mechanism.ts';
import type { Role } from '../../domain/mechanism/mechanism.ts';
import type { Address, Notice, NoticeName } from '../../domain/notice.ts';
import { firstNotices, notices } from '../../domain/notices.ts';
import { openQuestion } from '../../domain/revisit.ts';
import type { ClockKind } from '../../domain/time/clocks.ts';
import { afterQuiet } from '../../domain/time/working-time.ts';
import type { Calendar } from '../../domain/time/working-time.ts';
import { moment } from '../../locales/moment.ts';
import type { Language, Params } from '../../locales/text.ts';
import { whatToDoNow } from '../intake/danger-words.ts';
import { disagreement } from '../intake/disagreement.ts';
import { isClassInDoubt } from '../intake/doubt.ts';
import type { Brief, Letter } from '../ports/letters.ts';
import type { People } from '../ports/people.ts';
import { describe, unitName, unitNames } from '../showing/describe.ts';
import type { Describing } from '../showing/describe.ts';
import { deskOfSource, ratingInWords, sourceOfReporter } from '../sources/source-desk.ts';
import { brieflyTold } from './brief.ts';
import { conversationOf } from './letters-to-go.ts';
import { taskWords } from './task-words.ts';

/** What is needed to turn notices into letters. */
export interface Lettering extends Describing {
  readonly calendar: Calendar;
  readonly people: Pick<People, 'get'>;
  /** What groups are spoken to in. */
  readonly language: Language;
  /** The page of a reporter's own matter, where people reach one. */
  readonly matterLink?: ((no: string, person: string) => string | undefined) | undefined;
}

interface Recipient {
  readonly to: { readonly person: string } | { readonly room: string };
  readonly language: Language;
  /** The number under which the recipient knows the demand. */
  readonly no: string;
  /** Whose own words these are, so that nothing need be masked. */
  readonly own: boolean;
}

/** The letters owed for new entries of a demand, with keys that are the same whenever they are made again. */
export async function lettersFor(with_: Lettering, before: Demand | undefined, steps: readonly Step[], firstSeq: number, now: Date): Promise<readonly Letter[]> {
  const letters: Letter[] = [];
  let state = before;
  for (const [index, { event, after }] of steps.entries()) {
    const told = noticesOf(with_, state, event, after);
    for (const [nth, notice] of told.entries()) letters.push(...(await toEach(with_, { notice, demand: after, key: `${after.id}:${firstSeq + index}:${nth}`, now })));
    state = after;
  }
  return letters;
}

/** One event and the demand after it. */
export interface Step {
  readonly event: DemandEvent;
  readonly after: Demand;
}

function noticesOf({ mechanism }: Lettering, before: Demand | undefined, event: DemandEvent, after: Demand): readonly Notice[] {
  if (event.type === 'registered') return firstNotices(mechanism, event, after);
  return before === undefined ? [] : notices(mechanism, before, event, after);
}

/** One notice, the demand it is about, what the keys of its letters begin with, and when they are written. */
interface Telling {
  readonly notice: Notice;
  readonly demand: Demand;
  readonly key: string;
  readonly now: Date;
}

/** Who knows of it already hears what is new to them, or nothing. */
async function toEach(with_: Lettering, telling: Telling): Promise<Letter[]> {
  const { notice: { known, ...notice }, demand } = telling;
  const recipients = await recipientsOf(with_, notice.to, demand);
  if (known === undefined) return addressed(with_, telling, recipients);
  const told = (await Promise.all(known.at.map((one) => recipientsOf(with_, one, demand)))).flat();
  const knows = (one: Recipient) => told.some(({ to }) => conversationOf({ to }) === conversationOf(one));
  const letters = addressed(with_, telling, recipients.filter((one) => !knows(one)));
  return known.name === undefined ? letters : [...letters, ...addressed(with_, { ...telling, notice: { ...notice, name: known.name } }, recipients.filter(knows))];
}

function addressed(with_: Lettering, { notice, demand, key, now }: Telling, recipients: readonly Recipient[]): Letter[] {
  const atOnce = notice.reply === true || notice.urgent === true;
  const asOf = atOnce ? now : afterQuiet(with_.calendar, now);
  const readers = notice.name === 'evidence' ? recipients.filter(({ no }) => canLook(with_, notice, no)) : recipients;
  return readers.map(({ to, language, no, own }) => {
    const words = { ...describe(with_, demand, language, asOf), no, who: with_.speak(language, isHidden(demand, no) ? 'part.you-hidden' : 'part.you'), ...taskWords(with_, demand, language), ...params(with_, notice, demand, { language, no, asOf }) };
    const text = with_.speak(language, `notice.${nameFor(notice, demand, asOf)}`, words);
    return {
      key: `${key}:${'person' in to ? to.person : to.room}`,
      to,
      demand: demand.id,
      text: text + linkPart(with_, notice, to, no, language),
      mask: !own && !isConfided(notice, demand),
      notBefore: asOf,
      asOf,
      clock: notice.clock,
      ...(notice.name === 'done' && { lastWord: with_.speak(language, 'part.rate-now') }),
      reply: notice.reply ?? false,
      ...(!atOnce && !own && 'person' in to && { brief: briefOf(with_, notice, text, language, words) }),
      ...('room' in to && { speaker: reporterOf(demand, words.no)?.person }),
    };
  });
}

/** How it is told along with others, where it may be. */
function briefOf({ speak }: Lettering, { name }: Notice, text: string, language: Language, words: Params): Brief | undefined {
  const briefly = brieflyTold(name);
  return briefly && { kind: briefly.kind, line: briefly.key === undefined ? text : speak(language, briefly.key, words) };
}

const WITH_LINK: ReadonlySet<string> = new Set(['card', 'support-card', 'revisit']);
/** With the link where there is something to see behind it. */
const WITH_PICTURES: ReadonlySet<string> = new Set(['progress', 'evidence', 'done']);

/** Where the reporter can follow the matter, behind the letters that tell how it stands. */
function linkPart({ matterLink, speak }: Lettering, notice: Notice, to: Recipient['to'], no: string, language: Language): string {
  if (!('reporter' in notice.to) || !('person' in to) || !(WITH_LINK.has(notice.name) || (WITH_PICTURES.has(notice.name) && hasPictures(notice)))) return '';
  const url = matterLink?.(no, to.person);
  return url === undefined ? '' : speak(language, 'part.matter-link', { url });
}

/** Whoever raised a matter sees pictures on the page of it alone, where there is one; staff have theirs. */
function canLook({ matterLink }: Lettering, { to }: Notice, no: string): boolean {
  return !('reporter' in to) || matterLink?.(no, '') !== undefined;
}

function hasPictures({ params }: Notice): boolean {
  return Number(params?.['pictures'] ?? 0) > 0;
}

/** A door and a telephone that somebody adds for the grid worker who is to do something at home are for that worker to see, and for nobody later. */
function isConfided({ name, to }: Notice, { service, holder, held }: Demand): boolean {
  return name === 'supplement' && service !== undefined && 'unit' in to && to.unit === holder && held.length === 1;
}

/** What is done on somebody's behalf has a card of its own, and one for whoever does it; so has danger, where nobody is to read through a form. No time that is over is told as one to come. */
function nameFor({ name, params: { due } = {} }: Notice, { service, urgency }: Demand, asOf: Date): NoticeName | 'card-danger' | 'ask-place-danger' | 'card-task' | 'new-task' | 'taken-up-late' | 'pressed-late' {
  if ((name === 'taken-up' || name === 'pressed') && due instanceof Date && due < asOf) return `${name}-late`;
  if (service === undefined) return urgency === 'danger' && (name === 'card' || name === 'ask-place') ? `${name}-danger` : name;
  if (name === 'card') return 'card-task';
  return name === 'new-demand' || name === 'new-demand-no-place' ? 'new-task' : name;
}

async function recipientsOf(with_: Lettering, to: Address, demand: Demand): Promise<Recipient[]> {
  if ('room' in to) return [{ to: { room: to.room }, language: with_.language, no: demand.id, own: false }];
  if ('sourceOf' in to) return toPeople(with_, deskOfSource(with_, demand, to.sourceOf), to.sourceOf);
  if ('reporter' in to) {
    const reporter = reporterOf(demand, to.reporter);
    const person = reporter && (await with_.people.get(reporter.person));
    return person === undefined || person.erased ? [] : [{ to: { person: person.id }, language: person.language, no: to.reporter, own: isOwn(demand, to.reporter) }];
  }
  const { directory } = with_;
  if ('people' in to) return personally(with_, to.people, demand);
  const unit = to.tiersUp === undefined ? to.unit : (directory.unitsAbove(to.unit)[to.tiersUp - 1]?.id ?? to.unit);
  const staff = (to.roles === undefined ? deskOf(with_, unit, to.desk, demand, to.grid) : withRoles(with_, unit, to.roles)).filter((id) => id !== to.except);
  return personally(with_, staff, demand);
}

async function personally({ people }: Lettering, ids: readonly string[], demand: Demand): Promise<Recipient[]> {
  const found = await Promise.all(ids.map((id) => people.get(id)));
  return found.flatMap((one) => (one === undefined || one.erased ? [] : [{ to: { person: one.id }, language: one.language, no: demand.id, own: false }]));
}

/** Those of a unit with the first of these roles that somebody there has; the unit's head where nobody has any. */
function withRoles(with_: Lettering, unit: string, roles: readonly Role[]): readonly string[] {
  for (const role of roles) {
    const staff = with_.directory.peopleOf(unit, role);
    if (staff.length > 0) return staff.map(({ id }) => id);
  }
  return deskOf(with_, unit, 'head');
}

async function toPeople({ people }: Lettering, ids: readonly string[], no: string): Promise<Recipient[]> {
  const found = await Promise.all(ids.map((id) => people.get(id)));
  return found.filter((one) => one !== undefined).map(({ id, language }) => ({ to: { person: id }, language, no, own: false }));
}

/** Whether the words of the demand are this reporter's; a supporter is as a stranger to them. */
function isOwn({ reporters }: Demand, no: string): boolean {
  return reporters[0]?.no === no;
}

/** Who hears of a unit's work: for a community the grid's own worker, else the first of the desk's roles that somebody there has. */
export function deskOf({ directory, mechanism }: Pick<Describing, 'directory' | 'mechanism'>, unit: string, desk: 'front' | 'head', demand?: Demand, grid = demand?.facts.place?.grid): readonly string[] {
  const inGrid = grid !== undefined && directory.grid(grid)?.community === unit;
  const sent = desk === 'front' ? sentToTeam(directory, unit, demand) : [];
  if (sent.length > 0) return sent;
  for (const role of mechanism.desks[desk]) {
    const staff = inGrid && role === 'grid-worker' ? directory.gridWorkers(grid) : peopleOf(directory, unit, role);
    if (staff.length > 0) return staff.map(({ id }) => id);
  }
  return [];
}

/** Whoever a unit has sent to the joint team that it was called in. */
function sentToTeam(directory: Describing['directory'], unit: string, demand: Demand | undefined): readonly string[] {
  const team = demand?.whistles.findLast(({ status }) => status === 'sounding')?.callees.find((callee) => callee.unit === unit)?.team;
  return team === undefined ? [] : directory.peopleOf(team).filter((person) => person.unit === unit).map(({ id }) => id);
}

/** Those who were sent to a joint team hear of its work, not of their home unit's. */
function peopleOf(directory: Describing['directory'], unit: string, role: Role) {
  const atHome = directory.peopleOf(unit, role).filter(({ team }) => team === undefined || team === unit);
  return role === 'grid-worker' ? [] : atHome;
}

const UNITS = ['unit', 'caller', 'from', 'to', 'lead'];
const UNIT_LISTS = ['units', 'assists'];
const PEOPLE = 'people';

/** In which language somebody reads of a demand, under which number, and when. */
interface Reading extends Pick<Recipient, 'language' | 'no'> {
  readonly asOf: Date;
}

/** A notice's own parameters in words: units by name, times as people say them. */
function params(with_: Lettering, notice: Notice, demand: Demand, reading: Reading): Params {
  const { language, no, asOf } = reading;
  const given = Object.entries(notice.params ?? {}).map(([name, value]): [string, Params[string]] => {
    if (value instanceof Date) return [name, moment(language, value, asOf)];
    if (name === 'pictures') return [name, Number(value) > 0 && canLook(with_, notice, no) ? with_.speak(language, 'part.pictures', { count: value }) : ''];
    if (typeof value !== 'string' || value === '') return [name, value];
    if (name === 'tier') return [name, with_.mechanism.tiers.find(({ id }) => id === value)?.name[language] ?? value];
    if (UNITS.includes(name)) return [name, unitName(with_.directory, value)];
    if (name === PEOPLE) return [name, value.split(',').map((id) => with_.directory.person(id)?.name ?? id)];
    if (UNIT_LISTS.includes(name)) return [name, unitNames(with_.directory, value.split(','))];
    return [name, value];
  });
  const own = Object.fromEntries(given);
  return { ...own, ...special(with_, notice, demand, reading, own) };
}

/** Told of a whistle that is to be agreed to. */
const ABOUT_CALLS: ReadonlySet<NoticeName> = new Set([
  'approval-asked', 'approval-confirm', 'approval-given', 'approval-confirmed', 'approval-refused', 'approval-lapsed', 'approval-unconfirmed', 'approval-silent', 'sound-asked',
]);

/** Told with why, where that was said. */
const WITH_REASON: ReadonlySet<NoticeName> = new Set([
  'closed', 'withdrawn-holder', 'dissatisfied', 'dispute-asked', 'extension-granted', 'extension-refused', 'objection-upheld', 'objection-rejected', 'exclusion-agreed', 'exclusion-refused',
]);

/** Told with what was said along with it. */
const WITH_WORDS: ReadonlySet<NoticeName> = new Set(['taken-up', 'reported-in', 'callee-reported-in']);

/** The few parameters that need more than a name. */
function special(with_: Lettering, notice: Notice, demand: Demand, { language, no }: Reading, own: Params): Params {
  const { speak, mechanism } = with_;
  const { dimensions, scale } = mechanism.rateCallees;
  if (ABOUT_CALLS.has(notice.name)) return callParams(with_, language, own);
  if (WITH_REASON.has(notice.name)) return { reason: optional(speak, language, 'part.reason', 'reason', own['reason']) };
  if (WITH_WORDS.has(notice.name)) return { words: optional(speak, language, 'part.said', 'words', own['words']) };
  switch (notice.name) {
    case 'card':
      return { now: whatToDoNow(speak, demand, language) };
    case 'ask-place':
      return { now: whatToDoNow(speak, demand, language), told: isInHand(demand) ? speak(language, 'part.told-already', { unit: unitName(with_.directory, demand.holder) }) : '', choices: demand.choices.map(({ label, home }, index) => speak(language, 'part.choice', { index: index + 1, text: home ? speak(language, 'part.choice-home', { place: label }) : label })).join('') };
    case 'revisit':
    case 'revisit-reminder':
    case 'revisit-next':
      return { question: question(with_, demand, no, language) };
    case 'source-done':
    case 'source-closed':
      return { source: sourceOfReporter(with_, demand, no)?.name[language], rating: ratingInWords(with_, demand, language, no) };
    case 'called-lead':
    case 'called-assist':
      return { kind: kindOf(mechanism, String(own['kind']))?.name[language], note: optional(speak, language, 'part.told', 'note', own['note']) };
    case 'new-demand':
    case 'new-demand-no-place':
    case 'put-before-head':
      return { proposal: proposalPart(with_, demand, language, no), more: more(with_, notice, demand, language), ways: speak(language, `part.ways-${waysOf(with_, demand)}`, { no, kind: kindProposed(with_, demand, language) }) };
    case 'proposal':
      return { kind: kindProposed(with_, demand, language), assists: optional(speak, language, 'part.assists', 'assists', own['assists']), note: optional(speak, language, 'part.note', 'note', own['note']) };
    case 'supplement':
      return { words: own['words'] ?? '' };
    case 'rate-callees':
    case 'rated-by-caller': {
      const marks = dimensions.map(() => scale).join(' ');
      const units = String(notice.params?.['units'] ?? '').split(',').map((id) => unitName(with_.directory, id));
      return { dimensions: dimensions.map(({ name }) => name[language]), scale, examples: units.map((unit) => speak(language, 'part.rate-example', { no: demand.id, unit, marks })).join('\n') };
    }
    default:
      return 'clock' in own ? { clock: speak(language, `clock.${own['clock'] as ClockKind}`) } : {};
  }
}

/** What the desk that gets a demand can do with it. */
function waysOf({ mechanism }: Lettering, { tier, holder, facts }: Demand): 'worker' | 'dispatcher' | 'office' {
  if (facts.place !== undefined && facts.place.path[tier] !== holder) return 'office';
  return tier === mechanism.tiers[0]?.id ? 'worker' : 'dispatcher';
}

/** The kind that is proposed for a matter. */
function kindProposed({ mechanism }: Lettering, { urgency, category }: Demand, language: Language): string {
  return usualKind(mechanism, urgency === 'danger', category).name[language];
}

/** A whistle that is to be agreed to: kind and chain by name. */
function callParams({ mechanism, speak }: Lettering, language: Language, own: Params): Params {
  const chain = mechanism.chains.find(({ id }) => id === own['chain'])?.name[language];
  return {
    kind: kindOf(mechanism, String(own['kind']))?.name[language],
    chain,
    assists: optional(speak, language, 'part.assists', 'assists', own['assists']),
    note: optional(speak, language, 'part.told', 'note', own['note']),
    reason: optional(speak, language, 'part.reason', 'reason', own['reason']),
  };
}

/** What a grid worker proposed; who may direct the matter is told how to do as it says. */
function proposalPart(with_: Lettering, demand: Demand, language: Language, no: string): string {
  const { speak, directory } = with_;
  const proposal = demand.proposals.at(-1);
  if (proposal === undefined) return '';
  const assists = proposal.assists.length > 0 ? speak(language, 'part.assists', { assists: unitNames(with_.directory, proposal.assists) }) : '';
  const how = waysOf(with_, demand) === 'dispatcher' ? speak(language, 'part.more-proposal-how', { no }) : '';
  return `${speak(language, 'part.more-proposal', { lead: unitName(directory, proposal.lead), assists })}${how}`;
}

function question({ speak }: Lettering, demand: Demand, no: string, language: Language): string {
  const revisit = reporterOf(demand, no)?.revisit;
  const open = revisit !== undefined && 'answers' in revisit ? openQuestion(revisit.answers) : undefined;
  return speak(language, `question.${open ?? 'satisfied'}`);
}

function more(with_: Lettering, notice: Notice, demand: Demand, language: Language): string {
  const { speak, directory } = with_;
  const { from, reason, why } = notice.params ?? {};
  return [
    demand.media.length > 0 ? speak(language, 'part.more-pictures', { count: demand.media.length }) : '',
    typeof from === 'string' ? speak(language, 'part.more-from', { from: unitName(directory, from) }) : '',
    typeof reason === 'string' ? speak(language, 'part.more-reason', { reason }) : '',
    demand.follows === undefined ? '' : speak(language, 'part.more-follows', { no: demand.follows }),
    demand.facts.place?.assumed === true ? speak(language, 'part.more-assumed', { no: demand.id }) : '',
    doubted(with_, demand, language),
    disputed(with_, demand, language),
    why === 'brake' ? speak(language, 'part.more-brake') : '',
    demand.urgency === 'danger' && waysOf(with_, demand) === 'dispatcher' ? speak(language, 'part.more-danger', { no: demand.id }) : '',
  ].join('');
}

/** What else it may be, for the person who decides. */
function doubted({ speak, categoryName }: Lettering, demand: Demand, language: Language): string {
  const second = isClassInDoubt(demand) ? demand.understood.alternatives[0] : undefined;
  return second === undefined ? '' : speak(language, 'part.more-doubt', { no: demand.id, second: categoryName(second, language) });
}

/** What a language model saw otherwise, for the same person. */
function disputed(with_: Lettering, demand: Demand, language: Language): string {
  const views = disagreement(with_, demand, language);
  return views === undefined ? '' : with_.speak(language, 'part.more-disagree', { views });
}

function optional(speak: Lettering['speak'], language: Language, key: 'part.assists' | 'part.note' | 'part.told' | 'part.said' | 'part.reason', name: string, value: Params[string]): string {
  return value === undefined || value === '' ? '' : speak(language, key, { [name]: value });
}
