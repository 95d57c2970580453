import { isInHand, present } from '../../domain/demand.ts';
import type { Demand, Reporter } from '../../domain/demand.ts';
import { IN_VAIN, REPROACH } from '../../locales/lexicon/commands.ts';
import { BESIDE_SCOLDING, SCOLDS } from '../../locales/lexicon/scolding-words.ts';
import type { Understand } from '../../understanding/understanding.ts';
import type { DemandStore, Entry } from '../ports/demands.ts';
import { addWords } from './add-words.ts';
import type { AddingWords } from './add-words.ts';
import { isOutburst, isWithin } from './follow-up.ts';
import { spoken } from './grammar.ts';
import { portOf } from './matter.ts';
import { NOT_SOLVED } from './revisit-answer.ts';
import type { ChatHandler, Utterance } from './utterance.ts';
import { reply } from './utterance.ts';

interface Scolded extends AddingWords {
  readonly demands: Pick<DemandStore, 'raisedBy' | 'load'>;
  readonly understand: Understand;
}

const LOOKED_AT = 10;

/** Who only scolds at how a matter is handled, or says where else to take it, means the one that was answered last: what is said goes with it, and after it was called done says that it is not solved. Nobody who has no matter in hand is meant. */
export function scolds(deps: Scolded): ChatHandler {
  return async (utterance) => {
    const { person, room, text } = utterance;
    if (room !== undefined || portOf(utterance) === 'worker' || !onlyScolds(deps, utterance)) return 'pass';
    const raised = (await deps.demands.raisedBy(person.id, { open: true, limit: LOOKED_AT })).filter((demand) => isInHand(demand) || plannedFor(demand, person.id) !== undefined);
    const last = await answeredLast(deps, raised);
    const planned = last && plannedFor(last, person.id);
    if (last === undefined) return 'pass';
    if (planned !== undefined) return (await saysUnsolved(deps, utterance, last, planned.no)) ? [] : 'pass';
    return (await addWords(deps, utterance, last, text)) ? reply('chat.scolded') : 'pass';
  };
}

/** Every clause scolds, or stands beside one that does and tells nothing. */
function onlyScolds({ understand }: Scolded, { text, at }: Utterance): boolean {
  const said = spoken(text);
  const clauses = said.split(/\p{Script=Han}/u.test(said) ? BETWEEN_CLAUSES.han : BETWEEN_CLAUSES.letters).filter((one) => one !== '');
  if (!isWithin(text, { han: 60, letters: 140 }) || !clauses.some((one) => fits(SCOLDS, one))) return false;
  return clauses.every((one) => fits(SCOLDS, one) || fits(BESIDE_SCOLDING, one) || fits(IN_VAIN, one) || fits(REPROACH, one) || isOutburst(understand(one, { now: at }).matters));
}

const BETWEEN_CLAUSES = { han: /[\s\p{P}]+/u, letters: /[^\p{L}\s'\u2019]+/u };

function fits(patterns: readonly RegExp[], words: string): boolean {
  return patterns.some((one) => one.test(words));
}

/** The reporter who is about to be asked how it went. */
function plannedFor(demand: Demand, person: string): Reporter | undefined {
  return demand.phase.status === 'done' ? present(demand).find((one) => one.person === person && one.revisit.state === 'planned') : undefined;
}

/** Of several the one of which its reporters heard last. */
async function answeredLast({ demands }: Scolded, raised: readonly Demand[]): Promise<Demand | undefined> {
  const [only, ...others] = raised;
  if (others.length === 0) return only;
  const heard = await Promise.all(raised.map(async (demand) => ({ demand, at: (await demands.load(demand.id))?.timeline.findLast(isAnswer)?.at.getTime() ?? 0 })));
  return heard.sort((a, b) => b.at - a.at)[0]?.demand;
}

const ANSWERS: ReadonlySet<Entry['type']> = new Set(['fed-back', 'done', 'taken-up', 'dispatched', 'whistled', 'reported-in', 'escalated']);

function isAnswer({ type }: Entry): boolean {
  return ANSWERS.has(type);
}

async function saysUnsolved({ execute, sealer }: Scolded, { id, person, actor, text }: Utterance, { id: demand }: Demand, no: string): Promise<boolean> {
  return (await execute(demand, { type: 'answer-revisit', by: actor, no, answers: NOT_SOLVED, reason: await sealer.seal(person.id, text) }, id)).ok;
}
