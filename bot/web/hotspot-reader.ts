import type { Directory } from '../../domain/directory/directory.ts';
import { usualSince } from '../../domain/hotspots/hotspots.ts';
import type { Mechanism } from '../../domain/mechanism/mechanism.ts';
import { createLookForHotspots } from '../../handlers/hotspots/hotspots.ts';
import { countAnswers, presentHotspot, presentWarning } from '../../handlers/hotspots/present-hotspots.ts';
import type { Now } from '../../handlers/ports/now.ts';
import type { Stores } from '../../handlers/ports/stores.ts';
import type { Describing } from '../../handlers/showing/describe.ts';
import type { Caller, HotspotReader } from '../../web/deps.ts';

/** What is needed to show what piles up. */
export interface ReadingHotspots {
  readonly stores: Pick<Stores, 'demands' | 'warnings' | 'sealer'>;
  readonly directory: () => Directory;
  readonly mechanism: Mechanism;
  readonly describing: () => Describing;
  readonly presenting: { readonly maskPersonal: (text: string) => string };
  readonly now: Now;
  readonly scopeOf: (directory: Directory, caller: Caller) => readonly string[] | undefined;
}

/** Hot spots and warnings, within what the caller may see. */
export function createHotspotReader({ stores, directory, mechanism, describing, presenting: { maskPersonal }, now, scopeOf }: ReadingHotspots): HotspotReader {
  const look = createLookForHotspots({ demands: stores.demands, directory, mechanism, now });
  return {
    list: async ({ since }, caller, language) => {
      const units = scopeOf(directory(), caller);
      const from = since === undefined ? new Date(usualSince(mechanism.hotspots, now().getTime())) : new Date(since);
      const with_ = { describing: describing(), sealer: stores.sealer, maskPersonal };
      const warnings = (await stores.warnings.since(from)).filter(({ unit }) => units?.includes(unit) ?? true);
      return {
        items: (await look({ since: from, units })).map((hotspot) => presentHotspot(with_, hotspot, language)),
        warnings: await Promise.all(warnings.map((warning) => presentWarning(with_, warning, language))),
        answered: countAnswers(warnings),
      };
    },
  };
}
