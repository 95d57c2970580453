import { expect } from 'chai';
import type { Score } from '../../../domain/assessment/score.ts';
import { createDirectory } from '../../../domain/directory/directory.ts';
import { RatingRelation } from '../../../domain/mechanism/assessment.ts';
import { actorOf } from '../../../handlers/acting/actor.ts';
import { createGiveScore } from '../../../handlers/assessment/give-score.ts';
import type { ScoreGiver, ScoreInput } from '../../../handlers/assessment/give-score.ts';
import { at } from '../../support/local-time.ts';
import { wuchangWith } from '../../support/rules.ts';
import { smallDirectory } from '../../support/small-directory.ts';

const named = (word: string) => ({ 'zh-CN': word, en: word });
const ratings = [
  { id: 'self', name: named('单位自评'), words: ['自评'], by: { own: true }, of: { classes: ['department'] } },
  { id: 'above', name: named('组织考评'), words: ['组织'], by: { classes: ['district'] }, of: { classes: ['department', 'street'], below: true } },
  { id: 'officers', name: named('日常评价'), words: ['日常'], by: { classes: ['street'], roles: ['clerk'] }, of: { sent: true }, every: 'day', scale: 5, dimensions: [{ id: 'presence', name: named('到岗') }, { id: 'work', name: named('履职') }] },
].map((one) => RatingRelation.parse(one));

const { mechanism, calendar } = wuchangWith({ ratings });
const directory = createDirectory(smallDirectory());

/** A small office that takes scores; gives what became of one, and what it keeps. */
function office(sealed: readonly string[] = []) {
  const kept: Score[] = [];
  const give = createGiveScore({
    scores: {
      add: (score) => {
        if (!kept.some(({ id }) => id === score.id)) kept.push(score);
        return Promise.resolve();
      },
    },
    sealedPeriods: { get: (id) => Promise.resolve(sealed.includes(id) ? { id, at: at('2026-07-05 09:00'), mechanism: { id: 'm', version: 1 }, content: '', hash: '' } : undefined) },
    sealer: { seal: (person, words) => Promise.resolve(`${person}|${words}`) },
    directory: () => directory,
    mechanism,
    calendar,
    now: () => at('2026-07-06 10:00'),
  });
  const outcome = async (giver: ScoreGiver, input: Partial<ScoreInput>, cause = 'm1') => {
    const given = await give(giver, { about: '2026-07', relation: '组织', marks: [80], reason: '走访', ...input }, cause);
    return given.ok ? given.value : given.refusal;
  };
  return { kept, outcome };
}

function by(person: string): ScoreGiver {
  const { id, roles = [], unit } = directory.person(person) ?? { id: person };
  return { actor: actorOf(directory, { id, name: '', roles, unit, grids: [], language: 'zh-CN', noticed: true, erased: false, accounts: [] }) };
}

const ADMIN: ScoreGiver = { admin: true };

describe('a score', () => {
  it('is kept for whom, by whom and why, the words sealed by whoever gave it', async () => {
    const { outcome, kept } = office();
    await outcome(by('p-district'), { rated: '城管局' });
    expect(kept).to.have.length(1);
    expect(kept[0]).to.deep.include({ relation: 'above', about: '2026-07', unit: 'bureau', by: 'p-district', rater: 'district', marks: { score: 80 }, reason: 'p-district|走访' });
  });

  it('is one when the same message comes twice', async () => {
    const { outcome, kept } = office();
    await outcome(by('p-district'), { rated: '城管局' });
    await outcome(by('p-district'), { rated: '城管局' });
    expect(kept).to.have.length(1);
  });

  it('is given by whoever the relation says, for whoever it says', async () => {
    const { outcome } = office();
    expect(await outcome(by('p-street'), { rated: '城管局' })).to.equal('not-yours-to-rate');
    expect(await outcome(by('p-district'), { rated: '银杏里社区' })).to.equal('not-yours-to-rate');
    expect(await outcome(by('p-bureau'), { relation: '自评', rated: '枫荷街道' })).to.equal('not-yours-to-rate');
    expect(await outcome(by('p-bureau'), { relation: '自评' })).to.deep.include({ unit: 'bureau', rater: 'bureau' });
    expect(await outcome(by('p-district'), { rated: '没有的局' })).to.equal('no-such-rated');
  });

  it('is for a period that began and is not closed', async () => {
    const { outcome } = office(['2026-06']);
    expect(await outcome(by('p-district'), { rated: '城管局', about: '2026-06' })).to.equal('period-closed');
    expect(await outcome(by('p-district'), { rated: '城管局', about: '2026-08' })).to.equal('period-not-begun');
    expect(await outcome(by('p-district'), { rated: '城管局', about: '2026-13' })).to.equal('no-such-period');
    expect(await outcome(by('p-street'), { relation: '日常', rated: '于航', about: '2026-06-30' })).to.equal('period-closed');
    expect(await outcome(by('p-street'), { relation: '日常', rated: '于航', about: '2026-02-30' })).to.equal('no-such-period');
  });

  it('has as many marks as there are dimensions, or one for all, within the scale, and a reason', async () => {
    const { outcome } = office();
    const daily = { relation: '日常', rated: '于航', about: '2026-07-06' };
    expect(await outcome(by('p-street'), { ...daily, marks: [4, 5] })).to.deep.include({ marks: { presence: 4, work: 5 } });
    expect(await outcome(by('p-street'), { ...daily, marks: [3] }, 'm2')).to.deep.include({ marks: { presence: 3, work: 3 } });
    for (const marks of [[1, 2, 3], [6], [-1], [], [NaN]]) expect(await outcome(by('p-street'), { ...daily, marks }, 'm3'), String(marks)).to.equal('wrong-score');
    expect(await outcome(by('p-street'), { ...daily, marks: [4], reason: ' ' }, 'm4')).to.equal('reason-missing');
  });

  it('of a person who was sent counts for the unit that sent them, by the street they are in', async () => {
    const { outcome } = office();
    const daily = { relation: '日常', rated: '于航', about: '2026-07-06', marks: [4] };
    expect(await outcome(by('p-street'), daily)).to.deep.include({ unit: 'bureau', person: 'p-officer', rater: 'street' });
    expect(await outcome(by('p-street-2'), daily)).to.equal('no-such-rated');
    expect(await outcome(by('p-secretary'), daily)).to.equal('no-such-rated');
    expect(await outcome(ADMIN, daily)).to.deep.include({ unit: 'bureau', person: 'p-officer', rater: 'street' });
  });

  it('can be handed in by the administrator for the unit named, under the same rules', async () => {
    const { outcome } = office();
    expect(await outcome(ADMIN, { rated: '城管局' })).to.deep.include({ by: 'admin', rater: 'district' });
    expect(await outcome(ADMIN, { rated: '城管局', rater: 'street' })).to.equal('not-yours-to-rate');
    expect(await outcome(ADMIN, { rated: 'bureau', relation: '夸奖' })).to.equal('no-such-rating');
  });
});
