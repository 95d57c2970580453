import type { DeliberationSettings } from './mechanism-deliberation.ts';
import type { ListSettings, NeedSettings, ProjectSettings } from './mechanism-lists.ts';

/** Something in the parts beside demands that names what the file does not have. */
export interface ListsFault {
  readonly code: 'unknown-tier' | 'unknown-class' | 'unknown-ladder' | 'listed-twice';
  readonly path: readonly (string | number)[];
  readonly params: Readonly<Record<string, string>>;
}

interface Named {
  readonly id: string;
}

/** The parts of a file that deliberation, needs and projects refer to; one that could not be read is left out. */
export interface ListsBook {
  readonly tiers?: readonly Named[] | undefined;
  readonly unitClasses?: readonly Named[] | undefined;
  readonly ladders?: Readonly<Record<string, unknown>> | undefined;
  readonly deliberation?: DeliberationSettings | undefined;
  readonly needs?: NeedSettings | undefined;
  readonly projects?: ProjectSettings | undefined;
  readonly lists?: ListSettings | undefined;
}

type Path = ListsFault['path'];

/** Every unknown tier, class or ladder of those parts, and what is listed twice. */
export function listsFaults({ tiers, unitClasses, ladders, deliberation, needs, projects }: ListsBook): readonly ListsFault[] {
  const tier = (id: string, path: Path) => unknown('unknown-tier', tiers, id, path);
  const classes = (ids: readonly string[], path: Path) => ids.flatMap((id, index) => unknown('unknown-class', unitClasses, id, [...path, index]));
  const ladder = projects === undefined || ladders === undefined || Object.hasOwn(ladders, projects.milestones) ? [] : [fault('unknown-ladder', projects.milestones, ['projects', 'milestones'])];
  return [
    ...(deliberation?.levels ?? []).flatMap((level, index) => tier(level.tier, ['deliberation', 'levels', index, 'tier'])),
    ...twice(deliberation?.levels ?? [], ['deliberation', 'levels']),
    ...(deliberation === undefined ? [] : tier(deliberation.supervision.tier, ['deliberation', 'supervision', 'tier'])),
    ...(needs === undefined ? [] : [...tier(needs.decideTier, ['needs', 'decideTier']), ...classes(needs.providers, ['needs', 'providers']), ...classes(needs.alliances, ['needs', 'alliances'])]),
    ...twice(needs?.kinds ?? [], ['needs', 'kinds']),
    ...classes(projects?.takers ?? [], ['projects', 'takers']),
    ...twice(projects?.dimensions ?? [], ['projects', 'dimensions']),
    ...ladder,
  ];
}

function unknown(code: ListsFault['code'], list: readonly Named[] | undefined, id: string, path: Path): ListsFault[] {
  return list === undefined || list.some((one) => one.id === id) ? [] : [fault(code, id, path)];
}

function twice(list: readonly Named[], path: Path): ListsFault[] {
  const ids = list.map(({ id }) => id);
  return ids.flatMap((id, index) => (ids.indexOf(id) === index ? [] : [fault('listed-twice', id, [...path, index, 'id'])]));
}

function fault(code: ListsFault['code'], id: string, path: Path): ListsFault {
  return { code, path, params: { id } };
}
