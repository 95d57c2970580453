import { bareRoomPattern, calledAfter, englishRoomPatterns, pairPattern, roomPatterns } from '../../locales/lexicon/personal-door-shapes.ts';
import { buildingNear, clauseBegins, doorsListed, doorsTogether } from '../../locales/lexicon/personal-door-words.ts';
import { couldBeDoor, isLoneDoor, mayBeDoor } from './lone-door.ts';
import { type Match, matchesOf } from './matches-of.ts';
import { type PersonalPiece, pieceOf } from './personal-piece.ts';

const FEWEST_LISTED = 3;
const REACH = 16;

/** What tells a door in a plain text: unit and room after a building, 3-2-501, and a number by itself where people speak of homes. Storeys, units and buildings alone are everybody's. */
export function roomsIn(text: string): PersonalPiece[] {
  const told = [...roomPatterns, ...englishRoomPatterns].flatMap((pattern) => matchesOf(text, pattern));
  const pairs = matchesOf(text, pairPattern).filter(({ said }) => couldBeDoor(said));
  return [...told, ...pairs, ...loneDoors(text)].map(({ start, end }) => pieceOf('room', text, start, end));
}

/** The numbers that are doors by themselves, and those named together with one, before or after it. */
function loneDoors(text: string): Match[] {
  const numbers = matchesOf(text, bareRoomPattern);
  const alone = new Set(numbers.filter((number) => isLoneDoor(text, number)));
  const withNext = namedWithDoor(text, numbers, alone);
  const withLast = namedWithDoor(text, numbers.toReversed(), alone);
  const listed = listedDoors(text, numbers.filter((number) => mayBeDoor(text, number)));
  return numbers.filter((number) => [alone, withNext, withLast, listed].some((doors) => doors.has(number))).map((door) => withCalled(text, door));
}

function before(text: string, number: Match | undefined): string {
  return number === undefined ? '' : text.slice(Math.max(0, number.start - REACH), number.start);
}

function withCalled(text: string, { said, start, end }: Match): Match {
  return { said, start, end: end + (calledAfter.exec(text.slice(end, end + REACH))?.[0].length ?? 0) };
}

/** Those of a list of three or more that people of homes have signed, paid or been told, and three or more that begin clauses where a building is spoken of. */
function listedDoors(text: string, numbers: readonly Match[]): ReadonlySet<Match> {
  if (numbers.length < FEWEST_LISTED) return new Set();
  const begun = numbers.filter((number) => clauseBegins.test(before(text, number)));
  if (begun.length >= FEWEST_LISTED && buildingNear.test(text)) return new Set(begun);

  const lists: Match[][] = [];
  for (const number of numbers) {
    const last = lists.at(-1)?.at(-1);
    if (last !== undefined && doorsTogether.test(text.slice(last.end, number.start))) lists.at(-1)?.push(number);
    else lists.push([number]);
  }
  return new Set(lists.filter((list) => list.length >= FEWEST_LISTED && doorsListed.test(before(text, list[0]))).flat());
}

/** Those that are named together with a door that comes right before them in the list. */
function namedWithDoor(text: string, numbers: readonly Match[], doors: ReadonlySet<Match>): ReadonlySet<Match> {
  const together = new Set<Match>();
  let last: Match | undefined;
  for (const number of numbers) {
    const between = last && text.slice(Math.min(last.end, number.end), Math.max(last.start, number.start));
    if (between !== undefined && doorsTogether.test(between) && mayBeDoor(text, number)) together.add(number);
    last = doors.has(number) || together.has(number) ? number : undefined;
  }
  return together;
}
