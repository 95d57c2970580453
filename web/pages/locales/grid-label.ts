const COMMUNITY = /社区$/;

/** A grid's name where that of its community stands beside it already. */
export function gridLabel(grid: string, community: string): string {
  return grid.replace(community.replace(COMMUNITY, ''), '');
}
