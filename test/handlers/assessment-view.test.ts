import { expect } from 'chai';
import { assess } from '../../domain/assessment/assess.ts';
import { Tallies } from '../../domain/assessment/tally.ts';
import type { Verdict } from '../../domain/assessment/verdicts.ts';
import { withoutCalleeRatings, withoutRatingEntries } from '../../handlers/assessment/hide-ratings.ts';
import { casesFor, classesFor, type Viewer } from '../../handlers/assessment/view.ts';
import { clerk, dispatcher, gridWorker, units } from '../support/builders.ts';
import { escalate, finish, rateCallee, whistle } from '../support/commands.ts';
import { aFormula } from '../support/formula.ts';
import { given, registered } from '../support/given.ts';
import { wuchangWith } from '../support/rules.ts';

const blind = aFormula({}, { callees: { scale: 5, named: false, leastRaters: 3, dimensions: [] } });
const item = { kind: 'marks', at: new Date(0), unit: 'water', rater: 'street', whistle: 'w1', marks: { cooperation: 2 } } as const;
const marks = (...raters: string[]): Verdict[] => raters.map((rater) => ({ unit: 'water', indicator: 'streets', counted: true, credit: 0.4, because: 'marks', rater, item }));
const rates: Verdict[] = ['response', 'completion', 'satisfaction'].map((indicator) => ({ unit: 'water', indicator, counted: true, credit: 1, because: 'on-time', item }));
const classes = assess(blind, new Tallies().addAll([...marks('street', 'bridge', 'hill'), ...rates]), Object.values(units));

const water: Viewer = { own: ['water'], scope: ['water'] };
const above: Viewer = { own: ['district'], scope: ['district', ...Object.keys(units), 'water'] };
const admin: Viewer = { own: [] };
const shown = (viewer: Viewer, state: 'running' | 'ended') => JSON.stringify(classesFor({ state, formula: blind }, classes, viewer).flatMap((one) => one.units).find(({ unit }) => unit === 'water'));

describe('what is given back to back', () => {
  it('is not told to the rated unit while the period runs, nor is a score that holds it', () => {
    expect(shown(water, 'running')).to.include('"hidden":true').and.not.to.include('0.4').and.not.to.include('score').and.not.to.include('rank');
    expect(shown(above, 'running')).to.include('"value":0.4').and.to.include('score');
    expect(shown(admin, 'running')).to.include('"value":0.4');
  });

  it('is told as a sum after its end', () => expect(shown(water, 'ended')).to.include('"value":0.4').and.to.include('"raters":3').and.to.include('score'));

  it('is never opened to its cases for the rated unit', () => {
    const cases = [...marks('street', 'bridge'), ...rates];
    expect(casesFor(blind, cases, water).map(({ indicator }) => indicator)).to.deep.equal(['response', 'completion', 'satisfaction']);
    expect(casesFor(blind, cases, above)).to.have.length(5);
    expect(casesFor(blind, cases, { own: ['parks'], scope: ['parks'] })).to.deep.equal([]);
    expect(casesFor(aFormula(), cases, water)).to.have.length(5);
  });

  it('shows a unit nothing of others, and totals only to whom all of the class is to be seen', () => {
    const seen = (viewer: Viewer) => classesFor({ state: 'ended', formula: blind }, classes, viewer).map((one) => [one.id, one.units.map(({ unit }) => unit), one.total !== undefined]);
    expect(seen(water)).to.deep.equal([['departments', ['water'], false]]);
    expect(seen({ own: ['street'], scope: ['street', 'ginkgo', 'willow'] })).to.deep.equal([['communities', ['ginkgo', 'willow'], true]]);
    expect(seen(admin).map(([id]) => id)).to.deep.equal(['departments', 'communities']);
  });
});

describe('a demand with marks given back to back', () => {
  const past = given(registered()).and(escalate(gridWorker()), '2026-07-06 11:00').and(whistle(dispatcher(), 'daily', units.water), '2026-07-06 14:00').and(finish(clerk(units.water)), '2026-07-07 10:00').and(rateCallee(dispatcher(), 'water', 2), '2026-07-07 11:00');
  const entries = past.events.map(({ type, by, data }) => ({ type, by, data: { ...data } }));
  const mechanism = wuchangWith({ rateCallees: { ...past.rules.mechanism.rateCallees, named: false } }).mechanism;
  const looks = (looker: { own: string[]; scope: string[] } | undefined, of = mechanism) => JSON.stringify([withoutCalleeRatings(of, looker, past.demand), withoutRatingEntries(of, looker, past.demand, entries).filter(({ type }) => type === 'callee-rated')]);

  it('shows them to the caller and to who stands above both, and to nobody else', () => {
    expect(looks({ own: ['water'], scope: ['water'] })).not.to.include('"cooperation":2').and.not.to.include('"by":"lin","data":{"whistle"');
    expect(looks({ own: ['ginkgo'], scope: ['ginkgo'] })).not.to.include('"cooperation":2');
    expect(looks({ own: ['street'], scope: ['street', 'ginkgo'] })).to.include('"cooperation":2');
    expect(looks({ own: ['district'], scope: ['district', 'street', 'water'] })).to.include('"cooperation":2');
    expect(looks(undefined)).to.include('"cooperation":2');
  });

  it('keeps that they were given, so that the record has no gap', () => expect(looks({ own: ['water'], scope: ['water'] })).to.include('{"type":"callee-rated","by":"","data":{}}'));

  it('hides nothing where marks are given by name', () => expect(looks({ own: ['water'], scope: ['water'] }, past.rules.mechanism)).to.include('"cooperation":2'));
});
