import type { DirectoryData } from '../../domain/directory/directory.ts';

/** The directory as all processes share it. */
export interface DirectoryStore {
  /** `onPages`: it was set on the pages, and stands instead of files. */
  readonly load: () => Promise<{ readonly version: number; readonly data: DirectoryData; readonly onPages: boolean } | undefined>;
  readonly save: (data: DirectoryData, onPages?: boolean) => Promise<number>;
  /** Keeps one that was set on the pages; false when the version is not the one before. */
  readonly set: (data: DirectoryData, before: number) => Promise<boolean>;
  /** The version of the one that was set on the pages; undefined when there is none. */
  readonly versionOnPages: () => Promise<number | undefined>;
}
