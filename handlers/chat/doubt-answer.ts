import { takingOver } from '../../domain/decide/merge.ts';
import type { Demand } from '../../domain/demand.ts';
import { present } from '../../domain/demand.ts';
import type { Directory } from '../../domain/directory/directory.ts';
import type { Mechanism } from '../../domain/mechanism/mechanism.ts';
import { ownNumber } from '../acting/act.ts';
import type { Execute } from '../execute.ts';
import { deskFor } from '../intake/route.ts';
import type { DemandStore } from '../ports/demands.ts';
import type { Remembering } from '../remembered.ts';
import { doubts } from './asked-doubt.ts';
import type { AskedDoubt } from './asked-doubt.ts';
import { isAskedSince } from './asked-since.ts';
import { bare, picked, picksNone, saysYes } from './picked.ts';
import type { ChatHandler, Reply, Utterance } from './utterance.ts';
import { reply } from './utterance.ts';

interface AnsweringDoubt extends Remembering {
  readonly demands: Pick<DemandStore, 'load' | 'raisedBy'>;
  readonly execute: Execute['execute'];
  readonly directory: () => Directory;
  readonly mechanismOf: (demand: Demand) => Mechanism;
  readonly categoryNamed: (words: string) => string | undefined;
}

type Asked<A extends AskedDoubt['about']> = Extract<AskedDoubt, { about: A }>;

/** The number, or the word, that answers which class a matter is, or whether it is somebody else's. Whoever says neither has a person decide. */
export function doubtAnswer(deps: AnsweringDoubt): ChatHandler {
  return async (utterance) => {
    const { room, person, text } = utterance;
    if (room !== undefined || !mayAnswer(text, deps.categoryNamed)) return 'pass';
    const asked = await doubts.of(deps, person.id);
    const answer = asked === undefined ? undefined : answerIn(text, asked, deps.categoryNamed);
    if (asked === undefined || answer === undefined || (await isAskedSince(deps.demands, person.id, asked.at))) return 'pass';
    const demand = (await deps.demands.load(asked.demand))?.state;
    if (demand === undefined) return 'pass';

    const replies = asked.about === 'class' ? await classGiven(deps, utterance, demand, asked, answer) : await sameOrNot(deps, utterance, demand, asked, answer);
    await doubts.forget(deps, person.id);
    return replies;
  };
}

/** Whether a text could answer any such question: only then what was asked is looked up. */
function mayAnswer(text: string, categoryNamed: AnsweringDoubt['categoryNamed']): boolean {
  return picked(text) !== undefined || picksNone(text) || saysYes(text) || categoryNamed(bare(text)) !== undefined;
}

/** Which of what was offered is meant, from 1; 0 stands for neither; undefined when the text is no answer. */
function answerIn(text: string, asked: AskedDoubt, categoryNamed: AnsweringDoubt['categoryNamed']): number | undefined {
  const last = asked.about === 'class' ? 3 : 2;
  const number = picked(text);
  if (number !== undefined) return number > last ? undefined : number % 3;
  if (asked.about === 'class') {
    const named = asked.classes.findIndex((one) => one === categoryNamed(bare(text)));
    return named >= 0 ? named + 1 : picksNone(text) || saysYes(text) ? 0 : undefined;
  }
  if (saysYes(text)) return 1;
  return picksNone(text) ? 2 : undefined;
}

async function classGiven(deps: AnsweringDoubt, { actor, id }: Utterance, demand: Demand, { classes }: Asked<'class'>, answer: number): Promise<readonly Reply[]> {
  const no = ownNumber(demand, actor);
  const category = classes[answer - 1];
  if (category === undefined) return reply('chat.class-by-person', { no, unit: demand.holder });
  if (category === demand.category) return reply('chat.class-kept', { no });
  const { place } = demand.facts;
  const to = place === undefined ? undefined : deskFor(deps.directory(), deps.mechanismOf(demand), demand, category, place);
  const changed = await deps.execute(demand.id, { type: 'reclassify', by: actor, category, to }, id);
  return changed.ok ? [] : reply('chat.class-kept', { no });
}

/** The report joins the other's matter under the number it has; what has ended or been taken together meanwhile stays as it is. */
async function sameOrNot(deps: AnsweringDoubt, { actor, id, person }: Utterance, demand: Demand, { other }: Asked<'same'>, answer: number): Promise<readonly Reply[]> {
  const no = ownNumber(demand, actor);
  if (answer !== 1 || present(demand).some((one) => one.person !== person.id)) return reply('chat.not-same-noted', { no });
  const joined = await deps.execute(other, takingOver(actor, demand), `${id}#absorb`);
  if (!joined.ok) return reply('chat.not-same-noted', { no });
  const merged = await deps.execute(demand.id, { type: 'merge-into', by: actor, lead: other }, `${id}#merge`);
  return merged.ok ? [] : reply('chat.not-same-noted', { no });
}
