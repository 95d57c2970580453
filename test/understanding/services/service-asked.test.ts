import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { z } from 'zod';
import { readDirectoryFiles } from '../../../bot/district/directory-files.ts';
import { districtFile, readClassNames } from '../../../bot/district/district-files.ts';
import { createEngine } from '../../../understanding/load.ts';
import { createAskService } from '../../../understanding/services/service-asked.ts';
import { createServiceFinder } from '../../../understanding/services/service-finder.ts';

const Line = z.strictObject({ id: z.string(), held: z.boolean(), text: z.string(), service: z.string().nullable() });
const lines = readFileSync(join(import.meta.dirname, 'service-set.jsonl'), 'utf8').trim().split('\n').map((line) => Line.parse(JSON.parse(line)));

describe('a question about a service', () => {
  let ask: (text: string) => ReturnType<ReturnType<typeof createAskService>>;
  before(async () => {
    const read = await readDirectoryFiles(districtFile('demo'), readClassNames().listed);
    if (!read.ok) throw new Error(JSON.stringify(read.faults));
    const asked = createAskService(createServiceFinder(read.data.services.map(({ id, name, otherNames }) => ({ id, names: [name, ...otherNames] }))));
    const understand = createEngine();
    ask = (text) => {
      const { intent, matters: [first] } = understand(text, { now: new Date(0) });
      return asked(text, intent, first.urgency === 'danger');
    };
  });

  const held = lines.filter((line) => line.held);
  const about = held.filter(({ service }) => service !== null);
  const others = held.filter(({ service }) => service === null);

  it('is measured on enough of them', () => expect([lines.length, about.length, others.length].map((count, nth) => count >= [120, 60, 15][nth]!)).to.deep.equal([true, true, true]));

  it('finds the service at once nearly always, and nearly never another', () => {
    const found = about.map(({ text, service }) => ({ text, service, asked: ask(text) }));
    const right = found.filter(({ asked, service }) => asked.kind === 'found' && asked.id === service);
    const among = found.filter(({ asked, service }) => asked.kind === 'unsure' && asked.ids.includes(service ?? ''));
    const wrong = found.filter(({ asked, service }) => asked.kind === 'found' && asked.id !== service);
    expect(right.length / about.length).to.be.at.least(0.85);
    expect((right.length + among.length) / about.length).to.be.at.least(0.94);
    expect(wrong.map(({ text }) => text)).to.deep.equal([]);
  });

  it('is not seen in what asks about something else', () => {
    expect(others.filter(({ text }) => ask(text).kind === 'found').map(({ text }) => text)).to.deep.equal([]);
    expect(others.filter(({ text }) => ask(text).kind === 'unsure').length).to.be.at.most(2);
  });

  it('is never seen in anger, in danger or in a long letter, whatever it names', () => {
    for (const text of ['居住证办了三个月还没下来，到底管不管', '办营业执照的窗口态度恶劣，跑了五趟', '我妈叫不醒了，老年卡在哪里', `居住证怎么办，${'事情是这样的，'.repeat(12)}`]) {
      expect(ask(text), text).to.deep.equal({ kind: 'none' });
    }
  });

  it('is not seen in what is wrong, whatever it names besides', () => {
    for (const text of ['孩子上学的路上没有斑马线', '孩子上学路上没有斑马线，很危险', '社保卡窗口前面的地砖松了']) expect(ask(text), text).to.deep.equal({ kind: 'none' });
    for (const text of ['孩子上学', '您好，老年卡']) expect(ask(text).kind, text).to.equal('found');
  });

  it('is not seen in the number of somebody\'s papers beside a matter', () => {
    expect(ask('我叫张建国，身份证110101199003077758，楼上那家太吵，怎么投诉')).to.deep.equal({ kind: 'none' });
  });

  it('offers a few when several are meant', () => {
    const asked = ask('居住证快到期了怎么续');
    expect(asked).to.have.property('ids').that.includes.members(['s-jzz', 's-jzzqz']);
  });
});
