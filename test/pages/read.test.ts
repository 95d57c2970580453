import { expect } from 'chai';
import { useRead } from '../../web/pages/console/read.ts';
import { useTried } from '../../web/pages/console/tried.ts';

describe('what a console page asks of the server several times', () => {
  const held = () => {
    let answer: (value: string) => void = () => undefined;
    let fail: (error: string) => void = () => undefined;
    const asked = new Promise<string>((resolve, reject) => ([answer, fail] = [resolve, reject]));
    return { asked, answer, fail };
  };
  const page = () => {
    const taken: string[] = [];
    return { taken, ...useRead<string>((answer) => void taken.push(answer), useTried(String)) };
  };
  /** A page on which two questions are under way. */
  const askedTwice = () => {
    const shown = page();
    const [older, newer] = [held(), held()];
    return { ...shown, older, newer, ends: [shown.show(older.asked), shown.show(newer.asked)] as const };
  };

  it('shows the answer to the last question, though an older one is answered later', async () => {
    const { taken, older, newer, ends } = askedTwice();
    newer.answer('newer');
    await ends[1];
    older.answer('older');
    await ends[0];
    expect(taken).to.deep.equal(['newer']);
  });

  it('does not complain that an older question failed', async () => {
    const { taken, failed, older, newer, ends } = askedTwice();
    older.fail('gone');
    newer.answer('newer');
    await Promise.all(ends);
    expect([taken, failed.value]).to.deep.equal([['newer'], '']);
  });

  it('keeps saying why the last question failed when an older one is answered', async () => {
    const { taken, failed, older, newer, ends } = askedTwice();
    newer.fail('gone');
    await ends[1];
    older.answer('older');
    await ends[0];
    expect([taken, failed.value]).to.deep.equal([[], 'gone']);
  });

  it('keeps saying why the last question failed when an older one fails too', async () => {
    const { failed, older, newer, ends } = askedTwice();
    newer.fail('gone');
    await ends[1];
    older.fail('lost');
    await ends[0];
    expect(failed.value).to.equal('gone');
  });

  it('is under way until the last question is answered', async () => {
    const { busy, older, newer, ends } = askedTwice();
    older.answer('older');
    await ends[0];
    expect(busy.value).to.equal(true);
    newer.answer('newer');
    await ends[1];
    expect(busy.value).to.equal(false);
  });

  it('is no longer under way once the last question has failed', async () => {
    const { busy, show } = page();
    await show(Promise.reject(new Error('gone')));
    expect(busy.value).to.equal(false);
  });

  it('is said to have failed until it is answered', async () => {
    const { failed, show } = page();
    await show(Promise.reject(new Error('gone')));
    expect(failed.value).to.equal('Error: gone');
    await show(Promise.resolve('here'));
    expect(failed.value).to.equal('');
  });

  it('is said to have failed while it is asked again, though an older question is answered', async () => {
    const { failed, tried, show } = page();
    await tried(() => Promise.reject(new Error('gone')));
    const [older, newer] = [held(), held()];
    const ends = [show(older.asked), show(newer.asked)];
    older.answer('older');
    await ends[0];
    expect(failed.value).to.equal('Error: gone');
    newer.answer('newer');
    await ends[1];
    expect(failed.value).to.equal('');
  });

  it('does not hide that something tried meanwhile failed', async () => {
    const { failed, tried, show } = page();
    const asked = held();
    const end = show(asked.asked);
    await tried(() => Promise.reject(new Error('refused')));
    asked.answer('here');
    await end;
    expect(failed.value).to.equal('Error: refused');
  });

  it('changes nothing once it is forgotten, however it ends', async () => {
    const { taken, failed, busy, older, newer, ends, forget } = askedTwice();
    forget();
    expect(busy.value).to.equal(false);
    older.answer('older');
    newer.fail('gone');
    await Promise.all(ends);
    expect([taken, failed.value]).to.deep.equal([[], '']);
  });

  it('is shown when it was asked after something was forgotten', async () => {
    const { taken, show, forget } = page();
    forget();
    await show(Promise.resolve('here'));
    expect(taken).to.deep.equal(['here']);
  });

  it('is said to have failed also when it was asked after something that succeeded', async () => {
    const { failed, tried, show } = page();
    await tried(() => show(Promise.reject(new Error('gone'))));
    expect(failed.value).to.equal('Error: gone');
  });
});
