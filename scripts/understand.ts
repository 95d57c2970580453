import { parseArgs } from 'node:util';
import { z } from 'zod';
import { createEngine } from '../understanding/load.ts';
import type { Matter, Understanding } from '../understanding/understanding.ts';
import { jsonLines } from './json-lines.ts';
import { lineByLine } from './line-by-line.ts';
import { TimeGiven } from './time-given.ts';

const PlaceNameLine = z.object({
  placeId: z.string(),
  name: z.string(),
  otherNames: z.array(z.string()).default([]),
  kind: z.enum(['community', 'grid', 'compound', 'building', 'road', 'crossing', 'landmark']),
  grids: z.array(z.string()).default([]),
  community: z.string().optional(),
  within: z.string().optional(),
});
const Utterance = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  title: z.string().nullish(),
  community: z.string().nullish(),
  at: TimeGiven.nullish(),
});

const { values } = parseArgs({ options: { names: { type: 'string' } } });
const understand = createEngine({ names: values.names === undefined ? [] : jsonLines(values.names, PlaceNameLine) });
const started = new Date(Date.now());

await lineByLine(Utterance, ({ id, text, title, community, at }) => {
  const whole = title === undefined || title === null || text.startsWith(title) ? text : `${title}\n${text}`;
  return written(id, understand(whole, { now: at ?? started, community: community ?? undefined }));
});

function written(id: string | number, { intent, matters }: Understanding): Record<string, unknown> {
  const [first, ...others] = matters;
  return { id, intent, ...facts(first), ...(others.length === 0 ? {} : { others: others.map((matter) => ({ intent: matter.intent, ...facts(matter) })) }) };
}

function facts(matter: Matter): Record<string, unknown> {
  return {
    class: matter.category,
    petition: matter.petition,
    confidence: matter.confidence,
    alternatives: matter.alternatives.map(({ category, confidence }) => ({ class: category, confidence })),
    place: matter.place,
    when: matter.when ?? null,
    urgency: matter.urgency,
    summary: matter.summary,
    masked: matter.masked,
    affected: matter.affected ?? null,
    contactGiven: matter.contactGiven,
    wantsAnonymity: matter.wantsAnonymity,
    upset: matter.upset,
    reasons: matter.reasons,
  };
}
