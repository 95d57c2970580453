import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { createSpeak } from '../locales/speak.ts';
import type { Params, TextKey } from '../locales/text.ts';
import { scoresIn } from './assess/scores-in.ts';
import { failedAnswer } from './failed-answer.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { url: { type: 'string', default: 'http://localhost:3000' }, token: { type: 'string' }, format: { type: 'string', default: 'csv' }, out: { type: 'string' }, scores: { type: 'string' } },
});
const speak = createSpeak();
const language = process.env['LOCALE'] === 'en' ? 'en' : 'zh-CN';
const say = (key: TextKey, params?: Params) => process.stdout.write(`${speak(language, key, params)}\n`);
const [period] = positionals;
const token = values.token ?? process.env['ADMIN_TOKEN'] ?? '';
const headers = { authorization: `Bearer ${token}`, 'accept-language': language };

const Answer = z.object({ kept: z.number(), items: z.array(z.union([z.object({ ok: z.literal(true) }), z.object({ ok: z.literal(false), sentence: z.string() })])) });

if (period === undefined || !['csv', 'xlsx'].includes(values.format)) {
  say('assess.usage');
  process.exitCode = 1;
} else if (values.scores !== undefined) await send(period, values.scores);
else await fetchTable(period);

/** Writes the table of the period into a file. */
async function fetchTable(of: string): Promise<void> {
  const answer = await fetch(`${values.url}/api/assessments/${of}/export?format=${values.format}`, { headers });
  if (!answer.ok) { await failed(answer); return; }
  const file = values.out ?? join('.', `assessment-${of}.${values.format}`);
  writeFileSync(file, Buffer.from(await answer.arrayBuffer()));
  say('assess.written', { file });
}

/** Sends the scores of a CSV file, and tells which lines were not taken. */
async function send(of: string, file: string): Promise<void> {
  const { items: read, lines } = scoresIn(readFileSync(file));
  const answer = await fetch(`${values.url}/api/assessments/${of}/scores`, { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify({ items: read }) });
  if (!answer.ok) { await failed(answer, lines); return; }
  const { kept, items } = Answer.parse(await answer.json());
  for (const [index, item] of items.entries()) if (!item.ok) say('assess.not-taken', { line: lines[index], why: item.sentence });
  say('assess.taken', { kept, of: items.length });
  if (kept < items.length) process.exitCode = 1;
}

async function failed(answer: Response, lines: readonly number[] = []): Promise<void> {
  const { detail, items } = await failedAnswer(answer);
  for (const { index, message } of items) say('assess.not-taken', { line: lines[index], why: message });
  process.stderr.write(`${detail}\n`);
  process.exitCode = 1;
}
