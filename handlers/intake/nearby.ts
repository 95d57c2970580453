import type { Spot, ToldBy } from '../channel.ts';
import type { People } from '../ports/people.ts';

/** The grid in which a point lies; undefined where no map tells. */
export type GridAt = (spot: Spot, told: ToldBy) => string | undefined;

/** What is needed to note where somebody is. */
export interface NotingNearby {
  readonly people: Pick<People, 'change'>;
  readonly gridAt: GridAt;
}

/** Notes the grid that a location or a picture was sent from. Only the grid is kept, never the point. */
export async function noteNearby({ people, gridAt }: NotingNearby, person: string, { spot, told, at }: { readonly spot: Spot | undefined; readonly told: ToldBy; readonly at: Date }): Promise<void> {
  const place = spot === undefined ? undefined : gridAt(spot, told);
  if (place !== undefined) await people.change(person, { nearby: { place, at, told } });
}
