import { expect } from 'chai';
import { z } from 'zod';
import { districtFile, readMechanism } from '../../../bot/district/district-files.ts';
import type { Directory } from '../../../domain/directory/directory.ts';
import { actorOf } from '../../../handlers/acting/actor.ts';
import { helpFitting } from '../../../handlers/chat/help.ts';
import type { Utterance } from '../../../handlers/chat/utterance.ts';
import { isTextKey, zhCN } from '../../../locales/text.ts';
import { readDirectory } from '../../support/demo-directory.ts';
import { at } from '../../support/local-time.ts';

/** Who is told of which words, beside those that everybody of a sort is told of. */
const WHO: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  shunyi: {
    'p-feng-3': ['as-proposed', 'warning', 'assessment'],
    'p-sw-2': ['assessment', 'score'],
    'p-yxl1-1': [],
  },
  guandu: {
    'p-yxl1-1': ['resident'],
    'p-yxl1-w': ['as-proposed', 'call-people', 'deliberation', 'needs'],
    'p-feng-1': ['as-proposed', 'call-people', 'deliberation', 'needs', 'projects', 'lists', 'assessment'],
    'p-she-1': ['resources', 'needs', 'projects', 'taking-on'],
    'p-yxl-wy-1': ['deliberation', 'resources', 'needs', 'projects'],
  },
  wuchang: {
    'p-yxl1-1': ['who-serves', 'on-behalf'],
    'p-yxl1-w': ['collect', 'who-serves'],
    'p-feng-3': ['as-proposed', 'warning', 'assessment'],
    'p-sw-1': [],
  },
  chaoyang: {
    'p-feng-3': ['as-proposed', 'warning', 'assessment', 'score'],
    'p-sw-1': [],
  },
  panlong: {
    'p-yxl1-1': ['who-serves', 'on-behalf'],
    'p-feng-3': ['as-proposed', 'warning', 'assessment'],
    'p-feng-2': ['as-proposed', 'override', 'assessment'],
    'p-yxl-1': ['as-proposed', 'call-people', 'assessment'],
  },
};

describe('help', () => {
  let directory: Directory;
  before(async () => (directory = await readDirectory()));

  const linesFor = async (district: string, id: string, text = '帮助'): Promise<readonly string[]> => {
    const mechanism = readMechanism(districtFile(`${district}.yaml`));
    const person: Utterance['person'] = { id, name: '', roles: directory.person(id)?.roles ?? [], grids: [], language: 'zh-CN', noticed: true, erased: false, accounts: [] };
    const utterance: Utterance = { id: 'm1', text, person, actor: actorOf(directory, person), at: at('2026-07-06 10:00'), kinds: ['text'], media: [], mentionsBot: false, again: false };
    const replies = await helpFitting({ mechanism, directory: () => directory }, () => Promise.resolve([{ key: 'chat.help-unit' }]))(utterance);
    const [more, ...others] = replies === 'pass' ? [] : replies.slice(1);
    expect(others).to.deep.equal([]);
    return z.array(z.object({ key: z.string() })).parse(more?.params?.['lines'] ?? []).map(({ key }) => key);
  };
  const named = (keys: readonly string[]) => keys.map((key) => key.replace(/^(?:side\.)?help[.-]/, ''));

  for (const [district, people] of Object.entries(WHO)) {
    for (const [id, words] of Object.entries(people)) {
      it(`tells ${id} in ${district} of what may be written there, and of nothing else`, async () => {
        expect(named(await linesFor(district, id))).to.have.members([...words]);
      });
    }
  }

  it('stays short enough for a telephone', async () => {
    for (const [district, people] of Object.entries(WHO)) {
      for (const id of Object.keys(people)) {
        const lines = (await linesFor(district, id)).map((key) => (isTextKey(key) ? zhCN[key] : ''));
        expect(lines.length, `${district} ${id}`).to.be.at.most(9);
        for (const line of lines) expect(line.length, line).to.be.at.most(60);
      }
    }
  });

  it('adds nothing to what is said to other words', async () => {
    expect(await linesFor('guandu', 'p-feng-1', '隐私')).to.deep.equal([]);
  });
});
