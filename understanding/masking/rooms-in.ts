import {
  afterDashes,
  bareRoomPattern,
  calledRoomAfter,
  clauseBegins,
  clauseEnds,
  doorsTogether,
  englishRoomPatterns,
  homeAfter,
  homeBefore,
  homeDoes,
  homeWords,
  homeNear,
  homeSoon,
  inChinese,
  lettered,
  likelyDoor,
  lowDoor,
  mayBeYear,
  notDoorBefore,
  ofTheDoor,
  pairPattern,
  perhapsBefore,
  publicLines,
  roomPatterns,
  storeyRead,
} from '../../locales/lexicon/personal-room-words.ts';
import { numberSaid } from '../number-said.ts';
import { plainFigures } from './figure-runs.ts';
import { type Match, matchesOf } from './matches-of.ts';
import { numberCueBefore } from './number-cue.ts';
import { type PersonalPiece, pieceOf } from './personal-piece.ts';

const REACH = 16;

/** What tells a door in a plain text: unit and room after a building, 3-2-501, and a number by itself where people speak of homes. Floors and buildings alone are everybody's. */
export function roomsIn(text: string): PersonalPiece[] {
  const pairs = matchesOf(text, pairPattern).filter(({ said }) => likelyDoor.test(doorOf(said)));
  const told = [...roomPatterns, ...englishRoomPatterns].flatMap((pattern) => matchesOf(text, pattern));
  return [...told, ...pairs, ...bareDoors(text)].map(({ start, end }) => pieceOf('room', text, start, end));
}

function bareDoors(text: string): Match[] {
  const doors: Match[] = [];
  for (const match of matchesOf(text, bareRoomPattern)) {
    const last = doors.at(-1);
    const isNext = last !== undefined && likelyDoor.test(doorOf(match.said)) && doorsTogether.test(text.slice(last.end, match.start));
    if (isNext || isDoor(text, match)) doors.push(match);
  }
  return doors;
}

function isDoor(text: string, { said, start, end }: Match): boolean {
  const after = text.slice(end, end + REACH);
  if (calledRoomAfter.test(after)) return true;

  const before = text.slice(Math.max(0, start - REACH), start);
  if (!likelyDoor.test(doorOf(said)) || publicLines.test(said) || notDoorBefore.test(before)) return false;
  if (numberCueBefore(text, start)?.cue === 'thing') return false;
  return homeBefore.test(before) || (homeAfter.test(after) && !lettered.test(said)) || isDoorAlone(said, before, after);
}

/** Where a clause begins or ends with the number, less is enough. */
function isDoorAlone(said: string, before: string, after: string): boolean {
  if (mayBeYear.test(said) || lettered.test(said)) return false;
  const begins = clauseBegins.test(before);
  const led = perhapsBefore.test(before);
  if (homeDoes.test(after) || (ofTheDoor.test(after) && (begins || led))) return true;
  if (inChinese.test(after) && (begins ? lowDoor.test(said) : homeWords.test(before + after))) return true;
  return clauseEnds.test(after) && (led || (begins && (homeNear.test(before) || homeSoon.test(after))));
}

/** The door's figures, without what is before its last dash. */
function doorOf(said: string): string {
  const door = said.slice(said.search(afterDashes)).replace(storeyRead, (storey) => String(numberSaid(storey)));
  return plainFigures(door);
}
