import type { Directory } from '../domain/directory/directory.ts';
import type { Ledger } from '../handlers/ports/coordination.ts';
import type { Now } from '../handlers/ports/now.ts';
import type { Newcomers } from './sandbox/newcomers.ts';

/** What channels need of the rest. */
export interface AroundChannels {
  readonly dataDir: string;
  readonly directory: () => Directory;
  readonly newcomers: Newcomers;
  readonly botName: string;
  readonly now: Now;
  /** The real time, however far the sandbox's clock was moved: messengers know no other. */
  readonly wall: Now;
  readonly ledger: Ledger;
  /** What somebody hears who comes in; the name of the place whose code was scanned, if any. */
  readonly greeting: (place: string | undefined) => string;
  /** What stands on a card's button after it was pressed, and after the matter has moved on. */
  readonly onCards: { readonly pressed: string; readonly movedOn: string };
}
