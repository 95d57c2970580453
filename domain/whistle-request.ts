import type { Role } from './mechanism/basics.ts';
import type { Admitted } from './standing.ts';
import type { Words } from './words.ts';

/** A unit that is to be called: for a team's member, the team that it is called in. */
export interface Called {
  readonly unit: string;
  readonly role: 'lead' | 'assist';
  readonly team?: string | undefined;
}

/** Whom a whistle is put before: these roles of this unit. */
export interface Approver {
  readonly unit: string;
  readonly roles: readonly Role[];
}

/**
 * A whistle that needs somebody's agreement (哨前审批): prepared and not sounding, or sounding and still to be confirmed. No called unit's clock
 * runs before it sounds.
 */
export interface WhistleRequest {
  readonly id: string;
  readonly at: Date;
  /** Who prepared it, in which unit and tier. */
  readonly by: string;
  readonly unit: string;
  readonly tier: string;
  readonly chain: string;
  readonly kind: string;
  readonly called: readonly Called[];
  /** What is told to the units. */
  readonly note?: Words | undefined;
  readonly admission?: Admitted | undefined;
  readonly approver: Approver;
  /** The unit above, for when nobody answers in time. */
  readonly above?: string | undefined;
  /** `agreed` waits for its second act; `lapsed` was not decided in time; `overtaken` by what became of the demand. */
  readonly status: 'waiting' | 'agreed' | 'refused' | 'lapsed' | 'overtaken' | 'sounded';
  readonly decision?: { readonly by: string; readonly unit: string; readonly at: Date; readonly agreed: boolean; readonly reason?: Words | undefined } | undefined;
  /** Who sounded it, where that is an act of its own. */
  readonly soundedBy?: string | undefined;
  /** The whistle that sounds by it; while it waits, the one that is still to be confirmed. */
  readonly whistle?: string | undefined;
}
