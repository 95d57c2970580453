/** The bot's own id in every chat of the sandbox. */
export const BOT = 'bot';

/** Somebody who can write in the sandbox. */
export interface Person {
  readonly id: string;
  readonly name: string;
}

/** A group: who is in it besides the bot, and the grid it belongs to, if any. */
export interface Room {
  readonly id: string;
  readonly name: string;
  readonly grid?: string | undefined;
  readonly people: readonly string[];
}

/** Who and what there is, as data. */
export interface WorldData {
  readonly botName: string;
  readonly people: readonly Person[];
  readonly rooms: readonly Room[];
}

/** What changed in the world, told to whoever keeps a copy. */
export type WorldChange = { readonly person: string } | { readonly room: string };

/** The people and rooms of the sandbox; they can be added and replaced while it runs. */
export interface World {
  readonly botName: string;
  readonly people: () => readonly Person[];
  readonly rooms: () => readonly Room[];
  readonly person: (id: string) => Person | undefined;
  readonly room: (id: string) => Room | undefined;
  /** Adds a person, or replaces the one with the same id; throws when the id is the bot's or a room's. */
  readonly putPerson: (person: Person) => void;
  /** Adds a room, or replaces the one with the same id; throws when the id is a person's or somebody in it is unknown. */
  readonly putRoom: (room: Room) => void;
  /** Calls back at every change; gives the way to stop it. */
  readonly onChange: (changed: (change: WorldChange) => void) => () => void;
}

/** Builds the world from data; throws when the data do not fit together. */
export function createWorld(data: WorldData): World {
  const people = new Map<string, Person>();
  const rooms = new Map<string, Room>();
  const listeners = new Set<(change: WorldChange) => void>();

  function tell(change: WorldChange): void {
    for (const changed of listeners) changed(change);
  }

  function putPerson(person: Person): void {
    if (person.id === BOT || rooms.has(person.id)) throw new Error(`The id "${person.id}" is taken`);
    people.set(person.id, person);
    tell({ person: person.id });
  }

  function putRoom(room: Room): void {
    if (room.id === BOT || people.has(room.id)) throw new Error(`The id "${room.id}" is taken`);
    const stranger = room.people.find((id) => !people.has(id));
    if (stranger !== undefined) throw new Error(`Room "${room.id}" has an unknown person "${stranger}"`);
    rooms.set(room.id, room);
    tell({ room: room.id });
  }

  function onChange(changed: (change: WorldChange) => void): () => void {
    listeners.add(changed);
    return () => void listeners.delete(changed);
  }

  data.people.forEach(putPerson);
  data.rooms.forEach(putRoom);
  return {
    botName: data.botName,
    people: () => [...people.values()],
    rooms: () => [...rooms.values()],
    person: (id) => people.get(id),
    room: (id) => rooms.get(id),
    putPerson,
    putRoom,
    onChange,
  };
}
