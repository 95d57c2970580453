import type { Speak } from '../../locales/speak.ts';
import type { Language } from '../../locales/text.ts';
import type { Brief, Letter, Outbox, Posted } from '../ports/letters.ts';
import type { Now } from '../ports/now.ts';
import type { People } from '../ports/people.ts';
import { BRIEF_KINDS } from './brief.ts';

/** What is needed to tell much in one letter. */
export interface Gathering {
  readonly outbox: Pick<Outbox, 'put' | 'gatherable' | 'gathered'>;
  readonly people: Pick<People, 'get'>;
  readonly speak: Speak;
  /** Of whoever has not chosen any. */
  readonly language: Language;
  readonly now: Now;
  /** Whether a letter need not be said any more. */
  readonly isSuperseded: (letter: Posted) => Promise<boolean>;
  /** Whether a letter is being said just now. */
  readonly isUnderWay: (key: string) => boolean;
}

/** Tells many letters for one person in one; gives the keys of those that need not be said by themselves any more. */
export type Gather = (letters: readonly Posted[]) => Promise<ReadonlySet<string>>;

/** From so many letters that could go to one person at the same moment, they go as one. */
const FROM = 8;
/** The most that one letter tells of. */
const MOST = 500;
/** The most that it lists: a text message has room for no more. */
const LISTED = 12;

type WithBrief = Posted & { readonly brief: Brief };

/**
 * Makes the gathering of letters: late at night and in the morning, after a table of matters or a reminder of many, a person gets one list instead of many letters.
 * The list is kept first, then what it tells of is settled: whatever happens in between, the list settles the rest before it is said.
 */
export function createGathering(deps: Gathering): Gather {
  return async (letters) => {
    const told = new Set<string>();
    for (const person of crowded(letters)) for (const key of await tellTogether(deps, person, letters)) told.add(key);
    return told;
  };
}

/** Those for whom many of these letters are. */
function crowded(letters: readonly Posted[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { to, brief } of letters) if (brief !== undefined && 'person' in to) counts.set(to.person, (counts.get(to.person) ?? 0) + 1);
  return [...counts].flatMap(([person, count]) => (count >= FROM ? [person] : []));
}

async function tellTogether(deps: Gathering, person: string, page: readonly Posted[]): Promise<readonly string[]> {
  const { outbox, now } = deps;
  const inPage = new Set(page.map(({ key }) => key));
  const free = (await outbox.gatherable(person, now(), MOST)).filter(({ key }) => inPage.has(key) || !deps.isUnderWay(key));
  const letters: WithBrief[] = [];
  for (const letter of free) if (hasBrief(letter) && !(await deps.isSuperseded(letter))) letters.push(letter);
  const [first] = letters;
  if (first === undefined || letters.length < FROM) return [];
  const digest = digestOf(deps, person, letters, (await deps.people.get(person))?.language ?? deps.language);
  await outbox.put([{ ...digest, key: `digest:${first.key}`, notBefore: now() }], now());
  const keys = letters.map(({ key }) => key);
  await outbox.gathered(keys, `digest:${first.key}`);
  return keys;
}

function hasBrief(letter: Posted): letter is WithBrief {
  return letter.brief !== undefined;
}

function digestOf({ speak }: Gathering, person: string, letters: readonly WithBrief[], language: Language): Omit<Letter, 'key' | 'notBefore'> {
  const groups = BRIEF_KINDS.map((kind) => ({ kind, briefs: letters.flatMap(({ brief }) => (brief.kind === kind ? [brief] : [])) })).filter(({ briefs }) => briefs.length > 0);
  const kinds = groups.map(({ kind, briefs }) => speak(language, 'digest.count', { kind: speak(language, `digest.kind.${kind}`), count: briefs.length })).join(speak(language, 'part.list-join'));
  const sorted = groups.flatMap(({ briefs }) => briefs);
  const lines = sorted.slice(0, LISTED).map(({ line }, index) => `${index + 1}. ${line}`).join('\n');
  const more = letters.length > LISTED ? speak(language, 'digest.more', { count: letters.length - LISTED }) : '';
  return { to: { person }, text: speak(language, 'digest.text', { count: letters.length, kinds, lines, more }), mask: letters.some(({ mask }) => mask), reply: false, gathers: letters.map(({ key }) => key) };
}
