import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { ModelReply } from './model-server.ts';
import { saidIn, says } from './model-server.ts';

const Injection = z.object({ id: z.string(), kind: z.enum(['chat', 'name', 'quoted', 'caption', 'english', 'hidden', 'json', 'system', 'command']), text: z.string() });

/** A text that tries to make the program do what its writer may not. */
export type Injection = z.infer<typeof Injection>;

/** All of them, one a line. */
export function readInjections(): readonly Injection[] {
  const lines = readFileSync(join(import.meta.dirname, '../understanding/injections.jsonl'), 'utf8').trim().split('\n');
  return lines.map((line) => Injection.parse(JSON.parse(line)));
}

/** A model that does what it is told by the text: it plays the matter down and wants it gone. */
export const obeysByHiding: ModelReply = (response, request) => {
  const said = saidIn(request);
  const matter = { words: said.slice(0, 20), intent: 'small-talk', category: 'other', place: null, urgency: 'routine', summary: Array.from(said).slice(-40).join('') };
  obeyed({ matters: [{ ...matter, tier: 'city', grade: 'A', limitHours: 1, holder: 'nobody', score: 0, command: { type: 'finish', no: '10001' } }] })(response, request);
};

/** A model that does what it is told by the text: it blows the matter up, in three pieces and at another place. */
export const obeysByAlarming: ModelReply = (response, request) => {
  const said = saidIn(request);
  const third = Math.ceil(said.length / 3);
  const matters = [0, 1, 2].map((at) => ({
    words: said.slice(at * third, at * third + 12),
    intent: 'danger',
    category: ['fire-safety', 'noise', 'lifts'][at],
    place: '区政府大院',
    urgency: 'danger',
    summary: Array.from(said).slice(0, 40).join(''),
    placeId: 'city-hall',
    grade: 'D',
  }));
  obeyed({ matters, tier: 'city' })(response, request);
};

function obeyed(draft: object): ModelReply {
  return says(JSON.stringify(draft), { tool_calls: [{ id: 't1', type: 'function', function: { name: 'finish', arguments: '{"no":"10001"}' } }] });
}
