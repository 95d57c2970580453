import { appendFile, mkdtemp, readFile, rm, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';
import { openFileLog } from '../../../bot/sandbox/file-log.ts';
import type { NewEntry, SandboxLog } from '../../../bot/sandbox/log.ts';
import { memorySandboxLog } from '../../support/memory-sandbox-log.ts';

const at = new Date('2025-03-03T09:00:00.000Z');
const words = (text: string, over: Partial<NewEntry> = {}): NewEntry => ({ chat: { person: 'lan' }, from: 'lan', kind: 'text', text, at, ...over });

describe("the sandbox's log", () => {
  let folder: string;
  const file = () => join(folder, 'sandbox', 'log.jsonl');

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'log-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const logs: [string, () => Promise<SandboxLog>][] = [
    ['the log in memory', () => Promise.resolve(memorySandboxLog())],
    ['the log on disk', () => openFileLog(file())],
  ];

  for (const [name, open] of logs) {
    describe(name, () => {
      let log: SandboxLog;
      beforeEach(async () => {
        log = await open();
      });
      afterEach(() => log.close());

      it('numbers messages upwards over all chats, and gives back one chat oldest first', async () => {
        await Promise.all(['一', '二', '三'].map((text, i) => log.append(words(text, { chat: i === 1 ? { room: 'lan' } : { person: 'lan' } }))));
        const mine = await log.since({ person: 'lan' }, 0, 10);
        expect(mine.map(({ text }) => text)).to.deep.equal(['一', '三']);
        expect((await log.since({ room: 'lan' }, 0, 10)).map(({ seq }) => seq)).to.deep.equal([2]);
      });

      it('gives only what came after, and no more than asked', async () => {
        for (const text of 'abcdef') await log.append(words(text));
        const some = await log.since({ person: 'lan' }, 2, 3);
        expect(some.map(({ text }) => text)).to.deep.equal(['c', 'd', 'e']);
      });

      it('keeps a letter said twice once, even when both come at the same moment', async () => {
        const [one, two] = await Promise.all([log.append(words('好', { key: 'k' })), log.append(words('好', { key: 'k' }))]);
        const three = await log.append(words('好', { key: 'k' }));
        expect([one.id, two.id, three.id]).to.deep.equal([one.id, one.id, one.id]);
        expect(await log.since({ person: 'lan' }, 0, 10)).to.have.length(1);
        expect((await log.byKey('k'))?.id).to.equal(one.id);
        expect(await log.byKey('other')).to.equal(undefined);
      });

      it('finds a message by its id, whole', async () => {
        const said = words('', { kind: 'image', media: { id: 'm.png', name: 'm.png' }, quote: { id: 'x', from: 'bot', text: '在' }, mentions: ['bot'] });
        const kept = await log.append(said);
        expect(await log.byId(kept.id)).to.deep.equal({ ...said, id: kept.id, seq: kept.seq });
        expect(await log.byId('nobody')).to.equal(undefined);
      });

      it('tells what people said last, leaving the bot out', async () => {
        for (const [i, from] of ['lan', 'bot', 'lan', 'bot', 'lan'].entries()) await log.append(words(String(i), { from }));
        expect((await log.last(2, 'bot')).map(({ text }) => text)).to.deep.equal(['2', '4']);
      });
    });
  }

  describe('the log on disk, opened again', () => {
    it('has everything it had, and goes on counting', async () => {
      const before = await openFileLog(file());
      await Promise.all(Array.from({ length: 3000 }, (_, i) => before.append(words(`第${i}句`, { key: `k${i}` }))));
      await before.close();

      const after = await openFileLog(file());
      const all = await after.since({ person: 'lan' }, 0, 5000);
      expect(all.map(({ text }) => text)).to.deep.equal(Array.from({ length: 3000 }, (_, i) => `第${i}句`));
      expect((await after.append(words('又'))).seq).to.equal(3001);
      expect((await after.append(words('第7句', { key: 'k7' }))).seq).to.equal(8);
      await after.close();
    });

    it('drops a half-written last message wherever the writing stopped, and loses nothing before it', async () => {
      const log = await openFileLog(file());
      for (const text of ['一', '二', '三']) await log.append(words(text));
      await log.close();
      const whole = await readFile(file());
      const lastLine = whole.lastIndexOf(10, whole.length - 2) + 1;

      await fc.assert(
        fc.asyncProperty(fc.integer({ min: lastLine, max: whole.length - 1 }), async (cut) => {
          await truncate(file(), 0);
          await appendFile(file(), whole.subarray(0, cut));
          const again = await openFileLog(file());
          await again.append(words('四'));
          const texts = (await again.since({ person: 'lan' }, 0, 10)).map(({ text }) => text);
          await again.close();
          const reread = await openFileLog(file());
          const later = (await reread.since({ person: 'lan' }, 0, 10)).map(({ text }) => text);
          await reread.close();
          expect([texts, later]).to.deep.equal([['一', '二', '四'], ['一', '二', '四']]);
        }),
        { numRuns: 40 },
      );
    });

    it('never gives an id again when its folder was begun anew', async () => {
      const first = await openFileLog(file());
      const { id } = await first.append(words('一'));
      await first.close();
      await rm(file());
      const second = await openFileLog(file());
      expect((await second.append(words('一'))).id).not.to.equal(id);
      await second.close();
    });

    it('refuses to open when something in its middle was damaged', async () => {
      const log = await openFileLog(file());
      for (const text of ['一', '二']) await log.append(words(text));
      await log.close();
      const damaged = (await readFile(file(), 'utf8')).replace('"seq":1', '"seq":x');
      await truncate(file(), 0);
      await appendFile(file(), damaged);
      const failure = await openFileLog(file()).catch((error: unknown) => error);
      expect(failure).to.be.instanceOf(Error).with.property('message', `${file()} is damaged`);
    });
  });
});
