import { expect } from 'chai';
import { useLatest } from '../../web/pages/console/latest.ts';

describe('what is asked of the server several times', () => {
  const held = () => {
    let answer: (value: string) => void = () => undefined;
    let fail: (error: Error) => void = () => undefined;
    const asked = new Promise<string>((resolve, reject) => ([answer, fail] = [resolve, reject]));
    return { asked, answer, fail };
  };
  const seen = () => {
    const taken: string[] = [];
    return { taken, ask: useLatest<string>((answer) => taken.push(answer)) };
  };

  it('shows the answer to the last question, though an older one is answered later', async () => {
    const { taken, ask } = seen();
    const [older, newer] = [held(), held()];
    const both = [ask(older.asked), ask(newer.asked)];
    newer.answer('newer');
    await both[1];
    older.answer('older');
    await both[0];
    expect(taken).to.deep.equal(['newer']);
  });

  it('does not complain that an older question failed', async () => {
    const { taken, ask } = seen();
    const [older, newer] = [held(), held()];
    const both = [ask(older.asked), ask(newer.asked)];
    older.fail(new Error('gone'));
    newer.answer('newer');
    await Promise.all(both);
    expect(taken).to.deep.equal(['newer']);
  });

  it('says so when the last question failed', async () => {
    const { ask } = seen();
    const only = held();
    const asked = ask(only.asked).then(() => 'answered', String);
    only.fail(new Error('gone'));
    expect(await asked).to.equal('Error: gone');
  });
});
