import type { Directory } from '../../domain/directory.ts';
import { homePlace } from '../places.ts';
import type { Now } from '../ports.ts';
import type { Utterance } from './utterance.ts';

/** What is known of a speaker besides the words. */
export function situationOf({ directory, now }: { readonly directory: () => Directory; readonly now: Now }, { person, room, actor }: Utterance) {
  const known = directory().person(person.id);
  const patrolled = actor.roles.includes('grid-worker') ? actor.grids?.[0] : undefined;
  const grid = room === undefined ? patrolled : room.grid;
  return {
    now: now(),
    grid,
    community: grid === undefined ? undefined : directory().grid(grid)?.community,
    home: homePlace(directory(), known?.home, known?.grid),
    group: room !== undefined,
  };
}
