const PREFIX = 'shaozi.draft';

/** What was typed and not sent, per person and chat; survives leaving the chat and reloading the window. */
export interface Drafts {
  readonly typed: (person: string, chat: string) => string;
  readonly keep: (person: string, chat: string, text: string) => void;
}

/** Drafts kept in the given storage. */
export function createDrafts(storage: Storage): Drafts {
  const keyOf = (person: string, chat: string): string => `${PREFIX}.${person}.${chat}`;
  return {
    typed: (person, chat) => storage.getItem(keyOf(person, chat)) ?? '',
    keep: (person, chat, text) => (text === '' ? storage.removeItem(keyOf(person, chat)) : storage.setItem(keyOf(person, chat), text)),
  };
}
