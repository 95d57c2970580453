import { expect } from 'chai';
import { ClockState, Demand, Person } from '../../web/pages/sandbox/contract.ts';
import { createDemandBoard } from '../../web/pages/sandbox/demand-board.ts';
import { createDirectory } from '../../web/pages/sandbox/directory.ts';
import { createProgramClock } from '../../web/pages/sandbox/program-clock.ts';

const EIGHT = '2026-03-18T08:00:00+08:00';
const NINE = '2026-03-18T09:00:00+08:00';

/** Something that is asked several times, and answered in the order that the test chooses. */
function asked<T>() {
  const questions: { readonly answer: (value: T) => Promise<void>; readonly fail: () => Promise<void> }[] = [];
  // Whatever waits for an answer has gone on after a turn of the program.
  const gone = () => new Promise<void>((resolve) => void setImmediate(resolve));
  const ask = () =>
    new Promise<T>((resolve, reject) => {
      questions.push({
        answer: (value) => (resolve(value), gone()),
        fail: () => (reject(new Error('gone')), gone()),
      });
    });
  return { ask, nth: (nth: number) => questions[nth] ?? expect.fail(`nothing was asked ${String(nth + 1)} times`) };
}

describe('what the sandbox page asks several times', () => {
  const demand = (id: string, summary = '') => Demand.parse({ id, status: 'waiting', summary, tier: 'street', owner: 'u', category: 'lamp', timeline: [], whistles: [], ratings: [] });
  const board = () => {
    const [lists, details] = [asked<Demand[]>(), asked<Demand>()];
    const soon: (() => void)[] = [];
    const shown = createDemandBoard({ demands: lists.ask, demand: details.ask }, (act) => void soon.push(act));
    const refresh = () => {
      shown.touch();
      soon.shift()?.();
    };
    return { ...shown, lists, details, refresh };
  };

  it('shows the demands that were asked for last', async () => {
    const { items, lists, refresh } = board();
    refresh();
    refresh();
    await lists.nth(1).answer([demand('2'), demand('1')]);
    await lists.nth(0).answer([demand('1')]);
    expect(items.value.map(({ id }) => id)).to.deep.equal(['2', '1']);
  });

  it('shows the open demand as it was when it was asked for last', async () => {
    const { opened, open, details, refresh } = board();
    open('1');
    refresh();
    await details.nth(1).answer(demand('1', 'newer'));
    await details.nth(0).answer(demand('1', 'older'));
    expect(opened.value?.summary).to.equal('newer');
  });

  it('keeps nothing open that was closed before its answer came', async () => {
    const { opened, open, details } = board();
    open('1');
    open(undefined);
    await details.nth(0).answer(demand('1'));
    expect(opened.value).to.equal(undefined);
  });

  it('does not complain that an older question failed', async () => {
    const { failed, open, lists, details, refresh } = board();
    open('1');
    open('2');
    refresh();
    refresh();
    await details.nth(3).answer(demand('2'));
    await lists.nth(1).answer([]);
    await details.nth(0).fail();
    await lists.nth(0).fail();
    expect(failed.value).to.equal(false);
  });

  it('says that the last question failed', async () => {
    const { failed, lists, refresh } = board();
    refresh();
    await lists.nth(0).fail();
    expect(failed.value).to.equal(true);
  });

  it('asks once for many calls at once', async () => {
    const { touch, lists, refresh } = board();
    touch();
    touch();
    refresh();
    await lists.nth(0).answer([]);
    expect(() => lists.nth(1)).to.throw();
  });

  it('knows a resident who was added while people were asked for', async () => {
    const people = asked<Person[]>();
    const lan = Person.parse({ id: 'lan', name: '兰婶', roles: ['resident'], rooms: [] });
    const directory = createDirectory({ people: people.ask, rooms: () => Promise.resolve([]), addResident: () => Promise.resolve(lan) });
    void directory.load();
    const added = directory.addResident('兰婶');
    await Promise.resolve();
    await people.nth(1).answer([lan]);
    await added;
    await people.nth(0).answer([]);
    expect(directory.person('lan')?.name).to.equal('兰婶');
  });

  const clock = () => {
    const states = asked<ClockState>();
    return { states, ...createProgramClock({ clock: states.ask, advance: () => Promise.resolve() }, Date.parse(EIGHT), () => 0, () => undefined) };
  };

  it('shows the time that was asked for last', async () => {
    const { now, states, refresh } = clock();
    const ends = [refresh(), refresh()];
    await states.nth(1).answer({ now: NINE, nextDueAt: undefined });
    await states.nth(0).answer({ now: EIGHT, nextDueAt: EIGHT });
    await Promise.all(ends);
    expect(now.value).to.equal(Date.parse(NINE));
  });

  it('does not go back to a time before that which the program has told since', async () => {
    const { now, nextDueAt, states, refresh, set } = clock();
    const end = refresh();
    set(NINE);
    await states.nth(0).answer({ now: EIGHT, nextDueAt: NINE });
    await end;
    expect([now.value, nextDueAt.value]).to.deep.equal([Date.parse(NINE), NINE]);
  });
});
