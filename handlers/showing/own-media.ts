import type { Entry, KeptDemand } from '../ports/demands.ts';

/** The pictures, voices and files that came with what these numbers of a demand told: of one reporter, and nobody else. */
export function mediaFrom({ state: demand, timeline }: KeptDemand, nos: readonly string[]): readonly string[] {
  const isFirst = demand.reporters[0] !== undefined && nos.includes(demand.reporters[0].no);
  return timeline.flatMap((entry) => {
    if (entry.type === 'registered') return isFirst ? entry.data.media : [];
    if (entry.type !== 'supported' && entry.type !== 'supplemented') return [];
    const { no, media } = entry.data;
    return no === undefined ? (isFirst ? media : []) : nos.includes(no) ? media : [];
  });
}

/** The pictures of the work that a unit showed with one entry; none of them is anybody's who raised the matter. */
export function evidenceIn(entry: Entry): readonly string[] {
  if (entry.type === 'evidence') return entry.data.media;
  return entry.type === 'fed-back' || entry.type === 'finished' || entry.type === 'done' ? (entry.data.media ?? []) : [];
}

/** Those that a person ever sent for a demand. */
export function mediaOfPerson(stored: KeptDemand, person: string): readonly string[] {
  return mediaFrom(stored, stored.state.reporters.filter((reporter) => reporter.person === person).map(({ no }) => no));
}
