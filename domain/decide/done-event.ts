import type { Demand } from '../demand.ts';
import { present } from '../demand.ts';
import type { DemandEvent } from '../events.ts';
import type { Rules } from '../time/start-clock.ts';
import { addLimit, afterQuiet } from '../time/working-time.ts';
import type { Words } from '../words.ts';

/** Pictures of the work, where there are any. */
export function shown(media: readonly string[] = []): { readonly media?: readonly string[] } {
  return media.length === 0 ? {} : { media };
}

/** The matter is done by a unit: everyone who raised it is asked about it later (回访), never in quiet hours. */
export function doneEvent({ mechanism, calendar }: Rules, demand: Demand, by: string, unit: string, { result, media }: { readonly result: Words; readonly media?: readonly string[] | undefined }, now: Date): DemandEvent {
  const next = afterQuiet(calendar, addLimit(calendar, now, mechanism.revisit.after));
  return { type: 'done', at: now, by, data: { unit, result, ...shown(media), revisits: present(demand).map(({ no }) => ({ no, next })) } };
}
