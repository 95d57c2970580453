import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { createSpeak } from '../locales/speak.ts';
import type { Params, TextKey } from '../locales/text.ts';
import { failedAnswer } from './failed-answer.ts';
import { resourcesIn } from './resources/resources-in.ts';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { url: { type: 'string', default: 'http://localhost:3000' }, token: { type: 'string' } } });
const speak = createSpeak();
const language = process.env['LOCALE'] === 'en' ? 'en' : 'zh-CN';
const say = (key: TextKey, params?: Params) => process.stdout.write(`${speak(language, key, params)}\n`);
const [file] = positionals;
const Answer = z.object({ kept: z.number(), faults: z.array(z.object({ index: z.number(), sentence: z.string() })) });

if (file === undefined) {
  say('resources.usage');
  process.exitCode = 1;
} else await send(file);

/** Registers the resources of a CSV file with a program that runs; tells everything that is wrong with it. */
async function send(path: string): Promise<void> {
  const { items, lines } = resourcesIn(readFileSync(path));
  const headers = { authorization: `Bearer ${values.token ?? process.env['ADMIN_TOKEN'] ?? ''}`, 'accept-language': language, 'content-type': 'application/json' };
  const answer = await fetch(`${values.url}/api/resources`, { method: 'POST', headers, body: JSON.stringify({ items }) });
  if (!answer.ok) { await failed(answer, lines); return; }
  const { kept, faults } = Answer.parse(await answer.json());
  for (const { index, sentence } of faults) say('resources.fault', { line: lines[index], why: sentence });
  if (faults.length === 0) { say('resources.taken', { kept }); return; }
  say('resources.none-taken', { count: faults.length });
  process.exitCode = 1;
}

async function failed(answer: Response, lines: readonly number[] = []): Promise<void> {
  const { detail, items } = await failedAnswer(answer);
  for (const { index, message } of items) say('resources.fault', { line: lines[index], why: message });
  process.stderr.write(`${detail}\n`);
  process.exitCode = 1;
}
