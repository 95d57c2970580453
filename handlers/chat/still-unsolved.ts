import { isLongClosed, mayComplain } from '../../domain/decide/revisit.ts';
import type { Demand, Reporter } from '../../domain/demand.ts';
import { present } from '../../domain/demand.ts';
import { sourceFor } from '../../domain/mechanism/mechanism.ts';
import type { Rules } from '../../domain/time/start-clock.ts';
import type { Execute } from '../execute.ts';
import type { DemandStore } from '../ports/demands.ts';
import type { Sealer } from '../ports/sealer.ts';
import type { Hearing } from './matter.ts';
import { portOf } from './matter.ts';
import { revisitAnswer, saysBrokenAgain, saysSurely } from './revisit-answer.ts';
import { aboutNumber, mattersMeant } from './revisit.ts';
import { situationOf } from './situation-of.ts';
import type { ChatHandler, Reply, Utterance } from './utterance.ts';
import { reply } from './utterance.ts';

interface Complaining extends Pick<Hearing, 'directory' | 'mechanism' | 'now' | 'registerMatter' | 'understandWell'> {
  readonly demands: Pick<DemandStore, 'raisedBy'>;
  readonly execute: Execute['execute'];
  readonly sealer: Pick<Sealer, 'seal' | 'open'>;
  readonly rulesOf: (demand: Demand) => Rules;
}

interface Ended {
  readonly demand: Demand;
  readonly reporter: Reporter;
}

/** Who says, when nobody asks any more, that a matter is not solved: within the district's time for it, it is opened again; later it is a new matter that goes on from the old one. */
export function stillUnsolved(deps: Complaining): ChatHandler {
  return async (utterance) => {
    const { id, person, actor, room } = utterance;
    if (room !== undefined || !mayComplainIn(utterance.text)) return 'pass';
    const { raised, text, no } = mattersMeant(await deps.demands.raisedBy(person.id, { open: false, limit: 20 }), person.id, utterance.text);
    const said = revisitAnswer(text, {});
    if (said?.answers.satisfied !== 'dissatisfied') return 'pass';
    if (no === undefined && !(said.answers.solved === undefined ? saysSurely(text) : saysBrokenAgain(text))) return 'pass';

    const ended = raised.flatMap((demand) => endedFor(demand, person.id));
    const recent = ended.filter(({ demand }) => !isLongClosed(deps.rulesOf(demand), demand, deps.now()));
    const [only, ...others] = recent.length > 0 || no === undefined ? recent : ended;
    if (only === undefined) return 'pass';
    if (others.length > 0) return reply('refusal.which-demand', { list: recent.map(({ demand, reporter }) => `\n${reporter.no} ${demand.facts.what}`).join('') });
    if (recent.length === 0) return anew(deps, utterance, only, text);
    const reason = said.reason === undefined ? undefined : await deps.sealer.seal(person.id, said.reason);
    const answered = await deps.execute(only.demand.id, { type: 'answer-revisit', by: actor, no: only.reporter.no, answers: said.answers, reason }, id);
    return answered.ok ? [] : 'pass';
  };
}

/** Whether the words may say so, with or without a number before them: hardly any do, and nothing need be looked up for those. */
function mayComplainIn(text: string): boolean {
  return [text, aboutNumber(text)?.said ?? ''].some((words) => revisitAnswer(words, {})?.answers.satisfied === 'dissatisfied');
}

function endedFor(demand: Demand, person: string): Ended[] {
  const isOver = demand.phase.status === 'closed' || demand.phase.status === 'done';
  return isOver ? present(demand).filter((one) => one.person === person && mayComplain(one)).map((reporter) => ({ demand, reporter })) : [];
}

/** What and where it is was told of the old one. */
async function anew(deps: Complaining, utterance: Utterance, { demand, reporter }: Ended, words: string): Promise<readonly Reply[]> {
  const { actor, id, media, at, again } = utterance;
  const told = (await deps.sealer.open(reporter.words)) ?? '';
  const { matters: [matter] } = await deps.understandWell(told, situationOf(deps, utterance));
  const { no } = await deps.registerMatter({
    actor,
    source: sourceFor(deps.mechanism, portOf(utterance), 'private'),
    origin: id,
    first: !again,
    text: `${told}\n${words}`,
    media,
    saidAt: at,
    place: { grid: demand.facts.place?.grid },
    matter: { ...matter, category: demand.category, when: undefined },
    follows: demand.id,
    mayAsk: true,
  });
  return reply('chat.registered-anew', { no, other: reporter.no });
}
