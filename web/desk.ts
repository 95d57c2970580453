import type { Language } from './deps.ts';
import type { GridMap, MapBody, MapState, MapTaken } from './schemas/grid-map.ts';

/** The district's own map. */
export interface MapDesk {
  readonly view: () => GridMap;
  readonly state: (language: Language) => MapState;
  /** Reads a map as a whole; it holds only when there is no fault and that was asked for. */
  readonly take: (body: MapBody, by: string, language: Language) => Promise<MapTaken>;
  /** Takes the uploaded map away; the one beside the directory holds again. */
  readonly remove: (by: string, language: Language) => Promise<MapState>;
}

/** What administrators set on the pages besides people and the directory; `by` is who does so. */
export interface Desk {
  readonly map: MapDesk;
}
