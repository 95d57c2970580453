import type { Demand } from '../../../domain/demand.ts';
import type { Directory } from '../../../domain/directory/directory.ts';
import type { Mechanism } from '../../../domain/mechanism/mechanism.ts';
import type { Understand } from '../../../understanding/understanding.ts';
import type { OpenSteps } from '../../acting/act.ts';
import type { DemandStore } from '../../ports/demands.ts';
import { portOf } from '../matter.ts';
import type { Reply, Utterance } from '../utterance.ts';
import type { Offer, Ready } from './offered.ts';

/** What is needed to hear what staff want done with their matters. */
export interface Ordering {
  readonly demands: Pick<DemandStore, 'list' | 'concerning' | 'raisedBy'>;
  readonly openSteps: OpenSteps;
  readonly understand: Understand;
  readonly directory: () => Directory;
  readonly mechanism: Mechanism;
  readonly mechanismOf: (demand: Demand) => Mechanism;
  readonly offer: Offer;
  /** Carries out what is certain, as if the command had been written. */
  readonly run: (utterance: Utterance, command: Ready) => Promise<readonly Reply[] | 'pass'>;
}

/** So much is shown to choose from. */
export const LISTED = 3;
const LONGEST = 60;

/** Whether somebody who works for a unit says a few words to the program alone. */
export function isOrder(utterance: Utterance): boolean {
  return utterance.room === undefined && utterance.text !== '' && utterance.text.length <= LONGEST && portOf(utterance) === 'worker';
}
