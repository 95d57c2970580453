import { unlistedPlace } from '../place/unlisted-place.ts';
import { plainText } from '../plain-text.ts';
import { termsOf } from './terms.ts';

const DAY = 86_400_000;
const TERMS_KEPT = 30;
const MOST_RELATED = 10;
/** As if so many had been told before; among a few messages the words of a matter told twice would pass for everyday ones. */
const LEAST_MESSAGES = 10;
const SWEEP_EVERY = 5000;
const NAME_REACH = 120;
/** Without a place in both, a general question is easily taken for another. */
const NO_PLACE_SAID = 0.15;
const OTHER_PLACE_SAID = 0.7;

/** A message whose matter may have been told before. */
export interface Told {
  readonly id: string;
  readonly at: Date;
  readonly text: string;
  readonly title?: string | undefined;
  /** Place as the directory knows it: a place id, or a grid. */
  readonly place?: string | undefined;
  readonly category?: string | undefined;
}

/** What was told before of the same matter. */
export interface SameMatter {
  /** The likeliest earlier message of the same matter; undefined when none is surely the same. */
  readonly sameAs: string | undefined;
  /** Cosine with it or with the nearest, 0 to 1. */
  readonly score: number;
  /** Others near enough to look at, likeliest first. */
  readonly related: readonly { readonly id: string; readonly score: number }[];
}

/** Thresholds: above `same` it is the same matter alone; above `withContext` when place and class agree; above `related` worth a look. */
export interface SimilarityOptions {
  readonly days?: number | undefined;
  readonly same?: number | undefined;
  readonly withContext?: number | undefined;
  readonly related?: number | undefined;
}

/** Finds earlier messages of the same matter, by the terms they share. */
export interface Similarity {
  /** Adding an id again replaces what was known of it. */
  readonly add: (told: Told) => void;
  /** What was told before, within the window, without adding it. */
  readonly ask: (told: Told) => SameMatter;
  /** No longer counts: closed, merged or erased. */
  readonly remove: (id: string) => void;
  readonly size: () => number;
}

interface Entry {
  readonly id: string;
  readonly at: number;
  readonly place: string | undefined;
  readonly category: string | undefined;
  /** The place as said, when it has a name of its own. */
  readonly named: string | undefined;
  gone: boolean;
  /** What the question of this number has added up so far: kept here, because a map of tens of thousands is slow. */
  question: number;
  score: number;
}

interface Posting {
  readonly entries: Entry[];
  readonly weights: number[];
}

/** An empty index over a window of days (180 when not set); refill it from stored demands after a start. */
export function createSimilarity(options: SimilarityOptions = {}): Similarity {
  const { days = 180, same = 0.4, withContext = 0.25, related = 0.2 } = options;
  const postings = new Map<string, Posting>();
  const frequency = new Map<string, number>();
  const entries = new Map<string, Entry>();
  let added = 0;
  let questions = 0;

  function add(told: Told): void {
    remove(told.id);
    const counts = termsOf(told.text, told.title);
    const weights = weighed(counts, frequency, added);
    const entry: Entry = { id: told.id, at: told.at.getTime(), place: told.place, category: told.category, named: namedIn(told), gone: false, question: 0, score: 0 };
    entries.set(told.id, entry);
    for (const [term, weight] of weights) addPosting(postings, term, entry, weight);
    for (const term of counts.keys()) frequency.set(term, (frequency.get(term) ?? 0) + 1);
    added++;
    if (added % SWEEP_EVERY === 0) sweep(postings, told.at.getTime() - days * DAY);
  }

  function remove(id: string): void {
    const known = entries.get(id);
    if (known === undefined) return;
    known.gone = true;
    entries.delete(id);
  }

  function ask(told: Told): SameMatter {
    const near = nearest(postings, weighed(termsOf(told.text, told.title), frequency, added), told, { span: days * DAY, question: ++questions }).filter(({ score }) => score >= related);
    const [first] = near;
    const sameAs = near.find(({ entry, score }) => isSame(entry, told, namedIn(told), score, { same, withContext }))?.entry.id;
    return {
      sameAs,
      score: round(first?.score ?? 0),
      related: near.filter(({ entry }) => entry.id !== sameAs).slice(0, MOST_RELATED).map(({ entry, score }) => ({ id: entry.id, score: round(score) })),
    };
  }

  return { add, ask, remove, size: () => entries.size };
}

