/** One change of a setting: who made it, when, and what it was before and after. */
export interface SettingChange {
  readonly at: Date;
  readonly by: string;
  readonly what: string;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** One thing that was set on the pages, as it is kept. */
export interface KeptSetting {
  /** One higher at each change. */
  readonly version: number;
  readonly value: unknown;
  /** The last of them, newest first. */
  readonly changes: readonly SettingChange[];
}

/** What administrators set on the pages. */
export interface KeptSettings {
  /** Of everything that is kept, by name. */
  readonly versions: () => Promise<ReadonlyMap<string, number>>;
  readonly get: (name: string) => Promise<KeptSetting | undefined>;
  /** Keeps the value and its change together; false when the version is not the one before, which is 0 where nothing was kept. */
  readonly put: (name: string, before: number, value: unknown, change: SettingChange) => Promise<boolean>;
}
