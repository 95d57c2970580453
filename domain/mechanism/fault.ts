import type { FormulaFault } from '../assessment/formula-faults.ts';
import type { ServiceFault } from './service-faults.ts';

/** Something in a district's file that contradicts the rest: what, where, and the names concerned. */
export interface MechanismFault {
  readonly code:
    | 'listed-twice'
    | 'unknown-tier'
    | 'unknown-class'
    | 'unknown-chain'
    | 'unknown-kind'
    | 'unknown-ladder'
    | 'tier-without-grade'
    | 'status-without-stage'
    | 'request-at-bottom'
    | 'request-from-elsewhere'
    | 'decided-by-nobody'
    | 'chain-to-nobody'
    | 'limits-out-of-order'
    | 'unknown-source'
    | 'chain-from-nobody'
    | 'pool-too-small'
    | 'approved-by-nobody'
    | 'sounded-by-nobody'
    | 'nobody-above'
    | 'approval-too-slow'
    | 'approval-on-pool'
    | 'approval-on-request'
    | 'kind-never-admitted'
    | 'band-upside-down'
    | FormulaFault['code']
    | ServiceFault['code'];
  readonly path: readonly (string | number)[];
  readonly params: Readonly<Record<string, string>>;
}
