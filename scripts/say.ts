import { parseArgs } from 'node:util';
import { createSpeak } from '../locales/speak.ts';
import type { Language } from '../locales/text.ts';
import { chat } from './say/chat.ts';

const { values } = parseArgs({ options: { url: { type: 'string', default: 'http://localhost:3000' }, as: { type: 'string' }, lang: { type: 'string', default: 'zh-CN' }, help: { type: 'boolean' } } });
const language: Language = values.lang === 'en' ? 'en' : 'zh-CN';
const write = (line: string) => void process.stdout.write(`${line}\n`);
const speak = createSpeak();

if (values.help === true) write(speak(language, 'say.usage'));
else if (await answers(values.url)) await chat({ url: values.url, as: values.as, language, write, lines: linesOf(process.stdin) });
else {
  process.stderr.write(`${speak(language, 'say.unreachable', { url: values.url })}\n`);
  process.exitCode = 1;
}

async function answers(url: string): Promise<boolean> {
  return fetch(`${url}/healthz`).then((response) => response.ok, () => false);
}

/** Lines as they come, and what stands after the last line break; nothing is lost that came before anybody asked. */
async function* linesOf(input: NodeJS.ReadStream): AsyncGenerator<string> {
  let rest = '';
  for await (const part of input.setEncoding('utf8')) {
    const lines = (rest + String(part)).split(/\r?\n/);
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}
