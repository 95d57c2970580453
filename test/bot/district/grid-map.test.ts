import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { districtFile } from '../../../bot/district/district-files.ts';
import { GridMap, MapState, MapTaken } from '../../../web/schemas/grid-map.ts';
import { aDeskPlay } from '../../support/desk-play.ts';
import { startInProcess } from '../../support/product.ts';

const square = [[123.4, 30.5], [123.41, 30.5], [123.41, 30.51], [123.4, 30.51], [123.4, 30.5]];
const mapOf = (...grids: string[]) => JSON.stringify({ type: 'FeatureCollection', features: grids.map((id) => ({ type: 'Feature', properties: { id }, geometry: { type: 'Polygon', coordinates: [square] } })) });

describe('the map of the grids', () => {
  const desk = aDeskPlay();

  it('lies beside the directory, for the demo too, and every grid has a shape', async () => {
    const map = await desk.get('/api/map', GridMap);
    expect(map).to.include({ source: 'file' });
    expect([map.shapes.length, map.missing.length]).to.deep.equal([12, 0]);
  });

  it('is looked at first: faults are said all at once and nothing changes', async () => {
    const taken = await desk.post('/api/setup/map', { content: mapOf('g-yxl-1', 'g-none', 'g-nil'), apply: true }, MapTaken);
    expect(taken).to.deep.equal({ ok: false, applied: false, count: 0, missing: [], faults: ['第 2 个：名册里没有“g-none”这个网格。', '第 3 个：名册里没有“g-nil”这个网格。'] });
    const looked = await desk.post('/api/setup/map', { content: mapOf('g-yxl-1') }, MapTaken);
    expect(looked).to.include({ ok: true, applied: false, count: 1 });
    expect(looked.missing).to.have.length(11).and.to.include('桐花巷第一网格');
    expect(await desk.get('/api/map', GridMap)).to.include({ source: 'file' });
  });

  it('holds once confirmed, says who changed it, stays after a restart, and can be taken away', async () => {
    await desk.post('/api/setup/map', { content: mapOf('g-yxl-1', 'g-yxl-2'), apply: true }, MapTaken);
    await desk.restart();
    const map = await desk.get('/api/map', GridMap);
    expect([map.source, map.shapes.map(({ grid }) => grid), map.missing.length]).to.deep.equal(['upload', ['g-yxl-1', 'g-yxl-2'], 10]);
    expect(await desk.get('/api/setup/map', MapState)).to.have.nested.property('changed.by', '管理员');
    expect(await desk.post('/api/setup/map/remove', {}, MapState)).to.include({ source: 'file', count: 12 });
  });

  it('is seen by staff, and changed by administrators alone', async () => {
    const street = await desk.dispatcher();
    expect((await fetch(`${desk.product().url}/api/map`, { headers: street })).status).to.equal(200);
    expect((await fetch(`${desk.product().url}/api/map`)).status).to.equal(401);
    for (const path of ['/api/setup/map', '/api/setup/map/remove']) expect(await desk.refused(path, { content: mapOf('g-yxl-1') }, street)).to.include({ status: 403 });
  });

  it('is not made by another site, not endless, and of no other shape', async () => {
    const admin = await desk.adminNamed('p-feng-1');
    expect(await desk.refused('/api/setup/map', { content: mapOf('g-yxl-1') }, { ...admin, 'x-csrf-token': '' })).to.include({ status: 403 });
    expect(await desk.refused('/api/setup/map', { content: 'x'.repeat(8_000_001) })).to.include({ status: 400 });
    expect(await desk.refused('/api/setup/map', { content: '{}', more: 1 })).to.include({ status: 400 });
  });

  it('with faults beside the directory does not keep the program from starting, and says them', async function () {
    this.timeout(30_000);
    const folder = await mkdtemp(join(tmpdir(), 'map-'));
    await cp(districtFile('demo'), folder, { recursive: true });
    await writeFile(join(folder, 'grids.geojson'), (await readFile(join(folder, 'grids.geojson'), 'utf8')).replace('g-yxl-1', 'g-gone').replace('银杏里第一网格', '没有的网格'));
    const product = await startInProcess({ env: { DIRECTORY: folder } });
    try {
      const response = await fetch(`${product.url}/api/setup/map`, { headers: { authorization: `Bearer ${product.adminToken}` } });
      expect(MapState.parse(await response.json())).to.deep.equal({ source: 'none', count: 0, missing: [], faults: ['第 1 个：名册里没有“g-gone”这个网格。'] });
    } finally {
      await product.stop();
      await rm(folder, { recursive: true });
    }
  });
});
