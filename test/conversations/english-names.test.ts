import { expect } from 'chai';
import { districtNames } from '../../bot/district/district-files.ts';
import { DemandView } from '../../web/schemas/demand.ts';
import { aPlay } from '../support/play.ts';

for (const district of districtNames()) {
  describe(`English names in ${district}`, () => {
    const play = aPlay({}, { DISTRICT: district });
    const shown = async (path: string, language: string) => DemandView.parse(await (await fetch(`${play.product().url}${path}`, { headers: { 'accept-language': language, authorization: `Bearer ${play.product().adminToken}` } })).json());
    const names = ({ categoryName, stages = [] }: DemandView) => [categoryName ?? '', ...stages.map(({ name }) => name)];
    const grade = ({ gradeName }: DemandView) => gradeName;

    it('are read in the reply and on the sandbox page by whoever speaks English, the district\'s own by everybody else', async () => {
      const li = play.person('p-yxl1-2');
      await li.says('english');
      await play.lookAway();
      await li.says('The street light behind building 6 is broken');
      li.hears([/Grade [A-D1-4] /, /Step \d\/\d: (?!.*\p{Script=Han})/u]);
      const english = await shown(`/sandbox/demands/${li.no()}`, 'en');
      const page = [...names(english), grade(english) ?? ''];
      expect(page.join(' ')).not.to.match(/\p{Script=Han}/u);
      expect(names(await shown(`/sandbox/demands/${li.no()}`, 'zh-CN')).every((name) => /\p{Script=Han}/u.test(name))).to.equal(true);
      expect(names(await shown(`/api/demands/${li.no()}`, 'en')).every((name) => /\p{Script=Han}/u.test(name)), 'the contract').to.equal(true);
    });
  });
}
