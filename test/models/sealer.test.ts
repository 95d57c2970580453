import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';
import type { Sealer } from '../../handlers/ports/sealer.ts';
import { connectStore, type Store } from '../../models/connect.ts';
import { createSealer, PersonErased, WrongDataKey } from '../../models/sealer.ts';
import { onEachStore, temporaryFolder } from './support/stores.ts';

const dataKey = Buffer.alloc(32, 1);
const GONE = '[erased]';

async function failure(work: Promise<unknown>): Promise<unknown> {
  return await work.then(() => undefined, (error: unknown) => error);
}

describe('a sealer', () => {
  onEachStore((store) => {
    let clock: Date;
    let sealer: Sealer;
    const another = (key = dataKey): Sealer => createSealer({ store: store(), dataKey: key, now: () => clock });
    beforeEach(async () => {
      clock = new Date('2026-03-02T09:00:00+08:00');
      sealer = another();
      await store().connection.collection('keys').deleteMany({});
    });

    it('opens what it sealed, whatever it was', async () => {
      await fc.assert(fc.asyncProperty(fc.string({ unit: 'binary' }), fc.string({ minLength: 1 }), async (text, person) => {
        const sealed = await sealer.seal(person, text);
        expect(sealed).to.match(/^~s1(?:\.[\w-]*){4}~$/);
        expect(await sealer.open(sealed)).to.equal(text);
      }), { numRuns: 30 });
    });

    it('seals the same words differently each time, and shows none of them', async () => {
      const [one, other] = [await sealer.seal('p1', 'Lamp out'), await sealer.seal('p1', 'Lamp out')];
      expect(one).to.not.equal(other);
      expect(one).to.not.include('Lamp');
    });

    it('lets another process open it', async () => {
      expect(await another().open(await sealer.seal('p1', 'Lamp out'))).to.equal('Lamp out');
    });

    it('makes one key only when two processes need it at once', async () => {
      const sealed = await Promise.all([sealer, another(), another()].map((each) => each.seal('p1', 'x')));
      expect(await Promise.all(sealed.map((token) => another().open(token)))).to.deep.equal(['x', 'x', 'x']);
    });

    it('opens tokens anywhere in a value, also inside longer texts', async () => {
      const [name, words] = [await sealer.seal('p1', 'Wang'), await sealer.seal('p2', 'Lamp out')];
      const at = new Date(0);
      const opened = await sealer.openAll({ text: `${name} says: ${words}.`, list: [words, 3, null, { at }], plain: 'as it is' }, GONE);
      expect(opened).to.deep.equal({ text: 'Wang says: Lamp out.', list: ['Lamp out', 3, null, { at }], plain: 'as it is' });
    });

    it('seals what is not sealed yet of a text, and leaves what is', async () => {
      const words = await sealer.seal('p2', 'Lamp out');
      const sealed = await sealer.sealRest('p1', `There is no “visa for Wang”. ${words}`);
      expect(sealed).to.include(words).and.not.include('Wang').and.not.include('There is');
      expect(await sealer.openAll(sealed, GONE)).to.equal('There is no “visa for Wang”. Lamp out');
      expect(await sealer.sealRest('p1', words)).to.equal(words);
      expect(await sealer.sealRest('p1', '')).to.equal('');
      await sealer.erase('p1');
      expect(await sealer.openAll(sealed, GONE)).to.equal(`${GONE}Lamp out`);
    });

    it('opens nothing of an erased person, and all of the others', async () => {
      const [one, other] = [await sealer.seal('p1', 'Wang'), await sealer.seal('p2', 'Li')];
      await sealer.erase('p1');
      expect(await sealer.open(one)).to.equal(undefined);
      expect(await sealer.openAll(`${one} and ${other}`, GONE)).to.equal(`${GONE} and Li`);
    });

    it('seals for the first who is not erased', async () => {
      await sealer.erase('p1');
      const sealed = await sealer.sealFor(['p1', 'p2'], 'Li');
      await sealer.erase('p2');
      expect(await sealer.open(sealed)).to.equal(undefined);
      expect(await failure(sealer.sealFor(['p1', 'p2'], 'again'))).to.be.instanceOf(PersonErased);
    });

    it('never makes a new key for an erased person', async () => {
      await sealer.erase('p1');
      expect(await failure(sealer.seal('p1', 'again'))).to.be.instanceOf(PersonErased);
      expect(await failure(another().seal('p1', 'again'))).to.be.instanceOf(PersonErased);
    });

    it('forgets within a minute what another process erased', async () => {
      const sealed = await sealer.seal('p1', 'Wang');
      await another().erase('p1');
      clock = new Date(clock.getTime() + 60_000);
      expect(await sealer.open(sealed)).to.equal(undefined);
    });

    it('remembers no more keys than it should, and still opens all', async () => {
      const forgetful = createSealer({ store: store(), dataKey, now: () => clock, remember: 1 });
      const sealed = [await forgetful.seal('p1', 'one'), await forgetful.seal('p2', 'two')];
      expect(await forgetful.openAll(sealed, GONE)).to.deep.equal(['one', 'two']);
    });

    it('leaves alone what only looks sealed, or was moved to another person', async () => {
      const sealed = await sealer.seal('p1', 'Wang');
      await sealer.seal('p2', 'Li');
      const moved = sealed.replace(/^~s1\.[^.]+/, `~s1.${Buffer.from('p2').toString('base64url')}`);
      expect(await sealer.open(moved)).to.equal(undefined);
      expect(await sealer.openAll(`${moved} ~s1.x~`, GONE)).to.equal(`${moved} ~s1.x~`);
    });

    it('does not take a wrong data key for an erasure', async () => {
      const sealed = await sealer.seal('p1', 'Wang');
      expect(await failure(another(Buffer.alloc(32, 2)).open(sealed))).to.be.instanceOf(WrongDataKey);
    });
  });

  it('leaves no trace of an erased key in the embedded file', async () => {
    const { folder, remove } = await temporaryFolder();
    const store: Store = await connectStore({ dataDir: folder });
    try {
      const sealer = createSealer({ store, dataKey, now: () => new Date(0) });
      await sealer.seal('p1', 'Wang');
      const kept = async (): Promise<string> => await readFile(join(folder, 'keys.db'), 'utf8');
      const [, wrapped = ''] = /"wrapped":"([^"]+)"/.exec(await kept()) ?? [];
      expect(wrapped).to.not.equal('');
      await sealer.erase('p1');
      expect(await kept()).to.not.include(wrapped);
    } finally {
      await store.close();
      await remove();
    }
  });
});
