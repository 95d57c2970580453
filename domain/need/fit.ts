import type { Resource, Wanted } from './resource.ts';

/** Why a resource fits a need. */
export type FitReason = 'kind' | 'same-grid' | 'near' | 'days' | 'people';

/** A resource that fits, with why; the nearer and better it fits, the higher. */
export interface Fit {
  readonly resource: string;
  readonly unit: string;
  readonly reasons: readonly FitReason[];
  readonly score: number;
}

/** The resources that fit a need, best first: of its kind, large enough, to be had on its days; the nearer the better. `tiers` are those of the district from below. */
export function fitting(need: Wanted, resources: readonly Resource[], tiers: readonly string[], most: number): readonly Fit[] {
  const fits = resources.flatMap((resource) => fitOf(need, resource, tiers) ?? []);
  return fits.sort((a, b) => b.score - a.score || (a.resource < b.resource ? -1 : 1)).slice(0, most);
}

function fitOf(need: Wanted, resource: Resource, tiers: readonly string[]): Fit | undefined {
  const { id, unit, kind, days, people, stoppedAt, grid } = resource;
  if (stoppedAt !== undefined || need.kind === undefined || need.kind !== kind) return undefined;
  if (need.days !== undefined && days !== undefined && need.days !== days) return undefined;
  if (need.people !== undefined && people !== undefined && people < need.people) return undefined;

  const sameGrid = grid !== undefined && grid === need.grid;
  const shared = sharedTier(need, resource, tiers);
  const near = shared === undefined ? 0 : tiers.length - shared;
  const reasons: FitReason[] = ['kind'];
  if (sameGrid) reasons.push('same-grid');
  else if (near > 0) reasons.push('near');
  if (need.days !== undefined && days === need.days) reasons.push('days');
  if (need.people !== undefined && people !== undefined) reasons.push('people');
  return { resource: id, unit, reasons, score: near + (sameGrid ? 1 : 0) + reasons.length / 10 };
}

/** The lowest tier at which both belong to the same unit, counted from below. */
function sharedTier(need: Wanted, resource: Wanted, tiers: readonly string[]): number | undefined {
  const index = tiers.findIndex((tier) => need.path[tier] !== undefined && need.path[tier] === resource.path[tier]);
  return index < 0 ? undefined : index;
}
