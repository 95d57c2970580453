import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'chai';
import { z } from 'zod';
import { filesIn, ROOT } from './support/sources.ts';

const PAGES = ['README.md', 'README.zh-CN.md', 'CHANGELOG.md', ...filesIn(['docs'], /\.md$/)];
const { scripts } = z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(textOf('package.json')));

function textOf(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8');
}

describe('the documents', () => {
  it('lead to files that are there', () => {
    const links = PAGES.flatMap((page) => [...textOf(page).matchAll(/(?:\]\(|src=")([^)#"\s]+)/g)].map(([, link = '']) => ({ page, link })));
    const local = links.filter(({ link }) => !/^https?:/.test(link));
    expect(local.length).to.be.greaterThan(20);
    expect(local.filter(({ page, link }) => !existsSync(join(ROOT, dirname(page), link)))).to.deep.equal([]);
  });

  it('name files and folders that are there', () => {
    const named = PAGES.flatMap((page) => [...textOf(page).matchAll(/`((?:bot|districts|docs|domain|handlers|jobs|locales|models|scripts|test|understanding|web)\/[\w./-]*)`/g)].map(([, path = '']) => ({ page, path })));
    expect(named.length).to.be.greaterThan(20);
    expect(named.filter(({ path }) => !existsSync(join(ROOT, path)))).to.deep.equal([]);
  });

  it('name commands that npm knows', () => {
    const commands = [...PAGES.map(textOf).join('\n').matchAll(/npm run ([a-z:]+)/g)].map(([, name = '']) => name);
    expect(commands).to.include.members(['check', 'district', 'verify']);
    expect([...new Set(commands)].filter((name) => !(name in scripts))).to.deep.equal([]);
  });

  it('say the same in both languages of the README', () => {
    const shape = (page: string) => textOf(page).split('\n').filter((line) => /^#+ |^```$|^\d\. |^!\[|^<img/.test(line)).map((line) => (/^(#+|```|\d\.|!|<)/.exec(line) ?? [''])[0]);
    expect(shape('README.zh-CN.md')).to.deep.equal(shape('README.md'));
  });
});

describe('an npm script', () => {
  for (const [name, command] of Object.entries(scripts)) {
    const file = /^(?:tsx(?: watch)?) (\S+\.ts)/.exec(command)?.[1];
    if (file !== undefined) it(`runs a file that is there: ${name}`, () => expect(existsSync(join(ROOT, file))).to.be.true);
  }

  it('checks everything in one', () => expect(scripts['check']).to.match(/types.*lint.*arch.*test/));
});
