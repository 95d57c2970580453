import type { Demand } from '../../domain/demand.ts';
import { asksSecrecy, present } from '../../domain/demand.ts';
import type { Directory } from '../../domain/directory/directory.ts';
import type { Mechanism, Name } from '../../domain/mechanism/mechanism.ts';
import { gradeIn } from '../../domain/mechanism/mechanism.ts';
import { stageOf } from '../../domain/stages.ts';
import { isSounding, owes } from '../../domain/whistle.ts';
import { moment } from '../../locales/moment.ts';
import { withDaysMeant } from '../../locales/shared/days-meant.ts';
import type { Speak } from '../../locales/speak.ts';
import type { Language, Params } from '../../locales/text.ts';

/** What is needed to put a demand into words. */
export interface Describing {
  readonly directory: Directory;
  readonly mechanism: Mechanism;
  /** The version that a demand began under, where sentences are about demands of any age. */
  readonly mechanismOf?: ((began: Demand['mechanism']) => Mechanism) | undefined;
  readonly speak: Speak;
  readonly categoryName: (id: string, language: Language) => string;
}

/** How a demand stands, as people are told. */
export type DemandStatus = Demand['phase']['status'] | 'whistling' | 'deliberating' | 'in-project';

/** The status as it is shown: handling, with a whistle that sounds, is 吹哨办理中. */
export function statusOf(demand: Demand): DemandStatus {
  const { status } = demand.phase;
  if (status === 'handling' && demand.carrier !== undefined) return demand.carrier.kind === 'deliberation' ? 'deliberating' : 'in-project';
  return status === 'handling' && isSounding(demand.whistles) ? 'whistling' : status;
}

/** A unit's name; its id where the directory does not know it any more. */
export function unitName(directory: Directory, id: string): string {
  return directory.unit(id)?.name ?? id;
}

/** The name of one in a list of the district's; its id where it is not there any more. */
export function nameIn(list: readonly { readonly id: string; readonly name: Name }[], id: string, language: Language): string {
  return list.find((one) => one.id === id)?.name[language] ?? id;
}

/** Several units' names. */
export function unitNames(directory: Directory, ids: readonly string[]): readonly string[] {
  return ids.map((id) => unitName(directory, id));
}

/** The same, with the mechanism that this demand began under. */
export function describingOf(with_: Describing, demand: Demand | undefined): Describing {
  return demand === undefined ? with_ : { ...with_, mechanism: with_.mechanismOf?.(demand.mechanism) ?? with_.mechanism };
}

/** The parameters that every sentence about a demand may use. Words stay sealed. */
export function describe(with_: Describing, demand: Demand, language: Language, now: Date): Params {
  const { directory, mechanism, speak, categoryName } = with_;
  const { place, what, when, whenMeant, course } = demand.facts;
  const due = (kind: string) => demand.clocks.find((clock) => clock.kind === kind)?.due;
  const said = (at: Date | undefined) => (at === undefined ? '' : moment(language, at, now));
  const told = when === undefined ? undefined : withDaysMeant(language, when, whenMeant, demand.raisedAt);
  return {
    what,
    place: placeInWords(with_, demand, language),
    detail: place?.detail === undefined ? '' : speak(language, 'part.detail', { detail: place.detail }),
    unlisted: isUnlisted(place) ? speak(language, 'part.place-unlisted') : '',
    verify: isUnlisted(place) ? speak(language, 'part.place-verify', { no: demand.id }) : '',
    when: told ?? speak(language, 'part.unsaid'),
    time: told === undefined ? '' : speak(language, 'part.time', { when: told }),
    course,
    grade: gradeIn(mechanism, demand.grade, language),
    tier: mechanism.tiers.find(({ id }) => id === demand.tier)?.name[language] ?? demand.tier,
    unit: unitName(directory, demand.holder),
    category: categoryName(demand.category, language),
    status: speak(language, `status.${statusOf(demand)}`),
    due: said(due('take-up') ?? due('solve')),
    solve: said(due('solve')),
    flags: flags(with_, demand, language),
    supporters: present(demand).length - 1,
    stage: stageLine(with_, demand, language),
    next: next(with_, demand, language, now),
  };
}

/** Whether a place was said that the directory does not know. */
function isUnlisted(place: Demand['facts']['place']): boolean {
  return place !== undefined && place.id === undefined && place.name !== '';
}

/** A home that is only assumed never stands there as if it were the place. */
function placeInWords({ speak }: Describing, { facts: { place, placeSaid } }: Demand, language: Language): string {
  if (place?.assumed === true) return speak(language, 'part.place-assumed', { place: place.name, said: placeSaid === undefined ? '' : speak(language, 'part.place-said', { said: placeSaid }) });
  return [place?.name, placeSaid].find((said) => said !== undefined && said !== '') ?? speak(language, 'part.unknown-place');
}

function flags({ speak }: Describing, demand: Demand, language: Language): string {
  const { urgency, understood } = demand;
  const said = (flag: boolean, key: 'part.flag-danger' | 'part.flag-urgent' | 'part.flag-upset' | 'part.flag-many' | 'part.flag-hidden'): string => (flag ? speak(language, key) : '');
  return [
    said(urgency === 'danger', 'part.flag-danger'),
    said(urgency === 'urgent', 'part.flag-urgent'),
    said(understood.reasons.includes('affected:many'), 'part.flag-many'),
    said(understood.reasons.includes('feeling:upset'), 'part.flag-upset'),
    said(asksSecrecy(demand), 'part.flag-hidden'),
  ].join('');
}

/** Where it is in the district's own method, in one line. */
function stageLine({ mechanism, speak }: Describing, demand: Demand, language: Language): string {
  const stage = stageOf(mechanism, demand);
  if (stage === undefined) return '';
  return speak(language, 'part.stage', { at: mechanism.stages.indexOf(stage) + 1, of: mechanism.stages.length, name: stage.name[language] });
}

/** What happens next and by when, in one line. */
function next(with_: Describing, demand: Demand, language: Language, now: Date): string {
  const { directory, speak } = with_;
  const unit = unitName(directory, demand.holder);
  const dueOf = (kind: string) => demand.clocks.find((clock) => clock.kind === kind)?.due;
  const isLate = (kind: string) => (dueOf(kind) ?? now) < now;
  const said = (kind: string) => {
    const due = dueOf(kind);
    return due === undefined ? '' : moment(language, due, now);
  };
  switch (statusOf(demand)) {
    case 'waiting':
      if (demand.urgency === 'danger') return speak(language, 'part.next-urgent', { unit });
      if (demand.facts.place === undefined) return speak(language, 'part.next-sorting');
      return speak(language, isLate('take-up') ? 'part.next-not-taken' : 'part.next-take-up', { unit, due: said('take-up'), solve: dueOf('solve') === undefined || isLate('solve') ? '' : speak(language, 'part.next-solved', { solve: said('solve') }) });
    case 'handling':
      if (isLate('solve')) return speak(language, 'part.next-late', { units: unit, solve: said('solve') });
      return speak(language, 'part.next-handling', { solve: said('solve') });
    case 'whistling': {
      const called = demand.whistles.flatMap(({ status, callees }) => (status === 'sounding' ? callees.filter(owes) : []));
      if (called.length === 0) return '';
      const last = new Date(Math.max(...called.map(({ doneBy }) => doneBy.getTime())));
      return speak(language, last < now ? 'part.next-late' : 'part.next-whistle', { units: unitNames(directory, called.map((callee) => callee.unit)), solve: moment(language, last, now) });
    }
    default:
      return speak(language, `part.next-${statusOf(demand) as 'done'}`);
  }
}
