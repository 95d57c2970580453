import type { Account } from './people.ts';

/** A group as the program knows one: our own object, bound to what a channel calls it. */
export interface Room {
  readonly id: string;
  readonly name: string;
  readonly grid?: string | undefined;
  readonly unit?: string | undefined;
  readonly channel?: string | undefined;
  readonly account?: string | undefined;
}

/** The groups the program knows; no two are the same group of a channel. */
export interface Rooms {
  readonly get: (id: string) => Promise<Room | undefined>;
  readonly byAccount: (account: Account) => Promise<Room | undefined>;
  readonly save: (room: Room) => Promise<void>;
  readonly saveAll: (rooms: readonly Room[]) => Promise<void>;
}
