import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createSpeak } from '../locales/speak.ts';
import type { Params, TextKey } from '../locales/text.ts';
import { startProduct } from '../test/support/product.ts';
import { playMonth } from './demo-month/play-month.ts';
import { readTexts } from './demo-month/texts.ts';

const DAYS = 31;
const { values } = parseArgs({
  options: { 'data-dir': { type: 'string', default: './data-month' }, district: { type: 'string' }, demands: { type: 'string', default: '2000' }, seed: { type: 'string', default: '1' }, days: { type: 'string', default: String(DAYS) }, port: { type: 'string', default: '3000' } },
});
const speak = createSpeak();
const out = (key: TextKey, params?: Params) => process.stdout.write(`${speak(process.env['LOCALE'] === 'en' ? 'en' : 'zh-CN', key, params)}\n`);
const folder = resolve(values['data-dir']);
const [demands, seed, days] = [values.demands, values.seed, values.days].map(Number);

if (existsSync(folder)) stop('demo.folder-taken', { folder });
else if (demands === undefined || seed === undefined || days === undefined || [demands, seed, days].some((count) => !Number.isInteger(count) || count < 1)) stop('demo.usage');
else await make({ demands, seed, days });

function stop(key: TextKey, params?: Params): void {
  out(key, params);
  process.exitCode = 1;
}

/** Plays the month with a program of its own, whose data stay. */
async function make(plan: { readonly demands: number; readonly seed: number; readonly days: number }): Promise<void> {
  const began = performance.now();
  const district = values.district;
  const product = await startProduct({ dataDir: folder, env: { JOIN_WINDOW_MS: '0', PUBLIC_URL: `http://localhost:${values.port}`, ...(district === undefined ? {} : { DISTRICT: district }) } });
  try {
    const done = await playMonth({ ...plan, url: product.url, token: product.adminToken, texts: readTexts(), pictures: await pictures(), told: (day) => void process.stderr.write(`\r${day}/${plan.days}`) });
    process.stderr.write('\n');
    out('demo.done', { ...done, minutes: ((performance.now() - began) / 60_000).toFixed(1), folder });
    out('demo.look', { folder: values['data-dir'], port: values.port, district: district === undefined ? '' : ` --district ${district}` });
  } finally {
    await product.stop();
  }
}

/** Small invented drawings that are sent along as photographs. */
async function pictures(): Promise<string[]> {
  const drawn = join(import.meta.dirname, '..', 'districts', 'demo-month', 'pictures');
  const names = existsSync(drawn) ? (await readdir(drawn)).toSorted() : [];
  return Promise.all(names.map(async (name) => (await readFile(join(drawn, name))).toString('base64')));
}
