import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { districtFile } from '../../../bot/district/district-files.ts';
import { DemandView } from '../../../web/schemas/demand.ts';
import { DutyList, DutyTaken } from '../../../web/schemas/duty-desk.ts';
import { ImportView } from '../../../web/schemas/setup.ts';
import { aDeskPlay } from '../../support/desk-play.ts';

const PATH = '/api/setup/duties';

describe('the duty list', () => {
  const desk = aDeskPlay();
  const find = async (q: string) => desk.get(`${PATH}?q=${encodeURIComponent(q)}`, DutyList);
  const change = (changes: object[], apply = false) => desk.post(PATH, { changes, apply }, DutyTaken);

  it('is a table found by class, place or unit, a hundred lines at a time', async () => {
    const all = await find('');
    expect([all.count === all.all, all.items.length]).to.deep.equal([true, 100]);
    const { items } = await find('暖杏物业');
    expect(items[0]).to.deep.include({ category: 'property-management', categoryName: '物业管理', place: 'l-yxhy', placeName: '银杏花园', unit: 'u-yxl-wy', role: 'responsible' });
    expect(all.phrases).to.deep.include({ id: 'community@community', name: '社区的社区' });
    expect((await desk.get(`${PATH}?role=not`, DutyList)).items.every(({ role }) => role === 'not')).to.equal(true);
  });

  it('says every fault at once, by the rules of an import, and changes nothing', async () => {
    const taken = await change([{ category: 'no-such-class', unit: 'u-nobody', role: 'own' }, { category: 'noise', place: 'nowhere', unit: '执法中心@moon', role: 'assists' }, { category: 'noise', unit: 'a b', role: 'own' }, { category: 'noise', unit: 'u-yxl', place: 'g-yxl-1', role: null }], true);
    expect(taken).to.include({ ok: false, applied: false });
    expect(taken.faults.map((fault) => fault.split('：').at(-1))).to.deep.equal(['类别、地点或单位写得不对，请从列表里选。', '清单里没有这一行，可能刚被别人改过。', '找不到编号「u-nobody」', '找不到编号「nowhere」', '找不到编号「a b」', '没有「no-such-class」这个诉求类别', '「执法中心@moon」中@后面的层级不存在']);
    expect((await find('')).history).to.deep.equal([]);
  });

  it('is changed after a look, for what comes later; what is under way stays with whom it is', async () => {
    const raise = async (person: string, text: string) => {
      await desk.product().client.says(person, text);
      await desk.product().client.settle();
      const no = /编号 (\d+)/.exec((await desk.product().client.hears(person)).map((one) => one.text).join('\n'))?.[1] ?? '';
      return desk.get(`/api/demands/${no}`, DemandView);
    };
    const before = await raise('p-yxl1-2', '银杏花园6号楼垃圾没有人清运，臭得很');
    const line = { category: before.category, unit: before.owner };
    const looked = await change([{ category: before.category, place: 'u-feng', unit: 'u-feng-cg', role: 'responsible' }]);
    expect(looked).to.deep.include({ ok: true, applied: false, open: 1 });
    expect(looked.changes[0]).to.include({ placeName: '枫荷街道', unitName: '城市管理办公室', after: 'responsible' });
    await change([{ category: before.category, place: 'u-feng', unit: 'u-feng-cg', role: 'assists' }], true);
    await change([{ category: before.category, place: 'u-feng', unit: 'u-feng-cg', role: 'responsible' }], true);
    expect(await desk.get(`/api/demands/${before.id}`, DemandView)).to.include({ owner: line.unit });
    await desk.restart();
    const { history, items } = await find('城市管理办公室');
    expect(history.slice(0, 2).map(({ by, from, to }) => [by, from, to])).to.deep.equal([['管理员', 'assists', 'responsible'], ['管理员', undefined, 'assists']]);
    expect(items.filter(({ category, place }) => category === before.category && place === 'u-feng')).to.have.length(1);
    expect((await change([{ category: before.category, place: 'u-feng', unit: 'u-feng-cg', role: null }], true)).changes[0]).to.include({ before: 'responsible' });
  });

  it('loses no change when several are made at the same time', async () => {
    const lines = ['g-yxl-1', 'g-yxl-2', 'g-yxl-3', 'g-thx-1', 'g-thx-2'].map((place) => ({ category: 'noise', place, unit: 'u-feng-zf', role: 'assists' }));
    await Promise.all(lines.map((line) => change([line], true)));
    expect((await find('综合执法中心')).items.filter(({ category, place }) => category === 'noise' && place?.startsWith('g-') === true)).to.have.length(5);
  });

  it('shows, before an import, how many lines it replaces', async () => {
    const folder = districtFile('demo');
    const files = await Promise.all((await readdir(folder)).filter((name) => name.endsWith('.csv')).map(async (name) => ({ name, content: (await readFile(join(folder, name))).toString('base64') })));
    const { changes } = await desk.post('/api/setup/directory', { files }, ImportView);
    expect(changes.find(({ table }) => table === 'dispatch')).to.include({ added: 0, removed: 5 });
  });

  it('is the administrators’ alone', async () => {
    const street = await desk.dispatcher();
    expect((await fetch(`${desk.product().url}${PATH}`, { headers: street })).status).to.equal(403);
    expect(await desk.refused(PATH, { changes: [{ category: 'noise', unit: 'u-yxl', role: 'own' }], apply: true }, street)).to.include({ status: 403 });
  });
});
