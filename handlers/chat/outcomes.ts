import type { Demand } from '../../domain/demand.ts';
import type { Mechanism } from '../../domain/mechanism.ts';
import { activeCallee } from '../../domain/whistle.ts';
import type { Language } from '../../locales/text.ts';
import { isTextKey } from '../../locales/text.ts';
import type { Acted } from '../act.ts';
import type { CommandInput } from '../command-input.ts';
import type { Reply, SaidText } from './utterance.ts';
import { reply } from './utterance.ts';

type Done = Extract<Acted, { ok: true }>;
type Not = Extract<Acted, { ok: false }>;

/** Reporters hear of their own acts by notices; a second sentence would say it twice. */
const SAID_BY_NOTICE: ReadonlySet<CommandInput['type']> = new Set(['withdraw', 'supplement', 'hide', 'correct']);

/** What whoever gave a command is told when it was carried out. */
export function succeeded(input: CommandInput, { stored, before, no }: Done, unitId: string | undefined): readonly Reply[] {
  const { demand } = stored;
  if (SAID_BY_NOTICE.has(input.type) && demand.reporters.some((reporter) => reporter.no === no)) return [];
  switch (input.type) {
    case 'finish':
      return reply(demand.phase.status === 'done' ? 'ok.finish' : 'ok.finish-part', { no }, demand);
    case 'dispatch':
      return reply(braked(before, demand) ? 'ok.dispatch-braked' : 'ok.dispatch', { no }, demand);
    case 'whistle':
      return braked(before, demand) ? reply('ok.dispatch-braked', { no }, demand) : whistled(demand, no);
    case 'report-in': {
      const callee = unitId === undefined ? undefined : activeCallee(demand.whistles, unitId)?.callee;
      return reply('ok.report-in', { no, feedbackBy: callee?.feedbackBy, doneBy: callee?.doneBy }, demand);
    }
    case 'merge':
      return reply('ok.merge', { no: input.with, into: demand.id }, demand);
    default: {
      const key = `ok.${input.type}`;
      return reply(isTextKey(key) ? key : 'ok.other', { no }, demand);
    }
  }
}

/** One transfer too many went a tier up instead, and the transfers are counted anew. */
function braked(before: Demand, after: Demand): boolean {
  return after.charged.length < before.charged.length;
}

function whistled(demand: Demand, no: string): readonly Reply[] {
  const whistle = demand.whistles.at(-1);
  const lead = whistle?.callees.find(({ role }) => role === 'lead');
  if (whistle === undefined || lead === undefined) return reply('ok.other', { no }, demand);
  const assists = whistle.callees.filter(({ role }) => role === 'assist').map(({ unit }) => unit);
  const listed: SaidText | undefined = assists.length === 0 ? undefined : { key: 'part.assists', params: { assists: assists.join(',') } };
  return reply('ok.whistle', { no, kind: whistle.kind, lead: lead.unit, assists: listed, reportBy: lead.reportBy }, demand);
}

/** What whoever gave a command is told when it was not carried out: why, and what can be done instead. */
export function refused(mechanism: Mechanism, { refusal, no, demand, params }: Not, input: CommandInput, examples: { readonly language: Language }): readonly Reply[] {
  const { dimensions, scale } = mechanism.rateCallees;
  const names = dimensions.map(({ name }) => name[examples.language]);
  const kinds = mechanism.kinds.map(({ name }) => name[examples.language]);
  const marks = dimensions.map(() => scale).join(' ');
  const words = input.type === 'rate-callee' ? input.unit : undefined;
  const example: SaidText = refusal === 'wrong-marks' ? { key: 'part.rate-example', params: { no: no ?? '', unit: words, marks } } : { key: 'example.whistle', params: { no: no ?? '', kind: kinds[0] } };
  return reply(refusal === 'not-called' && words !== undefined ? 'refusal.never-called' : `refusal.${refusal}`, { words, no: no ?? '', count: dimensions.length, dimensions: names.join(' '), scale, kinds: kinds.join(' '), example, ...statusFor(demand, no), ...params }, demand);
}

/** Who has withdrawn is told so, whatever became of the matter of the others. */
function statusFor(demand: Demand | undefined, no: string | undefined): SaidText['params'] {
  const isGone = demand?.reporters.some((one) => one.no === no && one.left === 'withdrawn') ?? false;
  return isGone ? { status: { key: 'status.withdrawn' } } : {};
}
