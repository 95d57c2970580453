import { deliberationSettings } from '../../../domain/deliberation/decide.ts';
import { isRunning } from '../../../domain/deliberation/deliberation.ts';
import type { Deliberation, DeliberationCommand, Step } from '../../../domain/deliberation/deliberation.ts';
import { numbered, wordsOf } from '../../side/deliberation-tellings.ts';
import { eligibleIn, levelNamed, settingOf } from '../../side/setting.ts';
import type { Reply, SaidText } from '../utterance.ts';
import { reply } from '../utterance.ts';
import { demandNumbered, howTo, refusedBecause, sealed } from './common.ts';
import type { Answered, Given, SideChat } from './common.ts';
import { behindNumber, checkIn, numberIn } from './grammar.ts';

/** Which step each word belongs to, for finding what is meant when no number is given. */
const STEPS: Partial<Record<Given['command']['word'], readonly Step[]>> = {
  topic: ['topics'], 'choose-topic': ['topics', 'choice'], research: ['research'], option: ['options'], 'open-vote': ['options'], vote: ['vote'], 'decide-as-chair': ['chair'], apply: ['announcement', 'application'],
};

/** 议事 and what follows it: topics, options and votes by everybody in the group, the rest by whoever runs it. */
export async function deliberationCommand(deps: SideChat, given: Given): Answered {
  const { command, utterance } = given;
  if (command.word === 'deliberate') return begin(deps, given);
  const found = await meant(deps, given);
  if (found === 'pass' || Array.isArray(found)) return found;
  const { deliberation } = found as { deliberation: Deliberation };
  const built = await commandFor(deps, given, deliberation);
  if (built === undefined) return howTo({ ...command, no: deliberation.no });
  const done = await deps.work.deliberations.execute(deliberation.id, built, utterance.id);
  if (done.ok) return answer(built, done.value.state);
  return refusedBecause(done.refusal, refusalParams(deps, deliberation, done.refusal));
}

/** To the residents: 议事 10023, or with the level; without one that runs, it shows how far one has come. */
async function begin(deps: SideChat, { command, utterance }: Given): Answered {
  if (deps.mechanism.deliberation === undefined) return 'pass';
  if (command.no === undefined) return howTo(command);
  const demand = await demandNumbered(deps, utterance, command.no);
  if (demand === undefined) return reply('refusal.unknown-demand', { no: command.no });
  const [known] = await deps.stores.deliberations.keyed(`no:${demand.id}`, 1);
  if (known !== undefined && (isRunning(known) || demand.carrier !== undefined)) return [status(known)];

  const settings = deps.work.rulesOf(demand).mechanism.deliberation;
  if (settings === undefined) return 'pass';
  const level = levelNamed(settings, command.rest);
  if (level === undefined) return reply('deliberation.no-level', { no: demand.id, levels: settings.levels.map(({ name }) => name[utterance.person.language]).join(' ') });
  if (settingOf(deps.directory(), settings, demand, level.id).rooms.length === 0) return reply('deliberation.no-group', { no: demand.id });
  const id = `d${await deps.counters.next('deliberation')}`;
  const done = await deps.execute(demand.id, { type: 'carry', by: utterance.actor, kind: 'deliberation', id, start: { level: level.id } }, utterance.id);
  if (done.ok) return reply('side.noted', { no: demand.id });
  return reply(`refusal.${done.refusal}`, { no: demand.id }, demand);
}

function status(deliberation: Deliberation): Reply {
  const { no, title, step, topics, topic, options, ballot, clocks } = deliberation;
  return {
    key: 'deliberation.status',
    params: { no, title, step: { key: `deliberation.step-${step}` }, due: clocks[0]?.due, topic: wordsOf(topics, topic), options: options.length === 0 ? { key: 'deliberation.none-yet' } : numbered(options), votes: ballot?.votes.length ?? 0 },
    mask: true,
  };
}

type Meant = readonly Reply[] | 'pass' | { readonly deliberation: Deliberation };

