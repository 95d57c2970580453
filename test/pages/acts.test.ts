import { expect } from 'chai';
import { useActs } from '../../web/pages/console/acts.ts';
import { useTried } from '../../web/pages/console/tried.ts';

describe('what is done by the buttons of a console page', () => {
  const page = () => {
    const done: string[] = [];
    const ends: (() => void)[] = [];
    const acts = useActs(useTried(String));
    const begin = (what: string) => acts.act(async () => {
      await new Promise<void>((resolve) => void ends.push(resolve));
      done.push(what);
    });
    return { ...acts, done, begin, end: () => ends.shift()?.() };
  };

  it('is done once, though it was pressed twice', async () => {
    const { done, begin, end } = page();
    const both = Promise.all([begin('a'), begin('a')]);
    end();
    await both;
    expect(done).to.deep.equal(['a']);
  });

  it('is under way until it is done', async () => {
    const { busy, begin, end } = page();
    const [first, second] = [begin('a'), begin('b')];
    await second;
    expect(busy.value).to.equal(true);
    end();
    await first;
    expect(busy.value).to.equal(false);
  });

  it('can be done again after it failed, and is said to have failed until then', async () => {
    const { busy, failed, act } = page();
    await act(() => Promise.reject(new Error('gone')));
    expect([busy.value, failed.value]).to.deep.equal([false, 'Error: gone']);
    await act(() => Promise.resolve());
    expect(failed.value).to.equal('');
  });
});
