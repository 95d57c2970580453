import { join } from 'node:path';
import { expect } from 'chai';
import { ESLint } from 'eslint';
import { literalsIn, ROOT, sourceFiles } from './support/sources.ts';

const CJK = /[\u3400-\u9fff\u3001-\u303f\uff01-\uff5e]/;

describe('sentences', () => {
  it('that people read are only in locales', () => {
    const folders = ['bot', 'domain', 'handlers', 'jobs', 'models', 'understanding', 'web'];
    const said = sourceFiles(...folders).flatMap(literalsIn).filter(({ text }) => CJK.test(text));
    expect(said.map(({ file, line, text }) => `${file}:${line} ${text}`)).to.deep.equal([]);
  });
});

describe('the linter', function () {
  this.timeout(120_000);
  const eslint = new ESLint({ cwd: ROOT });

  /** What the linter finds in a file of the domain with this text, rule by rule. */
  async function found(text: string, file = 'domain/time/limit.ts'): Promise<string[]> {
    const [result] = await eslint.lintText(text, { filePath: join(ROOT, file) });
    return (result?.messages ?? []).map(({ ruleId, line }) => `${line} ${ruleId ?? 'fatal'}`);
  }

  it('refuses a Chinese sentence, the computer\'s clock and any', async () => {
    expect(
      await found(['export const said = "您好";', 'export const filled = `编号 ${said}`;', 'export const now = new Date();', 'export const ms = Date.now();', 'export const odd: any = 1;', ''].join('\n')),
    ).to.deep.equal(['1 no-restricted-syntax', '2 no-restricted-syntax', '3 no-restricted-syntax', '4 no-restricted-syntax', '5 @typescript-eslint/no-explicit-any']);
  });

  it('refuses full-width signs in a pattern, and takes their codes', async () => {
    expect(await found(['export const end = /[。，]$/;', 'export const coded = /[\\u3002\\uFF0C]$/;', ''].join('\n'))).to.deep.equal(['1 no-restricted-syntax']);
  });

  it('refuses what never ends', async () => {
    const long = ['/** Long. */', 'export function long(): number {', '  let sum = 0;', ...Array.from({ length: 40 }, (_, index) => `  sum += ${index};`), '  return sum;', '}', ''];
    expect(await found(long.join('\n'))).to.deep.equal(['2 max-lines-per-function']);
  });

  it('lets locales speak Chinese', async () => expect(await found('export const said = "您好";\n', 'locales/moment.ts')).to.deep.equal([]));
});
