import type { DeliberationSettings } from '../mechanism/deliberation.ts';
import type { Ballot, BallotResult } from './deliberation.ts';

type VoteRules = DeliberationSettings['vote'];

/** What follows from a vote that is over, and for a further ballot among which options. */
export interface Counted {
  readonly result: BallotResult;
  readonly next: 'decided' | 'again' | 'chair' | 'fail';
  readonly option?: number | undefined;
  readonly among: readonly number[];
}

/** Counts a ballot: each person once, then the quorum, then ties, then the majority, as the district has them. */
export function count(rules: VoteRules, { round, options, eligible, votes }: Ballot): Counted {
  const tally = options.map((option) => ({ option, votes: votes.filter((vote) => vote.option === option).length })).sort((a, b) => b.votes - a.votes || a.option - b.option);
  const turnout = votes.length;
  const needed = neededFor(rules, eligible);
  const most = tally[0]?.votes ?? 0;
  const leading = tally.filter((one) => one.votes === most).map(({ option }) => option);
  const outcome = outcomeOf({ turnout, needed, leading, most, majority: rules.majority });
  const result: BallotResult = { round, turnout, eligible, needed, tally, outcome };
  if (outcome === 'decided') return { result, next: 'decided', option: leading[0], among: [] };

  const wanted = { tie: rules.tie, 'no-majority': rules.noMajority, 'no-quorum': rules.noQuorum }[outcome];
  const next = wanted === 'again' && round >= rules.rounds ? rules.last : wanted;
  const among = outcome === 'tie' ? leading : outcome === 'no-quorum' ? options : foremost(tally);
  return { result, next, among: [...among].sort((a, b) => a - b) };
}

/** The two with the most votes, and whoever has as many as the second. */
function foremost(tally: BallotResult['tally']): readonly number[] {
  const least = tally[1]?.votes ?? 0;
  return tally.filter(({ votes }) => votes >= least).map(({ option }) => option);
}

/** How many must vote: the number of people, or the share of those who may when that is more. */
export function neededFor({ quorum }: VoteRules, eligible: number): number {
  return Math.max(quorum.people, Math.ceil(quorum.share * eligible));
}

interface Standing {
  readonly turnout: number;
  readonly needed: number;
  readonly leading: readonly number[];
  readonly most: number;
  readonly majority: number;
}

function outcomeOf({ turnout, needed, leading, most, majority }: Standing): BallotResult['outcome'] {
  if (turnout < needed) return 'no-quorum';
  if (leading.length > 1) return 'tie';
  return most > majority * turnout ? 'decided' : 'no-majority';
}
