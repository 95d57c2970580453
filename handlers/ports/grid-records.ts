import type { GridRecord } from '../../domain/records.ts';

/** What was collected of grids, once. */
export interface GridRecords {
  /** Writes a new record, or gives the one that the grid has under this name in this section. */
  readonly open: (record: Pick<GridRecord, 'id' | 'grid' | 'section' | 'name' | 'owner' | 'within'>, name: string) => Promise<GridRecord>;
  readonly get: (id: string) => Promise<GridRecord | undefined>;
  readonly named: (grid: string, section: string, name: string) => Promise<GridRecord | undefined>;
  /** Throws VersionConflict when the record is another than before by now. */
  readonly change: (before: GridRecord, after: GridRecord) => Promise<void>;
  readonly of: (grid: string) => Promise<readonly GridRecord[]>;
  readonly remove: (id: string) => Promise<void>;
  /** Removes whatever is about a person. */
  readonly forget: (owner: string) => Promise<void>;
}
