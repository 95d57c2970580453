import { expect } from 'chai';
import { en } from '../../locales/en.ts';
import { createSpeak } from '../../locales/speak.ts';
import { LANGUAGES, zhCN } from '../../locales/text.ts';
import type { Language, Sentences, TextKey } from '../../locales/text.ts';

const SENTENCES: Readonly<Record<Language, Sentences>> = { 'zh-CN': zhCN, en };
const KEYS = Object.keys(zhCN) as TextKey[];

/** What a sentence leaves open, in order of the alphabet. */
function holes(sentence: string): string[] {
  return [...new Set(sentence.match(/\{\{\w+\}\}/g))].sort();
}

describe('the sentences', () => {
  for (const language of LANGUAGES) {
    const sentences = SENTENCES[language];

    describe(`in ${language}`, () => {
      it('are one for every key', () => expect(Object.keys(sentences).sort()).to.deep.equal([...KEYS].sort()));

      it('leave open what the Chinese ones leave open', () => {
        const open = (of: Sentences) => Object.fromEntries(KEYS.map((key) => [key, holes(of[key])]));
        expect(open(sentences)).to.deep.equal(open(zhCN));
      });

      it('are all said, without ends that nobody meant', () => {
        expect(KEYS.filter((key) => sentences[key].trim() === '')).to.deep.equal([]);
        expect(KEYS.filter((key) => /[{}]|\$t\(| {2}/.test(sentences[key].replace(/\{\{\w+\}\}/g, 'x')))).to.deep.equal([]);
      });

      it('speak of the program alone', () => {
        expect(KEYS.filter((key) => /generated (?:by|with)|(?:built|made|written|developed) by|todo:|fixme|由.{0,8}(?:生成|制作|开发)|作者/i.test(sentences[key]))).to.deep.equal([]);
      });
    });
  }

  it('in English have no Chinese in them', () => {
    expect(KEYS.filter((key) => /[\u3400-\u9fff\u3001-\u303f\uff01-\uff5e]/.test(en[key]))).to.deep.equal([]);
  });
});

describe('speaking', () => {
  const speak = createSpeak();

  it('fills in what a sentence leaves open, in the language asked for', () => {
    expect(speak('zh-CN', 'notice.withdrawn-receipt', { no: '10023' })).to.equal('编号 10023 已撤回。以后有事随时说。');
    expect(speak('en', 'notice.withdrawn-receipt', { no: '10023' })).to.equal('No. 10023 is withdrawn. Write to me any time.');
  });

  it('leaves what people wrote as it is', () => {
    const words = '<b>{{no}}</b> $t(part.you) & "quotes"';
    expect(speak('zh-CN', 'notice.supplement', { no: '1', words, pictures: '' })).to.equal(`1 有补充：${words}`);
  });

  it('says a list as the language does', () => {
    const names = ['园林局', '城管局'];
    expect(speak('zh-CN', 'refusal.which-unit', { words: '局', names })).to.equal('“局”可能是：园林局、城管局。请写全称再发一次。');
    expect(speak('en', 'refusal.which-unit', { words: 'office', names })).to.equal('“office” may be: 园林局, 城管局. Please send it again with the full name.');
  });

  it('says nothing for what is missing', () => {
    expect(speak('en', 'notice.dissatisfied-reason', { no: '1', reason: undefined })).to.equal('1: why they are dissatisfied: ');
  });
});
