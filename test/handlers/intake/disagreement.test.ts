import { expect } from 'chai';
import { disagreement } from '../../../handlers/intake/disagreement.ts';
import { createSpeak } from '../../../locales/speak.ts';

describe('what a language model saw otherwise', () => {
  const directory = { place: (id: string) => (id === 'l-3' ? { name: '银杏花园3号楼' } : undefined), grid: () => undefined };
  const naming = { directory, speak: createSpeak(), categoryName: (id: string) => ({ lifts: '电梯', leaks: '漏水渗水' })[id] ?? id };
  const told = (...reasons: string[]) => disagreement(naming as never, { understood: { category: 'lifts', confidence: 0.9, alternatives: [], reasons } }, 'zh-CN');

  it('is told of class, urgency and place, each with what the offline engine had', () => {
    expect(told('intent:complaint', 'model:draft-1', 'model:class:leaks', 'offline:class:lifts', 'model:place:l-3', 'offline:place:unknown', 'model:urgency:danger', 'offline:urgency:routine')).to.equal(
      '类别离线判断为电梯，模型看是漏水渗水；紧急程度离线判断为一般，模型看是危险；地点离线判断为未确定，模型看是银杏花园3号楼',
    );
  });

  it('is nothing where both agree, or no model was asked', () => {
    expect(told('intent:complaint', 'model:draft-1')).to.equal(undefined);
    expect(told('class:电梯')).to.equal(undefined);
  });
});
