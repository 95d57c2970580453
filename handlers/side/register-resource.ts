import type { Directory } from '../../domain/directory/directory.ts';
import type { Mechanism, UnitRef } from '../../domain/mechanism/mechanism.ts';
import { foldResource, registerResource } from '../../domain/need/resource.ts';
import type { Resource, Wanted } from '../../domain/need/resource.ts';
import { knownPath } from '../intake/places.ts';
import { nextNumber } from '../intake/register-matter.ts';
import type { Counters } from '../ports/coordination.ts';
import type { Now } from '../ports/now.ts';
import type { Sealer } from '../ports/sealer.ts';
import type { SideWork } from './side-work.ts';

/** What is needed to register resources. */
export interface RegisteringResources {
  readonly work: Pick<SideWork, 'resources'>;
  readonly directory: () => Directory;
  readonly mechanism: Mechanism;
  readonly sealer: Pick<Sealer, 'seal'>;
  readonly counters: Counters;
  readonly now: Now;
}

/** A resource as a unit offers it. */
export interface OfferedResource {
  readonly unit: UnitRef;
  readonly person: string;
  readonly words: string;
  /** The same origin registers no second one. */
  readonly origin: string;
  readonly wanted: Pick<Wanted, 'kind' | 'days' | 'people'>;
}

/** Registers a resource of a unit, once for its origin; it is where the unit is. */
export async function registerOne(deps: RegisteringResources, { unit, person, words, origin, wanted }: OfferedResource): Promise<Resource> {
  const { id, version } = deps.mechanism;
  const path = knownPath(deps.directory(), unit.id);
  const sealedWords = await deps.sealer.seal(person, words);
  const events = registerResource({ ...wanted, path, id: await nextNumber(deps.counters), origin: `resource:${origin}`, words: sealedWords, mechanism: { id, version }, unit: unit.id, by: person }, deps.now());
  return (await deps.work.resources.begin(foldResource(events), events, origin)).kept.state;
}

/** The alliances and teams that a unit is a member of. */
export function alliancesOf(directory: Directory, unit: string): readonly UnitRef[] {
  return directory.data.units.filter(({ members }) => members.includes(unit)).flatMap(({ id }) => directory.unitRef(id) ?? []);
}
