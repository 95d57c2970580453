import { expect } from 'chai';
import { createLines, type Lines } from '../../../handlers/reception/lines.ts';

describe('the lines of work', () => {
  let begun: string[];
  let pauses: { ms: number; run: () => void }[];
  let lines: Lines;

  beforeEach(() => {
    begun = [];
    pauses = [];
    lines = sharing(1);
  });

  const sharing = (atOnce: number) => createLines({ atOnce, inATurn: 1, after: (ms, run) => void pauses.push({ ms, run }), soon: setImmediate });
  const queue = (person: string, name = person) => lines.queue(person, () => (begun.push(name), Promise.resolve(undefined)));
  const queueMany = (person: string, count: number) => Array.from({ length: count }, () => queue(person));
  const begunFor = (person: string) => begun.filter((one) => one === person).length;

  it('does what is for one person in the order in which it came', async () => {
    for (const name of ['first', 'second', 'third']) queue('wang', name);
    await lines.idle();
    expect(begun).to.deep.equal(['first', 'second', 'third']);
  });

  it('never does two things for one person at the same time', async () => {
    lines = sharing(4);
    let [at, most] = [0, 0];
    for (let nth = 0; nth < 5; nth++) {
      lines.queue('wang', async () => {
        most = Math.max(most, ++at);
        await new Promise(setImmediate);
        at--;
        return undefined;
      });
    }
    await lines.idle();
    expect(most).to.equal(1);
  });

  it('works for no more people at once than it may', async () => {
    lines = sharing(3);
    const ends: (() => void)[] = [];
    for (let nth = 0; nth < 9; nth++) lines.queue(`p${nth}`, () => new Promise((end) => ends.push(() => end(undefined))));
    for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate);
    expect(ends).to.have.length(3);
    for (const end of ends) end();
    for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate);
    expect(ends).to.have.length(6);
    for (let nth = 3; nth < 9; nth++) {
      ends[nth]?.();
      await new Promise(setImmediate);
    }
  });

  it('takes turns among people', async () => {
    queueMany('wang', 3);
    queueMany('zhao', 3);
    await lines.idle();
    expect(begun).to.deep.equal(['wang', 'zhao', 'wang', 'zhao', 'wang', 'zhao']);
  });

  it('does what is for somebody who wrote once before the rest of a flood, however many flood', async () => {
    for (let nth = 0; nth < 50; nth++) queueMany(`loud-${nth}`, 200);
    while (begun.length < 120) await new Promise(setImmediate);
    const before = begun.length;
    queue('quiet');
    while (begunFor('quiet') === 0) await new Promise(setImmediate);
    expect(begun.indexOf('quiet') - before).to.be.at.most(1);
    while (begun.length < 3000) await new Promise(setImmediate);
    const then = begun.length;
    queue('quiet');
    while (begunFor('quiet') === 1) await new Promise(setImmediate);
    expect(begun.lastIndexOf('quiet') - then).to.be.at.most(1);
    await lines.idle();
    expect(begun).to.have.length(10_002);
  });

  it('holds against nobody what they had before everything was done', async () => {
    queueMany('wang', 5);
    await lines.idle();
    begun = [];
    queueMany('wang', 2);
    queueMany('zhao', 2);
    await lines.idle();
    expect(begun).to.deep.equal(['wang', 'zhao', 'wang', 'zhao']);
  });

  it('holds what somebody had against them less, the longer ago it was', async () => {
    queueMany('wang', 900);
    while (begunFor('wang') < 899) await new Promise(setImmediate);
    queueMany('zhao', 2000);
    queue('wang');
    while (begunFor('wang') < 901) await new Promise(setImmediate);
    expect(begunFor('zhao')).to.be.within(100, 700);
  });

  it('tries again after a pause, before what came later for the same person, and does what is for others meanwhile', async () => {
    let tries = 0;
    lines.queue('wang', () => (begun.push('wang'), Promise.resolve(++tries < 3 ? 1000 * tries : undefined)));
    queue('wang', 'wang later');
    queue('zhao');
    for (let nth = 0; nth < 2; nth++) {
      while (pauses.length === nth) await new Promise(setImmediate);
      pauses[nth]?.run();
    }
    await lines.idle();
    expect(pauses.map(({ ms }) => ms)).to.deep.equal([1000, 2000]);
    expect(begun.filter((one) => one !== 'zhao')).to.deep.equal(['wang', 'wang', 'wang', 'wang later']);
    expect(begun.indexOf('zhao')).to.be.at.most(1);
  });

  it('begins a few pieces in a turn, so that what else is ready is not kept waiting', () => {
    const turns: (() => void)[] = [];
    lines = createLines({ atOnce: 10, inATurn: 2, after: () => undefined, soon: (run) => void turns.push(run) });
    for (const person of ['wang', 'zhao', 'feng', 'sun', 'lan']) queue(person);
    const seen = [0, 1, 2].map(() => {
      turns.shift()?.();
      return begun.length;
    });
    expect(seen).to.deep.equal([2, 4, 5]);
  });
});
