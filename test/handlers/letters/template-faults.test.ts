import { expect } from 'chai';
import fc from 'fast-check';
import { longestFor, placeholdersIn, templateFaults } from '../../../handlers/letters/template-faults.ts';
import { REQUIRED_WORDS } from '../../../locales/lexicon/required-words.ts';
import { originalOf } from '../../../locales/original.ts';
import { createWording } from '../../../locales/speak.ts';
import { isTextKey, LANGUAGES, zhCN } from '../../../locales/text.ts';

const codes = (...given: Parameters<typeof templateFaults>) => templateFaults(...given).map(({ code }) => code);

describe('other words for a sentence', () => {
  it('may be any that keep its placeholders', () => {
    expect(codes('zh-CN', 'notice.dispatched', '您好，{{no}} 已由{{unit}}接手，{{no}} 请放心。')).to.deep.equal([]);
    expect(codes('en', 'notice.dispatched', '{{unit}} has {{no}} now.')).to.deep.equal([]);
  });

  it('are refused with everything that is wrong at once', () => {
    const faults = templateFaults('zh-CN', 'notice.dispatched', `{{no}} {{phone}} {{ unit }} {{x ${'长'.repeat(600)}\u0007`);
    expect(faults.map(({ code }) => code)).to.deep.equal(['too-long', 'unknown-placeholder', 'missing-placeholder', 'broken-braces', 'strange-signs']);
    expect(faults[1]?.params).to.deep.equal({ names: '{{phone}} {{ unit }}', known: '{{no}} {{unit}}' });
    expect(faults[2]?.params).to.deep.equal({ names: '{{unit}}' });
    expect(codes('zh-CN', 'notice.dispatched', ' \n')).to.deep.equal(['empty', 'missing-placeholder']);
  });

  it('keep what the law wants said', () => {
    expect(codes('zh-CN', 'chat.privacy-notice', '您好，我是小助手。')).to.deep.equal(['missing-words']);
    for (const [key, languages] of Object.entries(REQUIRED_WORDS)) {
      for (const language of LANGUAGES) if (isTextKey(key)) expect(codes(language, key, originalOf(language, key)), `${key} ${language}`).to.deep.equal([]);
      expect(Object.keys(languages)).to.deep.equal([...LANGUAGES]);
    }
  });

  it('may be the original of every sentence', () => {
    for (const key of Object.keys(zhCN)) for (const language of LANGUAGES) if (isTextKey(key)) expect(codes(language, key, originalOf(language, key)), `${key} ${language}`).to.deep.equal([]);
  });

  it('are said at once, and the original again afterwards; nothing in them is looked up', () => {
    const { speak, use } = createWording();
    const params = { no: '7', unit: '$t(chat.erased)' };
    use([{ key: 'notice.dispatched', language: 'zh-CN', text: '{{unit}}在办 {{no}} $t(chat.erased)' }]);
    expect(speak('zh-CN', 'notice.dispatched', params)).to.equal('$t(chat.erased)在办 7 $t(chat.erased)');
    expect(speak('en', 'notice.dispatched', params)).to.not.include('在办');
    use([]);
    expect(speak('zh-CN', 'notice.dispatched', { no: '7', unit: '城管局' })).to.equal('编号 7：已交城管局办理。');
    expect(createWording().speak('zh-CN', 'notice.dispatched', { no: '7', unit: '城管局' })).to.equal('编号 7：已交城管局办理。');
  });

  it('never pass with a placeholder that nobody fills in', () => {
    fc.assert(fc.property(fc.string({ maxLength: 60 }), fc.constantFrom('{{', '}}', '{{a}}', '{{no}}', '{{unit}}', '{'), fc.string({ maxLength: 60 }), (before, braces, after) => {
      const text = `{{no}}{{unit}}${before}${braces}${after}`;
      if (templateFaults('zh-CN', 'notice.dispatched', text).length > 0) return;
      expect(placeholdersIn(text).filter((name) => name !== 'no' && name !== 'unit')).to.deep.equal([]);
      expect(text.length).to.be.at.most(longestFor(originalOf('zh-CN', 'notice.dispatched')));
    }));
  });
});
