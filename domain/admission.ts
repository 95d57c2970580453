import type { Demand } from './demand.ts';
import { present } from './demand.ts';
import type { Admission, Kind } from './mechanism/whistling.ts';
import type { Admitted, Against, RateBand, Standing, WhistleRate } from './standing.ts';

interface Wanted {
  readonly caller: string;
  readonly kind: Kind;
  /** How many units would be called. */
  readonly units: number;
  readonly standing: Standing | undefined;
}

/** What speaks for a whistle and against it, by the mechanism's own discipline. */
export function weighed(admission: Admission, demand: Demand, wanted: Wanted): Admitted {
  const { standing, kind } = wanted;
  const fitting = admission.cases.find((one) => fits(one, demand, wanted));
  const duplicates = admission.duplicates === undefined ? [] : (standing?.duplicates ?? []);
  const against: Against[] = [
    ...(fitting === undefined ? ['alone' as const] : []),
    ...(duplicates.length > 0 ? ['duplicate' as const] : []),
    ...(isFeltStrongly(admission, demand) ? [] : ['weak' as const]),
  ];
  const urgent = kind.urgent || demand.urgency === 'danger';
  const rate = standing?.rate;
  return { outcome: urgent ? 'urgent' : 'admitted', case: fitting?.id, against, duplicates, rate: rate && { ...rate, band: bandOf(admission, rate) } };
}

function fits(one: Admission['cases'][number], { category }: Demand, { caller, kind, units, standing }: Wanted): boolean {
  const duty = standing?.duties[caller] ?? 'unlisted';
  if (one.duties !== undefined && !one.duties.includes(duty)) return false;
  if (one.units !== undefined && units < one.units) return false;
  if (one.kinds !== undefined && !one.kinds.includes(kind.id)) return false;
  return one.classes === undefined || one.classes.includes(category);
}

function isFeltStrongly({ feeling }: Admission, demand: Demand): boolean {
  if (feeling === undefined || present(demand).length >= feeling.people) return true;
  if (feeling.redos !== undefined && demand.redos >= feeling.redos) return true;
  return demand.urgency !== 'routine' && (feeling.urgency?.includes(demand.urgency) ?? false);
}

/** Where a rate lies; with too few demands nothing is said. Without a band in the mechanism it is always too few. */
export function bandOf({ rate: band }: Admission, { whistles, demands }: WhistleRate): RateBand {
  if (band === undefined || demands < band.least) return 'too-few';
  const share = (whistles / demands) * 100;
  return share < band.low ? 'low' : share > band.high ? 'high' : 'within';
}
