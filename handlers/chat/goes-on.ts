import { awaitsPlace, isInHand } from '../../domain/demand.ts';
import type { Directory } from '../../domain/directory/directory.ts';
import { ADDS, GOES_ON } from '../../locales/lexicon/commands.ts';
import type { Understand } from '../../understanding/understanding.ts';
import { namesThing } from '../intake/is-matter.ts';
import type { DemandStore } from '../ports/demands.ts';
import { addWords } from './add-words.ts';
import type { AddingWords } from './add-words.ts';
import { isWithin } from './follow-up.ts';
import { spoken } from './grammar.ts';
import { portOf } from './matter.ts';
import { situationOf } from './situation-of.ts';
import type { ChatHandler } from './utterance.ts';

interface GoingOn extends AddingWords {
  readonly demands: Pick<DemandStore, 'raisedBy'>;
  readonly directory: () => Directory;
  readonly understand: Understand;
}

const LOOKED_AT = 10;

/** How a matter in hand goes on, told of the thing it is about and of no place, goes with that matter: somebody came and it is not done, or it still is so. A danger, or one more thing, is a matter of its own. */
export function goesOn(deps: GoingOn): ChatHandler {
  return async (utterance) => {
    const { person, room, text } = utterance;
    if (room !== undefined || portOf(utterance) === 'worker' || !saysSo(spoken(text))) return 'pass';
    const [one, ...others] = deps.understand(text, { ...situationOf(deps, utterance), home: undefined }).matters;
    if (others.length > 0 || one.urgency === 'danger' || !namesThing(one) || one.place.kind !== 'unknown') return 'pass';
    const raised = await deps.demands.raisedBy(person.id, { open: true, limit: LOOKED_AT });
    const same = raised.find((demand) => demand.category === one.category && (isInHand(demand) || awaitsPlace(demand)));
    if (same === undefined) return 'pass';
    return (await addWords(deps, utterance, same, text)) ? [] : 'pass';
  };
}

function saysSo(said: string): boolean {
  return isWithin(said, { han: 40, letters: 90 }) && GOES_ON.test(said) && !ADDS.test(said);
}
