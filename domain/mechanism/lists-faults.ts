import type { DeliberationSettings } from './deliberation.ts';
import type { ListSettings, NeedSettings, ProjectSettings } from './lists.ts';
import { listedTwice, unknownName, type Named, type Path } from './named-faults.ts';

/** Something in the parts beside demands that names what the file does not have. */
export interface ListsFault {
  readonly code: 'unknown-tier' | 'unknown-class' | 'unknown-ladder' | 'listed-twice';
  readonly path: Path;
  readonly params: Readonly<Record<string, string>>;
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

/** Every unknown tier, class or ladder of those parts, and what is listed twice. */
export function listsFaults({ tiers, unitClasses, ladders, deliberation, needs, projects }: ListsBook): readonly ListsFault[] {
  const tier = (id: string, path: Path) => unknownName('unknown-tier', tiers, path, id);
  const classes = (ids: readonly string[], path: Path) => ids.flatMap((id, index) => unknownName('unknown-class', unitClasses, [...path, index], id));
  const ladder = projects === undefined || ladders === undefined || Object.hasOwn(ladders, projects.milestones) ? [] : [{ code: 'unknown-ladder', path: ['projects', 'milestones'], params: { id: projects.milestones } } as const];
  return [
    ...(deliberation?.levels ?? []).flatMap((level, index) => tier(level.tier, ['deliberation', 'levels', index, 'tier'])),
    ...listedTwice(deliberation?.levels ?? [], ['deliberation', 'levels']),
    ...(deliberation === undefined ? [] : tier(deliberation.supervision.tier, ['deliberation', 'supervision', 'tier'])),
    ...(needs === undefined ? [] : [...tier(needs.decideTier, ['needs', 'decideTier']), ...classes(needs.providers, ['needs', 'providers']), ...classes(needs.alliances, ['needs', 'alliances'])]),
    ...listedTwice(needs?.kinds ?? [], ['needs', 'kinds']),
    ...classes(projects?.takers ?? [], ['projects', 'takers']),
    ...listedTwice(projects?.dimensions ?? [], ['projects', 'dimensions']),
    ...ladder,
  ];
}
