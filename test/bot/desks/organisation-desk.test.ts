import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { openOrganisationDesk } from '../../../bot/desks/organisation-desk.ts';
import type { MessengerApi } from '../../../bot/tencent/api.ts';
import { createSpeak } from '../../../locales/speak.ts';
import { openStores } from '../../../models/open-stores.ts';
import { readDirectory } from '../../support/demo-directory.ts';
import { at } from '../../support/local-time.ts';

describe('the desk of a messenger’s organisation', () => {
  const now = () => at('2026-07-06 10:00');

  it('makes one group of a grid, however often that is asked at once', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'organisation-'));
    const stores = await openStores({ dataDir: folder, dataKey: randomBytes(32), now });
    const directory = await readDirectory();
    for (const { id } of directory.peopleOf('u-yxl')) await stores.people.save({ id, name: '', roles: ['clerk'], grids: [], language: 'zh-CN', noticed: true, erased: false, accounts: [{ channel: 'wecom', account: id }] });
    const made: object[] = [];
    const api: MessengerApi = {
      post: (_path, body, shape) => Promise.resolve(shape.parse({ chatid: `chat-${made.push(body)}` })),
      get: (_path, _query, shape) => Promise.resolve(shape.parse({ department: [], userlist: [] })),
      file: () => Promise.reject(new Error('There is no file')),
      signIn: () => Promise.resolve(),
    };
    const desk = await openOrganisationDesk({ ...stores, settings: stores.keptSettings, api, directory: () => directory, speak: createSpeak(), now });

    const answers = await Promise.all([1, 2].map(() => desk.group('g-yxl-1', 'admin', 'zh-CN')));
    expect(answers.map((one) => (one.ok ? 'made' : one.refusal))).to.deep.equal(['made', 'group-made']);
    expect(made).to.have.length(1);
    await stores.close();
    await rm(folder, { recursive: true });
  });
});
