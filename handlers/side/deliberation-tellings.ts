import type { BallotResult, Deliberation, DeliberationEvent } from '../../domain/deliberation/deliberation.ts';
import type { DeliberationSettings } from '../../domain/mechanism/deliberation.ts';
import type { Said, SaidText } from '../chat/utterance.ts';
import type { Following, Telling, Told } from './tellings.ts';
import { markTellings } from './tellings.ts';

type EventOf<T extends DeliberationEvent['type']> = Extract<DeliberationEvent, { type: T }>;

/** What is needed to tell of deliberations. */
export interface DeliberationTelling {
  readonly settingsOf: (deliberation: Deliberation) => DeliberationSettings;
  /** For districts that say in the group who voted for what; undefined for whoever is not to be named. */
  readonly nameOf: (person: string) => string | undefined;
}

interface Saying {
  readonly settings: DeliberationSettings;
  readonly nameOf: DeliberationTelling['nameOf'];
}

/** What everybody hears because of one event: the groups, whoever runs it, whoever checks it, and the demand it is about. */
export function deliberationTellings({ settingsOf, nameOf }: DeliberationTelling) {
  return (before: Deliberation | undefined, event: DeliberationEvent, after: Deliberation): readonly Following[] => {
    const settings = settingsOf(after);
    const told = inGroups({ settings, nameOf }, before ?? after, event, after);
    return [...told, ...toRunner(event, after), ...others(settings, before ?? after, event, after), ...ending(event, after)];
  };
}

/** The words of a numbered option or topic. */
export function wordsOf(list: Deliberation['options'], number: number | undefined): string {
  return list[(number ?? 0) - 1]?.words ?? '';
}

/** Options or topics with the numbers by which they are chosen. */
export function numbered(list: Deliberation['options'], only?: readonly number[]): readonly SaidText[] {
  return list.map(({ words }, index): SaidText => ({ key: 'side.line', params: { index: index + 1, words } })).filter((_, index) => only === undefined || only.includes(index + 1));
}

function inGroups(with_: Saying, before: Deliberation, event: DeliberationEvent, after: Deliberation): Telling[] {
  const said = groupText(with_, before, event, after);
  return said === undefined ? [] : after.rooms.map((room) => ({ to: { room }, said }));
}

function groupText(with_: Saying, before: Deliberation, event: DeliberationEvent, after: Deliberation): SaidText | undefined {
  const { settings } = with_;
  const due = dueOf(after);
  const { no, unit } = after;
  const topic = wordsOf(after.topics, after.topic);
  switch (event.type) {
    case 'begun':
      return { key: 'deliberation.begun', params: { no, level: settings.levels.find(({ id }) => id === after.level)?.name, title: after.title, due } };
    case 'topic-chosen':
      return { key: 'deliberation.topic-chosen', params: { no, topic, due } };
    case 'researched':
      return { key: 'deliberation.researched', params: { no, topic, words: event.data.words, due } };
    case 'ballot-opened':
      return ballotText(settings, after);
    case 'ballot-closed':
      return resultText(with_, before, event, after);
    case 'chair-decided':
      return { key: 'deliberation.chair-decided', params: { no, unit, option: wordsOf(after.options, event.data.option), due } };
    case 'applied':
      return { key: 'deliberation.applied', params: { no, words: event.data.words, check: event.data.checkAt } };
    case 'checked':
      return { key: event.data.kept ? 'deliberation.kept' : 'deliberation.not-kept', params: { no, unit: after.supervisor, words: event.data.words, mark: event.data.mark, scale: settings.supervision.scale } };
    case 'failed':
      return { key: 'deliberation.failed', params: { no, reason: event.data.reason } };
    case 'called-off':
      return { key: 'deliberation.called-off', params: { no } };
    case 'reached':
      return after.step === 'vote' && event.data.marks.some(({ act }) => act === 'remind') ? { key: 'deliberation.vote-running', params: { no, turnout: after.ballot?.votes.length ?? 0, due } } : undefined;
    default:
      return undefined;
  }
}

function ballotText({ vote }: DeliberationSettings, { no, topics, topic, options, ballot }: Deliberation): SaidText | undefined {
  if (ballot === undefined) return undefined;
  const how: SaidText = { key: vote.named ? 'deliberation.votes-named' : 'deliberation.votes-secret' };
  return { key: 'deliberation.ballot', params: { no, round: ballot.round, topic: wordsOf(topics, topic), options: numbered(options, ballot.options), first: ballot.options[0], due: ballot.closesAt, how } };
}

