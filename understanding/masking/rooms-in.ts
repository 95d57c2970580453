import { bareRoomPattern, englishRoomPatterns, pairPattern, roomPatterns } from '../../locales/lexicon/personal-door-shapes.ts';
import { doorsTogether } from '../../locales/lexicon/personal-door-words.ts';
import { couldBeDoor, isLoneDoor } from './lone-door.ts';
import { type Match, matchesOf } from './matches-of.ts';
import { type PersonalPiece, pieceOf } from './personal-piece.ts';

/** What tells a door in a plain text: unit and room after a building, 3-2-501, and a number by itself where people speak of homes. Storeys, units and buildings alone are everybody's. */
export function roomsIn(text: string): PersonalPiece[] {
  const told = [...roomPatterns, ...englishRoomPatterns].flatMap((pattern) => matchesOf(text, pattern));
  const pairs = matchesOf(text, pairPattern).filter(({ said }) => couldBeDoor(said));
  return [...told, ...pairs, ...loneDoors(text)].map(({ start, end }) => pieceOf('room', text, start, end));
}

/** The numbers that are doors by themselves, and those named together with one. */
function loneDoors(text: string): Match[] {
  const doors: Match[] = [];
  for (const match of matchesOf(text, bareRoomPattern)) {
    const last = doors.at(-1);
    const isNext = last !== undefined && doorsTogether.test(text.slice(last.end, match.start)) && couldBeDoor(match.said);
    if (isNext || isLoneDoor(text, match)) doors.push(match);
  }
  return doors;
}
