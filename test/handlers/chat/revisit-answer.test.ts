import { expect } from 'chai';
import type { Answers } from '../../../domain/revisit.ts';
import { revisitAnswer, unaskedAnswer } from '../../../handlers/chat/revisit-answer.ts';

const CONTACTED: Answers = { contacted: 'yes' };
const SOLVED: Answers = { contacted: 'yes', solved: 'solved' };

const UNDERSTOOD: readonly (readonly [said: string, before: Answers, answers: Answers, reason?: string])[] = [
  ['联系过', {}, { contacted: 'yes' }],
  ['有人来过', {}, { contacted: 'yes' }],
  ['来过一个小伙子', {}, { contacted: 'yes' }],
  ['有', {}, { contacted: 'yes' }],
  ['没有', {}, { contacted: 'no' }],
  ['没人联系我', {}, { contacted: 'no' }],
  ['嗯 没人来过', {}, { contacted: 'no' }],
  ['yes somebody called me', {}, { contacted: 'yes' }],
  ['No, nobody came', {}, { contacted: 'no' }, 'nobody came'],
  ['解决了但是态度很差', CONTACTED, { solved: 'solved' }, '但是态度很差'],
  ['太慢了 但是修好了', CONTACTED, { solved: 'solved' }, '太慢了 但是修好了'],
  ['解决了', {}, { solved: 'solved' }],
  ['已经修好了，谢谢', CONTACTED, { solved: 'solved' }],
  ['部分解决', CONTACTED, { solved: 'partly' }],
  ['只修了一半', CONTACTED, { solved: 'partly' }],
  ["It's fixed now", CONTACTED, { solved: 'solved' }],
  ['没解决', CONTACTED, { solved: 'unsolved', satisfied: 'dissatisfied' }, '没解决'],
  ['没有', CONTACTED, { solved: 'unsolved' }],
  ['满意，就是慢了点', {}, { satisfied: 'satisfied' }, '就是慢了点'],
  ['满意，谢谢', {}, { satisfied: 'satisfied' }],
  ['基本满意 来得太慢', SOLVED, { satisfied: 'basically' }, '来得太慢'],
  ['蛮好的 就是来得慢了点', SOLVED, { satisfied: 'satisfied' }, '就是来得慢了点'],
  ["It's ok now but took too long", {}, { satisfied: 'basically' }, 'but took too long'],
  ['not really satisfied, they were rude', {}, { satisfied: 'dissatisfied' }, 'they were rude'],
  ['不太满意，态度差', SOLVED, { satisfied: 'dissatisfied' }, '态度差'],
  ['有人来过 没修好', {}, { contacted: 'yes', solved: 'unsolved', satisfied: 'dissatisfied' }, '有人来过 没修好'],
  ['当时是通了 今天早上又冒水了 还是老样子', {}, { solved: 'unsolved', satisfied: 'dissatisfied' }, '当时是通了 今天早上又冒水了 还是老样子'],
  ['电来了 电梯还是停着的 我下不了楼', CONTACTED, { solved: 'unsolved', satisfied: 'dissatisfied' }, '电来了 电梯还是停着的 我下不了楼'],
  ['来是来过，根本没修', {}, { solved: 'unsolved', satisfied: 'dissatisfied' }, '来是来过，根本没修'],
  ['满意什么呀 根本没修好', SOLVED, { satisfied: 'dissatisfied' }, '根本没修好'],
  ['修好了，又坏了', {}, { solved: 'unsolved', satisfied: 'dissatisfied' }, '修好了，又坏了'],
  ['It broke again this morning', CONTACTED, { solved: 'unsolved', satisfied: 'dissatisfied' }, 'It broke again this morning'],
  ['the lift is still stuck', CONTACTED, { solved: 'unsolved', satisfied: 'dissatisfied' }, 'the lift is still stuck'],
  ['没人来修', CONTACTED, { solved: 'unsolved', satisfied: 'dissatisfied' }, '没人来修'],
  ['还是满意的', SOLVED, { satisfied: 'satisfied' }],
];

const NOTHING = ['我完全不知道谁来的', '都不好意思说', '又打了一次电话', 'thank you again', 'still happy with it', '你好', '好的', '满意度怎么算', 'good morning', 'happy new year', '来水太小', '有人在楼道里抽烟', '还好意思问', '问一下医保怎么报销'];

describe('an answer to a revisit in own words', () => {
  for (const [said, before, answers, reason] of UNDERSTOOD) {
    it(`is heard: ${said}`, () => {
      const heard = revisitAnswer(said, before);
      expect(heard?.answers).to.deep.equal(answers);
      expect(heard?.reason).to.equal(reason);
    });
  }

  for (const said of NOTHING) it(`is not heard in: ${said}`, () => expect(revisitAnswer(said, {})).to.be.undefined);

  for (const said of ['嗯', '是的', '没有', '联系过']) it(`is not heard before anything was asked: ${said}`, () => expect(unaskedAnswer(said)).to.be.undefined);
});
