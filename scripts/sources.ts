import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createSpeak } from '../locales/speak.ts';
import type { Params, TextKey } from '../locales/text.ts';
import { AgainView, UntoldList } from '../web/schemas/results.ts';
import { ImportProgress, MatterFileView } from '../web/schemas/sources.ts';
import { failedAnswer } from './failed-answer.ts';

const OPTIONS = { url: { type: 'string', default: 'http://localhost:3000' }, token: { type: 'string' }, lang: { type: 'string' }, source: { type: 'string' }, 'without-faulty': { type: 'boolean', default: false }, since: { type: 'string' }, format: { type: 'string', default: 'csv' }, out: { type: 'string' }, again: { type: 'string' } } as const;
const { values, positionals: [task, first] } = parseArgs({ allowPositionals: true, options: OPTIONS });
const language = (values.lang ?? process.env['LOCALE']) === 'en' ? 'en' : 'zh-CN';
const speak = createSpeak();
const words = (key: TextKey, params?: Params) => speak(language, key, params);
const say = (key: TextKey, params?: Params) => process.stdout.write(`${words(key, params)}\n`);
const LOOK_AGAIN_MS = 1000;

if (task === 'check' && first !== undefined) await look(first);
else if (task === 'import' && first !== undefined) await register(first);
else if (task === 'template') await template(first ?? 'matters.csv');
else if (task === 'results' && first !== undefined) await results(first);
else if (task === 'untold') await untold(values.again);
else fail(words('sources.usage'));

/** Tells what a table would do, and everything that is wrong with it. */
async function look(path: string): Promise<void> {
  const view = await sent(path, false);
  if (view !== undefined) told(view);
}

/** Has a table registered, and tells how far it is until it is done. */
async function register(path: string): Promise<void> {
  const view = await sent(path, true);
  if (view === undefined) return;
  if (view.import === undefined) { told(view); return; }
  say('sources.begun', { id: view.import.id });
  for (let shown = -1, one = view.import; ; await wait(LOOK_AGAIN_MS), one = await progress(one.id)) {
    if (one.done > shown) say('sources.progress', { done: one.done, total: one.total });
    shown = one.done;
    if (one.finishedAt !== undefined) { ended(one); return; }
  }
}

function ended({ fresh, known, failed }: ImportProgress): void {
  for (const { row, why } of failed) say('sources.row-failed', { row, why });
  say('sources.finished', { fresh, known, failed: failed.length });
  if (failed.length > 0) process.exitCode = 1;
}

async function template(path: string): Promise<void> {
  const answer = await ask(`/api/sources/template?format=${path.endsWith('.xlsx') ? 'xlsx' : 'csv'}`);
  if (answer === undefined) return;
  await writeFile(path, Buffer.from(await answer.arrayBuffer()));
  say('sources.written', { file: path });
}

/** Writes a source's results into a file, or shows them. */
async function results(source: string): Promise<void> {
  const query = new URLSearchParams({ source, format: values.format, ...(values.since === undefined ? {} : { since: values.since }) });
  const answer = await ask(`/api/results/export?${query.toString()}`);
  if (answer === undefined) return;
  const bytes = Buffer.from(await answer.arrayBuffer());
  if (values.out === undefined) process.stdout.write(bytes);
  else await writeFile(values.out, bytes).then(() => say('sources.written', { file: values.out }));
}

/** Lists what sources have not accepted; sends one of them, or all, again. */
async function untold(again: string | undefined): Promise<void> {
  if (again !== undefined) {
    const answer = await ask('/api/results/again', again === 'all' ? {} : { ids: [again] });
    if (answer !== undefined) say('results.again', { count: AgainView.parse(await answer.json()).count });
    return;
  }
  const answer = await ask('/api/results/untold');
  if (answer === undefined) return;
  const { items, more, untried } = UntoldList.parse(await answer.json());
  if (items.length === 0) say('results.none');
  for (const { id, name, externalId = '', no, why, attempts, state } of items) process.stdout.write(`${words('results.untold', { id, name, externalId, no, why, attempts })}${state === 'given-up' ? words('results.given-up') : ''}\n`);
  if (more) process.stdout.write('…\n');
  if (untried > 0) say('results.untried', { count: untried });
  if (items.length > 0) process.exitCode = 1;
}

async function sent(path: string, apply: boolean): Promise<MatterFileView | undefined> {
  const content = (await readFile(path)).toString('base64');
  const answer = await ask('/api/sources/imports', { name: basename(path), content, apply, withoutFaulty: values['without-faulty'], ...(values.source === undefined ? {} : { source: values.source }) });
  return answer && MatterFileView.parse(await answer.json());
}

async function progress(id: string): Promise<ImportProgress> {
  const answer = await ask(`/api/sources/imports/${id}`);
  if (answer === undefined) throw new Error(words('sources.row-broken'));
  return ImportProgress.parse(await answer.json());
}

function told({ ok, total, fresh, known, faulty, faultCount, faults, ignored, examined, classes, units, placeless }: MatterFileView): void {
  const listed = (all: MatterFileView['classes']) => all.map(({ name, count }) => `${name} ${count}`);
  for (const { sentence } of faults) process.stdout.write(`${sentence}\n`);
  if (ignored.length > 0) say('sources.ignored', { columns: ignored });
  say('sources.would', { total, fresh, known, faulty });
  if (examined > 0) say('sources.would-classes', { count: examined, classes: listed(classes) });
  if (examined > 0) say('sources.would-units', { units: listed(units), placeless });
  if (!ok) fail(words('sources.faults', { count: faultCount }));
}

async function ask(path: string, body?: object): Promise<Response | undefined> {
  const headers = { authorization: `Bearer ${values.token ?? process.env['ADMIN_TOKEN'] ?? ''}`, 'accept-language': language, 'content-type': 'application/json' };
  const answer = await fetch(`${values.url}${path}`, body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) });
  if (answer.ok) return answer;
  fail((await failedAnswer(answer)).detail);
  return undefined;
}

function fail(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}
