import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { districtNames } from '../../bot/district/district-files.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const page = readFileSync(join(ROOT, 'docs', 'districts.md'), 'utf8');

describe('the page about districts', () => {
  it('has a table for every district there is', () => {
    for (const name of [...districtNames(), 'common']) expect(page).to.match(new RegExp(`^### .*\`districts/${name}\\.yaml\`$`, 'm'));
  });

  it('names tests that are there', () => {
    const named = [...page.matchAll(/`((?:[\w-]+\/)*[\w-]+\.test\.ts)`/g)].map(([, name = '']) => name);
    expect(named.length).to.be.greaterThan(60);
    expect(named.filter((name) => !existsSync(join(ROOT, name)))).to.deep.equal([]);
  });
});
