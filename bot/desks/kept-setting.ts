import type { z } from 'zod';
import type { Now } from '../../handlers/ports/now.ts';
import type { KeptSettings, SettingChange } from '../../handlers/ports/settings.ts';

/** What takes up what another process has changed. */
export interface Following {
  /** Given the versions of all settings as they are kept now. */
  readonly follow: (versions: ReadonlyMap<string, number>) => Promise<void>;
}

/** One setting that administrators change on the pages: what it is now, and how it is changed. */
export interface Setting<T> extends Following {
  readonly value: () => T;
  readonly changes: () => readonly SettingChange[];
  /** Keeps what is made of the value, with who did so, before it holds; what somebody else changed meanwhile is not lost. */
  readonly change: (by: string, what: string, make: (value: T) => { readonly value: T; readonly from?: string | undefined; readonly to?: string | undefined }) => Promise<void>;
}

interface Keeping<T> {
  readonly settings: KeptSettings;
  readonly name: string;
  readonly shape: z.ZodType<T>;
  readonly empty: T;
  readonly now: Now;
  /** Called with what holds from now on, at the opening too. */
  readonly use?: ((value: T) => void) | undefined;
}

const TRIES = 5;

/** Opens a setting with what was kept. Throws when what is kept has another shape. */
export async function openSetting<T>({ settings, name, shape, empty, now, use = () => undefined }: Keeping<T>): Promise<Setting<T>> {
  let held: { readonly version: number; readonly value: T; readonly changes: readonly SettingChange[] } = { version: 0, value: empty, changes: [] };

  async function refresh(): Promise<void> {
    const kept = await settings.get(name);
    if (kept === undefined || kept.version <= held.version) return;
    held = { ...kept, value: shape.parse(kept.value) };
    use(held.value);
  }

  async function change(by: string, what: string, make: Parameters<Setting<T>['change']>[2]): Promise<void> {
    for (let tries = 1; tries <= TRIES; tries++) {
      const { value, from, to } = make(held.value);
      const made = await settings.put(name, held.version, value, { at: now(), by, what, from, to });
      await refresh();
      if (made) return;
    }
    throw new Error(`The setting ${name} is changed by others again and again`);
  }

  use(empty);
  await refresh();
  return {
    value: () => held.value,
    changes: () => held.changes,
    change,
    follow: async (versions) => {
      if ((versions.get(name) ?? 0) > held.version) await refresh();
    },
  };
}
