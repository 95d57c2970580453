import type { SayResult } from '../../handlers/channel.ts';

/** What an error code means for what was to be said; `token`: ask for a new one; `settings`: an operator must look; `outage`: try again later. */
export type Verdict = 'limited' | 'closed' | 'refused' | 'token' | 'settings' | 'outage';

const CODES: Readonly<Record<Verdict, readonly number[]>> = {
  token: [40001, 40014, 41001, 42001, 42007, 42009],
  /** Too many at once, too many in a minute or in a day. */
  limited: [-1, 45009, 45011, 45033, 45048, 45063, 45064, 45085],
  /** The time after the person's last message is over, or all messages within it are used up. */
  closed: [95001, 95002, 95013, 95018, 45015, 45047],
  /** Nobody there, or nobody who wants to hear from us. */
  refused: [40003, 40031, 40056, 43004, 43019, 43101, 43107, 46004, 48002, 50002, 60111, 81013, 86001, 86008, 95004, 95017],
  settings: [40013, 40035, 40037, 40125, 40164, 48001, 48004, 50001, 60011, 60020, 61451, 95000, 95012, 301002, 40082, 40091],
  outage: [],
};

const BY_CODE = new Map(Object.entries(CODES).flatMap(([verdict, codes]) => codes.map((code) => [code, verdict] as const)));

/** What a code of the messenger means; what is not known counts as an outage. */
export function verdictOn(code: number): Verdict {
  const verdict = BY_CODE.get(code);
  return verdict !== undefined && isVerdict(verdict) ? verdict : 'outage';
}

function isVerdict(word: string): word is Verdict {
  return Object.hasOwn(CODES, word);
}

const BUSY_MS = 60_000;
const QUOTA_MS = 3600_000;
const DAILY_QUOTA = [45009, 45048];

/** The messenger answered with a code that is no success. It holds no address and no token. */
export class MessengerError extends Error {
  readonly code = 'messenger-error';
  readonly verdict: Verdict;
  constructor(readonly call: string, readonly errcode: number) {
    super(`${call} answered ${errcode}`);
    this.name = 'MessengerError';
    this.verdict = verdictOn(errcode);
  }
}

/** What became of a letter that the messenger did not take; throws what is an outage or wrong in the settings. */
export function saidDespite(error: unknown): SayResult {
  if (!(error instanceof MessengerError)) throw error;
  const { verdict, errcode } = error;
  if (verdict === 'limited') return { outcome: 'limited', retryAfterMs: DAILY_QUOTA.includes(errcode) ? QUOTA_MS : BUSY_MS };
  if (verdict === 'closed') return { outcome: 'closed', reason: `code-${errcode}` };
  if (verdict === 'refused') return { outcome: 'refused', reason: `code-${errcode}` };
  throw error;
}
