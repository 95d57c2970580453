import type { RecordField, RecordSection } from '../../domain/mechanism/records.ts';
import { ADDRESS_PART, ADDRESS_START, AFTER_FIELD, BETWEEN_VALUES } from '../../locales/lexicon/record-words.ts';
import { readValue } from './read-value.ts';
import type { Today, ValueFault } from './read-value.ts';

/** What a message says of a record: values, values that cannot be, and words that mean nothing here. */
export interface ReadMessage {
  readonly values: Readonly<Record<string, string>>;
  readonly faults: readonly { readonly field: RecordField; readonly said: string; readonly fault: ValueFault }[];
  readonly left: readonly string[];
}

/** The name that a text begins with, and what is behind it. */
export function nameAndRest(text: string): { readonly name: string; readonly rest: string } {
  const [first = '', ...others] = text.trim().split(/\s+/);
  const parts = [first];
  while (ADDRESS_START.test(parts.at(-1) ?? '') && ADDRESS_PART.test(others[0] ?? '')) parts.push(others.shift() ?? '');
  const [name = '', ...behind] = parts.join('').split(/[\uFF0C,\uFF1B;]/);
  return { name, rest: [...behind, ...others].join(' ').trim() };
}

/** A telephone number written in groups. */
const SPACED_NUMBER = /(1\d{2})[ -](\d{4})[ -](\d{4})/g;

/** Reads values in any order, with or without the names of their fields. */
export function readMessage(section: RecordSection, text: string, today: Today): ReadMessage {
  const values: Record<string, string> = {};
  const faults: { field: RecordField; said: string; fault: ValueFault }[] = [];
  const left: string[] = [];
  const tokens = text.replace(SPACED_NUMBER, '$1$2$3').split(BETWEEN_VALUES).filter((one) => one !== '');
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] ?? '';
    const named = fieldNamed(section, token);
    const field = named?.field ?? fieldOf(section, token, today, values);
    if (field === undefined) left.push(token);
    else {
      const said = named === undefined ? token : named.rest === '' ? (tokens[++at] ?? '') : named.rest;
      const read = readValue(field, said, today);
      if (read.ok) values[field.id] = read.value;
      else faults.push({ field, said, fault: read.refusal });
    }
  }
  return { values, faults, left };
}

/** The field whose name or other word a text begins with, and what is behind it. */
export function fieldNamed({ fields }: RecordSection, text: string): { readonly field: RecordField; readonly rest: string } | undefined {
  const calls = fields.flatMap((field) => [...Object.values(field.name), ...field.words].map((word) => ({ field, word: word.toLowerCase() })));
  const found = calls.sort((a, b) => b.word.length - a.word.length).find(({ word, field }) => text.toLowerCase().startsWith(word) && !isChoice(field, text));
  return found && { field: found.field, rest: text.slice(found.word.length).replace(AFTER_FIELD, '').trim() };
}

function isChoice({ choices }: RecordField, text: string): boolean {
  return choices.some(({ name, words }) => [...Object.values(name), ...words].includes(text));
}

/** A value that tells by itself what it is: one of a field's choices, a number with its word, a telephone. */
function fieldOf({ fields }: RecordSection, token: string, today: Today, taken: Readonly<Record<string, string>>): RecordField | undefined {
  const free = fields.filter(({ id }) => taken[id] === undefined);
  return (
    free.find((field) => field.type === 'choice' && !/^\d$/.test(token) && readValue(field, token, today).ok) ??
    free.find((field) => field.type === 'phone' && /^1\d{10}$/.test(token)) ??
    free.find((field) => field.type === 'number' && field.words.some((word) => token.includes(word)) && readValue(field, token, today).ok)
  );
}
