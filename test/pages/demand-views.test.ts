import { expect } from 'chai';
import { COLUMNS, keepViews, viewsIn } from '../../web/pages/console/demand-views.ts';

describe('what a browser keeps of the list of demands', () => {
  const nothing = { columns: [...COLUMNS], views: [] };
  const kept = (text: string | null) => viewsIn({ getItem: () => text });

  it('is what was kept', () => {
    let text = '';
    const views = { columns: ['place' as const, 'due' as const], views: [{ name: '路灯', filters: { q: '路灯', status: 'waiting' } }] };
    keepViews({ setItem: (_key, value) => void (text = value) }, views);
    expect(kept(text)).to.deep.equal(views);
  });

  for (const [what, text] of [['nothing', null], ['no JSON', '{'], ['something else', '[1]'], ['other shapes', '{"columns":1,"views":[{"name":1}]}']] as const) {
    it(`is as if nothing was kept where it is ${what}`, () => expect(kept(text)).to.deep.equal(nothing));
  }

  it('leaves out columns that there are no more', () => expect(kept('{"columns":["place","colour"]}')).to.deep.equal({ columns: ['place'], views: [] }));
});
