import { parseArgs } from 'node:util';
import { readCalendarCorrections } from '../bot/district/calendar-files.ts';
import { createCalendar } from '../bot/district/calendar.ts';
import { misfits } from '../bot/district/directory-fit.ts';
import { checkDistrict } from '../bot/district/district-check.ts';
import { districtFaultInWords } from '../bot/district/district-faults.ts';
import { districtFile } from '../bot/district/district-files.ts';
import { localDate, nthWorkdayMorning } from '../domain/time/working-time.ts';
import type { Calendar } from '../domain/time/working-time.ts';
import { ZONE_OFFSET } from '../domain/zone.ts';
import { describeMechanism } from '../handlers/showing/describe-mechanism.ts';
import { createSpeak } from '../locales/speak.ts';
import { LANGUAGES } from '../locales/text.ts';

const OPTIONS = { lang: { type: 'string', default: 'zh-CN' }, from: { type: 'string' }, directory: { type: 'string' } } as const;

const DAY_MS = 24 * 60 * 60 * 1000;
const speak = createSpeak();
const { values, positionals } = parseArgs({ args: process.argv.slice(2), options: OPTIONS, allowPositionals: true, strict: false });
const language = LANGUAGES.find((one) => one === values.lang) ?? 'zh-CN';
const [task, file] = positionals;
const from = values.from === undefined ? undefined : new Date(`${String(values.from).slice(0, 16)}:00${ZONE_OFFSET}`);

if (task === 'check' && file !== undefined && !Number.isNaN(from?.getTime())) await check(file);
else fail([speak(language, 'district.usage')]);

async function check(path: string): Promise<void> {
  const checked = checkDistrict(path);
  if (!checked.ok) {
    fail([...checked.faults.map((fault) => districtFaultInWords(speak, language, fault)), speak(language, 'district.not-ok', { file: path, count: checked.faults.length })]);
    return;
  }
  const lacking = typeof values.directory === 'string' ? await misfits(checked.mechanism, values.directory, { speak, language }) : [];
  if (lacking.length > 0) {
    fail([...lacking, speak(language, 'district.not-ok', { file: String(values.directory), count: lacking.length })]);
    return;
  }
  const calendar = createCalendar(readCalendarCorrections(districtFile('calendar')));
  const lines = describeMechanism({ mechanism: checked.mechanism, calendar }, speak, language, from ?? beforeRest(calendar));
  process.stdout.write(`${[...lines, '', speak(language, 'district.ok', { file: path })].join('\n')}\n`);
}

/** The last workday before the next days off, at ten: so the example shows what rest days do to a limit. */
function beforeRest(calendar: Calendar): Date {
  for (let nth = 1; ; nth++) {
    const morning = new Date(`${localDate(calendar, nthWorkdayMorning(calendar, new Date(), nth))}T10:00:00${ZONE_OFFSET}`);
    if (!calendar.isWorkday(localDate(calendar, new Date(morning.getTime() + DAY_MS)))) return morning;
  }
}

function fail(lines: readonly string[]): void {
  process.stderr.write(`${lines.join('\n')}\n`);
  process.exitCode = 1;
}
