import { expect } from 'chai';
import type { Received } from '../../handlers/ports/inbox.ts';
import { openStores, type OpenStores } from '../../models/open-stores.ts';
import { at } from '../support/local-time.ts';
import { morning, onKeptStores } from './support/kept.ts';
import { temporaryFolder } from './support/stores.ts';

type Message = Omit<Received, 'seq' | 'again'>;

const message = (id: string, over: Partial<Message> = {}): Message => ({
  id: `sandbox:${id}`, channel: 'sandbox', person: 'wang', kind: 'text', words: '路灯不亮', media: [], mentionsBot: false, at: morning, ...over,
});

describe('the inbox', () => {
  onKeptStores((start, store) => {
    let inbox: OpenStores['inbox'];
    beforeEach(() => { inbox = start().stores.inbox; });
    const unhandled = async (): Promise<string[]> => (await inbox.unhandled(10)).map(({ id }) => id);

    it('keeps a message as it came until it is handled', async () => {
      const whole = message('m1', { room: 'r1', kind: 'image', media: ['pic'], quote: { words: '井盖坏了', person: 'li' }, location: '湖边' });
      const accepted = await inbox.accept(whole);
      expect(accepted).to.deep.include({ ...whole, again: false });
      expect(await inbox.unhandled(10)).to.deep.equal([accepted]);
    });

    it('takes a message once, before and after it is handled, and when it comes twice at once', async () => {
      const both = await Promise.all([inbox.accept(message('m1')), start().stores.inbox.accept(message('m1'))]);
      expect(both.filter((one) => one !== undefined)).to.have.length(1);
      await inbox.handled(['sandbox:m1'], morning);
      expect(await inbox.accept(message('m1'))).to.equal(undefined);
      expect(await unhandled()).to.deep.equal([]);
    });

    it('gives what is unhandled in the order it came, so many at a time', async () => {
      for (const id of ['m3', 'm1', 'm2']) await inbox.accept(message(id));
      await inbox.handled(['sandbox:m1'], morning);
      expect(await unhandled()).to.deep.equal(['sandbox:m3', 'sandbox:m2']);
      expect(await inbox.unhandled(1)).to.have.length(1);
    });

    it('says which ones another process began', async () => {
      await inbox.accept(message('m1'));
      const next = start().stores.inbox;
      await next.accept(message('m2'));
      expect((await next.unhandled(10)).map(({ again }) => again)).to.deep.equal([true, false]);
    });

    it('keeps nothing but the id of what is handled', async () => {
      await inbox.accept(message('m1', { quote: { words: '井盖坏了' }, location: '湖边' }));
      await inbox.handled(['sandbox:m1'], morning);
      const rows = await store().connection.collection('inbox').find({}).toArray();
      expect(rows.map((row) => Object.keys(row).toSorted())).to.deep.equal([['_id', 'handledAt', 'seq']]);
    });

    it('forgets the words of a person, also where others quote them', async () => {
      await inbox.accept(message('m1', { media: ['pic'] }));
      await inbox.accept(message('m2', { person: 'li', words: '我家也是', quote: { words: '路灯不亮', person: 'wang' } }));
      await inbox.forget('wang');
      const [own, quoting] = await inbox.unhandled(10);
      expect(own).to.include({ words: '' }).and.deep.include({ media: [] });
      expect(quoting).to.include({ words: '我家也是' }).and.not.have.property('quote');
    });

    it('drops what was handled long ago', async () => {
      for (const id of ['m1', 'm2', 'm3']) await inbox.accept(message(id));
      await inbox.handled(['sandbox:m1'], at('2026-06-01 10:00'));
      await inbox.handled(['sandbox:m2'], at('2026-07-01 10:00'));
      expect(await inbox.purge(at('2026-06-15 00:00'))).to.equal(1);
      expect(await inbox.accept(message('m1'))).to.include({ id: 'sandbox:m1' });
      expect(await inbox.accept(message('m2'))).to.equal(undefined);
      expect(await unhandled()).to.deep.equal(['sandbox:m3', 'sandbox:m1']);
    });
  });

  it('goes on with later numbers after a restart, and knows what it had begun', async () => {
    const { folder: dataDir, remove } = await temporaryFolder();
    const open = () => openStores({ dataDir, dataKey: Buffer.alloc(32, 1), now: () => morning });
    const first = await open();
    const before = await first.inbox.accept(message('m1'));
    await first.close();
    const second = await open();
    const after = await second.inbox.accept(message('m2'));
    expect(after?.seq).to.be.greaterThan(before?.seq ?? Infinity);
    expect((await second.inbox.unhandled(10)).map(({ id, again }) => [id, again])).to.deep.equal([['sandbox:m1', true], ['sandbox:m2', false]]);
    await second.close();
    await remove();
  });
});
