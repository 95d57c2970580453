import { parseArgs } from 'node:util';
import { createSpeak } from '../locales/speak.ts';
import type { Params, TextKey } from '../locales/text.ts';
import { startProduct } from '../test/support/product.ts';
import { OUTCOMES, replayTexts, type Replay } from './replay/replay-texts.ts';
import { FIELDS, textsOf } from './replay/texts-of.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { url: { type: 'string' }, field: { type: 'string' }, show: { type: 'string' }, count: { type: 'string', default: '30' }, first: { type: 'string' }, lang: { type: 'string', default: 'zh-CN' } },
});
const speak = createSpeak();
const out = (key: TextKey, params?: Params) => process.stdout.write(`${speak(values.lang === 'en' ? 'en' : 'zh-CN', key, params)}\n`);

const [file] = positionals;
const field = FIELDS.find((name) => name === values.field);
if (file === undefined || (values.field !== undefined && field === undefined)) {
  out('replay.usage');
  process.exitCode = 1;
} else await replay(textsOf(file, field).slice(0, values.first === undefined ? undefined : Number(values.first)));

async function replay(texts: readonly string[]): Promise<void> {
  const product = values.url === undefined ? await startProduct({ env: { JOIN_WINDOW_MS: '0' } }) : undefined;
  try {
    const done = await replayTexts(values.url ?? product?.url ?? '', texts, (count) => void process.stderr.write(`\r${count}/${texts.length}`));
    process.stderr.write('\n');
    report(done);
  } finally {
    await product?.stop();
  }
}

function report({ items, seconds }: Replay): void {
  const counts = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, items.filter((item) => item.outcome === outcome).length]));
  out('replay.outcome', { ...counts, count: items.length, perSecond: (items.length / seconds).toFixed(1) });
  if (values.show !== undefined) show(items.filter(({ outcome }) => outcome === values.show));
  process.exitCode = items.some(({ outcome }) => outcome === 'failed') ? 1 : 0;
}

/** Spread over the whole file, because lines that stand together are often alike. */
function show(items: Replay['items']): void {
  const every = Math.max(1, Math.floor(items.length / Number(values.count)));
  const picked = items.filter((_, nth) => nth % every === 0).slice(0, Number(values.count));
  for (const { text, answer } of picked) process.stdout.write(`\n> ${text}\n< ${answer.replaceAll('\n', '\n< ')}\n`);
}
