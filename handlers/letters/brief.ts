import type { NoticeName } from '../../domain/notice.ts';
import type { TextKey } from '../../locales/text.ts';

/** What briefs are counted by, in the order in which they are listed: what is most pressing comes first. */
export const BRIEF_KINDS = ['late', 'due', 'called', 'new', 'call-back', 'joined', 'result'] as const;
/** One of the kinds under which letters are counted when they are told together. */
export type BriefKind = (typeof BRIEF_KINDS)[number];

/** How a notice is told along with others; without a sentence of its own it is short enough as it is. */
interface Briefly {
  readonly kind: BriefKind;
  readonly key?: TextKey | undefined;
}

const BRIEFLY: Partial<Record<NoticeName, Briefly>> = {
  'new-demand': { kind: 'new', key: 'brief.new-demand' },
  'new-demand-no-place': { kind: 'new', key: 'brief.new-demand-no-place' },
  'called-lead': { kind: 'called', key: 'brief.called-lead' },
  'called-assist': { kind: 'called', key: 'brief.called-assist' },
  'source-done': { kind: 'result', key: 'brief.source-done' },
  'source-closed': { kind: 'result', key: 'brief.source-closed' },
  'supporter-joined': { kind: 'joined' },
  'call-back-due': { kind: 'call-back', key: 'brief.call-back-due' },
  remind: { kind: 'due' },
  yellow: { kind: 'due' },
  overdue: { kind: 'late' },
  red: { kind: 'late' },
  'overdue-caller': { kind: 'late' },
  'overdue-head': { kind: 'late' },
  'overdue-above': { kind: 'late' },
  'still-open': { kind: 'late' },
};

/** How a notice of this name may be told along with others; undefined for what is always said by itself. */
export function brieflyTold(name: NoticeName): Briefly | undefined {
  return BRIEFLY[name];
}
