import { expect } from 'chai';
import { readDangerOpinion } from '../../../understanding/load.ts';
import { urgencyOfLetter } from '../../../understanding/urgency/letter-urgency.ts';

const CALM = '尊敬的领导：我是青溪苑的住户，这封信想说说我们小区这两年的事。当初买房的时候，开发商说得很好，什么都答应。后来换了物业，门口的路坑坑洼洼，楼道里的灯坏了没有人换，大家找了很多次，电话打了一个又一个，都说会安排人来看。';
const END = '我们都是普通老百姓，没有别的要求，只希望有人管一管。谢谢您在百忙之中看这封信，也祝您工作顺利，身体健康。此致敬礼。';

describe('the urgency of a letter', () => {
  const opinion = readDangerOpinion(new URL('../../..', import.meta.url).pathname);
  const told = (...middle: readonly string[]) => urgencyOfLetter([CALM, ...middle, END].join(''), opinion);

  it('is routine where nobody is in danger, however long it is', () => {
    expect(told().urgency).to.equal('routine');
  });

  it('is danger where one of its sentences tells of somebody in danger now', () => {
    expect(told('现在一楼煤气味特别浓，已经有人头晕站不住了，快来人吧。')).to.deep.include({ urgency: 'danger' });
    expect(told('刚才三单元着火了，楼上还有老人没下来。')).to.deep.include({ urgency: 'danger' });
    expect(told('此刻电梯卡在六楼，里面关着两个小孩，物业电话没人接。')).to.deep.include({ urgency: 'danger' });
  });

  it('does not take what is over, or what might happen, for danger now', () => {
    expect(told('2019年冬天我父亲突发脑梗，在医院抢救了十几天，花光了家里的积蓄。').urgency).to.not.equal('danger');
    expect(told('去年楼下的店铺着过一次火，幸好没有人受伤。').urgency).to.not.equal('danger');
    expect(told('外墙的瓷砖松了，随时可能掉下来砸到人。').urgency).to.not.equal('danger');
  });

  it('does not take a figure of speech for danger', () => {
    expect(told('几个部门各说各的，文件和文件打架，我们的心都凉了。').urgency).to.equal('routine');
    expect(told('这件事愁得要命，头都要炸了，一家人吵翻了天。').urgency).to.equal('routine');
  });
});
