import { expect } from 'chai';
import { inputOf, written } from '../../handlers/chat/grammar.ts';
import { revisitAnswer } from '../../handlers/chat/revisit-answer.ts';
import { en } from '../../locales/en.ts';
import { NEITHER_WORDS } from '../../locales/lexicon/commands.ts';
import { SIGN_IN_WORDS } from '../../locales/lexicon/sign-in-words.ts';
import { LANGUAGES, zhCN } from '../../locales/text.ts';
import type { Language, Sentences, TextKey } from '../../locales/text.ts';
import { wuchang } from '../support/rules.ts';

const SENTENCES: Readonly<Record<Language, Sentences>> = { 'zh-CN': zhCN, en };
const EXAMPLES = (Object.keys(zhCN) as TextKey[]).filter((key) => key.startsWith('example.'));
const KINDS = new Map(wuchang.mechanism.kinds.flatMap(({ id, name }) => [id, name['zh-CN'], name.en.toLowerCase()].map((said) => [said, id] as const)));

/** Words that answer what was just asked. */
const isAnswer = (words: string) => NEITHER_WORDS.same.test(words) || revisitAnswer(words, {}) !== undefined;

/** Read by other handlers: nothing is left to be parsed behind the number. */
const NO_INPUT = ['progress', 'answer'];
/** Shows what to write instead. */
const INSTEAD = ['deliberate'];

describe('an example of a command', () => {
  it('is there for every language', () => expect(EXAMPLES.length).to.be.greaterThan(20));

  for (const language of LANGUAGES) {
    const kind = wuchang.mechanism.kinds[0]?.name[language] ?? '';
    for (const key of EXAMPLES) {
      for (const line of SENTENCES[language][key].replaceAll('{{kind}}', kind).replaceAll('{{no}}', '10023').split('\n')) {
        it(`is understood as it is written: ${line}`, () => {
          const word = key.slice('example.'.length);
          const read = written(line);
          expect(read, 'begins with a command word').to.not.be.undefined;
          if (!INSTEAD.includes(word)) expect(read?.word).to.equal(word);
          if (!NO_INPUT.includes(word)) expect(read && inputOf(read, KINDS), 'what is behind the word fits it').to.not.be.undefined;
          if (word !== 'answer') expect(read?.no).to.match(/^100(23|31)$/);
        });
      }
    }
  }
});

describe('a word that people are asked to write', () => {
  for (const language of LANGUAGES) {
    it(`is understood, in ${language}`, () => {
      const sentences = Object.entries(SENTENCES[language]).filter(([key]) => /^(?:chat|notice|refusal)\./.test(key));
      const asked = sentences.flatMap(([, sentence]) => [...sentence.matchAll(/(?:回复|write) ?“([^”{]+)”/g)].map(([, words = '']) => words.trim()));
      expect(asked.length).to.be.greaterThan(10);
      expect(asked.filter((words) => written(words) === undefined && !isAnswer(words) && !SIGN_IN_WORDS.includes(words))).to.deep.equal([]);
    });
  }
});
