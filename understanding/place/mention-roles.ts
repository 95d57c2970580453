import {
  addressed,
  asideAfter,
  asideBefore,
  besideLead,
  besideThen,
  closeTo,
  deniedBefore,
  elsewhereAfter,
  elsewhereBefore,
  goneTo,
  homeAfter,
  homeIntroduction,
  leaningOn,
  stretch,
  stretchAfter,
  stretchThen,
  standsBy,
  towards,
  wayFrom,
  wayThen,
} from '../../locales/lexicon/place-role-words.ts';
import { isPrecise, isRoad, type Mention } from './mentions.ts';
import { partsAfter } from './place-parts.ts';
import { unlistedPlace } from './unlisted-place.ts';

const AROUND = 12;

/** What the places said in one text are said for. */
export interface Roles {
  /** Where the matter may be. */
  readonly matter: readonly Mention[];
  /** Where the speaker lives. */
  readonly homes: readonly Mention[];
  /** Gone to, come from, or known from former times: where the matter is only when nothing else is said. */
  readonly asides: readonly Mention[];
  /** Worked at, compared with or denied: never where the matter is. */
  readonly elsewhere: readonly Mention[];
  /** What only tells which part of another place is meant (大道靠公园那一段), and the office spoken to. */
  readonly references: readonly Mention[];
}

/** Tells where the matter is from what else is said of places. */
export function rolesOf(text: string, mentions: readonly Mention[]): Roles {
  const references = referencesAmong(text, mentions.filter(isPrecise));
  const roles = { matter: [] as Mention[], homes: [] as Mention[], asides: [] as Mention[], elsewhere: [] as Mention[], references: [...references] };
  for (const mention of mentions) if (!references.has(mention)) roles[roleOf(text, mention)].push(mention);
  return roles;
}

function roleOf(text: string, mention: Mention): keyof Roles {
  const before = text.slice(Math.max(0, mention.start - AROUND), mention.start);
  const after = text.slice(mention.end, mention.end + AROUND);
  if (!isPrecise(mention) && (addressed.before.test(before) || addressed.after.test(after))) return 'references';
  if (isBesideUnlisted(text, mention)) return 'references';
  const isExact = partsAfter(text, mention.end)?.building !== undefined;
  if (deniedBefore.test(before) || (!isExact && (elsewhereBefore.test(before) || elsewhereAfter.test(after)))) return 'elsewhere';
  if (homeIntroduction.test(before) || homeAfter.test(after)) return 'homes';
  if (isExact) return 'matter';
  const isWay = [wayFrom, goneTo].some((way) => way.before.test(before) && way.after.test(after));
  return isWay || asideBefore.test(before) || asideAfter.test(after) ? 'asides' : 'matter';
}

/** Whether it only tells where a place is that the directory lacks. */
function isBesideUnlisted(text: string, mention: Mention): boolean {
  const lead = besideLead.exec(text.slice(mention.end, mention.end + AROUND));
  if (lead === null) return false;
  const rest = text.slice(mention.end + lead[0].length, mention.end + lead[0].length + AROUND);
  if (startsWithName(rest)) return true;
  const before = text.slice(Math.max(0, mention.start - AROUND), mention.start);
  const named = standsBy.exec(before);
  return named !== null && endsWithName(before.slice(0, named.index));
}

function startsWithName(text: string): boolean {
  const named = unlistedPlace(text);
  return named !== undefined && text.startsWith(named);
}

function endsWithName(text: string): boolean {
  const named = unlistedPlace(text);
  return named !== undefined && text.endsWith(named);
}

function referencesAmong(text: string, mentions: readonly Mention[]): Set<Mention> {
  const references = new Set<Mention>();
  for (const [at, one] of mentions.entries()) {
    const next = mentions[at + 1];
    if (next === undefined) break;
    for (const end of endsOfStretch(text, one, next, mentions[at + 2], mentions[at - 1])) references.add(end);
    const reference = referenceOf(text, one, next);
    if (reference !== undefined) references.add(reference);
  }
  return references;
}

function referenceOf(text: string, one: Mention, next: Mention): Mention | undefined {
  const between = text.slice(one.end, next.start);
  if (besideThen.test(between) || (isRoad(next) && !isRoad(one) && stretchThen.test(between)) || (!isRoad(one) && wayThen.test(between))) return one;
  if (closeTo.test(between) || leaningOn.test(between)) return next;
  const isOnRoad = isRoad(one) && !isRoad(next) && towards.test(between);
  return isOnRoad && stretchAfter.test(text.slice(next.end, next.end + AROUND)) ? next : undefined;
}

/** A stretch from one place to another of a road said before or after them. */
function endsOfStretch(text: string, one: Mention, next: Mention, after: Mention | undefined, before: Mention | undefined): Mention[] {
  if (!stretch.between.test(text.slice(one.end, next.start))) return [];
  const isThen = after !== undefined && isRoad(after) && stretch.then.test(text.slice(next.end, after.start));
  const isBefore = before !== undefined && isRoad(before) && stretch.from.test(text.slice(before.end, one.start));
  return isThen || isBefore ? [one, next] : [];
}
