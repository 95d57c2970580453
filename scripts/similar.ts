import { z } from 'zod';
import { createSimilarity } from '../understanding/similar/similarity.ts';
import { lineByLine } from './line-by-line.ts';
import { TimeGiven } from './time-given.ts';

const Message = z.object({
  id: z.union([z.string(), z.number()]),
  at: TimeGiven,
  title: z.string().nullish(),
  text: z.string(),
  place: z.string().nullish(),
});

const similarity = createSimilarity();
const given = new Map<string, string | number>();

await lineByLine(Message, ({ id, at, title, text, place }) => {
  const told = { id: String(id), at, text, title: title ?? undefined, place: place ?? undefined };
  const { sameAs, score, related } = similarity.ask(told);
  similarity.add(told);
  given.set(told.id, id);
  return { id, sameAs: sameAs === undefined ? null : given.get(sameAs), score, related: related.map((one) => given.get(one.id)) };
});
