import { expect } from 'chai';
import { createLocaleOf } from '../../web/pages/locales/locale-of.ts';

describe('a page', () => {
  const storage = { getItem: () => null, setItem: () => undefined } as unknown as Storage;
  const inLanguage = (preferred: string) => createLocaleOf<'map.missing'>({ 'zh-CN': { 'map.missing': '缺：{names}' }, en: { 'map.missing': 'Missing: {names}' } }, storage, [preferred]);

  it('says a list as its language does', () => {
    expect(inLanguage('zh').say('map.missing', { names: ['东网格', '西网格'] })).to.equal('缺：东网格、西网格');
    expect(inLanguage('en').say('map.missing', { names: ['东网格', '西网格'] })).to.equal('Missing: 东网格, 西网格');
  });
});
