import type { Demand } from '../../domain/demand.ts';
import { awaitsPlace, isInHand, present } from '../../domain/demand.ts';
import type { Directory } from '../../domain/directory/directory.ts';
import type { Mechanism } from '../../domain/mechanism/mechanism.ts';
import type { Intent, Matter, Understand } from '../../understanding/understanding.ts';
import type { Execute } from '../execute.ts';
import { isMatter, isSurelyOther, namesThing, saysWhere } from '../intake/is-matter.ts';
import { deskFor } from '../intake/route.ts';
import type { DemandStore } from '../ports/demands.ts';
import type { Now } from '../ports/now.ts';
import type { Sealer } from '../ports/sealer.ts';
import { isFewWords } from './follow-up.ts';
import { situationOf } from './situation-of.ts';
import type { ChatHandler, Reply, Utterance } from './utterance.ts';

interface Completing {
  readonly demands: Pick<DemandStore, 'raisedBy'>;
  readonly execute: Execute['execute'];
  readonly sealer: Pick<Sealer, 'seal' | 'open'>;
  readonly directory: () => Directory;
  readonly mechanismOf: (demand: Demand) => Mechanism;
  readonly understand: Understand;
  readonly now: Now;
  /** Registers what is graver than what was told before. */
  readonly matter: ChatHandler;
}

/** Who types word by word takes longer than an afterthought does. */
const COMPLETED_WITHIN_MS = 10 * 60_000;

/** What was told just before, and what is told with the words that follow it. */
interface Halves {
  readonly demand: Demand;
  readonly both: string;
  readonly whole: Matter;
}

/** Matters typed word by word: a few words that name a thing without what is wrong with it, behind a report that says what is wrong, or the other way round, complete that report. */
export function completion(deps: Completing): ChatHandler {
  return async (utterance) => {
    const { room, text, media } = utterance;
    if (room !== undefined || media.length > 0 || !isFewWords(text)) return 'pass';
    const halves = await halvesOf(deps, utterance);
    if (halves === undefined) return 'pass';
    const { whole, both, demand } = halves;
    return whole.urgency === 'danger' && demand.urgency !== 'danger' ? deps.matter({ ...utterance, text: both }) : completed(deps, utterance, halves);
  };
}

async function halvesOf(deps: Completing, utterance: Utterance): Promise<Halves | undefined> {
  const { understand, demands, now, sealer } = deps;
  const [last] = await demands.raisedBy(utterance.person.id, { open: true, limit: 1 });
  const [report, ...others] = last === undefined ? [] : present(last);
  if (last === undefined || report === undefined || others.length > 0 || !(isInHand(last) || awaitsPlace(last)) || now().getTime() - report.at.getTime() > COMPLETED_WITHIN_MS) return undefined;

  const told = (await sealer.open(last.facts.what)) ?? '';
  if (told === '' || !isFewWords(told)) return undefined;
  const situation = situationOf(deps, utterance);
  const said = matterAlone(understand(utterance.text, situation).matters);
  const both = `${told} ${utterance.text}`;
  const whole = matterAlone(understand(both, situation).matters);
  if (said === undefined || whole === undefined || !completes(said, understand(told, situation).matters[0], { told, text: utterance.text })) return undefined;
  return { demand: last, both, whole };
}

/** What words tell, if it is one thing, and neither a danger nor anything but a report or part of one. */
function matterAlone([only, ...others]: readonly [Matter, ...Matter[]]): Matter | undefined {
  return others.length === 0 && (isMatter(only) || namesThing(only) || saysWhere(only.place)) && !ELSE.has(only.intent) ? only : undefined;
}

const ELSE: ReadonlySet<Intent> = new Set(['question', 'praise', 'abuse', 'command', 'not-for-us']);
const SURE = 0.7;
/** No longer than a single word is. */
const WORD = /^(?:\p{Script=Han}{1,3}|\p{Script=Latin}+)$/u;
/** Nothing but a thing or a place: no clause of its own. */
const PHRASE = /^(?:[\p{Script=Han}\d]{1,6}|[\p{Script=Latin}\d ]{1,20})$/u;

function completes(said: Matter, before: Matter, { told, text }: { readonly told: string; readonly text: string }): boolean {
  if (said.tellsWrong === before.tellsWrong || said.urgency === 'danger') return false;
  if (!said.tellsWrong && !(PHRASE.test(text.trim()) && (namesThing(said) || saysWhere(said.place)))) return false;
  return !isSurelyOther(said, before) || (said.tellsWrong ? before.confidence < SURE : WORD.test(told));
}

/** The line that says what it is holds both, and the class is that of both. */
async function completed(deps: Completing, { id, actor, person }: Utterance, { demand, both, whole }: Halves): Promise<readonly Reply[] | 'pass'> {
  const corrected = await deps.execute(demand.id, { type: 'correct', by: actor, fact: 'what', words: await deps.sealer.seal(person.id, both) }, id);
  if (!corrected.ok) return 'pass';
  const { place } = demand.facts;
  const to = place === undefined ? undefined : deskFor(deps.directory(), deps.mechanismOf(demand), demand, whole.category, place);
  if (whole.category !== demand.category) await deps.execute(demand.id, { type: 'reclassify', by: actor, category: whole.category, to }, `${id}#class`);
  return [];
}
