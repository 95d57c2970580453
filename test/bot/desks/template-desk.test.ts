import { expect } from 'chai';
import { z } from 'zod';
import { fillings as english } from '../../../locales/en/fillings.ts';
import { fillings as chinese } from '../../../locales/zh-CN/fillings.ts';
import { Template, TemplateList } from '../../../web/schemas/templates.ts';
import { aDeskPlay } from '../../support/desk-play.ts';

const KEY = 'chat.you-are-welcome';
const PATH = '/api/setup/templates';

describe('the sentences of the bot', () => {
  const desk = aDeskPlay();
  const only = async (q: string) => (await desk.get(`${PATH}?q=${encodeURIComponent(q)}`, TemplateList)).items;
  async function answer(words: string): Promise<string | undefined> {
    const { client } = desk.product();
    await client.hears('p-yxl1-2');
    await client.says('p-yxl1-2', words);
    await client.settle();
    return (await client.hears('p-yxl1-2')).at(-1)?.text;
  }

  it('are found by their words in either language, each with examples for what is filled in', async () => {
    const [welcome] = await only('不客气');
    expect(welcome).to.include({ key: KEY, group: 'chat', law: false });
    expect((await only('you are welcome')).map(({ key }) => key)).to.include(KEY);
    const { count, items } = await desk.get(`${PATH}?group=notices`, TemplateList);
    expect([count > 80, items.length]).to.deep.equal([true, 60]);
    const dispatched = items.find(({ key }) => key === 'notice.dispatched');
    expect(dispatched?.wordings[0]?.filling).to.deep.equal({ no: chinese['no'], unit: chinese['unit'] });
    expect(dispatched?.wordings[1]?.filling).to.deep.equal({ no: english['no'], unit: english['unit'] });
  });

  it('change at once and for good, with who did it, and go back to the original', async () => {
    await answer('你好');
    expect(await answer('谢谢')).to.equal('不客气，有事随时说。');
    const changed = await desk.post(PATH, { key: KEY, language: 'zh-CN', text: '应该的，\r\n有事招呼一声。' }, Template);
    expect(changed.wordings[0]).to.include({ text: '应该的，\n有事招呼一声。', original: '不客气，有事随时说。', changed: true });
    expect(await answer('谢谢')).to.equal('应该的，\n有事招呼一声。');
    await desk.restart();
    expect(await answer('谢谢')).to.equal('应该的，\n有事招呼一声。');
    const listed = await desk.get(`${PATH}?changed=true`, TemplateList);
    expect(listed.items.map(({ key, history }) => [key, history.map(({ by, from, to }) => [by, from, to])])).to.deep.equal([[KEY, [['管理员', '不客气，有事随时说。', '应该的，\n有事招呼一声。']]]]);
    await desk.post(PATH, { key: KEY, language: 'zh-CN', text: null }, Template);
    expect(await answer('谢谢')).to.equal('不客气，有事随时说。');
    expect((await desk.get(`${PATH}?changed=true`, TemplateList)).count).to.equal(0);
  });

  it('are not changed into what cannot be said, and each fault is a sentence', async () => {
    const wrong = await desk.refused(PATH, { key: 'notice.dispatched', language: 'zh-CN', text: '已交办 {{name}}' });
    expect(wrong).to.deep.equal({ status: 400, refusal: 'wrong-template', detail: '没有 {{name}} 这样的填空。这句话里能用的是：{{no}} {{unit}}\n少了填空 {{no}} {{unit}}：这些内容必须让人看到。' });
    expect((await desk.refused(PATH, { key: 'chat.privacy', language: 'zh-CN', text: '放心。' })).detail).to.equal('这句话涉及法律或隐私，必须保留这些字：加密 / 转人工 / 删除我的信息');
    expect((await desk.refused(PATH, { key: KEY, language: 'zh-CN', text: '好'.repeat(501) })).detail).to.equal('太长了：501 个字，最多 500 个，再长有的渠道发不出去。');
    for (const key of ['start.ready', 'http.detail.invalid', 'part.bot', '__proto__', 'constructor']) expect(await desk.refused(PATH, { key, language: 'zh-CN', text: '好' }), key).to.include({ status: 404 });
    expect((await only('不客气'))[0]?.history).to.have.length(2);
  });

  it('are described with everything else that is set on the pages', async () => {
    const { paths } = await desk.get('/openapi.json', z.looseObject({ paths: z.record(z.string(), z.unknown()) }));
    expect(Object.entries(paths).filter(([path]) => path.startsWith('/api/setup/') || path === '/api/map').map(([path, methods]) => `${path} ${Object.keys(z.looseObject({}).parse(methods)).sort().join(' ')}`).sort()).to.deep.equal([
      '/api/map get', '/api/setup/admins post', '/api/setup/calendar get post', '/api/setup/channels get', '/api/setup/directory post', '/api/setup/duties get post', '/api/setup/groups get', '/api/setup/groups/code post', '/api/setup/groups/release post',
      '/api/setup/map get post', '/api/setup/map/remove post', '/api/setup/organisation get', '/api/setup/organisation/confirm post', '/api/setup/organisation/group post', '/api/setup/people get', '/api/setup/templates get post',
    ]);
  });

  it('are the administrators’ alone, by name', async () => {
    const street = await desk.dispatcher();
    expect((await fetch(`${desk.product().url}${PATH}`, { headers: street })).status).to.equal(403);
    expect(await desk.refused(PATH, { key: KEY, language: 'zh-CN', text: '好' }, street)).to.include({ status: 403 });
    const named = await desk.adminNamed('p-feng-1');
    expect(await desk.refused(PATH, { key: KEY, language: 'zh-CN', text: '好' }, { ...named, 'x-csrf-token': 'x' })).to.include({ status: 403 });
    await fetch(`${desk.product().url}${PATH}`, { method: 'POST', headers: { ...named, 'content-type': 'application/json' }, body: JSON.stringify({ key: KEY, language: 'zh-CN', text: '<b>好</b>' }) });
    const [one] = await only('<b>好');
    expect(one?.history[0]?.by).to.be.a('string').and.not.equal('管理员').and.not.equal('p-feng-1');
    expect(await answer('谢谢')).to.equal('<b>好</b>');
  });
});
