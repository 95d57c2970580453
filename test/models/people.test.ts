import { expect } from 'chai';
import type { Account, Person } from '../../handlers/ports/people.ts';
import type { OpenStores } from '../../models/open-stores.ts';
import { at } from '../support/local-time.ts';
import { morning, onKeptStores, type Process } from './support/kept.ts';

const phone: Account = { channel: 'wechat', account: 'wx-1' };
const tablet: Account = { channel: 'sandbox', account: 'sb-1' };
const person = (id: string, over: Partial<Person> = {}): Person => ({
  id, name: '~sealed~', roles: ['resident'], grids: ['g1'], language: 'zh-CN', noticed: false, erased: false, accounts: [], ...over,
});

describe('the people known', () => {
  onKeptStores((start, store) => {
    let process: Process;
    let people: OpenStores['people'];
    beforeEach(() => {
      process = start();
      people = process.stores.people;
    });
    /** What is there, and not only remembered. */
    const kept = async (id: string): Promise<Person | undefined> => await start().stores.people.get(id);

    it('are found by id and by each account', async () => {
      const wang = person('wang', { accounts: [phone, tablet], phone: '~p~', unit: 'ginkgo', heardAt: morning });
      await people.save(wang);
      expect(await people.get('wang')).to.deep.equal(wang);
      expect(await kept('wang')).to.deep.equal(wang);
      for (const account of [phone, tablet]) expect(await start().stores.people.byAccount(account)).to.deep.equal(wang);
      expect(await people.byAccount({ channel: 'wechat', account: 'sb-1' })).to.equal(undefined);
      expect(await people.get('li')).to.equal(undefined);
    });

    it('lose an account to whoever is saved with it', async () => {
      await people.save(person('wang', { accounts: [phone, tablet] }));
      expect((await people.byAccount(phone))?.id).to.equal('wang');
      await people.save(person('li', { accounts: [phone] }));
      expect((await people.byAccount(phone))?.id).to.equal('li');
      expect((await people.get('wang'))?.accounts).to.deep.equal([tablet]);
      expect((await kept('wang'))?.accounts).to.deep.equal([tablet]);
      expect((await people.byAccount(tablet))?.id).to.equal('wang');
    });

    it('lose an account that they are saved without', async () => {
      await people.save(person('wang', { accounts: [phone] }));
      await people.save(person('wang', { accounts: [] }));
      expect(await people.byAccount(phone)).to.equal(undefined);
    });

    it('never share an account, even when two take it at once', async () => {
      await Promise.all([people.save(person('wang', { accounts: [phone] })), start().stores.people.save(person('li', { accounts: [phone] }))]);
      const owners = [await kept('wang'), await kept('li')].filter((one) => one?.accounts.length === 1);
      expect(owners).to.have.length(1);
    });

    it('can have no account, many of them', async () => {
      await people.saveAll([person('a'), person('b'), person('c', { accounts: [phone] })]);
      await people.saveAll([person('a'), person('b', { name: 'other' }), person('c', { accounts: [phone] })]);
      expect((await kept('b'))?.name).to.equal('other');
      expect((await kept('c'))?.accounts).to.deep.equal([phone]);
    });

    it('change in part, and lose what is taken away', async () => {
      await people.save(person('wang', { phone: '~p~', accounts: [phone] }));
      await people.change('wang', { language: 'en', phone: undefined });
      const changed = person('wang', { language: 'en', accounts: [phone] });
      delete (changed as { phone?: unknown }).phone;
      expect(await people.get('wang')).to.deep.equal(changed);
      expect(await kept('wang')).to.deep.equal(changed);
      await people.change('nobody', { noticed: true });
      expect(await kept('nobody')).to.equal(undefined);
    });

    it('leave only an id when they are erased', async () => {
      await people.save(person('wang', { phone: '~p~', unit: 'ginkgo', accounts: [phone], heardAt: morning }));
      await people.erase('wang');
      expect(await kept('wang')).to.deep.equal(person('wang', { name: '', roles: [], grids: [], erased: true }));
      expect(await people.byAccount(phone)).to.equal(undefined);
      expect(JSON.stringify(await store().connection.collection('people').find({}).toArray())).not.to.contain('wx-1');
    });

    it('are seen as another process changed them, after a few seconds', async function () {
      if (store().kind === 'embedded') this.skip();
      await people.save(person('wang', { accounts: [phone] }));
      await start().stores.people.change('wang', { noticed: true });
      process.moveTo(new Date(morning.getTime() + 5000));
      expect((await people.get('wang'))?.noticed).to.equal(true);
      await start().stores.people.save(person('li', { accounts: [phone] }));
      process.moveTo(at('2026-07-06 11:00'));
      expect((await people.byAccount(phone))?.id).to.equal('li');
    });
  });
});
