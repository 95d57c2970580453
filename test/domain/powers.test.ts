import { expect } from 'chai';
import type { Actor } from '../../domain/commands.ts';
import { callsBack, directs, holds, mayRead } from '../../domain/powers.ts';
import { clerk, dispatcher, gridWorker, leader, placeless, report, resident, secretary, toStreet, units } from '../support/builders.ts';
import { dispatch, support, tick, whistle } from '../support/commands.ts';
import { given, registered, type Past } from '../support/given.ts';
import { wuchang } from '../support/rules.ts';

const raised = () => given(registered());
const atStreet = () => given(registered(report({ to: toStreet })));
const nowhere = () => given(registered(placeless({ to: toStreet }))).and(tick(), '2026-07-07 10:00');
const everybody: readonly Actor[] = [resident(), resident('zhao'), gridWorker(), secretary(), clerk(units.willow), clerk(units.urban), clerk(units.street), dispatcher(), leader(), clerk(units.water)];
const who = (may: (actor: Actor) => boolean) => everybody.filter(may).map(({ person }) => person);
const directing = ({ demand }: Past) => who((actor) => directs(wuchang.mechanism, actor, demand));

describe('who directs a matter', () => {
  it('of a community: its secretary, the street and the district', () => expect(directing(raised())).to.deep.equal(['he', 'lin', 'gao']));
  it('of the street: no secretary any more', () => expect(directing(atStreet())).to.deep.equal(['lin', 'gao']));
  it('of an office: still the street', () => expect(directing(atStreet().and(dispatch(dispatcher(), units.urban), '2026-07-06 11:00'))).to.deep.equal(['lin', 'gao']));
  it('without a place: who holds it', () => expect(directing(nowhere())).to.deep.equal(['lin']));
});

describe('who holds a matter', () => {
  it('is everybody of its unit', () => expect(who((actor) => holds(actor, raised().demand))).to.deep.equal(['zhou', 'he']));
});

describe('who may read a matter', () => {
  const reading = ({ demand }: Past) => who((actor) => mayRead(actor, demand));

  it('is who raised it, holds it, or answers for its place', () => expect(reading(raised())).to.deep.equal(['wang', 'zhou', 'he', 'clerk-street', 'lin', 'gao']));
  it('is who supports it, held it, or is called to it', () => {
    const wide = atStreet().and(support('zhao', 'D2'), '2026-07-06 10:30').and(dispatch(dispatcher(), units.urban), '2026-07-06 11:00').and(whistle(dispatcher(), 'daily', units.water), '2026-07-06 12:00');
    expect(reading(wide)).to.deep.equal(['wang', 'zhao', 'zhou', 'he', 'clerk-urban', 'clerk-street', 'lin', 'gao', 'clerk-water']);
  });
});

describe('who calls reporters back', () => {
  it('are the place\'s own units, never those that were called', () => {
    const called = atStreet().and(whistle(dispatcher(), 'daily', units.water), '2026-07-06 12:00');
    expect(who((actor) => callsBack(actor, called.demand))).to.deep.equal(['zhou', 'he', 'clerk-street', 'lin', 'gao']);
  });
  it('is the holder where no place is known', () => expect(who((actor) => callsBack(actor, nowhere().demand))).to.deep.equal(['clerk-street', 'lin']));
});