/** The result and what follows from it; who voted for what only where the district says so. */
function resultText({ settings: { vote }, nameOf }: Saying, before: Deliberation, { data: { result, next, option } }: EventOf<'ballot-closed'>, after: Deliberation): SaidText {
  const { no, options, unit } = after;
  const tally = result.tally.map((one): SaidText => {
    const voters = (before.ballot?.votes ?? []).filter(({ option: chosen }) => chosen === one.option).flatMap(({ person }) => nameOf(person) ?? []);
    const who: Said = vote.named && voters.length > 0 ? { key: 'deliberation.tally-who', params: { who: voters.join(' ') } } : undefined;
    return { key: 'deliberation.tally', params: { index: one.option, words: wordsOf(options, one.option), votes: one.votes, who } };
  });
  const follows: Said = next === 'decided' ? { key: 'deliberation.decided', params: { option: wordsOf(options, option), due: dueOf(after), unit } } : [because(result), { key: `deliberation.then-${next}` }];
  return { key: 'deliberation.result', params: { no, round: result.round, tally, turnout: result.turnout, needed: result.needed, eligible: eligibleText(result), follows } };
}

function because({ outcome }: BallotResult): SaidText {
  return { key: `deliberation.because-${outcome as 'tie' | 'no-majority' | 'no-quorum'}` };
}

function eligibleText({ eligible }: BallotResult): SaidText | undefined {
  return eligible === 0 ? undefined : { key: 'deliberation.of-eligible', params: { eligible } };
}

/** Whoever runs it is told what comes next and how to write it, at the beginning of each step. */
function toRunner(event: DeliberationEvent, after: Deliberation): Telling[] {
  const begins = ['begun', 'topics-closed', 'topic-chosen', 'researched', 'ballot-closed', 'chair-decided', 'announced', 'checked'].includes(event.type);
  const said = begins ? nextText(after) : undefined;
  return said === undefined ? [] : [{ to: runnerOf(after), said }];
}

function runnerOf({ runner, unit }: Deliberation): Told {
  return { runner, unit };
}

/** What whoever runs it can do now; undefined while nothing is to be done. */
function nextText(deliberation: Deliberation): SaidText | undefined {
  const { no, step, topics, topic, options, decision } = deliberation;
  const common = { no, due: dueOf(deliberation), topic: wordsOf(topics, topic), option: wordsOf(options, decision?.option) };
  switch (step) {
    case 'topics':
    case 'choice':
      return { key: `deliberation.next-${step}`, params: { ...common, topics: numbered(topics) } };
    case 'research':
    case 'announcement':
    case 'application':
      return { key: `deliberation.next-${step}`, params: common };
    case 'options':
    case 'chair':
      return { key: `deliberation.next-${step}`, params: { ...common, options: options.length === 0 ? { key: 'deliberation.none-yet' } : numbered(options) } };
    default:
      return undefined;
  }
}

function others(settings: DeliberationSettings, before: Deliberation, event: DeliberationEvent, after: Deliberation): Telling[] {
  if (event.type !== 'reached') return [];
  const isCheck = after.step === 'supervision';
  const begins = isCheck && event.data.marks.some(({ percent }) => percent === 0);
  const check: Telling[] = begins
    ? [{ to: { unit: after.supervisor, desk: 'front' }, said: { key: 'deliberation.check', params: { no: after.no, option: wordsOf(after.options, after.decision?.option), words: after.applied?.words, due: dueOf(after), scale: settings.supervision.scale } } }]
    : [];
  const rest = { ...event.data, marks: event.data.marks.filter(({ percent }) => percent !== 0) };
  if (after.step === 'vote') return check;
  return [...check, ...markTellings(before.clocks, rest, { no: after.no, what: after.title }, isCheck ? undefined : runnerOf(after))];
}

/** The demand goes on from here. */
function ending(event: DeliberationEvent, { no, id, applied }: Deliberation): Following[] {
  if (event.type === 'checked' && event.data.kept) return [{ task: 'end-carrier', needs: { demand: no, id, outcome: 'done', words: applied?.words } }];
  return event.type === 'failed' ? [{ task: 'end-carrier', needs: { demand: no, id, outcome: 'failed', words: event.data.reason } }] : [];
}

function dueOf({ clocks }: Deliberation): Date | undefined {
  return clocks[0]?.due;
}
