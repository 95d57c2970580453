import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from 'chai';
import { z } from 'zod';

const ROOT = join(import.meta.dirname, '../..');
const CRUISER = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
const PARTS = ['bot', 'domain', 'handlers', 'jobs', 'locales', 'models', 'scripts', 'understanding', 'web'];
const Cruised = z.object({ summary: z.object({ totalCruised: z.number(), violations: z.array(z.object({ from: z.string(), rule: z.object({ name: z.string() }) })) }) });

/** The names of the rules that are broken in a folder, each with the file that breaks it. */
async function broken(folder: string, parts: readonly string[]): Promise<string[]> {
  const run = promisify(execFile)(process.execPath, [CRUISER, '--config', join(folder, '.dependency-cruiser.cjs'), '--output-type', 'json', ...parts], { cwd: folder, maxBuffer: 64e6 });
  const { stdout } = await run.catch((error: unknown) => z.object({ stdout: z.string() }).parse(error));
  const { summary } = Cruised.parse(JSON.parse(stdout));
  expect(summary.totalCruised).to.be.greaterThan(0);
  return summary.violations.map(({ from, rule }) => `${rule.name}: ${from}`).sort();
}

describe('the architecture', function () {
  this.timeout(60_000);

  it('is kept', async () => expect(await broken(ROOT, PARTS)).to.deep.equal([]));

  it('allows what the layers are for', async () => {
    expect(await planted({
      'scripts/try.ts': ['../bot/start.ts'],
      'bot/start.ts': ['./wechat.ts', './sender.ts', '../models/demands.ts', '../handlers/act.ts'],
      'bot/wechat.ts': ['wechaty'],
      'bot/sender.ts': ['bottleneck'],
      'models/demands.ts': ['../handlers/ports/kept.ts', 'mongoose'],
      'handlers/act.ts': ['../domain/decide.ts', './ports/kept.ts'],
      'handlers/ports/kept.ts': [],
      'domain/decide.ts': ['zod'],
      'domain/zone.ts': [],
      'jobs/schedule.ts': ['../domain/zone.ts'],
      'locales/moment.ts': ['../domain/zone.ts'],
      'understanding/when.ts': ['../domain/zone.ts'],
    })).to.deep.equal([]);
  });

  it('shows every fault when there are some', async () => {
    expect(await planted({
      'domain/asks-a-handler.ts': ['../handlers/act.ts'],
      'domain/asks-the-disk.ts': ['node:fs'],
      'domain/chases.ts': ['./its-tail.ts'],
      'domain/its-tail.ts': ['./chases.ts'],
      'domain/leads-nowhere.ts': ['./gone.ts'],
      'handlers/act.ts': [],
      'handlers/asks-a-store.ts': ['../models/demands.ts'],
      'models/demands.ts': [],
      'models/asks-a-handler.ts': ['../handlers/act.ts'],
      'web/routes/asks-a-store.ts': ['../../models/demands.ts'],
      'jobs/asks-the-root.ts': ['../bot/start.ts'],
      'understanding/asks-a-handler.ts': ['../handlers/act.ts'],
      'bot/start.ts': ['wechaty', 'bottleneck', 'mongoose'],
    })).to.deep.equal([
      'a-circle: domain/chases.ts',
      'bottleneck-away-from-home: bot/start.ts',
      'domain-reaches-too-far: domain/asks-a-handler.ts',
      'domain-reaches-too-far: domain/asks-the-disk.ts',
      'domain-reaches-too-far: domain/leads-nowhere.ts',
      'handlers-reaches-too-far: handlers/asks-a-store.ts',
      'jobs-reaches-too-far: jobs/asks-the-root.ts',
      'models-reaches-too-far: models/asks-a-handler.ts',
      'mongoose-mongodb-mingo-bson-seald-io-nedb-away-from-home: bot/start.ts',
      'not-found: domain/leads-nowhere.ts',
      'only-the-root-knows-all: jobs/asks-the-root.ts',
      'understanding-reaches-too-far: understanding/asks-a-handler.ts',
      'web-reaches-too-far: web/routes/asks-a-store.ts',
      'wechaty-wechaty-file-box-away-from-home: bot/start.ts',
    ]);
  });
});

/** The broken rules of a program made of files that import the given things and nothing else. */
async function planted(files: Readonly<Record<string, readonly string[]>>): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'architecture-'));
  try {
    await Promise.all(['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json'].map((file) => cp(join(ROOT, file), join(folder, file))));
    await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    for (const [path, imports] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), [...imports.map((one) => `import '${one}';`), 'export const here = true;', ''].join('\n'));
    }
    return await broken(folder, [...new Set(Object.keys(files).map((path) => path.split('/')[0] ?? ''))]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
