import type { Hotspot, HotspotFact } from '../../domain/hotspots/hotspot.ts';
import { hotspotsIn, keyOf, neededSince, usualSince } from '../../domain/hotspots/hotspots.ts';
import { warnedTier } from '../../domain/mechanism/mechanism.ts';
import { afterQuiet, localDate } from '../../domain/time/working-time.ts';
import type { Calendar } from '../../domain/time/working-time.ts';
import type { Digest } from '../assessment/digest.ts';
import { beginning, readFacts } from '../hotspots/hotspots.ts';
import { weeklyText } from '../hotspots/warning-words.ts';
import { warnedUnits } from '../hotspots/warnings.ts';
import type { Alerting } from '../hotspots/warnings.ts';
import { nextNumber } from '../intake/register-matter.ts';
import type { Counters, Ledger } from '../ports/coordination.ts';
import type { DemandStore } from '../ports/demands.ts';
import type { Letter } from '../ports/letters.ts';
import type { Warning, Warnings } from '../ports/warnings.ts';
import { deskOf } from './letters.ts';

/** What is needed for the weekly letters. */
export interface Weekly extends Omit<Alerting, 'warnings' | 'demands'> {
  readonly demands: Pick<DemandStore, 'factsSince'>;
  readonly warnings: Pick<Warnings, 'open' | 'sayAgain' | 'latestAbout'>;
  readonly ledger: Pick<Ledger, 'get' | 'set'>;
  readonly counters: Counters;
  readonly calendar: Calendar;
  /** The week in short, of every unit that has anybody who gets it. */
  readonly digests?: ((monday: string) => Promise<readonly Digest[]>) | undefined;
}

const DAY_MS = 24 * 3600_000;
/** A week may be without a workday, and so without a letter. */
const STILL_THE_SAME_MS = 16 * DAY_MS;

/**
 * On the first workday of a week, a letter to every unit that is warned: what piles up there, at most so much of it; and to whoever gets it, the week
 * in short. Who gets both gets one letter. Gives how many letters; none when this week's are written. Safe to run late or twice: letters and warnings are known by their week.
 */
export function createWeeklyLetters(deps: Weekly): () => Promise<number> {
  return async () => {
    const today = localDate(deps.calendar, deps.now());
    const week = mondayOf(today);
    const mark = `weekly-warnings:${week}`;
    if (!deps.calendar.isWorkday(today) || (await deps.ledger.get(mark)) !== undefined) return 0;

    let put = 0;
    const digests = new Map(((await deps.digests?.(week)) ?? []).map((digest) => [digest.unit, digest]));
    for (const { unit, found } of await hotspotsByUnit(deps)) {
      put += await writeTo(deps, week, unit, found, digests.get(unit));
      digests.delete(unit);
    }
    for (const digest of digests.values()) put += await putLetters(deps, week, digest.unit, { told: [], warnings: [] }, digest);
    await deps.ledger.set(mark, String(put), deps.now());
    return put;
  };
}

function mondayOf(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  const sinceMonday = (day.getUTCDay() + 6) % 7;
  return new Date(day.getTime() - sinceMonday * DAY_MS).toISOString().slice(0, 10);
}

async function hotspotsByUnit(deps: Weekly): Promise<{ unit: string; found: readonly Hotspot[] }[]> {
  const { mechanism, directory, now } = deps;
  const [at, tier] = [now().getTime(), warnedTier(mechanism)];
  const since = usualSince(mechanism.hotspots, at);
  const facts = await readFacts(deps, new Date(neededSince(mechanism.hotspots, since, at)));
  const unitOf = new Map(directory().data.grids.map(({ id }) => [id, directory().path(id)[tier]]));
  const span = { since, now: at, recordedSince: beginning(facts, at) };
  const of = (unit: string): HotspotFact[] => facts.filter(({ grid }) => grid !== undefined && unitOf.get(grid) === unit);
  return [...warnedUnits(directory(), mechanism)].map((unit) => ({ unit, found: hotspotsIn(of(unit), mechanism.hotspots, span) }));
}

async function writeTo(deps: Weekly, week: string, unit: string, found: readonly Hotspot[], digest: Digest | undefined): Promise<number> {
  const { directory, mechanism, now } = deps;
  const told = deskOf({ directory: directory(), mechanism }, unit, 'front');
  const warnings: Warning[] = [];
  for (const hotspot of await worthALook(deps, unit, found)) {
    const about = aboutOf(unit, hotspot);
    const key = `weekly:${week}:${about}`;
    const last = await deps.warnings.latestAbout(about);
    const open = last !== undefined && last.key !== key && isStillOpen(last, now()) ? last : undefined;
    warnings.push(await (open === undefined ? deps.warnings.open({ key, occasion: 'weekly', about, unit, hotspot, told, at: now() }, () => nextNumber(deps.counters)) : deps.warnings.sayAgain(open.key, { hotspot, told, at: now() })));
  }
  return putLetters(deps, week, unit, { told: warnings.length === 0 ? [] : told, warnings }, digest);
}

/** Nobody has answered what the letter of one of the last weeks said: it is the same, with its number. Longer ago it is something new. */
function isStillOpen({ answers, at }: Warning, now: Date): boolean {
  return answers.length === 0 && now.getTime() - at.getTime() < STILL_THE_SAME_MS;
}

interface Warned {
  readonly told: readonly string[];
  readonly warnings: readonly Warning[];
}

async function putLetters({ people, outbox, describing, calendar, now }: Weekly, week: string, unit: string, { told, warnings }: Warned, digest: Digest | undefined): Promise<number> {
  const all = [...new Set([...told, ...(digest?.readers ?? [])])];
  const readers = (await Promise.all(all.map((id) => people.get(id)))).filter((one) => one !== undefined);
  const letters = readers.map(({ id, language }): Letter => ({
    key: `weekly-warnings:${week}:${unit}:${id}`,
    to: { person: id },
    text: [...(digest?.readers.includes(id) === true ? [digest.text(language)] : []), ...(told.includes(id) ? [weeklyText(describing(), unit, warnings, language)] : [])].join('\n\n'),
    mask: true,
    notBefore: afterQuiet(calendar, now()),
    reply: false,
  }));
  if (letters.length > 0) await outbox.put(letters, now());
  return letters.length;
}

/** Nothing that danger alone brought up, nothing that is part of what is listed, and nothing answered before to which nothing was added. */
async function worthALook({ warnings, mechanism }: Weekly, unit: string, found: readonly Hotspot[]): Promise<readonly Hotspot[]> {
  const { weekly, leastPeople } = mechanism.hotspots;
  const chosen: Hotspot[] = [];
  for (const hotspot of found) {
    if (chosen.length >= weekly.most) break;
    if (hotspot.kind === 'cluster' && hotspot.people < leastPeople) continue;
    const listed = new Set(chosen.flatMap(({ demandIds }) => demandIds));
    if (hotspot.demandIds.every((id) => listed.has(id))) continue;
    const last = await warnings.latestAbout(aboutOf(unit, hotspot));
    if (last !== undefined && last.answers.length > 0 && hotspot.demandIds.every((id) => last.hotspot.demandIds.includes(id))) continue;
    chosen.push(hotspot);
  }
  return chosen;
}

function aboutOf(unit: string, hotspot: Hotspot): string {
  return `${unit}|${keyOf(hotspot)}`;
}
