import type { Hotspot } from '../../domain/hotspots/hotspot.ts';
import type { Language } from '../../locales/text.ts';
import { isoTime } from '../iso-time.ts';
import type { Sealer } from '../ports/sealer.ts';
import type { Warning, WarningReply } from '../ports/warnings.ts';
import type { Describing } from '../showing/describe.ts';
import { placeName, sentence } from './warning-words.ts';

/** What is needed to show hot spots and warnings outside. */
export interface PresentingHotspots {
  readonly describing: Describing;
  readonly sealer: Pick<Sealer, 'open'>;
  readonly maskPersonal: (text: string) => string;
}

/** A hot spot as it is shown, with the sentence why. */
export function presentHotspot({ describing }: PresentingHotspots, hotspot: Hotspot, language: Language) {
  const { kind, category, place, places, grid, unit, danger, count, people, before, trend, why, demandIds, from, to } = hotspot;
  return {
    kind, category, place: named(describing, place, language), places: [...places], grid, unit, danger, count, people, before, trend,
    why: why.map((one) => ({ ...one })),
    sentence: sentence(describing, hotspot, language),
    demandIds: [...demandIds],
    from: isoTime(new Date(from)),
    to: isoTime(new Date(to)),
  };
}

/** A warning as it is shown, its answers counted: of each person the last. */
export async function presentWarning(with_: PresentingHotspots, warning: Warning, language: Language) {
  const { no, at, openSince, occasion, unit, hotspot, told, answers } = warning;
  return {
    no,
    at: isoTime(at),
    ...(openSince !== undefined && { openSince: isoTime(openSince) }),
    occasion,
    kind: hotspot.kind,
    unit,
    category: hotspot.category,
    place: named(with_.describing, hotspot.place, language),
    demandIds: [...hotspot.demandIds],
    told: told.length,
    answers: await Promise.all(answers.map((one) => presentAnswer(with_, one))),
    answered: countAnswers([warning]),
  };
}

/** How warnings were answered, by the last word of each who answered. */
export function countAnswers(warnings: readonly Pick<Warning, 'answers'>[]) {
  const last = warnings.flatMap(({ answers }) => [...new Map(answers.map(({ person, answer }) => [person, answer])).values()]);
  const of = (answer: WarningReply['answer']) => last.filter((one) => one === answer).length;
  return { seen: of('seen'), acted: of('acted'), notSo: of('not-so') };
}

async function presentAnswer({ sealer, maskPersonal }: PresentingHotspots, { person, unit, answer, words, at }: WarningReply) {
  const said = words === undefined ? undefined : await sealer.open(words);
  return { by: person, unit, answer, words: said === undefined ? undefined : maskPersonal(said), at: isoTime(at) };
}

function named(describing: Describing, id: string, language: Language) {
  return { id, name: placeName(describing, id, language) };
}
