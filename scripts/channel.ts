import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { checkChannels } from '../bot/channel-check.ts';
import { createClock } from '../bot/clock.ts';
import { readConfig } from '../bot/config.ts';
import { readDirectoryFiles } from '../bot/district/directory-files.ts';
import { districtFile, readClassNames } from '../bot/district/district-files.ts';
import { placeCodes, sheetOf } from '../bot/place-codes.ts';
import { createDirectory } from '../domain/directory/directory.ts';
import { createSpeak } from '../locales/speak.ts';

if (existsSync('.env')) process.loadEnvFile();
const [task, what, file, ...settings] = process.argv.slice(2);
const isCheck = task === 'check';
const config = readConfig(process.env, isCheck ? [what, file, ...settings].filter((one) => one !== undefined) : settings);
const speak = createSpeak();
const { now } = createClock();
const out = (words: string) => process.stdout.write(`${words}\n`);

if (isCheck) await check();
else if (task === 'codes' && (what === 'grids' || what === 'places') && file !== undefined) await codes(what, file);
else {
  out(speak(config.LOCALE, 'channel.usage'));
  process.exitCode = 1;
}

async function check(): Promise<void> {
  const found = await checkChannels({ config, now });
  for (const { ok, key, params } of found) out(`${ok ? '✓' : '✗'} ${speak(config.LOCALE, key, params)}`);
  if (found.some(({ ok }) => !ok)) process.exitCode = 1;
}

async function codes(of: 'grids' | 'places', to: string): Promise<void> {
  const read = await readDirectoryFiles(config.DIRECTORY ?? districtFile('demo'), readClassNames().listed);
  if (!read.ok) throw new Error('The directory has faults: npm run directory -- check');
  const made = await placeCodes(config, createDirectory(read.data), of, now);
  await writeFile(to, await sheetOf(made, { title: speak(config.LOCALE, 'channel.sheet-title'), how: speak(config.LOCALE, 'channel.sheet-how') }));
  out(speak(config.LOCALE, 'channel.codes-made', { count: made.length, file: to }));
}
