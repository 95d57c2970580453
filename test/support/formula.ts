import type { z } from 'zod';
import type { CaseFacts } from '../../domain/assessment/case-facts.ts';
import { caseFacts } from '../../domain/assessment/case-facts.ts';
import type { Verdict } from '../../domain/assessment/verdicts.ts';
import { verdictsOf } from '../../domain/assessment/verdicts.ts';
import { AssessmentSettings, RatingRelation, type AssessmentFormula } from '../../domain/mechanism/assessment.ts';
import { units } from './builders.ts';
import type { Past } from './given.ts';
import { at } from './local-time.ts';

const name = (text: string) => ({ 'zh-CN': text, en: text });

/** How the tests' district assesses, with some of it replaced. */
export function settings(over: Partial<z.input<typeof AssessmentSettings>> = {}): AssessmentSettings {
  return AssessmentSettings.parse({
    smallest: 1,
    indicators: [
      { id: 'response', name: name('响应率'), of: ['report-in', 'take-up'] },
      { id: 'completion', name: name('办结率'), of: ['finish', 'solve'] },
      { id: 'satisfaction', name: name('满意率'), of: ['satisfied'] },
      { id: 'streets', name: name('街道评价'), rating: 'callees', by: ['street'] },
      { id: 'self', name: name('自评'), rating: 'self' },
    ],
    bands: [
      { id: 'poor', name: name('待改进'), from: 0 },
      { id: 'good', name: name('良好'), from: 80 },
    ],
    classes: [
      {
        id: 'departments',
        name: name('部门'),
        units: { classes: ['department'] },
        ranked: true,
        share: { indicator: 'streets', weight: 0.3 },
        parts: [{ id: 'rates', name: name('三率'), weight: 1, of: [{ indicator: 'response', weight: 0.3 }, { indicator: 'completion', weight: 0.3 }, { indicator: 'satisfaction', weight: 0.4 }] }],
      },
      { id: 'communities', name: name('社区'), axis: 'vertical', units: { classes: ['community'] }, parts: [{ id: 'rates', name: name('办结'), weight: 1, of: [{ indicator: 'completion', weight: 1 }] }] },
    ],
    ...over,
  });
}

/** The formula of the tests' district. */
export function aFormula(over: Partial<z.input<typeof AssessmentSettings>> = {}, more: Partial<AssessmentFormula> = {}): AssessmentFormula {
  const relations = [RatingRelation.parse({ id: 'self', name: name('自评'), by: { own: true } })];
  return { settings: settings(over), relations, callees: { scale: 5, named: true, leastRaters: 3, dimensions: [{ id: 'cooperation', name: name('配合') }, { id: 'skill', name: name('专业') }] }, ...more };
}

/** July 2026. */
export const july = { id: '2026-07', from: at('2026-07-01 00:00'), to: at('2026-08-01 00:00') };

/** The class of one of the tests' units. */
export function classOf(id: string): string | undefined {
  return Object.values(units).find((unit) => unit.id === id)?.class;
}

/** What a past gives to be assessed by. */
export function factsOf({ events, demand }: Past): CaseFacts {
  return caseFacts(events, demand.clocks);
}

/** "water response 1 on-time": what a past means in July, looked at then. */
export function verdicts(past: Past, now = '2026-08-05 09:00', formula = aFormula()): string[] {
  return verdictsOf({ formula, period: july, now: at(now), classOf }, factsOf(past)).map(shown);
}

/** A verdict in short. */
export function shown({ unit, indicator, counted, credit, because }: Verdict): string {
  return `${unit} ${indicator} ${counted ? String(credit) : '-'} ${because}`;
}
