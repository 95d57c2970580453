import { expect } from 'chai';
import fc from 'fast-check';
import { readGridShapes, type NamedGrid } from '../../../domain/directory/grid-shapes.ts';

const GRIDS: readonly NamedGrid[] = [{ id: 'g1', name: '柳岸第一网格', otherNames: ['柳岸一网格'] }, { id: 'g2', name: '柳岸第二网格', otherNames: [] }];
const fine = (degrees: number) => Number(degrees.toFixed(6));
const square = (lon = 123.4, lat = 30.5, size = 0.01) => [[lon, lat], [lon + size, lat], [lon + size, lat + size], [lon, lat + size], [lon, lat]].map((point) => point.map(fine));
const feature = (properties: object | null, coordinates: unknown = [square()], type = 'Polygon') => ({ type: 'Feature', properties, geometry: { type, coordinates } });
const collection = (...features: unknown[]) => JSON.stringify({ type: 'FeatureCollection', features });

function faultsOf(text: string): string[] {
  const read = readGridShapes(text, GRIDS);
  return read.ok ? [] : read.faults.map(({ nth, code, params }) => [nth, code, ...Object.values(params)].filter((one) => one !== undefined).join(' '));
}

describe('a map of the grids', () => {
  it('knows a grid by its id, its name, another name, or the feature’s own id', () => {
    for (const one of [feature({ id: 'g1' }), feature({ name: '柳岸第一网格' }), feature({ name: ' 柳岸一网格 ' }), { ...feature(null), id: 'g1' }]) {
      expect(readGridShapes(collection(one), GRIDS)).to.deep.equal({ ok: true, shapes: [{ grid: 'g1', polygons: [[square()]] }] });
    }
    expect(readGridShapes(collection(feature({ 编号: 'g2' })), GRIDS, ['编号'])).to.have.nested.property('shapes[0].grid', 'g2');
  });

  it('keeps several parts, holes, and no heights', () => {
    const hole = square(123.403, 30.503, 0.002);
    const read = readGridShapes(`\uFEFF${collection(feature({ id: 'g1' }, [[square().map((point) => [...point, 12.5]), hole], [square(123.5)]], 'MultiPolygon'))}`, GRIDS);
    expect(read).to.deep.equal({ ok: true, shapes: [{ grid: 'g1', polygons: [[square(), hole], [square(123.5)]] }] });
  });

  it('says everything that is wrong at once, and where', () => {
    const swapped = square().map(([lon, lat]) => [lat, lon]);
    const text = collection(
      feature({ id: 'g9' }), feature({}), feature({ id: 'g1' }, [123, 30], 'Point'), feature({ id: 'g1' }, [swapped]), feature({ id: 'g1' }, [square(40_500_000, 3_370_000, 900)]),
      feature({ id: 'g1' }, [square().slice(0, -1)]), feature({ id: 'g1' }, [[['a', 1]]]), feature({ id: 'g2' }), feature({ name: '柳岸第二网格' }), 7,
    );
    expect(faultsOf(text)).to.deep.equal(['1 unknown-grid g9', '2 unnamed', '3 wrong-geometry Point', '4 swapped', '5 elsewhere', '6 open-ring', '7 wrong-coordinates', '10 wrong-geometry ', '9 twice g2']);
  });

  it('is refused as a whole when it is no collection, empty, in other coordinates, or endless', () => {
    expect(faultsOf('{')).to.deep.equal(['not-geojson']);
    expect(faultsOf(JSON.stringify(feature({ id: 'g1' })))).to.deep.equal(['not-geojson']);
    expect(faultsOf(collection())).to.deep.equal(['no-features']);
    expect(faultsOf(JSON.stringify({ type: 'FeatureCollection', crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::4549' } }, features: [feature({ id: 'g1' })] }))).to.deep.equal(['other-coordinates']);
    expect(faultsOf(JSON.stringify({ type: 'FeatureCollection', crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::4490' } }, features: [feature({ id: 'g1' })] }))).to.deep.equal([]);
    const ring = Array.from({ length: 50_001 }, (_, nth) => [123 + nth * 1e-6, 30.5]);
    expect(faultsOf(collection(feature({ id: 'g1' }, [[...ring, ring[0]]])))).to.deep.equal(['too-many-points 50002 50000']);
  });

  it('never breaks, whatever it is given', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json(), fc.array(fc.jsonValue(), { maxLength: 4 }).map((features) => collection(...features))), (text) => {
      expect(readGridShapes(text, GRIDS)).to.have.property('ok').that.is.a('boolean');
    }));
  });
});
