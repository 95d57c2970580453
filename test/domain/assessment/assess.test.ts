import { expect } from 'chai';
import { assess, type ClassResult } from '../../../domain/assessment/assess.ts';
import type { Score } from '../../../domain/assessment/score.ts';
import { Tallies } from '../../../domain/assessment/tally.ts';
import { scoreVerdicts, type Verdict } from '../../../domain/assessment/verdicts.ts';
import { reweighted } from '../../../domain/assessment/what-if.ts';
import type { AssessmentFormula } from '../../../domain/mechanism/assessment.ts';
import { units } from '../../support/builders.ts';
import { aFormula, classOf, settings, shown } from '../../support/formula.ts';
import { at } from '../../support/local-time.ts';

const item = { kind: 'report-in', unit: 'water', at: at('2026-07-06 10:00') } as const;
const some = (unit: string, indicator: string, good: number, all: number, raters: readonly (string | undefined)[] = [undefined]): Verdict[] =>
  Array.from({ length: all }, (_, nth) => ({ unit, indicator, counted: true, credit: nth < good ? 1 : 0, because: 'on-time', item, rater: raters[nth % raters.length] }));
const left = (unit: string, indicator: string): Verdict => ({ unit, indicator, counted: false, credit: 0, because: 'excluded', item });
const results = (formula: AssessmentFormula, ...verdicts: Verdict[]): readonly ClassResult[] => assess(formula, new Tallies().addAll(verdicts), Object.values(units));
const resultOf = (formula: AssessmentFormula, unit: string, ...verdicts: Verdict[]) => results(formula, ...verdicts).flatMap((one) => one.units).find((one) => one.unit === unit);
const rates = (unit: string, response: number, completion: number, satisfaction: number) => [...some(unit, 'response', response, 10), ...some(unit, 'completion', completion, 10), ...some(unit, 'satisfaction', satisfaction, 10)];

describe('the assessment of a period', () => {
  it('weighs the rates, gives the streets\' rating its share, and says the band', () => {
    const water = resultOf(aFormula(), 'water', ...rates('water', 9, 8, 10), ...some('water', 'streets', 1, 2, ['street']));
    expect(water?.score).to.equal(78.7);
    expect(water?.band).to.equal('poor');
    expect(water?.parts).to.deep.equal([{ id: 'streets', weight: 0.3, value: 0.5 }, { id: 'rates', weight: 0.7, value: 0.91 }]);
  });

  it('takes nothing for nothing, and never for 0: what cannot be assessed leaves its weight to the rest', () => {
    const water = resultOf(aFormula(), 'water', ...some('water', 'response', 9, 10), ...some('water', 'completion', 8, 10));
    expect(water?.figures['satisfaction']).to.include({ count: 0, why: 'none' }).and.not.to.have.property('value');
    expect(water?.score).to.equal(undefined);
    const lenient = resultOf(aFormula({ leastWeight: 0.4 }), 'water', ...some('water', 'response', 9, 10), ...some('water', 'completion', 8, 10));
    expect(lenient?.score).to.equal(85);
  });

  it('says nothing of too few cases', () => {
    const formula = aFormula({ smallest: 5 });
    expect(resultOf(formula, 'water', ...some('water', 'response', 4, 4))?.figures['response']).to.include({ count: 4, why: 'too-few' }).and.not.to.have.property('value');
    expect(resultOf(formula, 'water', ...some('water', 'response', 4, 5))?.figures['response']?.value).to.equal(0.8);
  });

  it('pools totals, and never averages averages', () => {
    const [departments] = results(aFormula(), ...some('water', 'response', 90, 90), ...some('parks', 'response', 0, 10), left('parks', 'response'));
    expect(departments?.total['response']).to.deep.include({ count: 100, credit: 90, left: 1, value: 0.9 });
  });

  it('ranks within the class where the mechanism ranks, equals alike, and those without a score not at all', () => {
    const [departments, communities] = results(aFormula(), ...rates('water', 8, 8, 8), ...rates('parks', 9, 9, 9), ...rates('traffic', 8, 8, 8), ...some('ginkgo', 'completion', 1, 1));
    expect(departments?.units.map(({ unit, rank }) => [unit, rank])).to.deep.equal([['parks', 1], ['water', 2], ['traffic', 2], ['housing', undefined]]);
    expect(communities?.units.map(({ unit, rank, score }) => [unit, rank, score])).to.deep.equal([['ginkgo', undefined, 100], ['willow', undefined, undefined]]);
  });

  it('shows back to back nothing of fewer raters than the file says, whatever the number of ratings', () => {
    const blind = aFormula({}, { callees: { scale: 5, named: false, leastRaters: 3, dimensions: [] } });
    const two = some('water', 'streets', 8, 8, ['street', 'bridge']);
    expect(resultOf(blind, 'water', ...two)?.figures['streets']).to.include({ why: 'too-few-raters', raters: 2 }).and.not.to.have.property('value');
    expect(resultOf(blind, 'water', ...two, ...some('water', 'streets', 0, 1, ['hill']))?.figures['streets']).to.include({ value: 0.888889, raters: 3 });
    expect(resultOf(aFormula(), 'water', ...two)?.figures['streets']?.value).to.equal(1);
  });

  it('counts a unit once on each axis', () => {
    const own = settings().classes[0]!;
    const formula = aFormula({ classes: [own, { ...own, id: 'again' }, { ...own, id: 'upright', axis: 'vertical' }] });
    expect(results(formula).map((one) => [one.id, one.units.length])).to.deep.equal([['departments', 4], ['again', 0], ['upright', 4]]);
  });
});

describe('scores given for a period', () => {
  const score = (id: string, mark: number, when: string, over: Partial<Score> = {}): Score => ({ id, relation: 'self', about: '2026-07', unit: 'water', by: 'clerk', rater: 'water', at: at(when), marks: { score: mark }, reason: '', ...over });

  it('count by the last one; the one that was corrected stays to be seen', () => {
    const verdicts = scoreVerdicts({ formula: aFormula(), classOf }, [score('s1', 90, '2026-08-01 10:00'), score('s2', 80, '2026-08-01 11:00'), score('s3', 70, '2026-08-01 10:30', { unit: 'parks', rater: 'parks' })]);
    expect(verdicts.map(shown)).to.deep.equal(['water self - replaced', 'water self 0.8 marks', 'parks self 0.7 marks']);
  });
});

describe('other weights', () => {
  it('give another formula and leave the one in force as it is', () => {
    const formula = aFormula();
    const other = reweighted(formula, { departments: { share: 0.38, of: { rates: { response: 0.2, completion: 0.4 } } } });
    const verdicts = [...rates('water', 9, 8, 10), ...some('water', 'streets', 1, 2, ['street'])];
    expect(other.ok && resultOf(other.value, 'water', ...verdicts)?.score).to.equal(74.8);
    expect(formula).to.deep.equal(aFormula());
  });

  it('are refused when they do not add up, or are of a class that is not there', () => {
    const wrong = (weights: Parameters<typeof reweighted>[1]) => {
      const other = reweighted(aFormula(), weights);
      return other.ok ? [] : other.faults.map(({ code }) => code);
    };
    expect(wrong({ departments: { of: { rates: { response: 0.9 } } } })).to.deep.equal(['weights-not-one']);
    expect(wrong({ villages: { share: 0.2 } })).to.deep.equal(['unknown-class']);
  });
});
