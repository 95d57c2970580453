import type { MediaShelf } from '../handlers/ports/media.ts';
import type { Now } from '../handlers/ports/now.ts';
import type { Stores } from '../handlers/ports/stores.ts';
import { connectStore, type Store, type StoreSettings } from './connect.ts';
import { createCounters } from './counters.ts';
import { createSearchTokens } from './data-key.ts';
import { createDemandStore } from './demands.ts';
import { createDirectoryStore } from './directory-store.ts';
import { createGridRecords } from './grid-records.ts';
import { createHandBacks } from './hand-backs.ts';
import { createHearings } from './hearings.ts';
import { createImports } from './imports.ts';
import { createInbox } from './inbox.ts';
import { createKeptSettings } from './kept-settings.ts';
import { createLabelledCases } from './labelled-cases.ts';
import { createLeases } from './leases.ts';
import { createLedger } from './ledger.ts';
import { createMediaGrid } from './media-grid.ts';
import { createOutbox } from './outbox.ts';
import { createPasses } from './passes.ts';
import { createPeople } from './people.ts';
import { createRooms } from './rooms.ts';
import { createScores } from './scores.ts';
import { createSealedPeriods } from './sealed-periods.ts';
import { createSealer } from './sealer.ts';
import { createSideStores } from './side-stores.ts';
import { createWarnings } from './warnings.ts';

/** What is needed to open the stores. */
export interface StoresSettings extends StoreSettings {
  /** The 32 bytes under which personal data is sealed. */
  readonly dataKey: Buffer;
  readonly now: Now;
}

/** Everything that is kept, and the hold on it. */
export type OpenStores = Stores & {
  readonly kind: Store['kind'];
  /** Where files are kept in the database itself. Throws on the embedded store. */
  readonly mediaGrid: () => MediaShelf;
  /** Resolves when the store answers. */
  readonly ping: () => Promise<void>;
  /** Writes what was put off. */
  readonly flush: () => Promise<void>;
  /** Writes what was put off and lets go. */
  readonly close: () => Promise<void>;
};

/** Opens all stores, with their indexes built. Throws what connectStore throws, and when stored documents break a unique index. */
export async function openStores({ uri, dataDir, dataKey, now }: StoresSettings): Promise<OpenStores> {
  const store = await connectStore({ uri, dataDir });
  try {
    const stores = storesOn(store, { dataKey, now });
    await store.ensureIndexes();
    return stores;
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** All stores on a connection; its indexes are still to be built. */
export function storesOn(store: Store, { dataKey, now }: Pick<StoresSettings, 'dataKey' | 'now'>): OpenStores {
  const { connection, kind } = store;
  const outbox = createOutbox(store, now);
  const demands = createDemandStore({ store, searchTokens: createSearchTokens(dataKey), known: outbox.known });
  const side = createSideStores({ store, known: outbox.known });
  const flush = async () => {
    await demands.flush();
    for (const one of Object.values({ ...side })) await one.flush();
  };
  return {
    demands,
    ...side,
    outbox,
    handBacks: createHandBacks(connection),
    imports: createImports(store),
    inbox: createInbox(store),
    passes: createPasses(connection),
    keptSettings: createKeptSettings(connection),
    people: createPeople(store, now),
    rooms: createRooms(store, now),
    hearings: createHearings(connection),
    warnings: createWarnings(connection),
    scores: createScores(connection),
    sealedPeriods: createSealedPeriods(connection),
    sealer: createSealer({ store, dataKey, now }),
    counters: createCounters(connection),
    leases: createLeases(connection),
    ledger: createLedger(connection),
    gridRecords: createGridRecords(connection, dataKey),
    labelledCases: createLabelledCases(connection),
    directory: createDirectoryStore(connection),
    kind,
    mediaGrid: () => createMediaGrid(connection),
    ping: () => store.ping(),
    flush,
    close: () => flush().then(() => store.close()),
  };
}
