import { z } from 'zod';

const Words = z.record(z.string(), z.string());
const PREFIX = 'shaozi.draft.';

/** What was typed and not sent, kept in this window until it is: a reload or a broken line loses nothing. */
export interface Draft {
  readonly read: () => Record<string, string>;
  /** Keeps the words among these values; the rest is chosen again in a moment. */
  readonly keep: (values: Readonly<Record<string, unknown>>) => void;
  readonly drop: () => void;
}

/** The draft under a name. */
export function draftOf(storage: Storage, name: string): Draft {
  const key = `${PREFIX}${name}`;
  return {
    read: () => {
      try {
        return Words.parse(JSON.parse(storage.getItem(key) ?? '{}'));
      } catch {
        return {};
      }
    },
    keep: (values) => {
      const words = Object.entries(values).filter(([, value]) => typeof value === 'string' && value.trim() !== '');
      if (words.length === 0) storage.removeItem(key);
      else storage.setItem(key, JSON.stringify(Object.fromEntries(words)));
    },
    drop: () => storage.removeItem(key),
  };
}
