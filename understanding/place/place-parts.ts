import {
  bareBuilding,
  betweenParts,
  buildingNamePattern,
  buildingPattern,
  dashedPattern,
  floorPattern,
  leadingFigures,
  nextBuildingAfter,
  roadNumberPattern,
  roomPattern,
  severalBefore,
  unitAfterBuilding,
  unitPattern,
} from '../../locales/lexicon/place-words.ts';
import { numberSaid } from '../number-said.ts';
import { mayShow } from '../patterns/may-show.ts';

const REACH = 40;
const MOST_SAID = 5;
const BEFORE = 6;

/** Building, unit and room as said, and where in the text they end. */
export interface PlaceParts {
  readonly building?: string | undefined;
  readonly unit?: string | undefined;
  readonly room?: string | undefined;
  readonly start: number;
  readonly end: number;
}

/** The building, unit and room said right after a compound that ends at `at`; undefined when none follows. */
export function partsAfter(text: string, at: number): PlaceParts | undefined {
  const from = endOf(betweenParts, text, at) ?? at;
  const dashed = matchAt(dashedPattern, text, from);
  if (dashed !== undefined) {
    return { building: buildingKey(dashed[1] ?? ''), unit: dashed[2], room: dashed[3], start: from, end: from + dashed[0].length };
  }
  const reached = text.slice(0, from + REACH);
  const bare = matchAt(bareBuilding, text, from);
  const parts = bare?.[1] === undefined ? partsFrom(reached, from) : partsOf(reached, from, { said: bare[1], start: from, end: from + bare[0].length });
  return parts !== undefined && parts.start === from ? parts : undefined;
}

/** The first building (with unit and room, or a unit alone) said anywhere in the text, as fully as it is said of again. */
export function partsAnywhere(text: string): PlaceParts | undefined {
  const first = partsFrom(text, 0);
  if (first?.building === undefined || first.unit !== undefined || first.room !== undefined) return first;
  for (let next = partsFrom(text, first.end), left = MOST_SAID; next?.building !== undefined && left > 0; next = partsFrom(text, next.end), left--) {
    if (next.building === first.building && (next.unit ?? next.room) !== undefined) return next;
  }
  return first;
}

/** The number after a road that ends at `at`: 128号; undefined when none follows. */
export function roadNumberAfter(text: string, at: number): string | undefined {
  const from = text.charAt(at) === ' ' ? at + 1 : at;
  return matchAt(roadNumberPattern, text, from)?.[0];
}

/** The same number in figures: 六十二号 is 62号. */
export function inFigures(roadNumber: string): string {
  const [said = ''] = leadingFigures.exec(roadNumber) ?? [];
  return `${String(numberSaid(said) ?? said)}${roadNumber.slice(said.length)}`;
}

/** What tells one building of a compound from another: 三号楼, 3栋 and 3# are all `3`; undefined for a name without number or letter. */
export function buildingKeyOf(name: string): string | undefined {
  const match = buildingNamePattern.exec(name);
  return match?.[1] === undefined ? undefined : buildingKey(match[1]);
}

/** The name of a building without its number: what is left of 春风里3号楼 is the compound. */
export function beforeBuildingNumber(name: string): string {
  return name.replace(buildingNamePattern, '');
}

/** Undefined where several buildings are said in one breath: then it is their compound. */
function partsFrom(text: string, from: number): PlaceParts | undefined {
  const building = firstFrom(buildingPattern, text, from);
  const next = building === undefined ? undefined : seenAt(nextBuildingAfter, text, building.end);
  const isOneOfSeveral = building !== undefined && ((next !== undefined && buildingKey(next.said) !== buildingKey(building.said)) || severalBefore.test(text.slice(Math.max(0, building.start - BEFORE), building.start)));
  return isOneOfSeveral ? undefined : partsOf(text, from, building);
}

function partsOf(text: string, from: number, building: PartSeen | undefined): PlaceParts | undefined {
  const unitFrom = building === undefined ? from : endOf(betweenParts, text, building.end) ?? building.end;
  const unit = (building === undefined ? undefined : seenAt(unitAfterBuilding, text, unitFrom)) ?? firstFrom(unitPattern, text, unitFrom);
  const near = unit !== undefined && (building === undefined || unit.start === unitFrom) ? unit : undefined;
  if (building === undefined && near === undefined) return undefined;

  const start = building?.start ?? near?.start ?? from;
  const end = near?.end ?? building?.end ?? from;
  const room = roomAt(text, end);
  return {
    building: building === undefined ? undefined : buildingKey(building.said),
    unit: near === undefined ? undefined : String(numberSaid(near.said) ?? near.said),
    room: room?.said,
    start,
    end: room?.end ?? end,
  };
}

function roomAt(text: string, at: number): { said: string; end: number } | undefined {
  const between = endOf(betweenParts, text, at) ?? at;
  const floor = endOf(floorPattern, text, between);
  const from = floor === undefined ? between : (endOf(betweenParts, text, floor) ?? floor);
  const match = matchAt(roomPattern, text, from);
  if (match?.[1] === undefined) return undefined;
  const room = numberSaid(match[1]);
  return room === undefined ? undefined : { said: String(room), end: from + match[0].length };
}

function buildingKey(said: string): string {
  const letter = /^[A-Za-z]/.exec(said)?.[0].toUpperCase() ?? '';
  const rest = said.slice(letter.length);
  const number = rest === '' ? undefined : numberSaid(rest);
  return letter + (number === undefined ? rest : String(number));
}

interface PartSeen {
  readonly said: string;
  readonly start: number;
  readonly end: number;
}

function seenAt(pattern: RegExp, text: string, at: number): PartSeen | undefined {
  const match = matchAt(pattern, text, at);
  return match?.[1] === undefined ? undefined : { said: match[1], start: at, end: at + match[0].length };
}

function firstFrom(pattern: RegExp, text: string, from: number): PartSeen | undefined {
  if (!mayShow(pattern, text)) return undefined;
  pattern.lastIndex = from;
  const match = pattern.exec(text);
  pattern.lastIndex = 0;
  const said = match?.[1] ?? match?.[2];
  if (match === null || said === undefined) return undefined;
  return { said, start: match.index, end: match.index + match[0].length };
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text.slice(0, at + REACH)) ?? undefined;
}

function endOf(pattern: RegExp, text: string, at: number): number | undefined {
  const match = matchAt(pattern, text, at);
  return match === undefined ? undefined : at + match[0].length;
}
