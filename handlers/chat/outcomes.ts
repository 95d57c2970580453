import type { Pending } from '../../domain/decide/pending.ts';
import type { Demand } from '../../domain/demand.ts';
import type { Mechanism } from '../../domain/mechanism/mechanism.ts';
import type { RateBand } from '../../domain/standing.ts';
import { activeCallee } from '../../domain/whistle.ts';
import type { Whistle } from '../../domain/whistle.ts';
import type { Language } from '../../locales/text.ts';
import { isTextKey } from '../../locales/text.ts';
import type { Acted } from '../acting/act.ts';
import type { CommandInput } from '../acting/command-input.ts';
import { poolNames } from '../letters/pool-people.ts';
import type { Reply, Said, SaidText } from './utterance.ts';
import { reply } from './utterance.ts';

type Done = Extract<Acted, { ok: true }>;
type Not = Extract<Acted, { ok: false }>;

/** Reporters hear of their own acts by notices; a second sentence would say it twice. */
const SAID_BY_NOTICE: ReadonlySet<CommandInput['type']> = new Set(['withdraw', 'supplement', 'hide', 'correct']);

/** What whoever gave a command is told when it was carried out. */
export function succeeded(input: CommandInput, { stored, before, no }: Done, unitId: string | undefined): readonly Reply[] {
  const { state: demand } = stored;
  if (SAID_BY_NOTICE.has(input.type) && demand.reporters.some((reporter) => reporter.no === no)) return [];
  switch (input.type) {
    case 'finish':
      return reply(demand.phase.status === 'done' ? 'ok.finish' : 'ok.finish-part', { no }, demand);
    case 'dispatch':
      return reply(braked(before, demand) ? 'ok.dispatch-braked' : 'ok.dispatch', { no }, demand);
    case 'whistle':
    case 'accept-proposal':
    case 'sound':
      return braked(before, demand) ? reply('ok.dispatch-braked', { no }, demand) : calledOut(before, demand, no);
    case 'call-people': {
      const pool = demand.pools?.at(-1);
      return reply('ok.call-people', { no, wanted: pool?.wanted, due: pool?.until }, demand);
    }
    case 'report-in': {
      if (joinedNow(before, demand)) return reply('ok.report-in-pool', { no }, demand);
      const callee = unitId === undefined ? undefined : activeCallee(demand.whistles, unitId)?.callee;
      const isLate = callee?.reportedAt !== undefined && callee.feedbackBy < callee.reportedAt;
      return reply(isLate ? 'ok.report-in-late' : 'ok.report-in', { no, feedbackBy: callee?.feedbackBy, doneBy: callee?.doneBy }, demand);
    }
    case 'press':
      return [{ key: 'ok.press', params: { no, what: demand.facts.what, units: pressedLast(demand) }, demand, mask: true }];
    case 'take':
      return reply(isTakenLate(demand) ? 'ok.take-late' : 'ok.take', { no }, demand);
    case 'merge':
      return reply('ok.merge', { no: input.with, into: demand.id }, demand);
    default: {
      const key = `ok.${input.type}`;
      return reply(isTextKey(key) ? key : 'ok.other', { no }, demand);
    }
  }
}

/** The units that were pressed last. */
function pressedLast({ presses = [] }: Demand): readonly string[] {
  const last = presses.at(-1)?.at.getTime();
  return presses.filter(({ at }) => at.getTime() === last).map(({ unit }) => unit);
}

/** Whether it was to be done before anybody took it up. */
function isTakenLate({ phase, clocks }: Demand): boolean {
  const due = clocks.find(({ kind }) => kind === 'solve')?.due;
  return phase.status === 'handling' && due !== undefined && due < phase.since;
}

/** One transfer too many went a tier up instead, and the transfers are counted anew. */
function braked(before: Demand, after: Demand): boolean {
  return after.charged.length < before.charged.length;
}

/** Whether somebody called by name has just reported in. */
function joinedNow(before: Demand, after: Demand): boolean {
  const joined = ({ pools = [] }: Demand) => pools.reduce((sum, pool) => sum + pool.joined.length, 0);
  return joined(after) > joined(before);
}

/** What became of a call: it sounds, waits to be agreed to or to be sounded, or was a dispatch. */
function calledOut(before: Demand, demand: Demand, no: string): readonly Reply[] {
  if (demand.whistles.length > before.whistles.length) return whistled(demand, no);
  const request = (demand.requests?.length ?? 0) > (before.requests?.length ?? 0) ? demand.requests?.at(-1) : undefined;
  if (request === undefined) return reply('ok.dispatch', { no }, demand);
  return reply(request.status === 'agreed' ? 'ok.whistle-agreed' : 'ok.whistle-prepared', { no }, demand);
}

