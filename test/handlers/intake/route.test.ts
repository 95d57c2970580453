import { expect } from 'chai';
import { createDirectory } from '../../../domain/directory/directory.ts';
import type { Mechanism } from '../../../domain/mechanism/mechanism.ts';
import { deskAbove, routeFor } from '../../../handlers/intake/route.ts';
import { wuchang } from '../../support/rules.ts';
import { smallDirectory } from '../../support/small-directory.ts';

const NAME = { 'zh-CN': '负面清单', en: 'Negative list' };

/** Wuchang's tiers, with a list of what these units need not do. */
const withList = (...classes: string[]): Mechanism => ({ ...wuchang.mechanism, access: [{ name: NAME, classes, list: 'negative' }] });
const notThe = (...units: string[]) => createDirectory(smallDirectory({ dispatch: units.map((unit) => ({ category: 'demolition', unit, role: 'not' as const })) }));

const place = { id: 'garden', grid: 'g1', name: '银杏花园', path: { community: 'ginkgo', street: 'street', district: 'district' } };
const demand = { category: 'demolition', tier: 'community', place };

describe('where a matter goes first', () => {
  it('is past a street that such matters may not be given to', () => {
    const mechanism = withList('street', 'community');
    expect(routeFor(notThe(), mechanism, 'demolition', place).to).to.deep.equal({ tier: 'street', unit: 'street' });
    expect(routeFor(notThe('street@street'), mechanism, 'demolition', place).to).to.deep.equal({ tier: 'district', unit: 'district' });
    expect(routeFor(notThe('street@street'), { ...mechanism, access: undefined }, 'demolition', place).to.unit).to.equal('street');
  });

  it('is somebody all the same when every list keeps it out', () => {
    const directory = notThe('street@street', 'community@community', 'district');
    expect(routeFor(directory, withList('street', 'community', 'district'), 'demolition', place).to.unit).to.equal('street');
  });
});

describe('where a matter goes up to', () => {
  it('is past a street that such matters may not be given to', () => {
    const mechanism = withList('street');
    expect(deskAbove(notThe(), mechanism, demand)).to.deep.equal({ tier: 'street', unit: 'street' });
    expect(deskAbove(notThe('street@street'), mechanism, demand)).to.deep.equal({ tier: 'district', unit: 'district' });
  });

  it('is the next one, for the rules to refuse, when every list keeps it out', () => {
    expect(deskAbove(notThe('street@street', 'district'), withList('street', 'district'), demand)?.unit).to.equal('street');
  });

  it('is nobody where the next tier solves nothing itself', () => {
    expect(deskAbove(notThe(), withList('street'), { ...demand, tier: 'district' })).to.equal(undefined);
  });
});
