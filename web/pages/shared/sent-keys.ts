/** Keys for what is sent, one for each act. Nobody knows whether what was not answered was done: sent again, it goes under the same key. */
export interface SentKeys {
  /** The key of what is sent now, as `Idempotency-Key` has it. */
  readonly keyOf: (what: string) => string;
  /** It was answered: the same sent again is another act. */
  readonly answered: (what: string) => void;
}

/** Makes keys for one page. */
export function createSentKeys(): SentKeys {
  const unanswered = new Map<string, string>();
  return {
    keyOf: (what) => {
      const key = unanswered.get(what) ?? newKey();
      unanswered.set(what, key);
      return `"${key}"`;
    },
    answered: (what) => void unanswered.delete(what),
  };
}

/** Also where the page did not come by https, which `randomUUID` wants. */
function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
