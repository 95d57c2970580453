import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { z } from 'zod';
import { aPlay } from '../support/play.ts';

const run = (...args: string[]) => new Promise<void>((resolve, reject) => void execFile(process.execPath, args, (error) => (error === null ? resolve() : reject(new Error('The training failed', { cause: error })))));
const Line = z.object({ id: z.string(), about: z.enum(['class', 'place']), text: z.string(), class: z.string().nullable(), place: z.object({ id: z.string().optional(), name: z.string() }).nullable(), was: z.string(), by: z.enum(['reporter', 'staff']) });

describe('人改过的类别和地点', () => {
  const play = aPlay();
  const wang = play.person('p-yxl1-1');
  const worker = play.person('p-yxl1-w');

  const lines = async () => {
    const { url, adminToken } = play.product();
    const answer = await fetch(`${url}/api/labelled-cases`, { headers: { authorization: `Bearer ${adminToken}` } });
    expect(answer.status).to.equal(200);
    const text = await answer.text();
    return { text, cases: text.split('\n').filter((line) => line !== '').map((line) => Line.parse(JSON.parse(line))) };
  };

  it('留作学习用的例子，不带电话、姓名和编号', async () => {
    await wang.says('我叫王兰，电话13800001111，银杏花园2号楼单元门锁不上，陌生人随便进');
    const no = wang.no();
    await worker.says(`类别 ${no} 社会治安`);
    await wang.says('2 在4号楼');
    const { text, cases } = await lines();
    expect(cases.map(({ about, class: category, place, was, by }) => ({ about, category, place: place?.name ?? null, was, by }))).to.have.deep.members([
      { about: 'class', category: 'public-order', place: null, was: 'property-management', by: 'staff' },
      { about: 'place', category: null, place: '银杏花园4号楼', was: 'property-management', by: 'reporter' },
    ]);
    for (const personal of ['13800001111', '王兰', no, wang.id]) expect(text).to.not.include(personal);
    expect(cases[0]?.text).to.include('陌生人随便进');
  });

  it('可以拿来训练，同样的例子得出同样的结果', async function () {
    this.timeout(300_000);
    const folder = await mkdtemp(join(tmpdir(), 'train-'));
    try {
      await writeFile(join(folder, 'cases.jsonl'), (await lines()).text);
      const trained = async () => {
        await run('--import', 'tsx', 'scripts/train.ts', '--utterances', join(folder, 'cases.jsonl'), '--out', folder);
        return readFile(join(folder, 'classes.bin'));
      };
      const once = await trained();
      expect(once.equals(await trained())).to.equal(true);
      expect(once.byteLength).to.be.within(1, 1_000_000);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('本人删除信息后，例子也没有了', async () => {
    await wang.says('删除我的信息');
    await wang.says('确认删除');
    expect((await lines()).cases).to.deep.equal([]);
  });
});
