import { expect } from 'chai';
import { createInTurn } from '../../handlers/in-turn.ts';

describe('what is done in turn', () => {
  it('begins when what came before has ended, however that ended', async () => {
    const inTurn = createInTurn();
    const order: string[] = [];
    const act = (name: string, fails = false) => async () => {
      order.push(`${name} begins`);
      await Promise.resolve();
      order.push(`${name} ends`);
      if (fails) throw new Error(name);
      return name;
    };
    const ended = await Promise.allSettled([inTurn(act('one', true)), inTurn(act('two'))]);
    expect(ended.map(({ status }) => status)).to.deep.equal(['rejected', 'fulfilled']);
    expect(order).to.deep.equal(['one begins', 'one ends', 'two begins', 'two ends']);
  });
});