function whistled(demand: Demand, no: string): readonly Reply[] {
  const whistle = demand.whistles.at(-1);
  const lead = whistle?.callees.find(({ role }) => role === 'lead');
  if (whistle === undefined || lead === undefined) return reply('ok.other', { no }, demand);
  const assists = whistle.callees.filter(({ role }) => role === 'assist').map(({ unit }) => unit);
  const listed: SaidText | undefined = assists.length === 0 ? undefined : { key: 'part.assists', params: { assists } };
  return reply('ok.whistle', { no, kind: whistle.kind, lead: lead.unit, assists: listed, reportBy: lead.reportBy, band: bandOfWhistle(whistle) }, demand);
}

/** How often the caller whistles, where the mechanism looks at that. */
function bandOfWhistle({ admission }: Whistle): SaidText | undefined {
  const rate = admission?.rate;
  return rate === undefined ? undefined : bandPart(rate.band, rate.demands === 0 ? 0 : Math.round((rate.whistles / rate.demands) * 100));
}

function bandPart(band: RateBand, share: Said): SaidText | undefined {
  return band === 'too-few' ? undefined : { key: 'part.band', params: { share, band: { key: `part.band-${band}` } } };
}

/** What waits for an answer, numbered. */
function numbered(pending: readonly Pending[] = []): readonly SaidText[] {
  return pending.map((one, index) => ({ key: 'part.numbered', params: { index: index + 1, text: waits(one) } }));
}

function waits(pending: Pending): SaidText {
  switch (pending.kind) {
    case 'exclusion':
      return { key: 'part.waits-exclusion', params: { reason: pending.reason } };
    case 'extension':
      return { key: 'part.waits-extension', params: { unit: pending.extension.unit, reason: pending.extension.reason } };
    case 'approval': {
      const { unit, kind, called } = pending.request;
      return { key: 'part.waits-approval', params: { unit, kind, lead: called[0]?.unit } };
    }
    case 'dispute':
      return { key: 'part.waits-dispute' };
  }
}

const BANDS: readonly RateBand[] = ['low', 'within', 'high'];

/** How it can be overridden: by whoever asks, or by others of the unit. */
function overridePart({ mayOverride, overriders = [] }: NonNullable<Not['params']> = {}): SaidText | undefined {
  if (mayOverride === 'yes') return { key: 'part.override' };
  return overriders.length === 0 ? undefined : { key: 'part.override-others', params: { overriders } };
}

/** What refusals of a whistle or a dispatch say besides: whether it can be overridden, how often is whistled, whose the matter is. */
function aboutCalls({ admission, chains }: Mechanism, { params, pending }: Not, language: Language): SaidText['params'] {
  const band = BANDS.find((one) => one === params?.['bandIs']);
  return {
    override: admission?.override === undefined ? undefined : overridePart(params),
    band: band === undefined ? undefined : bandPart(band, params?.['share'] ?? ''),
    ...(params?.['belongs']?.length === 0 ? { belongs: { key: 'part.no-owner' } } : {}),
    chains: chains.map(({ name }) => name[language]).join(' '),
    pools: chains.flatMap(({ pool }) => (pool === undefined ? [] : poolNames(pool, language))).join(' · '),
    ...(pending === undefined ? {} : { list: numbered(pending) }),
  };
}

/** What whoever gave a command, in this language, is told when it was not carried out. */
export type SayRefused = (acted: Not, input: CommandInput, language: Language) => readonly Reply[];

/** What whoever gave a command is told when it was not carried out: why, and what can be done instead. */
export function refused(mechanism: Mechanism, acted: Not, input: CommandInput, language: Language): readonly Reply[] {
  const { refusal, no, demand, params } = acted;
  const { dimensions, scale } = mechanism.rateCallees;
  const names = dimensions.map(({ name }) => name[language]);
  const kinds = mechanism.kinds.map(({ name }) => name[language]);
  const marks = dimensions.map(() => scale).join(' ');
  const words = input.type === 'rate-callee' ? input.unit : undefined;
  const example: SaidText = refusal === 'wrong-marks' ? { key: 'part.rate-example', params: { no: no ?? '', unit: words, marks } } : { key: 'example.whistle', params: { no: no ?? '', kind: kinds[0] } };
  return reply(refusal === 'not-called' && words !== undefined ? 'refusal.never-called' : `refusal.${refusal}`, { words, no: no ?? '', count: dimensions.length, dimensions: names.join(' '), scale, kinds: kinds.join(' '), example, ...statusFor(demand, no), ...params, ...aboutCalls(mechanism, acted, language) }, demand);
}

/** Who has withdrawn is told so, whatever became of the matter of the others. */
function statusFor(demand: Demand | undefined, no: string | undefined): SaidText['params'] {
  const isGone = demand?.reporters.some((one) => one.no === no && one.left === 'withdrawn') ?? false;
  return isGone ? { status: { key: 'status.withdrawn' } } : {};
}
