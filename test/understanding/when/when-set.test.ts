import { expect } from 'chai';
import { z } from 'zod';

import { jsonLines } from '../../../scripts/json-lines.ts';
import { dayOf, instantAt } from '../../../understanding/when/shanghai-day.ts';
import { whenSaid } from '../../../understanding/when/when-said.ts';

const Marked = z.object({
  id: z.string(),
  text: z.string(),
  at: z.coerce.date(),
  when: z
    .object({ said: z.string(), pattern: z.enum(['once', 'repeated', 'continuing']), day: z.iso.date().optional(), roughly: z.boolean().optional(), lasts: z.number().optional() })
    .nullable(),
});

describe('the time of a matter, in texts by other hands', () => {
  const lines = jsonLines('test/understanding/when/when-set.jsonl', Marked);
  const isHeld = (id: string): boolean => Number(id.replace(/\D/g, '')) % 2 === 1;

  const figures = (half: typeof lines) => {
    const heard = half.map((line) => ({ ...line, heard: whenSaid(line.text, line.at) }));
    const said = heard.flatMap(({ when, ...line }) => (when === null ? [] : [{ ...line, when }]));
    const unsaid = heard.filter(({ when }) => when === null);
    const found = said.filter(({ text, when, heard: one }) => one !== undefined && overlaps(text, one.said, when.said));
    const dated = found.filter(({ when }) => when.day !== undefined && when.roughly !== true);
    const isItsDay = ({ when, heard: one }: (typeof found)[number]): boolean => one?.from !== undefined && instantAt(dayOf(one.from)).getTime() === new Date(`${when.day}T00:00:00+08:00`).getTime();
    const lasting = found.flatMap(({ when, heard: one, at }) => (when.lasts === undefined ? [] : [{ said: when.lasts, heard: (at.getTime() - (one?.from ?? at).getTime()) / 3_600_000 }]));
    return {
      found: found.length / said.length,
      falsely: unsaid.filter((line) => line.heard !== undefined).length / unsaid.length,
      pattern: found.filter(({ when, heard: one }) => one?.pattern === when.pattern).length / found.length,
      day: dated.filter(isItsDay).length / dated.length,
      wrongDay: dated.filter((line) => line.heard?.from !== undefined && !isItsDay(line)).length / dated.length,
      length: lasting.filter((one) => Math.abs(one.heard - one.said) < one.said / 5).length / lasting.length,
    };
  };

  it('is told in some six hundred lines, each of them another', () => {
    expect(lines).to.have.lengthOf.above(550);
    expect(new Set(lines.map(({ text }) => text)).size).to.equal(lines.length);
  });

  it('is known on the half that nobody looked at', () => {
    const { found, falsely, pattern, day, wrongDay, length } = figures(lines.filter(({ id }) => isHeld(id)));
    expect(found, 'the words of it').to.be.above(0.92);
    expect(falsely, 'a time where none is').to.be.below(0.18);
    expect(pattern, 'once, again, all the time').to.be.above(0.95);
    expect(day, 'the day').to.be.above(0.95);
    expect(wrongDay, 'a wrong day').to.be.below(0.03);
    expect(length, 'the length').to.be.above(0.94);
  });

  it('is known on the half that was looked at', () => {
    const { found, falsely, pattern, day, wrongDay, length } = figures(lines.filter(({ id }) => !isHeld(id)));
    expect(found, 'the words of it').to.be.above(0.96);
    expect(falsely, 'a time where none is').to.be.below(0.06);
    expect(pattern, 'once, again, all the time').to.be.above(0.97);
    expect(day, 'the day').to.be.above(0.96);
    expect(wrongDay, 'a wrong day').to.be.below(0.01);
    expect(length, 'the length').to.be.above(0.97);
  });
});

/** Whether one piece of the text lies in the other, or half of the shorter in both. */
function overlaps(text: string, one: string, other: string): boolean {
  if (one.includes(other) || other.includes(one)) return true;
  const [first, second] = [text.indexOf(one), text.indexOf(other)];
  const common = Math.min(first + one.length, second + other.length) - Math.max(first, second);
  return common >= Math.min(one.length, other.length) / 2;
}
