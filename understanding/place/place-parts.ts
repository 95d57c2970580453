import {
  betweenParts,
  buildingNamePattern,
  buildingPattern,
  dashedPattern,
  floorPattern,
  roadNumberPattern,
  roomPattern,
  unitPattern,
} from '../../locales/lexicon/place-words.ts';
import { numberSaid } from '../number-said.ts';

const REACH = 40;

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
  const parts = partsFrom(text.slice(0, from + REACH), from);
  return parts !== undefined && parts.start === from ? parts : undefined;
}

/** The first building (with unit and room, or a unit alone) said anywhere in the text. */
export function partsAnywhere(text: string): PlaceParts | undefined {
  return partsFrom(text, 0);
}

/** The number after a road that ends at `at`: 128号; undefined when none follows. */
export function roadNumberAfter(text: string, at: number): string | undefined {
  const from = text.charAt(at) === ' ' ? at + 1 : at;
  return matchAt(roadNumberPattern, text, from)?.[0];
}

/** What tells one building of a compound from another: 三号楼, 3栋 and 3# are all `3`; undefined for a name without number or letter. */
export function buildingKeyOf(name: string): string | undefined {
  const match = buildingNamePattern.exec(name);
  return match?.[1] === undefined ? undefined : buildingKey(match[1]);
}

/** The name of a building without its number: what is left of 阳光花园3号楼 is the compound. */
export function beforeBuildingNumber(name: string): string {
  return name.replace(buildingNamePattern, '');
}

function partsFrom(text: string, from: number): PlaceParts | undefined {
  const building = firstFrom(buildingPattern, text, from);
  const unitFrom = building === undefined ? from : endOf(betweenParts, text, building.end) ?? building.end;
  const unit = firstFrom(unitPattern, text, unitFrom);
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
  const from = endOf(floorPattern, text, between) ?? between;
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

function firstFrom(pattern: RegExp, text: string, from: number): { said: string; start: number; end: number } | undefined {
  pattern.lastIndex = from;
  const match = pattern.exec(text);
  pattern.lastIndex = 0;
  if (match?.[1] === undefined) return undefined;
  return { said: match[1], start: match.index, end: match.index + match[0].length };
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text.slice(0, at + REACH)) ?? undefined;
}

function endOf(pattern: RegExp, text: string, at: number): number | undefined {
  const match = matchAt(pattern, text, at);
  return match === undefined ? undefined : at + match[0].length;
}
