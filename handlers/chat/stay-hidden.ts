import type { Directory } from '../../domain/directory/directory.ts';
import { anonymityPattern, hideWishPattern, secrecyPattern } from '../../locales/lexicon/circumstance-words.ts';
import { withoutEnd } from '../../understanding/plain-text.ts';
import type { Matter, Understand } from '../../understanding/understanding.ts';
import type { Act } from '../acting/act.ts';
import { ownNumber } from '../acting/act.ts';
import { isMatter } from '../intake/is-matter.ts';
import { placeMeant } from '../intake/places.ts';
import type { DemandStore } from '../ports/demands.ts';
import { tellsCircumstance } from './follow-up.ts';
import { situationOf } from './situation-of.ts';
import type { ChatHandler, Utterance } from './utterance.ts';

interface Hiding {
  readonly demands: Pick<DemandStore, 'raisedBy'>;
  readonly act: Act;
  readonly directory: () => Directory;
  readonly understand: Understand;
}

const BETWEEN_CLAUSES = /[,.!?;\u3002\uFF0C\uFF01\uFF1F\uFF1B\n]|(?<=\p{Script=Han})\s/u;
const BEFORE_WORDS = /^[\s\p{P}]+/u;
/** What has more clauses is a report or a letter, and read as one. */
const MOST = 20;

/** Who wishes to stay hidden after the card is hidden in the latest open demand; a place said beside it goes on to whoever asked for one. Beside a new matter the wish belongs to that. */
export function stayHidden(deps: Hiding): ChatHandler {
  return async (utterance) => {
    const { id, person, actor, text, room, media } = utterance;
    if (room !== undefined || text === '' || media.length > 0) return 'pass';
    const beside = besideWish(deps, utterance);
    const [last] = beside === undefined || beside.some(isMatter) ? [] : await deps.demands.raisedBy(person.id, { open: true, limit: 1 });
    if (beside === undefined || last === undefined) return 'pass';
    const acted = await deps.act(actor, ownNumber(last, actor), { type: 'hide', hidden: true }, `${id}#hide`);
    return acted.ok && beside.every(({ place }) => placeMeant(place) === undefined) ? [] : 'pass';
  };
}

/** What is said beside the wish and why it is wished; undefined when there is none. */
function besideWish(deps: Hiding, utterance: Utterance): readonly Matter[] | undefined {
  const parts = utterance.text.split(BETWEEN_CLAUSES).map((words) => withoutEnd(words).replace(BEFORE_WORDS, '')).filter((words) => words !== '');
  if (parts.length > MOST) return undefined;
  const situation = situationOf(deps, utterance);
  const clauses = parts.map((words) => ({ words, said: deps.understand(words, situation).matters }));
  const beside = clauses.filter(({ words, said: [first] }) => !isWish(words, first));
  return beside.length === clauses.length ? undefined : beside.filter(({ words }) => !tellsCircumstance(words)).flatMap(({ said }) => said);
}

function isWish(words: string, said: Matter): boolean {
  return hideWishPattern.test(words) || (said.wantsAnonymity && secrecyPattern.test(words) && (!isMatter(said) || anonymityPattern.test(words)));
}
