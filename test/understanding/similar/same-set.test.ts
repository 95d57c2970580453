import { expect } from 'chai';
import { z } from 'zod';

import { jsonLines } from '../../../scripts/json-lines.ts';
import { createEngine, readClassScores } from '../../../understanding/load.ts';
import { createTellSame } from '../../../understanding/similar/tell-same.ts';
import type { Intent, TwoReports } from '../../../understanding/understanding.ts';

const Message = z.object({ id: z.string(), stream: z.string(), at: z.coerce.date(), text: z.string(), place: z.string().nullable(), matter: z.string() });
const DEMANDS: ReadonlySet<Intent> = new Set(['complaint', 'help', 'danger', 'suggestion', 'enterprise']);
const DAY_MS = 24 * 3600_000;

interface Report extends z.infer<typeof Message> {
  readonly category: string;
  readonly categories: readonly string[];
}

describe('messages of many people about the same and about other matters', () => {
  const understand = createEngine();
  const tellSame = createTellSame(readClassScores('.'));
  const reports = jsonLines('test/understanding/similar/same-set.jsonl', Message).flatMap((message): Report[] => {
    const [{ intent, urgency, category, alternatives }] = understand(message.text, { now: message.at }).matters;
    const isDemand = DEMANDS.has(intent) || urgency === 'danger';
    return isDemand ? [{ ...message, category, categories: [category, ...alternatives.map((one) => one.category)] }] : [];
  });
  const asked = reports.flatMap((later, at) => {
    const before = reports.slice(0, at).filter((earlier) => earlier.stream === later.stream && later.at.getTime() - earlier.at.getTime() < 14 * DAY_MS);
    return [{ later, hasTwin: before.some(({ matter }) => matter === later.matter), best: likeliest(later, before) }];
  });

  function likeliest(later: Report, before: readonly Report[]): Report | undefined {
    let best: { readonly report: Report; readonly likely: number } | undefined;
    for (const earlier of before) {
      const where = nearness(earlier.place, later.place);
      if (where === undefined || !later.categories.includes(earlier.category)) continue;
      const without = (text: string): string => text.replaceAll(later.place ?? '', ' ');
      const hours = (later.at.getTime() - earlier.at.getTime()) / 3600_000;
      const { likely } = tellSame({ earlier: without(earlier.text), later: without(later.text), hours, sameClass: earlier.category === later.category, where });
      if (likely >= Math.max(0.5, best?.likely ?? 0)) best = { report: earlier, likely };
    }
    return best?.report;
  }

  function nearness(one: string | null, other: string | null): TwoReports['where'] | undefined {
    if (one === null || other === null) return undefined;
    if (one === other) return /号楼|栋|幢|座|单元/.test(one) ? 'building' : 'place';
    return one.startsWith(other) || other.startsWith(one) ? 'within' : undefined;
  }

  it('are asked about rightly in three of five that somebody told before', () => {
    const twins = asked.filter(({ hasTwin }) => hasTwin);
    const right = twins.filter(({ later, best }) => best?.matter === later.matter);
    expect(twins.length).to.be.at.least(340);
    expect(right.length / twins.length).to.be.above(0.6);
  });

  it('are asked about rightly in seven of ten questions', () => {
    const questions = asked.filter(({ best }) => best !== undefined);
    const right = questions.filter(({ later, best }) => best?.matter === later.matter);
    expect(right.length / questions.length).to.be.above(0.68);
  });
});
