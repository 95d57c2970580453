/** The colours of the maps, from none to most, with the colour in which words on them can be read. */
export const WARMTHS = [
  { ground: '', ink: '' },
  { ground: '#fdf0da', ink: '#40280a' },
  { ground: '#fbdcae', ink: '#40280a' },
  { ground: '#f7bd7b', ink: '#3a1f05' },
  { ground: '#ec9450', ink: '#2c1400' },
  { ground: '#b8401f', ink: '#fff' },
  { ground: '#8c1f14', ink: '#fff' },
] as const;

/** Few are not made to look like many. */
const FEW = 8;

/** From 0 (nothing) to 6, by the root of the share of the most, so that few are told from none. */
export function warmthOf(count: number, most: number): number {
  return count === 0 ? 0 : Math.min(6, Math.max(1, Math.round(Math.sqrt(count / Math.max(FEW, most)) * 6)));
}
