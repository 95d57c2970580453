import type { Directory } from '../../domain/directory/directory.ts';
import { homePlace } from '../intake/places.ts';
import type { Utterance } from './utterance.ts';

/** The grid that a speaker lives in or looks after; undefined when none is known. */
export function ownGrid(directory: Directory, { person, home }: Pick<Utterance, 'person' | 'home'>): string | undefined {
  return home?.grid ?? directory.gridsOf(person.id)[0]?.id;
}

/** What is known of a speaker besides the words. What is said of times is told from when it was said, however late it is heard. */
export function situationOf({ directory }: { readonly directory: () => Directory }, { person, home, room, actor, at }: Utterance) {
  const known = directory().person(person.id);
  const patrolled = actor.roles.includes('grid-worker') ? actor.grids?.[0] : undefined;
  const grid = room === undefined ? patrolled : room.grid;
  return {
    now: at,
    grid,
    community: grid === undefined ? undefined : directory().grid(grid)?.community,
    home: home ?? homePlace(directory(), known?.home, known?.grid),
    group: room !== undefined,
  };
}
