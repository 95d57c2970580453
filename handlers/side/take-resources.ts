import type { NeedSettings } from '../../domain/mechanism/lists.ts';
import type { UnitRef } from '../../domain/mechanism/mechanism.ts';
import { mayProvide } from '../../domain/need/resource.ts';
import type { Resource, Wanted } from '../../domain/need/resource.ts';
import { unitMeant } from '../acting/unit-meant.ts';
import type { UnitUnknown } from '../acting/unit-meant.ts';
import { daysNamed, wantedIn } from '../chat/side/grammar.ts';
import { alliancesOf, registerOne } from './register-resource.ts';
import type { RegisteringResources } from './register-resource.ts';

/** A resource as a line of a file has it; kind, days and people are looked for in the words where they are left out. */
export interface ResourceLine {
  readonly unit: string;
  readonly words: string;
  readonly kind?: string | undefined;
  readonly days?: string | undefined;
  readonly people?: string | undefined;
}

/** A fault of the line with this index, with what its sentence needs. */
export interface ResourceFault {
  readonly index: number;
  readonly fault: 'no-such-unit' | 'which-unit' | 'not-provider' | 'no-words' | 'no-such-kind' | 'no-such-days' | 'no-such-number' | 'listed-twice';
  readonly params: UnitUnknown['params'];
}

/** Everything was registered, or nothing and why; undefined where the district has no resources. */
export type TakenResources = { readonly ok: true; readonly kept: readonly Resource[] } | { readonly ok: false; readonly faults: readonly ResourceFault[] } | undefined;

/** Whoever administers the program registers for the units. */
const BY = 'admin';
const MOST_PEOPLE = 9999;

/** Registers the resources of a file: all of them, or, with everything that is wrong told at once, none. The same line again registers nothing new, unless it was stopped meanwhile. */
export function createTakeResources(deps: RegisteringResources & { readonly fingerprint: (text: string) => string }): (lines: readonly ResourceLine[]) => Promise<TakenResources> {
  return async (lines) => {
    const { needs } = deps.mechanism;
    if (needs === undefined) return undefined;
    const read = lines.map((line, index) => readLine(deps, needs, line, index, lines));
    const faults = read.flatMap((one) => one.faults);
    if (faults.length > 0) return { ok: false, faults };

    const kept: Resource[] = [];
    for (const { unit, words, wanted } of read) if (unit !== undefined) kept.push(await registered(deps, unit, words, wanted));
    return { ok: true, kept };
  };
}

async function registered(deps: RegisteringResources & { readonly fingerprint: (text: string) => string }, unit: UnitRef, words: string, wanted: ReadLine['wanted']): Promise<Resource> {
  const print = deps.fingerprint(JSON.stringify([unit.id, words, wanted.kind, wanted.days, wanted.people]));
  for (let nth = 1; ; nth++) {
    const kept = await registerOne(deps, { unit, person: BY, words, origin: `file:${print}:${nth}`, wanted });
    if (kept.stoppedAt === undefined) return kept;
  }
}

interface ReadLine {
  readonly unit: UnitRef | undefined;
  readonly words: string;
  readonly wanted: Pick<Wanted, 'kind' | 'days' | 'people'>;
  readonly faults: readonly ResourceFault[];
}

function readLine({ directory }: Pick<RegisteringResources, 'directory'>, settings: NeedSettings, line: ResourceLine, index: number, all: readonly ResourceLine[]): ReadLine {
  const faults: ResourceFault[] = [];
  const wrong = (fault: ResourceFault['fault'], params: ResourceFault['params'] = {}) => void faults.push({ index, fault, params });
  const words = line.words.trim();
  const unit = unitOf(directory(), settings, line.unit, wrong);
  if (words === '') wrong('no-words');
  const wanted = wantedOf(settings, { ...line, words }, wrong);
  const first = all.findIndex((one) => same(one, line));
  if (first < index) wrong('listed-twice', { first: String(first + 1) });
  return { unit, words, wanted, faults };
}

type Wrong = (fault: ResourceFault['fault'], params?: ResourceFault['params']) => void;

function unitOf(directory: ReturnType<RegisteringResources['directory']>, settings: NeedSettings, said: string, wrong: Wrong): UnitRef | undefined {
  const unit = directory.unitRef(said) ?? unitMeant(directory, { person: BY, roles: [] }, said);
  if ('refusal' in unit) wrong(unit.refusal, unit.params);
  else if (mayProvide(settings, unit, alliancesOf(directory, unit.id))) return unit;
  else wrong('not-provider', { unit: unit.id });
  return undefined;
}

function wantedOf(settings: NeedSettings, { words, kind, days, people }: ResourceLine, wrong: Wrong): ReadLine['wanted'] {
  const said = wantedIn(words, settings);
  const kindSaid = kind === undefined ? said.kind : (settings.kinds.find(({ id }) => id === kind)?.id ?? wantedIn(kind, settings).kind);
  const daysSaid = days === undefined ? said.days : daysNamed(days);
  const number = people === undefined ? said.people : Number(people);
  if (kindSaid === undefined) wrong('no-such-kind', { words: kind ?? '' });
  if (days !== undefined && daysSaid === undefined) wrong('no-such-days', { words: days });
  if (number !== undefined && !(Number.isInteger(number) && number >= 1 && number <= MOST_PEOPLE)) wrong('no-such-number', { words: people ?? '' });
  return { kind: kindSaid, days: daysSaid === 'any' ? undefined : daysSaid, people: number };
}

function same(one: ResourceLine, other: ResourceLine): boolean {
  return one.unit.trim() === other.unit.trim() && one.words.trim() === other.words.trim() && one.kind === other.kind && one.days === other.days && one.people === other.people;
}
