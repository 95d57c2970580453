import type { Intent } from '../understanding.ts';

/** What is known of an utterance besides its words. */
export interface IntentHints {
  /** Said in a group, not to the program alone. */
  readonly group?: boolean | undefined;
  /** The program has asked this person something and waits for the answer; false where nothing of theirs waits for any. */
  readonly asked?: boolean | undefined;
}

/** What a person wants, how sure that is (0 to 1), and why (`intent:…`; for matters of others `route:police`, `route:fire`, `route:ambulance`, `route:court`, `route:arbitration`, `route:petition`). */
export interface DetectedIntent {
  readonly intent: Intent;
  readonly confidence: number;
  readonly reasons: readonly string[];
  /** By how much more the words speak for a danger than for anything else (below 0: less), where the trained opinion was asked. */
  readonly danger?: number | undefined;
}

/** Tells the intent of a text; never throws. */
export type DetectIntent = (text: string, hints?: IntentHints) => DetectedIntent;
