import type { z } from 'zod';
import type { HttpText } from './deps.ts';
import { textKey } from './http-text.ts';
import type { Params } from './outcome.ts';

type Issue = z.core.$ZodIssue;
type Named<Code extends Issue['code']> = Extract<Issue, { code: Code }>;

/** A sentence of the locales, and what is filled in. */
export interface Wrong {
  readonly key: HttpText;
  readonly params: Params;
}

/** What is wrong with one value that was sent, as a sentence that says what to do: the schema's own where it has one. The issue must tell the value (`reportInput`). */
export function wrongIn(issue: Issue): Wrong {
  const own = textKey(issue.message);
  if (own !== undefined) return wrong(own);
  if (issue.input === undefined && issue.code !== 'custom') return wrong('http.wrong.missing');
  switch (issue.code) {
    case 'invalid_type':
      return wrong(OF_TYPE[issue.expected] ?? 'http.wrong.form');
    case 'too_big':
      return tooBig(issue);
    case 'too_small':
      return tooSmall(issue);
    case 'invalid_value':
      return oneOf(issue.values);
    case 'invalid_format':
      return wrong(OF_FORMAT[issue.format] ?? 'http.wrong.form');
    case 'unrecognized_keys':
      return wrong('http.wrong.unknown');
    case 'invalid_union':
      return 'options' in issue && Array.isArray(issue.options) ? oneOf(issue.options) : wrong('http.wrong.form');
    default:
      return wrong('http.wrong.form');
  }
}

const OF_TYPE: Readonly<Partial<Record<string, HttpText>>> = {
  string: 'http.wrong.text',
  number: 'http.wrong.number',
  int: 'http.wrong.whole-number',
  boolean: 'http.wrong.yes-or-no',
  array: 'http.wrong.list',
  object: 'http.wrong.object',
  record: 'http.wrong.object',
};

const OF_FORMAT: Readonly<Partial<Record<string, HttpText>>> = { datetime: 'http.wrong.time', date: 'http.wrong.day' };

function wrong(key: HttpText, params: Params = {}): Wrong {
  return { key, params };
}

function oneOf(values: readonly unknown[]): Wrong {
  return wrong('http.wrong.one-of', { values: values.map(String).join(', ') });
}

function tooBig({ origin, maximum }: Named<'too_big'>): Wrong {
  const most = Number(maximum);
  if (origin === 'string') return wrong('http.wrong.too-long', { most });
  return origin === 'array' ? wrong('http.wrong.too-many', { most }) : wrong('http.wrong.too-large', { most });
}

function tooSmall({ origin, minimum }: Named<'too_small'>): Wrong {
  const least = Number(minimum);
  if (origin !== 'string' && origin !== 'array') return wrong('http.wrong.too-small', { least });
  if (least <= 1) return wrong('http.wrong.empty');
  return wrong(origin === 'string' ? 'http.wrong.too-short' : 'http.wrong.too-few', { least });
}