/** The terms that tell most, each weighed by how rare it is, as a vector of length one. */
function weighed(counts: ReadonlyMap<string, number>, frequency: ReadonlyMap<string, number>, messages: number): Map<string, number> {
  const weights = [...counts].map(([term, count]): [string, number] => [
    term,
    (1 + Math.log(count)) * Math.log((Math.max(messages, LEAST_MESSAGES) + 2) / ((frequency.get(term) ?? 0) + 1)),
  ]);
  const kept = weights.filter(([, weight]) => weight > 0).sort((one, other) => other[1] - one[1]).slice(0, TERMS_KEPT);
  const length = Math.sqrt(kept.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1;
  return new Map(kept.map(([term, weight]) => [term, weight / length]));
}

function addPosting(postings: Map<string, Posting>, term: string, entry: Entry, weight: number): void {
  const known = postings.get(term);
  if (known === undefined) {
    postings.set(term, { entries: [entry], weights: [weight] });
    return;
  }
  known.entries.push(entry);
  known.weights.push(weight);
}

function sweep(postings: Map<string, Posting>, since: number): void {
  for (const [term, { entries, weights }] of postings) {
    const kept = entries.map((entry, at) => ({ entry, weight: weights[at] ?? 0 })).filter(({ entry }) => !entry.gone && entry.at >= since);
    if (kept.length === entries.length) continue;
    if (kept.length === 0) postings.delete(term);
    else postings.set(term, { entries: kept.map(({ entry }) => entry), weights: kept.map(({ weight }) => weight) });
  }
}

function nearest(postings: ReadonlyMap<string, Posting>, weights: ReadonlyMap<string, number>, told: Told, { span, question }: { span: number; question: number }): { entry: Entry; score: number }[] {
  const touched: Entry[] = [];
  const since = told.at.getTime() - span;
  for (const [term, weight] of weights) {
    const posting = postings.get(term);
    if (posting !== undefined) addScores(touched, question, posting, weight, since);
  }
  return touched
    .filter((entry) => entry.score > 0.1 && !entry.gone && entry.id !== told.id)
    .map((entry) => ({ entry, score: entry.score }))
    .sort((one, other) => other.score - one.score);
}

function addScores(touched: Entry[], question: number, { entries, weights }: Posting, weight: number, since: number): void {
  for (let at = entries.length - 1; at >= 0; at--) {
    const entry = entries[at];
    if (entry === undefined || entry.at < since) continue;
    if (entry.question !== question) {
      entry.question = question;
      entry.score = 0;
      touched.push(entry);
    }
    entry.score += weight * (weights[at] ?? 0);
  }
}

function isSame(entry: Entry, told: Told, named: string | undefined, score: number, bars: { same: number; withContext: number }): boolean {
  const sameClass = entry.category === undefined || told.category === undefined || entry.category === told.category;
  if (entry.place !== undefined && told.place !== undefined) {
    return entry.place === told.place && score >= (sameClass ? bars.withContext : bars.same);
  }
  if (entry.named === undefined || named === undefined) return score >= bars.same + NO_PLACE_SAID;
  return shareName(entry.named, named) ? score >= bars.same : score >= OTHER_PLACE_SAID;
}

function namedIn({ title = '', text }: Told): string | undefined {
  return unlistedPlace(plainText(title)) ?? unlistedPlace(plainText(text.slice(0, NAME_REACH)));
}

function shareName(one: string, other: string): boolean {
  for (let at = 0; at + 3 <= one.length; at++) if (other.includes(one.slice(at, at + 3))) return true;
  return one.includes(other.slice(0, 2)) || other.includes(one.slice(0, 2));
}

function round(score: number): number {
  return Math.round(score * 1000) / 1000;
}
