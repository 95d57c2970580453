import type { Directory } from '../../domain/directory/directory.ts';
import type { Hotspot, HotspotFact } from '../../domain/hotspots/hotspot.ts';
import { hotspotsIn, neededSince, usualSince } from '../../domain/hotspots/hotspots.ts';
import type { Mechanism } from '../../domain/mechanism/mechanism.ts';
import type { DemandFact, DemandStore } from '../ports/demands.ts';
import type { Now } from '../ports/now.ts';

/** What is needed to see what piles up. */
export interface Looking {
  readonly demands: Pick<DemandStore, 'factsSince'>;
  readonly directory: () => Directory;
  readonly mechanism: Mechanism;
  readonly now: Now;
}

/** What piles up since a moment, else in the usual time, among the demands that these units have to do with. */
export type LookForHotspots = (asked: { readonly since?: Date | undefined; readonly units?: readonly string[] | undefined }) => Promise<readonly Hotspot[]>;

/** Makes what looks for them. */
export function createLookForHotspots({ demands, directory, mechanism, now }: Looking): LookForHotspots {
  return async ({ since, units }) => {
    const at = now().getTime();
    const from = Math.min(at, since?.getTime() ?? usualSince(mechanism.hotspots, at));
    const facts = await readFacts({ demands, directory, mechanism }, new Date(neededSince(mechanism.hotspots, from, at)), units);
    return hotspotsIn(facts, mechanism.hotspots, { since: from, now: at, recordedSince: beginning(facts, at) });
  };
}

/** Facts of demands raised since then, with what the directory knows of their places. What is done on somebody's behalf is no trouble that piles up. */
export function readFacts(deps: Pick<Looking, 'demands' | 'directory' | 'mechanism'>, since: Date, units?: readonly string[]): Promise<HotspotFact[]> {
  return placed(deps, deps.demands.factsSince(since, units));
}

/** Facts of dangers raised since then, with what the directory knows of their places. */
export function readDangers(deps: Pick<Looking, 'directory' | 'mechanism'> & { readonly demands: Pick<DemandStore, 'dangersSince'> }, since: Date): Promise<HotspotFact[]> {
  return placed(deps, deps.demands.dangersSince(since));
}

async function placed({ directory, mechanism }: Pick<Looking, 'directory' | 'mechanism'>, found: AsyncIterable<DemandFact>): Promise<HotspotFact[]> {
  const factOf = inDirectory(directory());
  const facts: HotspotFact[] = [];
  const onBehalf = mechanism.services?.onBehalf?.category.id;
  for await (const fact of found) if (fact.category !== onBehalf) facts.push(factOf(fact));
  return facts;
}

/** When the record begins that these are from. */
export function beginning(facts: readonly HotspotFact[], now: number): number {
  return facts.reduce((first, { at }) => Math.min(first, at), now);
}

const placing = new WeakMap<Directory, (fact: DemandFact) => HotspotFact>();

/** Places and likely units are the same for many demands, so each is looked up once in a directory. */
function inDirectory(directory: Directory): (fact: DemandFact) => HotspotFact {
  const known = placing.get(directory) ?? newlyIn(directory);
  placing.set(directory, known);
  return known;
}

function newlyIn(directory: Directory): (fact: DemandFact) => HotspotFact {
  const around = remembered((place: string) => surroundings(directory, place));
  const likely = remembered((key: string) => likelyUnit(directory, key));
  return ({ raisedAt, doneAt, place, unit, dispatched, ...fact }) => {
    const where = place ?? fact.grid;
    return {
      ...fact,
      at: raisedAt.getTime(),
      doneAt: doneAt?.getTime(),
      places: place === undefined ? [] : around(place),
      unit: dispatched || where === undefined ? unit : (likely(`${fact.category}|${where}`) ?? unit),
    };
  };
}

function surroundings(directory: Directory, place: string): readonly string[] {
  const chain: string[] = [];
  for (let at: string | undefined = place; at !== undefined && !chain.includes(at); at = directory.place(at)?.within) chain.push(at);
  return chain;
}

/** Who the duty list holds responsible for a class there. */
function likelyUnit(directory: Directory, key: string): string | undefined {
  const [category = '', where] = key.split('|');
  return directory.unitsFor(category, where).find(({ role }) => role === 'responsible')?.unit.id;
}

function remembered<T>(look: (key: string) => T): (key: string) => T {
  const known = new Map<string, { readonly value: T }>();
  return (key) => {
    const found = known.get(key) ?? { value: look(key) };
    known.set(key, found);
    return found.value;
  };
}
