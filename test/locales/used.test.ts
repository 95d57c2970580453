import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { zhCN } from '../../locales/text.ts';
import type { TextKey } from '../../locales/text.ts';
import { filesIn, literalsIn, ROOT, sourceFiles } from '../repository/support/sources.ts';

const FOLDERS = ['bot', 'domain', 'handlers', 'jobs', 'models', 'scripts', 'understanding', 'web'];

/** Names that code can put behind the beginning of a key: literals, names of fields and what the lexicon calls its commands. */
function namesInCode(): ReadonlySet<string> {
  const files = [...sourceFiles(...FOLDERS, 'locales/lexicon'), ...pages()];
  return new Set(files.flatMap((file) => readFileSync(join(ROOT, file), 'utf8').match(/[\w][\w.-]*/g) ?? []));
}

function pages(): readonly string[] {
  return filesIn(['web/pages'], /\.(?:ts|vue)$/);
}

/** What keys that are put together begin with: the fixed text before a hole. */
function beginnings(): readonly string[] {
  const fixed = sourceFiles(...FOLDERS, 'locales').filter((file) => !/^locales\/(?:en|zh-CN)\//.test(file)).flatMap(literalsIn);
  return [...new Set(fixed.map(({ text }) => text).filter((text) => /^[a-z]+\.(?:[a-z-]+[.-])*$/.test(text)))];
}

describe('a sentence', () => {
  it('is said somewhere', () => {
    const names = namesInCode();
    const begun = beginnings();
    const example = readFileSync(join(ROOT, '.env.example'), 'utf8');
    const used = (key: TextKey) => example.includes(zhCN[key]) || names.has(key) || begun.some((beginning) => key.startsWith(beginning) && names.has(key.slice(beginning.length)));
    expect(begun).to.include('notice.');
    expect((Object.keys(zhCN) as TextKey[]).filter((key) => !used(key))).to.deep.equal([]);
  });
});
