import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { z } from 'zod';
import { register } from '../../domain/decide/decide.ts';
import { fold } from '../../domain/evolve.ts';
import { openStores } from '../../models/open-stores.ts';
import { verifyStore } from '../../scripts/verify/verify-store.ts';
import { report, resident } from '../support/builders.ts';
import { wuchang as rules } from '../support/rules.ts';

const AT = new Date('2026-03-02T09:00:00+08:00');
const Line = z.looseObject({ _id: z.string(), timeline: z.array(z.looseObject({ seq: z.number() })) });
type Line = z.infer<typeof Line>;

describe('npm run verify', () => {
  let dataDir: string;

  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'verify-'));
    await keep(dataDir);
  });
  afterEach(() => rm(dataDir, { recursive: true }));

  it('finds nothing wrong with what the program wrote', async () => {
    expect(await said(dataDir)).to.deep.equal(['verify.clean 2 demands 3 entries']);
  });

  it('finds an entry whose words were changed', async () => {
    await tamper(dataDir, (text) => text.replaceAll('"why":"withdrawn"', '"why":"unmerged"'));
    expect(await said(dataDir)).to.include('verify.fault.altered D2 2');
  });

  it('finds an entry that was cut out, even the last', async () => {
    await change(dataDir, 'D2', (line) => ({ ...line, timeline: line.timeline.slice(0, -1) }));
    expect(await said(dataDir)).to.include('verify.fault.dropped D2 2');
  });

  it('finds two entries that changed places', async () => {
    await change(dataDir, 'D2', (line) => ({ ...line, timeline: [...line.timeline].reverse() }));
    expect(await said(dataDir)).to.include('verify.fault.reordered D2 2');
  });

  it('finds a state that does not follow from the timeline', async () => {
    await tamper(dataDir, (text) => text.replace(/("state":\{"id":"D1".*?"urgency":)"routine"/, '$1"danger"'));
    expect(await said(dataDir)).to.include('verify.fault.state D1');
  });

  it('finds a number that leads to two demands', async () => {
    await change(dataDir, 'D2', (line) => line, 'D1');
    expect((await said(dataDir)).join('\n')).to.include('verify.fault.number');
  });

  it('waits for its turn when a running program holds the folder', async () => {
    const stores = await openStores({ dataDir, dataKey: Buffer.alloc(32, 1), now: () => AT });
    const told = await verifyStore({ dataDir });
    await stores.close();
    expect(told).to.deep.equal({ ok: false, lines: [{ key: 'verify.busy', params: { folder: dataDir, pid: process.pid } }] });
  });

  it('says where a file cannot be read, and that an empty folder holds nothing', async () => {
    await writeFile(join(dataDir, 'demands.db'), 'nothing of ours\n');
    expect((await verifyStore({ dataDir })).lines[0]?.key).to.equal('verify.damaged');
    expect((await verifyStore({ dataDir: join(dataDir, 'elsewhere') })).lines[0]?.key).to.equal('verify.nothing');
  });
});

/** Two demands: one just registered, one withdrawn by one of its reporters. */
async function keep(dataDir: string): Promise<void> {
  const stores = await openStores({ dataDir, dataKey: Buffer.alloc(32, 1), now: () => AT });
  for (const id of ['D1', 'D2']) {
    const command = report({ id, origin: `sandbox:${id}` });
    const events = register(rules, command, AT);
    await stores.demands.create({ state: fold(events), events, cause: command.origin, owing: [] });
  }
  const stored = await stores.demands.load('D2');
  if (stored === undefined) throw new Error('D2 is not there');
  const events = [{ type: 'left', at: AT, by: resident().person, data: { no: 'D2', why: 'withdrawn' } } as const];
  await stores.demands.append(stored, { state: fold([...stored.timeline, ...events]), events, cause: 'sandbox:left', owing: [] });
  await stores.close();
}

async function said(dataDir: string): Promise<string[]> {
  const { lines, ok } = await verifyStore({ dataDir });
  expect(ok).to.equal(lines[0]?.key === 'verify.clean');
  return lines.map(({ key, params = {} }) => {
    const told = (name: string) => String(params[name] ?? '');
    return key === 'verify.clean' ? `${key} ${told('demands')} demands ${told('entries')} entries` : `${key} ${told('no')} ${told('seq')}`.trim();
  });
}

async function tamper(dataDir: string, with_: (text: string) => string): Promise<void> {
  const file = join(dataDir, 'demands.db');
  const before = await readFile(file, 'utf8');
  const after = with_(before);
  expect(after).not.to.equal(before);
  await writeFile(file, after);
}

/** Changes the last line of a document in the data file. */
function change(dataDir: string, id: string, with_: (line: Line) => object, renamed = id): Promise<void> {
  return tamper(dataDir, (text) => {
    const lines = text.trimEnd().split('\n').map((line) => Line.parse(JSON.parse(line)));
    const last = lines.findLastIndex(({ _id }) => _id === id);
    return `${lines.map((line, nth) => JSON.stringify(nth === last ? { ...line, ...with_(line), _id: renamed } : line)).join('\n')}\n`;
  });
}
