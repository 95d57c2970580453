import type { Demand } from '../../domain/demand.ts';
import { reporterOf } from '../../domain/demand.ts';
import type { Mechanism } from '../../domain/mechanism/mechanism.ts';
import type { Language } from '../../locales/text.ts';
import type { Describing } from '../showing/describe.ts';

/** The source that this reporter's matter came from, as the district's file has it. */
export function sourceOfReporter({ mechanism }: Pick<Describing, 'mechanism'>, demand: Demand, no: string): Mechanism['sources'][number] | undefined {
  const source = reporterOf(demand, no)?.source;
  return mechanism.sources.find(({ id }) => id === source);
}

/**
 * Those whom the directory names for the source that a reporter's matter came from: those nearest to its place, else all of them; never the
 * reporter, who hears of it anyway.
 */
export function deskOfSource(with_: Pick<Describing, 'directory' | 'mechanism'>, demand: Demand, no: string): readonly string[] {
  const source = sourceOfReporter(with_, demand, no);
  if (source === undefined) return [];
  const { directory } = with_;
  const names = [source.id, ...Object.values(source.name)];
  const named = directory.data.people.filter(({ id, sources }) => id !== reporterOf(demand, no)?.person && sources.some((one) => names.includes(one)));
  const within = (unit: string) => named.filter((person) => person.unit !== undefined && directory.isWithin(person.unit, unit));
  const near = Object.values(demand.facts.place?.path ?? {}).map(within).find((list) => list.length > 0);
  return (near ?? named).map(({ id }) => id);
}

/** What this reporter said of the outcome, as the end of a sentence; empty when nothing was said. */
export function ratingInWords({ speak }: Pick<Describing, 'speak'>, { ratings }: Demand, language: Language, no: string): string {
  const satisfied = ratings.findLast((rating) => rating.no === no)?.answers.satisfied;
  return satisfied === undefined ? '' : speak(language, `part.rated-${satisfied}`);
}
