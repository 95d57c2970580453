import { expect } from 'chai';
import { createDirectory } from '../../../domain/directory/directory.ts';
import { ERASE, finishErasure, oweErasure, type Erasing } from '../../../handlers/accounts/erasure.ts';
import { createExecute } from '../../../handlers/execute.ts';
import { createSpeak } from '../../../locales/speak.ts';
import type { OpenStores } from '../../../models/open-stores.ts';
import { failure, morning, onKeptStores, opening, written } from '../../models/support/kept.ts';
import { noMeter } from '../../support/no-meter.ts';
import { wuchang } from '../../support/rules.ts';
import { smallDirectory } from '../../support/small-directory.ts';

const died = () => Promise.reject(new Error('The program ends here'));
const account = { channel: 'app', account: 'a-wang' };

describe('somebody who is erased', () => {
  onKeptStores((start) => {
    let stores: OpenStores;
    let removed: string[];
    beforeEach(async () => {
      stores = start().stores;
      removed = [];
      await stores.people.save({ id: 'wang', name: '', roles: ['resident'], grids: [], language: 'en', noticed: true, erased: false, accounts: [account] });
    });

    const erasing = (over: Partial<Erasing> = {}): Erasing => {
      const { mechanism, calendar } = wuchang;
      const lettering = () => ({ directory: createDirectory(smallDirectory()), mechanism, calendar, speak: createSpeak(), language: 'zh-CN' as const, categoryName: (id: string) => id, people: stores.people });
      const { execute } = createExecute({ ...stores, now: () => morning, calendar, mechanism, mechanismOf: () => mechanism, lettering, changed: () => undefined, meter: noMeter });
      return { ...stores, media: { remove: (file) => Promise.resolve(void removed.push(file)) }, execute, speak: createSpeak(), now: () => morning, ...over };
    };
    const due = async () => (await stores.outbox.due(morning, 100)).map(({ to, key, text }) => ({ to, key, text }));
    /** What the next process does with what is owed. */
    const doTasks = async () => {
      for (const { to, key, text } of await due()) if ('task' in to) {
        expect(to.task).to.equal(ERASE);
        await finishErasure(erasing(), text, key);
        await stores.outbox.sent([key], morning);
      }
    };

    const ends: Readonly<Record<string, Partial<Erasing>>> = {
      'before anything is done': { people: { erase: died } },
      'before what is open is taken back': { execute: died },
      'before the files are gone': { media: { remove: died } },
      'before the key is destroyed': { sealer: { erase: died } },
      'before the answer is owed': { outbox: { put: died } },
    };
    for (const [when, over] of Object.entries(ends)) {
      it(`is gone all the same when the program ends ${when}, and is told so once`, async () => {
        const words = await stores.sealer.seal('wang', '四号楼漏水');
        await written(stores, opening({ person: 'wang', words, media: ['m1'] }));
        await oweErasure(erasing(), (await stores.people.get('wang'))!, ['m2']);
        const [owed] = await due();
        await failure(finishErasure(erasing(over), owed?.text ?? '', owed?.key ?? ''));
        await doTasks();
        await doTasks();
        expect(await stores.people.get('wang')).to.deep.include({ erased: true, accounts: [] });
        expect(await stores.sealer.open(words)).to.equal(undefined);
        expect((await stores.demands.load('D1'))?.state.phase.status).to.equal('withdrawn');
        expect(new Set(removed)).to.deep.equal(new Set(['m1', 'm2']));
        expect((await due()).filter(({ to }) => 'account' in to)).to.deep.equal([{ to: { account }, key: 'erased:wang', text: createSpeak()('en', 'chat.erased') }]);
      });
    }
  });
});
