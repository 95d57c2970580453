import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { planMonth } from '../../scripts/demo-month/plan.ts';
import { playMonth } from '../../scripts/demo-month/play-month.ts';
import { readTexts } from '../../scripts/demo-month/texts.ts';
import { startInProcess, type Product } from '../support/product.ts';

const PLAN = { seed: 7, demands: 400, days: 31, weekday: 0 };
const Units = z.array(z.object({ 名称: z.string(), 别名: z.string() }));

describe('the month for show', () => {
  const texts = readTexts();

  it('is the same for a seed, and another for another', () => {
    const words = (seed: number) => planMonth(texts, { ...PLAN, seed }).map(({ text, at }) => `${at} ${text}`);
    expect(words(7)).to.deep.equal(words(7));
    expect(words(8)).not.to.deep.equal(words(7));
    expect(words(7)).to.have.length(PLAN.demands);
  });

  it('has its crowds: many who say the same of one place within days', () => {
    for (const wave of texts.waves) {
      const said = planMonth(texts, PLAN).filter(({ sort }) => sort === wave);
      expect(said.length).to.be.at.least(3);
      expect(said.every(({ at, text }) => at >= wave.day && at <= wave.day + (wave.from + wave.hours) / 24 && text.includes(wave.place))).to.equal(true);
    }
  });

  it('calls units that the demo district has', () => {
    const rows = Units.parse(parse(readFileSync(join(import.meta.dirname, '../../districts/demo/units.csv')), { columns: true, bom: true }));
    const known = new Set(rows.flatMap((row) => [row.名称, ...row.别名.split('、')]));
    const named = [...texts.matters, ...texts.waves].flatMap(({ lead, assists, office }) => [lead, office, ...assists]);
    expect(named.filter((name) => !known.has(name))).to.deep.equal([]);
  });

  describe('played for a few days', function () {
    this.timeout(120_000);
    let product: Product;
    before(async () => (product = await startInProcess({ env: { JOIN_WINDOW_MS: '0' } })));
    after(() => product.stop());

    it('goes through chats and HTTP alone, to matters that are whistled about, done and rated', async () => {
      const days: number[] = [];
      await playMonth({ url: product.url, token: product.adminToken, texts, seed: 3, pictures: [], demands: 24, days: 2, told: (day) => days.push(day) });
      const { items } = await product.client.demands({ limit: '200' });
      expect(days).to.include.members([0, 1, 2]);
      expect(items.length).to.be.greaterThan(15);
      expect(items.some(({ whistles }) => whistles.some(({ callees }) => callees.some(({ status }) => status === 'done')))).to.equal(true);
      expect(items.some(({ ratings }) => ratings.some(({ by }) => by === 'reporter'))).to.equal(true);
      expect(new Set(items.map(({ source }) => source)).size).to.be.greaterThan(1);
    });
  });
});