/** The one with the demand's number; without a number the only one in this group, or of this unit, that is at the step. */
async function meant({ stores, directory }: SideChat, { command, utterance }: Given): Promise<Meant> {
  const { room, actor } = utterance;
  if (command.no !== undefined) {
    const [one] = await stores.deliberations.keyed(`no:${command.no}`, 1);
    return one === undefined ? 'pass' : { deliberation: one };
  }
  const steps = STEPS[command.word] ?? [];
  const inGroup = room === undefined ? directory().roomsWith(utterance.person.id).map(({ id }) => id) : [room.id];
  const found = (await Promise.all(inGroup.map((id) => stores.deliberations.keyed(`room:${id}`, 10)))).flat();
  const own = found.length > 0 || actor.unit === undefined || room !== undefined ? found : (await stores.deliberations.list({ units: [actor.unit.id], open: true, limit: 20 })).items;
  const [only, ...others] = own.filter(({ step }, index) => steps.includes(step) && own.findIndex(({ id }) => id === own[index]?.id) === index);
  if (only === undefined) return 'pass';
  return others.length === 0 ? { deliberation: only } : reply('side.say-number', { list: [only, ...others].map(({ no, title }): SaidText => ({ key: 'side.line', params: { index: no, words: title } })) });
}

async function commandFor(deps: SideChat, { command, utterance }: Given, deliberation: Deliberation): Promise<DeliberationCommand | undefined> {
  const { actor: by } = utterance;
  const { word, rest } = command;
  const number = numberIn(rest);
  switch (word) {
    case 'topic':
    case 'option':
      return rest === '' ? undefined : { type: word === 'topic' ? 'add-topic' : 'add-option', by, words: await sealed(deps, utterance, rest), member: isMember(deps, utterance, deliberation) };
    case 'vote':
      return number === undefined ? undefined : { type: 'vote', by, option: number, member: isMember(deps, utterance, deliberation) };
    case 'choose-topic':
      return number === undefined ? undefined : { type: 'choose-topic', by, topic: number };
    case 'decide-as-chair':
      return number === undefined ? undefined : { type: 'decide-as-chair', by, option: number };
    case 'research':
    case 'apply':
      return rest === '' ? undefined : { type: word, by, words: await sealed(deps, utterance, rest) };
    case 'open-vote':
      return { type: 'open-vote', by, eligible: eligibleIn(deps.directory(), deliberation.rooms, deliberationSettings(deps.work.rulesOf(deliberation)).vote.roles) };
    case 'give-up':
      return rest === '' ? undefined : { type: 'give-up', by, reason: await sealed(deps, utterance, behindNumber(rest) || rest) };
    case 'check': {
      const checked = checkIn(rest);
      return checked && { type: 'check', by, kept: checked.kept, mark: checked.mark, words: checked.words === undefined ? undefined : await sealed(deps, utterance, checked.words) };
    }
    default:
      return undefined;
  }
}

/** Who speaks in one of its groups, or is in one as far as the directory knows. */
function isMember({ directory }: SideChat, { room, person }: Given['utterance'], { rooms }: Deliberation): boolean {
  if (room !== undefined && rooms.includes(room.id)) return true;
  return directory().roomsWith(person.id).some(({ id }) => rooms.includes(id));
}

/** Receipts go to whoever wrote, privately: the group hears only what all must know. */
function answer(command: DeliberationCommand, { no, ballot, topics, options }: Deliberation): readonly Reply[] {
  switch (command.type) {
    case 'vote':
      return reply('deliberation.voted', { no, option: command.option, words: wordsOf(options, command.option), due: ballot?.closesAt });
    case 'add-topic':
      return reply('deliberation.topic-noted', { no, words: topics.at(-1)?.words });
    case 'add-option':
      return reply('deliberation.option-noted', { no, index: options.length, words: options.at(-1)?.words });
    default:
      return reply('side.noted', { no });
  }
}

function refusalParams({ work }: SideChat, deliberation: Deliberation, refusal: string): SaidText['params'] {
  const { no, unit, supervisor, step } = deliberation;
  const { scale } = deliberationSettings(work.rulesOf(deliberation)).supervision;
  return { no, unit: refusal === 'not-yours-to-check' ? supervisor : unit, step: { key: `deliberation.step-${step}` }, scale };
}
