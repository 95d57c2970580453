import booleanPointInPolygon from '@turf/boolean-point-in-polygon';
import library from 'gcoord';
import type { GridShape } from '../../domain/directory/grid-shapes.ts';
import type { GridAt } from '../../handlers/intake/nearby.ts';

/** Its types describe the build for bundlers, where everything stands below `default`. */
const gcoord = library as unknown as typeof library.default;

/** Tells the grid in which a point lies, by the district's map; undefined where there is none. Messengers here give points in GCJ-02, cameras and maps in WGS 84 (GeoJSON, RFC 7946). */
export function createGridAt(shapes: () => readonly GridShape[]): GridAt {
  return ({ latitude, longitude }, told) => {
    const [lon, lat] = told === 'location' ? gcoord.transform([longitude, latitude], gcoord.GCJ02, gcoord.WGS84) : [longitude, latitude];
    return shapes().find(({ polygons }) => booleanPointInPolygon([lon, lat], { type: 'MultiPolygon', coordinates: polygons }))?.grid;
  };
}
