import { z } from 'zod';

/** A point as GeoJSON has it: longitude, then latitude, in degrees. */
const Position = z.tuple([z.number(), z.number()]);
const Ring = z.array(Position);
/** A polygon's outer ring, then its holes. */
const Polygon = z.array(Ring).min(1);

/** Where a grid lies: one polygon or several. */
export const GridShape = z.strictObject({ grid: z.string(), polygons: z.array(Polygon).min(1) });
export type GridShape = z.infer<typeof GridShape>;

/** Something wrong with a map; `nth` counts its features from 1 and is absent where it is about the whole. */
export interface ShapeFault {
  readonly code: 'not-geojson' | 'no-features' | 'other-coordinates' | 'too-many-points' | 'unnamed' | 'unknown-grid' | 'twice' | 'wrong-geometry' | 'wrong-coordinates' | 'open-ring' | 'swapped' | 'elsewhere';
  readonly nth?: number | undefined;
  readonly params: Readonly<Record<string, string>>;
}

/** A grid as a map may call it. */
export interface NamedGrid {
  readonly id: string;
  readonly name: string;
  readonly otherNames: readonly string[];
}

/** The names of the properties that say which grid a feature is, in the order in which they are asked. */
const GRID_PROPERTIES = ['id', 'grid', 'code', 'name'] as const;
const MOST_POINTS = 50_000;
/** A millionth of a degree is a hand's breadth. */
const PRECISION = 1e6;

const Collection = z.looseObject({ type: z.literal('FeatureCollection'), features: z.array(z.unknown()), crs: z.unknown().optional() });
const Feature = z.looseObject({ type: z.literal('Feature'), id: z.union([z.string(), z.number()]).optional(), properties: z.record(z.string(), z.unknown()).nullish(), geometry: z.looseObject({ type: z.string(), coordinates: z.unknown() }) });
const Positions = z.array(z.array(z.array(z.array(z.number()).min(2)))).min(1);

type Read = { readonly ok: true; readonly shapes: readonly GridShape[] } | { readonly ok: false; readonly faults: readonly ShapeFault[] };

/** The shapes of grids in a GeoJSON text, or everything that is wrong with it. `properties`: further names of the property that tells the grid. */
export function readGridShapes(text: string, grids: readonly NamedGrid[], properties: readonly string[] = []): Read {
  const parsed = Collection.safeParse(jsonIn(text));
  if (!parsed.success) return wrong('not-geojson');
  const { features, crs } = parsed.data;
  if (features.length === 0) return wrong('no-features');
  if (isOther(crs)) return wrong('other-coordinates');
  const named = gridsByName(grids);
  const all = features.map((feature, index) => shapeOf(feature, index + 1, named, properties));
  const shapes = all.flatMap((one) => ('shape' in one ? [one] : []));
  const points = shapes.reduce((sum, { shape }) => sum + shape.polygons.flat(2).length, 0);
  const faults = [...all.flatMap((one) => ('faults' in one ? one.faults : [])), ...repeated(shapes), ...(points > MOST_POINTS ? [{ code: 'too-many-points' as const, params: { count: String(points), most: String(MOST_POINTS) } }] : [])];
  return faults.length === 0 ? { ok: true, shapes: shapes.map(({ shape }) => shape) } : { ok: false, faults };
}

function wrong(code: ShapeFault['code']): Read {
  return { ok: false, faults: [{ code, params: {} }] };
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

/** Old files may name another system than longitude and latitude. */
function isOther(crs: unknown): boolean {
  return crs !== undefined && crs !== null && !/CRS84|EPSG:+(?:4326|4490)\b/i.test(JSON.stringify(crs));
}

function gridsByName(grids: readonly NamedGrid[]): ReadonlyMap<string, string> {
  return new Map([...grids.flatMap(({ id, name, otherNames }) => [...otherNames, name].map((one): [string, string] => [one, id])), ...grids.map(({ id }): [string, string] => [id, id])]);
}

interface Placed {
  readonly nth: number;
  readonly shape: GridShape;
}

function shapeOf(written: unknown, nth: number, named: ReadonlyMap<string, string>, properties: readonly string[]): Placed | { readonly faults: ShapeFault[] } {
  const feature = Feature.safeParse(written);
  if (!feature.success) return { faults: [{ code: 'wrong-geometry', nth, params: { type: '' } }] };
  const { geometry } = feature.data;
  const said = saidGrids(feature.data, properties);
  const grid = said.map((one) => named.get(one)).find((id) => id !== undefined);
  const polygons = polygonsIn(geometry.type, geometry.coordinates);
  const faults = [...(grid !== undefined ? [] : [said[0] === undefined ? fault('unnamed', nth) : fault('unknown-grid', nth, { value: said[0] })]), ...('faults' in polygons ? polygons.faults.map(({ code, params }) => fault(code, nth, params)) : [])];
  return grid === undefined || 'faults' in polygons ? { faults } : { nth, shape: { grid, polygons: polygons.polygons } };
}

function fault(code: ShapeFault['code'], nth: number, params: ShapeFault['params'] = {}): ShapeFault {
  return { code, nth, params };
}

function saidGrids({ id, properties }: z.infer<typeof Feature>, further: readonly string[]): readonly string[] {
  const values = [...GRID_PROPERTIES, ...further].map((name) => properties?.[name]);
  return [id, ...values].flatMap((value) => (typeof value === 'string' || typeof value === 'number' ? [String(value).trim()] : [])).filter((value) => value !== '');
}

function polygonsIn(type: string, coordinates: unknown): { readonly polygons: z.infer<typeof Polygon>[] } | { readonly faults: Omit<ShapeFault, 'nth'>[] } {
  if (type !== 'Polygon' && type !== 'MultiPolygon') return { faults: [{ code: 'wrong-geometry', params: { type } }] };
  const parsed = Positions.safeParse(type === 'Polygon' ? [coordinates] : coordinates);
  if (!parsed.success || parsed.data.some((rings) => rings.length === 0)) return { faults: [{ code: 'wrong-coordinates', params: {} }] };
  const code = parsed.data.flat().some((ring) => isOpen(ring)) ? 'open-ring' : misplaced(parsed.data.flat(2));
  if (code !== undefined) return { faults: [{ code, params: {} }] };
  return { polygons: parsed.data.map((rings) => rings.map((ring) => ring.map(([lon = 0, lat = 0]): [number, number] => [rounded(lon), rounded(lat)]))) };
}

function isOpen(ring: readonly (readonly number[])[]): boolean {
  const [first, last] = [ring[0], ring.at(-1)];
  return ring.length < 4 || first?.[0] !== last?.[0] || first?.[1] !== last?.[1];
}

/** Within the country's bounds longitudes and latitudes have no value in common, so a swapped pair is known from one that lies elsewhere. */
function misplaced(positions: readonly (readonly number[])[]): 'swapped' | 'elsewhere' | undefined {
  const within = (lon = 0, lat = 0) => lon >= 73 && lon <= 136 && lat >= 3 && lat <= 54;
  if (positions.every(([lon, lat]) => within(lon, lat))) return undefined;
  return positions.every(([lon, lat]) => within(lat, lon)) ? 'swapped' : 'elsewhere';
}

function rounded(degrees: number): number {
  return Math.round(degrees * PRECISION) / PRECISION;
}

function repeated(shapes: readonly Placed[]): ShapeFault[] {
  const seen = new Set<string>();
  return shapes.flatMap(({ nth, shape: { grid } }) => {
    if (seen.has(grid)) return [fault('twice', nth, { value: grid })];
    seen.add(grid);
    return [];
  });
}
