import type { Setting } from '../../domain/deliberation/deliberation.ts';
import type { Demand } from '../../domain/demand.ts';
import type { Directory } from '../../domain/directory/directory.ts';
import type { Role } from '../../domain/mechanism/basics.ts';
import type { DeliberationLevel, DeliberationSettings } from '../../domain/mechanism/deliberation.ts';

/** The level meant by words, or the first when none are given; undefined when there is no such level. */
export function levelNamed({ levels }: DeliberationSettings, words: string): DeliberationLevel | undefined {
  const said = words.trim().toLowerCase();
  if (said === '') return levels[0];
  return levels.find(({ id, name, words: more }) => [id, ...Object.values(name), ...more].some((word) => word.toLowerCase() === said));
}

/** Where a demand is deliberated at a level: in which groups, run and checked by whom. */
export function settingOf(directory: Directory, settings: DeliberationSettings, { facts, holder }: Pick<Demand, 'facts' | 'holder'>, level?: string): Setting {
  const { id, tier, groups } = levelWith(settings, level);
  const path: Readonly<Partial<Record<string, string>>> = facts.place?.path ?? directory.path(holder);
  const unit = path[tier] ?? holder;
  const grid = facts.place?.grid;
  const own = groups === 'grid' && grid !== undefined ? directory.roomsOf(grid) : [];
  const rooms = own.length > 0 ? own : directory.gridsIn(unit).flatMap((one) => directory.roomsOf(one.id));
  return { level: id, unit, supervisor: path[settings.supervision.tier] ?? unit, rooms: rooms.map((room) => room.id) };
}

/** The level with this id, or the first. Throws when there is none at all, which the schema does not let be. */
function levelWith({ levels }: DeliberationSettings, id: string | undefined): DeliberationLevel {
  const level = levels.find((one) => one.id === id) ?? levels[0];
  if (level === undefined) throw new Error('A deliberation needs a level');
  return level;
}

/** How many in these groups may vote, as far as the directory knows who is in them. */
export function eligibleIn(directory: Directory, rooms: readonly string[], roles: readonly Role[]): number {
  const people = new Set(rooms.flatMap((id) => directory.room(id)?.people ?? []));
  return [...people].filter((id) => directory.person(id)?.roles.some((role) => roles.includes(role)) === true).length;
}
