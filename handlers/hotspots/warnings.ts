import type { Demand } from '../../domain/demand.ts';
import type { Directory } from '../../domain/directory/directory.ts';
import { clusters } from '../../domain/hotspots/clusters.ts';
import type { HotspotFact } from '../../domain/hotspots/hotspot.ts';
import { spotOf } from '../../domain/hotspots/tally.ts';
import { warnedTier } from '../../domain/mechanism/mechanism.ts';
import type { Mechanism } from '../../domain/mechanism/mechanism.ts';
import { deskOf } from '../letters/letters.ts';
import type { DemandStore } from '../ports/demands.ts';
import type { Letter, Outbox } from '../ports/letters.ts';
import type { Now } from '../ports/now.ts';
import type { People } from '../ports/people.ts';
import type { Warning, Warnings } from '../ports/warnings.ts';
import type { Describing } from '../showing/describe.ts';
import { readDangers } from './hotspots.ts';
import { warningText } from './warning-words.ts';

/** What is needed to warn. */
export interface Alerting {
  readonly demands: Pick<DemandStore, 'dangersSince'>;
  readonly warnings: Pick<Warnings, 'open' | 'include' | 'since'>;
  readonly outbox: Pick<Outbox, 'put' | 'ofDemand'>;
  readonly people: Pick<People, 'get'>;
  readonly directory: () => Directory;
  readonly mechanism: Mechanism;
  readonly describing: () => Describing;
  readonly now: Now;
}

/** Warns of danger: told of every change, it looks when there was one. */
export interface DangerWatch {
  readonly noticed: (demand: Demand) => void;
  /** Warns of every danger that nobody was warned of; gives how many. Safe to run twice, late, and in several processes. */
  readonly warn: () => Promise<number>;
}

const HOUR_MS = 3600_000;

/** One danger is a warning at once, to those who dispatch for the place and to the unit above; more of the same belongs to it. It looks back at its first run. */
export function createDangerWatch(deps: Alerting): DangerWatch {
  /** Since when there may be a danger that nobody was warned of; undefined when there is none. */
  let unseen: Date | undefined = new Date(0);
  const look = (raisedAt: Date) => {
    if (unseen === undefined || raisedAt < unseen) unseen = raisedAt;
  };
  return {
    noticed: ({ urgency, raisedAt }) => {
      if (urgency === 'danger') look(raisedAt);
    },
    warn: async () => {
      const from = unseen;
      if (from === undefined) return 0;
      unseen = undefined;
      try {
        return await warnOfDangers(deps, from);
      } catch (error) {
        look(from);
        throw error;
      }
    },
  };
}

async function warnOfDangers(deps: Alerting, from: Date): Promise<number> {
  const { mechanism, warnings, now } = deps;
  const since = new Date(now().getTime() - mechanism.hotspots.danger.hours * HOUR_MS);
  const all = once(async () => (await readDangers(deps, since)).map(somewhere));
  const facts = from <= since ? await all() : (await readDangers(deps, from)).map(somewhere);
  const earlier = new Date(since.getTime() - mechanism.hotspots.danger.hours * HOUR_MS);
  const warned = [...(await warnings.since(earlier)).filter(({ occasion }) => occasion === 'danger')];
  const known = new Set(warned.flatMap(({ hotspot }) => hotspot.demandIds));
  let count = 0;
  for (const fact of facts.filter(({ id }) => !known.has(id))) {
    const same = warned.find(({ about, at }) => about === spotOf(fact) && at >= since);
    const opened = same ?? (await openDanger(deps, fact, await all(), since));
    if (opened === undefined) continue;
    if (!opened.hotspot.demandIds.includes(fact.id)) await warnings.include(opened.key, fact.id);
    if (same === undefined) warned.push(opened);
    count++;
  }
  return count;
}

function once<T>(read: () => Promise<T>): () => Promise<T> {
  let reading: Promise<T> | undefined;
  return () => (reading ??= read());
}

/** A danger at a place that nobody knows yet is one of its own. */
function somewhere(fact: HotspotFact): HotspotFact {
  return spotOf(fact) === undefined ? { ...fact, places: [fact.id] } : fact;
}

async function openDanger(deps: Alerting, fact: HotspotFact, facts: readonly HotspotFact[], since: Date): Promise<Warning | undefined> {
  const { mechanism, directory, now, warnings } = deps;
  const about = spotOf(fact);
  const [hotspot] = clusters(facts.filter((one) => spotOf(one) === about), mechanism.hotspots, { since: since.getTime(), now: now().getTime(), recordedSince: since.getTime() });
  if (about === undefined || hotspot === undefined) return undefined;

  const unit = warnedUnit(directory(), mechanism, fact);
  const above = directory().unitsAbove(unit)[0]?.id;
  const told = [unit, above].flatMap((one) => (one === undefined ? [] : deskOf({ directory: directory(), mechanism }, one, 'front')));
  const spell = Math.floor(fact.at / (mechanism.hotspots.danger.hours * HOUR_MS));
  const warning = await warnings.open({ key: `danger:${about}:${String(spell)}`, occasion: 'danger', about, unit, hotspot, told: [...new Set(told)], at: now() }, () => Promise.resolve(fact.id));
  await putLetters(deps, warning, fact.id);
  return warning;
}

/** Whoever was told of the demand itself knows it already, with the number to answer: nobody is told of one danger twice. */
async function putLetters({ people, outbox, describing, now }: Alerting, warning: Warning, demand: string): Promise<void> {
  const informed = new Set((await outbox.ofDemand(demand)).flatMap(({ to }) => ('person' in to ? [to.person] : [])));
  const readers = (await Promise.all(warning.told.filter((id) => !informed.has(id)).map((id) => people.get(id)))).filter((one) => one !== undefined);
  const letters = readers.map(({ id, language }): Letter => ({
    key: `warning:${warning.key}:${id}`,
    to: { person: id },
    text: warningText(describing(), warning, language),
    mask: true,
    notBefore: now(),
    reply: false,
  }));
  await outbox.put(letters, now());
}

/** The unit that is warned of what is at a place; where the place has none, the one nearest to whoever has the demand. */
function warnedUnit(directory: Directory, mechanism: Mechanism, { grid, unit }: HotspotFact): string {
  const tier = warnedTier(mechanism);
  const here = grid === undefined ? undefined : directory.path(grid)[tier];
  if (here !== undefined || unit === undefined) return here ?? '';
  const warned = warnedUnits(directory, mechanism);
  return [unit, ...directory.unitsAbove(unit).map(({ id }) => id)].find((id) => warned.has(id)) ?? unit;
}

/** The units that are warned: those that the grids have at that tier. */
export function warnedUnits(directory: Directory, mechanism: Mechanism): ReadonlySet<string> {
  const tier = warnedTier(mechanism);
  return new Set(directory.data.grids.map(({ id }) => directory.path(id)[tier]).filter((unit) => unit !== undefined));
}
