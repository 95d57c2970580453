import type { Role } from './mechanism/basics.ts';

/** Who is to be told: a reporter by number, a unit's desk or head (of the unit so many tiers above it), or those of it with a role, persons by name, the group, or all of a unit but one. */
export type Address =
  | { readonly reporter: string }
  /** `grid` is the one whose own worker is meant, where it is not the matter's. */
  | { readonly unit: string; readonly desk: 'front' | 'head'; readonly grid?: string | undefined; readonly tiersUp?: number | undefined; readonly except?: string | undefined; readonly roles?: readonly Role[] | undefined }
  | { readonly people: readonly string[] }
  /** Whoever stands for the source that this reporter's matter came from. */
  | { readonly sourceOf: string }
  | { readonly room: string };

/** Why somebody is told something; each has a sentence in every language. */
export const NOTICES = [
  'card', 'ask-place', 'group-receipt', 'support-card', 'supplement-receipt', 'hidden-set', 'hidden-unset', 'withdrawn-receipt', 'place-given-up',
  'taken-up', 'moved-up', 'dispatched', 'whistled', 'reported-in', 'progress', 'evidence', 'extended', 'done', 'reopened', 'merged', 'unmerged', 'disputed', 'closed', 'deliberating', 'in-project', 'not-settled', 'project-stopped',
  'source-done', 'source-closed',
  'revisit', 'revisit-reminder', 'revisit-next', 'revisit-declined', 'thanks', 'thanks-dissatisfied', 'thanks-reason-wanted', 'disputed-reason-wanted', 'reason-noted',
  'carried-back', 'new-demand', 'new-demand-no-place', 'put-before-head', 'danger-alert', 'danger-moved', 'moved-away', 'fact-corrected', 'fact-put-right', 'supplement', 'supporter-joined', 'withdrawn-holder', 'merged-holder', 'proposal',
  'called-lead', 'called-assist', 'callee-reported-in', 'callee-progress', 'callee-evidence', 'callee-done', 'rate-callees', 'whistle-cancelled',
  'pressed', 'extension-asked', 'extension-granted', 'extension-refused', 'objected', 'objection-upheld', 'objection-rejected', 'given-back', 'rated-by-caller',
  'exclusion-asked', 'exclusion-agreed', 'exclusion-refused', 'call-back-due', 'dissatisfied', 'dissatisfied-reason', 'dispute-asked',
  'approval-asked', 'approval-confirm', 'approval-given', 'approval-confirmed', 'approval-refused', 'approval-lapsed', 'approval-unconfirmed', 'approval-silent', 'sound-asked',
  'pool-call', 'pool-remind', 'pool-filled', 'pool-short', 'pool-nobody', 'proposal-taken',
  'remind', 'yellow', 'red', 'overdue', 'overdue-caller', 'overdue-head', 'overdue-above', 'still-open',
] as const;
/** The name of a notice; there is a sentence for each. */
export type NoticeName = (typeof NOTICES)[number];

/** One thing that somebody is to be told. Parameters name units by id and times as instants; the edge puts them into words. */
export interface Notice {
  readonly to: Address;
  readonly name: NoticeName;
  readonly params?: Readonly<Record<string, string | number | Date | undefined>> | undefined;
  /** Said at night and on rest days too. */
  readonly urgent?: boolean | undefined;
  /** Answers what the person has just written: said at once. */
  readonly reply?: boolean | undefined;
  /** Said only while this clock still runs. */
  readonly clock?: string | undefined;
  /** Who is reached at one of these knows of it: hears the other notice, or nothing where there is none. */
  readonly known?: { readonly at: readonly Address[]; readonly name?: NoticeName | undefined } | undefined;
}
