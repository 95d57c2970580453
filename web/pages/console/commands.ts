import type { CommandInput } from '../../../handlers/acting/command-input.ts';
import type { DemandView } from '../../schemas/demand.ts';

/** Every command of the chat. */
export type CommandType = CommandInput['type'];

/** What is asked for a field of a command. */
export type FieldKind = 'words' | 'short' | 'unit' | 'units' | 'class' | 'kind' | 'chain' | 'yes' | 'hidden' | 'fact' | 'marks' | 'reporter' | 'joined' | 'contacted' | 'solved' | 'satisfied' | 'number';

export interface Field {
  readonly name: string;
  readonly kind: FieldKind;
  readonly optional?: true;
}

const REASON: Field = { name: 'reason', kind: 'words' };
const optional = (name: string, kind: FieldKind): Field => ({ name, kind, optional: true });
const CALL: readonly Field[] = [optional('kind', 'kind'), { name: 'lead', kind: 'unit' }, optional('assists', 'units'), optional('note', 'words')];

/** What each command asks for; one that asks for nothing is only confirmed. */
export const FIELDS: Readonly<Record<CommandType, readonly Field[]>> = {
  locate: [{ name: 'place', kind: 'short' }],
  correct: [{ name: 'fact', kind: 'fact' }, { name: 'words', kind: 'words' }],
  hide: [{ name: 'hidden', kind: 'hidden' }],
  reclassify: [{ name: 'category', kind: 'class' }],
  supplement: [{ name: 'words', kind: 'words' }],
  withdraw: [{ name: 'no', kind: 'reporter' }, optional('reason', 'words')],
  take: [],
  finish: [{ name: 'result', kind: 'words' }],
  escalate: [REASON],
  propose: [{ name: 'lead', kind: 'unit' }, optional('assists', 'units'), optional('note', 'words')],
  dispatch: [{ name: 'to', kind: 'unit' }, optional('note', 'words')],
  whistle: [...CALL, optional('chain', 'chain'), optional('override', 'words')],
  sound: [],
  'accept-proposal': [optional('kind', 'kind')],
  'call-people': [{ name: 'people', kind: 'short' }, optional('wanted', 'number')],
  'report-in': [],
  'feed-back': [{ name: 'words', kind: 'words' }],
  press: [optional('unit', 'unit')],
  extend: [REASON],
  object: [{ name: 'basis', kind: 'words' }],
  'decide-objection': [{ name: 'upheld', kind: 'yes' }, optional('unit', 'unit'), optional('reason', 'words')],
  'rate-callee': [{ name: 'unit', kind: 'unit' }, { name: 'marks', kind: 'marks' }],
  exclude: [REASON],
  approve: [{ name: 'agreed', kind: 'yes' }, optional('which', 'number'), optional('reason', 'words')],
  'answer-revisit': [{ name: 'no', kind: 'reporter' }, optional('contacted', 'contacted'), optional('solved', 'solved'), optional('satisfied', 'satisfied'), optional('reason', 'words')],
  merge: [{ name: 'with', kind: 'short' }],
  unmerge: [{ name: 'joined', kind: 'joined' }],
};

const FIRST: Readonly<Partial<Record<DemandView['status'], readonly CommandType[]>>> = {
  incomplete: ['locate', 'take', 'dispatch'],
  waiting: ['take', 'dispatch', 'whistle', 'reclassify', 'escalate'],
  handling: ['finish', 'feed-back', 'report-in', 'whistle', 'escalate'],
  done: ['answer-revisit', 'rate-callee'],
  disputed: ['finish', 'dispatch'],
  closed: ['exclude', 'rate-callee'],
  merged: ['unmerge'],
};

/** Those likely to be wanted now, then all the others. */
export function commandsFor(status: DemandView['status']): { readonly first: readonly CommandType[]; readonly others: readonly CommandType[] } {
  const first = FIRST[status] ?? [];
  const all: CommandType[] = ['take', 'dispatch', 'whistle', 'sound', 'propose', 'accept-proposal', 'report-in', 'feed-back', 'finish', 'press', 'extend', 'object', 'decide-objection', 'approve', 'escalate', 'call-people', 'locate', 'correct', 'reclassify', 'hide', 'supplement', 'merge', 'unmerge', 'rate-callee', 'answer-revisit', 'exclude', 'withdraw'];
  return { first, others: all.filter((type) => !first.includes(type)) };
}
