import { z } from 'zod';
import { Time } from './scalars.ts';

/** Where a grid lies: polygons, each its outer ring and then its holes, of points with their longitude first. */
const GridShape = z.strictObject({ grid: z.string(), polygons: z.array(z.array(z.array(z.tuple([z.number(), z.number()])))).min(1) });

/** Where the map comes from: uploaded on the page, a file beside the directory, or nowhere. */
const Source = z.enum(['upload', 'file', 'none']);

/** The district's own map: the shapes of its grids, and the ids of those that have none. */
export const GridMap = z.strictObject({ source: Source, shapes: z.array(GridShape), missing: z.array(z.string()) }).meta({ id: 'GridMap' });
export type GridMap = z.infer<typeof GridMap>;

/** How the map stands, for whoever sets it up. */
export const MapState = z
  .strictObject({
    source: Source,
    count: z.number().int(),
    /** The names of the grids without a shape. */
    missing: z.array(z.string()),
    /** What is wrong with the file beside the directory. */
    faults: z.array(z.string()),
    changed: z.strictObject({ at: Time, by: z.string() }).optional(),
  })
  .meta({ id: 'MapState' });
export type MapState = z.infer<typeof MapState>;

/** A GeoJSON text; without `apply` nothing is changed. */
export const MapBody = z.strictObject({ content: z.string().min(1).max(8_000_000), apply: z.boolean().default(false) });
export type MapBody = z.infer<typeof MapBody>;

/** All that is wrong with a map, or what it would show. */
export const MapTaken = z.strictObject({ ok: z.boolean(), applied: z.boolean(), faults: z.array(z.string()), count: z.number().int(), missing: z.array(z.string()) }).meta({ id: 'MapTaken' });
export type MapTaken = z.infer<typeof MapTaken>;
