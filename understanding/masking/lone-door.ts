import { afterDashes, lettered, letteredThing, likelyDoor, lowDoor, mayBeYear, publicLines, storeyRead, wellKnown } from '../../locales/lexicon/personal-door-shapes.ts';
import {
  calledRoomAfter,
  clauseBegins,
  clauseEnds,
  goesOnThere,
  homeAfter,
  homeBefore,
  homeDoes,
  homeNear,
  homeSoon,
  homeWords,
  inChinese,
  notDoorBefore,
  ofTheDoor,
  perhapsBefore,
} from '../../locales/lexicon/personal-door-words.ts';
import { numberSaid } from '../number-said.ts';
import { plainFigures } from './figure-runs.ts';
import type { Match } from './matches-of.ts';
import { numberCueBefore } from './number-cue.ts';

const REACH = 16;

/** Whether these figures, or those after their last dash, could be a storey and a door on it: 302, 五零三, 3-1204, but not 350. */
export function couldBeDoor(said: string): boolean {
  const door = said.slice(said.search(afterDashes)).replace(storeyRead, (storey) => String(numberSaid(storey)));
  return likelyDoor.test(plainFigures(door));
}

/** Whether a number that stands by itself has the shape of a door and is not said to be anything else. */
export function mayBeDoor(text: string, { said, start }: Match): boolean {
  if (!couldBeDoor(said) || publicLines.test(said) || notDoorBefore.test(text.slice(Math.max(0, start - REACH), start))) return false;
  return numberCueBefore(text, start)?.cue !== 'thing';
}

/** Whether a number that stands by itself in a plain text is somebody's door, by what is said around it. */
export function isLoneDoor(text: string, { said, start, end }: Match): boolean {
  const after = text.slice(end, end + REACH);
  if (calledRoomAfter.test(after)) return true;
  if (!mayBeDoor(text, { said, start, end })) return false;

  const before = text.slice(Math.max(0, start - REACH), start);
  if (homeBefore.test(before)) return true;
  if (lettered.test(said)) return !letteredThing.test(said) && homeAfter.test(after);
  return homeAfter.test(after) || (!mayBeYear.test(said) && !wellKnown.test(said) && isDoorAlone(said, before, after));
}

/** Where a clause begins or ends with the number, less is enough. */
function isDoorAlone(said: string, before: string, after: string): boolean {
  const begins = clauseBegins.test(before);
  const led = perhapsBefore.test(before);
  if (homeDoes.test(after) || (ofTheDoor.test(after) && (begins || led)) || (led && goesOnThere.test(after))) return true;
  if (inChinese.test(after) && (begins ? lowDoor.test(said) : homeWords.test(before + after))) return true;
  return clauseEnds.test(after) && (led || (begins && (homeNear.test(before) || homeSoon.test(after))));
}
