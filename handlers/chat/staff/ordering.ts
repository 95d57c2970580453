import type { Demand } from '../../../domain/demand.ts';
import type { Directory } from '../../../domain/directory/directory.ts';
import type { Mechanism } from '../../../domain/mechanism/mechanism.ts';
import type { Understand } from '../../../understanding/understanding.ts';
import type { OpenSteps } from '../../acting/act.ts';
import type { DemandStore } from '../../ports/demands.ts';
import { portOf } from '../matter.ts';
import type { Reply, SaidText, Utterance } from '../utterance.ts';
import type { Meant } from './matters-meant.ts';
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

/** Asks which of several matters is meant; the number in the list that is picked gives the command for that matter. */
export async function askWhich<M extends Meant>(offer: Offer, utterance: Utterance, meant: readonly M[], sayOf: (one: M) => Ready): Promise<readonly Reply[]> {
  const listed = meant.slice(0, LISTED);
  await offer(utterance, listed.map(sayOf));
  const list = listed.map((one, index): SaidText => ({ key: 'chat.order-line', params: { index: index + 1, what: one.demand.facts.what, say: sayOf(one) } }));
  return [{ key: 'chat.order-which', params: { list, more: notListed(meant) }, mask: true }];
}

/** How many more there are than are listed, where there are. */
export function notListed({ length }: readonly Meant[]): SaidText | undefined {
  return length > LISTED ? { key: 'chat.step-more', params: { count: length - LISTED } } : undefined;
}

/** Whether somebody who works for a unit says a few words to the program alone. */
export function isOrder(utterance: Utterance): boolean {
  return utterance.room === undefined && utterance.text !== '' && utterance.text.length <= LONGEST && portOf(utterance) === 'worker';
}
