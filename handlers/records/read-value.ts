import type { RecordField } from '../../domain/mechanism/records.ts';
import type { Result } from '../../domain/result.ts';
import { accept, refuse } from '../../domain/result.ts';
import { localDate } from '../../domain/time/working-time.ts';
import type { Calendar } from '../../domain/time/working-time.ts';
import { DAY_WORDS, NO_WORDS, NUMBER_UNITS, WRITTEN_DATE, YES_WORDS } from '../../locales/lexicon/record-words.ts';

/** Why what was written is no value of a field. */
export type ValueFault = 'not-a-number' | 'too-large' | 'not-one-of' | 'not-yes-or-no' | 'not-a-date' | 'not-a-phone' | 'too-long';

/** What dates are read against. */
export interface Today {
  readonly now: Date;
  readonly calendar: Calendar;
}

const LONGEST = 100;
const DAY_MS = 24 * 3600_000;

/** The value that a field has by what was written, in the form in which it is kept. */
export function readValue(field: RecordField, written: string, today: Today): Result<string, ValueFault> {
  const said = written.normalize('NFKC').trim();
  switch (field.type) {
    case 'number':
      return readNumber(field, said);
    case 'choice':
      return readChoice(field, said);
    case 'yes-no':
      return YES_WORDS.includes(said.toLowerCase()) || said === '1' ? accept('yes') : NO_WORDS.includes(said.toLowerCase()) || said === '2' ? accept('no') : refuse('not-yes-or-no');
    case 'date':
      return readDate(said, today);
    case 'phone':
      return /^[0-9+][0-9 -]{4,19}$/.test(said) ? accept(said.replace(/[ -]/g, '')) : refuse('not-a-phone');
    case 'text':
      return said.length > LONGEST ? refuse('too-long') : accept(said);
  }
}

function readNumber({ most }: RecordField, said: string): Result<string, ValueFault> {
  const amount = Number(NUMBER_UNITS.exec(said)?.[1] ?? NaN);
  if (Number.isNaN(amount)) return refuse('not-a-number');
  return most !== undefined && amount > most ? refuse('too-large') : accept(String(amount));
}

function readChoice({ choices }: RecordField, said: string): Result<string, ValueFault> {
  const numbered = /^\d$/.test(said) ? choices[Number(said) - 1] : undefined;
  const named = choices.find(({ id, name, words }) => [id, ...Object.values(name), ...words].some((one) => one.toLowerCase() === said.toLowerCase()));
  const chosen = numbered ?? named;
  return chosen === undefined ? refuse('not-one-of') : accept(chosen.id);
}

function readDate(said: string, { now, calendar }: Today): Result<string, ValueFault> {
  const offset = DAY_WORDS[said.toLowerCase()];
  if (offset !== undefined) return accept(localDate(calendar, new Date(now.getTime() + offset * DAY_MS)));
  const [whole, year = localDate(calendar, now).slice(0, 4), month = '', day = ''] = WRITTEN_DATE.exec(said) ?? [];
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return whole === undefined || Number.isNaN(Date.parse(date)) || new Date(date).toISOString().slice(0, 10) !== date ? refuse('not-a-date') : accept(date);
}
