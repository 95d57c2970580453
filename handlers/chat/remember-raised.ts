import type { Demand } from '../../domain/demand.ts';
import { isOpen } from '../../domain/demand.ts';
import type { DemandStore } from '../ports/demands.ts';
import type { ChatHandler } from './utterance.ts';

/** A store of demands for chat, and the handler whose utterances it serves. */
export interface RememberedRaised<T> {
  readonly demands: T;
  readonly serving: (handler: ChatHandler) => ChatHandler;
}

const MOST = 20;

/** Reads what a person raised once for each utterance of theirs, however many handlers ask; only who raised very much is looked up again. One person's utterances are answered one after the other. */
export function rememberRaised<T extends Pick<DemandStore, 'raisedBy'>>(store: T): RememberedRaised<T> {
  const speaking = new Map<string, Promise<readonly Demand[]> | undefined>();

  async function raisedBy(person: string, asked: { readonly open: boolean; readonly limit: number }): Promise<readonly Demand[]> {
    if (asked.limit > MOST || !speaking.has(person)) return store.raisedBy(person, asked);
    const read = speaking.get(person) ?? store.raisedBy(person, { open: false, limit: MOST });
    speaking.set(person, read);
    const newest = await read;
    if (asked.open && newest.length === MOST) return store.raisedBy(person, asked);
    return (asked.open ? newest.filter(isOpen) : newest).slice(0, asked.limit);
  }

  return {
    demands: { ...store, raisedBy },
    serving: (handler) => async (utterance) => {
      speaking.set(utterance.person.id, undefined);
      try {
        return await handler(utterance);
      } finally {
        speaking.delete(utterance.person.id);
      }
    },
  };
}
