import { districtFile, readMechanism } from '../../bot/district/district-files.ts';
import type { Mechanism } from '../../domain/mechanism/mechanism.ts';
import type { Rules } from '../../domain/time/start-clock.ts';
import type { Calendar } from '../../domain/time/working-time.ts';

const FREE = new Set(['2026-09-25', '2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07']);
const MADE_UP = new Set(['2026-09-20', '2026-10-10']);

/** Plain weeks but for the days around National Day 2026, which are as published. */
export const plainCalendar: Calendar = {
  isWorkday: (date) => MADE_UP.has(date) || (!FREE.has(date) && ![0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay())),
  dayStart: '09:00',
  dayEnd: '18:00',
  offsetMinutes: 480,
  quiet: { from: '21:00', to: '08:30' },
};

/** The rules of Wuchang as its file has them. */
export const wuchang: Rules = { mechanism: readMechanism(districtFile('wuchang.yaml')), calendar: plainCalendar };

/** The rules of the district whose residents deliberate, with its lists of needs, resources and projects. */
export const guandu: Rules = { mechanism: readMechanism(districtFile('guandu.yaml')), calendar: plainCalendar };

/** Wuchang's rules with some of its file replaced. */
export function wuchangWith(over: Partial<Mechanism>): Rules {
  return { ...wuchang, mechanism: { ...wuchang.mechanism, ...over } };
}
