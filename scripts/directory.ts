import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { faultInWords, readDirectoryFiles, type Category } from '../bot/district/directory-files.ts';
import { createSpeak } from '../locales/speak.ts';
import type { Params, TextKey } from '../locales/text.ts';

const Classes = z.object({ classes: z.array(z.object({ id: z.string(), 'zh-CN': z.string(), en: z.string() })) });

const [task, path, ...options] = process.argv.slice(2);
const speak = createSpeak();
const language = options.join(' ') === '--lang en' ? 'en' : 'zh-CN';

if (task === 'check' && path !== undefined) await check(path);
else fail(say('directory.usage', {}));

async function check(directory: string): Promise<void> {
  const result = await readDirectoryFiles(directory, await categories());
  if (result.ok) {
    const counts = Object.entries(result.data).map(([table, rows]): [string, string] => [table, String(rows.length)]);
    process.stdout.write(`${say('directory.ok', Object.fromEntries<string>(counts))}\n`);
    return;
  }
  for (const fault of result.faults) process.stdout.write(`${faultInWords(fault, say)}\n`);
  fail(say('directory.not-ok', { count: String(result.faults.length) }));
}

async function categories(): Promise<Category[]> {
  const { classes } = Classes.parse(parse(await readFile(join(import.meta.dirname, '../districts/classes.yaml'), 'utf8')));
  return classes.map((one) => ({ id: one.id, names: [one['zh-CN'], one.en] }));
}

function say(key: TextKey, params: Params): string {
  return speak(language, key, params);
}

function fail(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}
