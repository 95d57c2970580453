import { join } from 'node:path';
import type { Directory } from '../../domain/directory/directory.ts';
import type { Person as Known } from '../../domain/directory/directory.ts';
import type { Now } from '../../handlers/ports/now.ts';
import type { Stores } from '../../handlers/ports/stores.ts';
import type { Presenting } from '../../handlers/showing/present.ts';
import type { SandboxAccess } from '../../web/deps.ts';
import type { SandboxPerson } from '../../web/schemas/sandbox.ts';
import type { Newcomers } from '../sandbox/newcomers.ts';
import type { Sandbox } from '../sandbox/open-sandbox.ts';
import type { News } from './news.ts';
import { demandPage, demandView } from './web-deps.ts';

/** What the sandbox's pages and plays reach. */
export interface Opening {
  readonly sandbox: Sandbox;
  readonly newcomers: Newcomers;
  readonly channel: string;
  readonly stores: Stores;
  readonly directory: () => Directory;
  readonly presenting: Presenting;
  readonly now: Now;
  readonly nextDue: () => Promise<Date | undefined>;
  readonly advance: (ms: number) => Promise<Date>;
  readonly settle: () => Promise<void>;
  readonly moved: News<Date>;
  readonly changed: News<string>;
}

/** Makes what they reach. */
export function createSandboxAccess(parts: Opening): SandboxAccess {
  const { sandbox: { chats }, stores, presenting, directory } = parts;
  return {
    people: () => [...directory().data.people.map((person) => shown(directory(), person)), ...parts.newcomers.all().map(newcomer)],
    addPerson: (name) => addPerson(parts, name),
    rooms: () => directory().data.rooms.map(({ id, name, grid, people }) => (grid === undefined ? { id, name, people } : { id, name, grid, people })),
    post: (saying) => chats.say(saying),
    messages: (chat, after, limit) => Promise.resolve(chats.read(chat, after, limit)),
    subscribe: (heard) => chats.subscribe(heard),
    media: (id) => chats.media.read(id),
    clock: { now: parts.now, next: parts.nextDue, advance: parts.advance, subscribe: parts.moved.subscribe },
    settle: async () => {
      await parts.settle();
      return parts.now();
    },
    demands: {
      list: async (limit, language) => demandPage(presenting, await stores.demands.list({ limit }), undefined, language),
      get: async (no, language) => {
        const id = await stores.demands.idOf(no);
        const stored = id === undefined ? undefined : await stores.demands.load(id);
        return stored && demandView(presenting, stored, undefined, language);
      },
      subscribe: parts.changed.subscribe,
    },
  };
}

function shown(directory: Directory, { id, name, roles, unit: unitId }: Known): SandboxPerson {
  const unit = unitId === undefined ? undefined : directory.unit(unitId);
  const [grid] = directory.gridsOf(id);
  return {
    id,
    name,
    roles: [...roles],
    rooms: directory.roomsWith(id).map((room) => room.id),
    ...(unit === undefined ? {} : { unit: { id: unit.id, name: unit.name, tier: unit.tier, class: unit.class } }),
    ...(grid === undefined ? {} : { grid: { id: grid.id, name: grid.name, community: grid.community } }),
  };
}

function newcomer({ id, name }: { id: string; name: string }): SandboxPerson {
  return { id, name, roles: ['resident'], rooms: [] };
}

async function addPerson({ sandbox, newcomers, stores, channel }: Opening, name: string): Promise<SandboxPerson> {
  const id = `p-new-${await stores.counters.next('newcomer')}`;
  sandbox.chats.world.putPerson({ id, name });
  await newcomers.add({ id, name });
  await stores.people.save({ id, name: await stores.sealer.seal(id, name), roles: ['resident'], grids: [], language: 'zh-CN', noticed: false, erased: false, accounts: [{ channel, account: id }] });
  return newcomer({ id, name });
}

/** What the sandbox shows of its world: the directory's people and groups, and who came later. */
export function worldOf(directory: Directory, newcomers: Newcomers, botName: string) {
  const { people, rooms } = directory.data;
  return { botName, people: [...people.map(({ id, name }) => ({ id, name })), ...newcomers.all()], rooms: rooms.map(({ id, name, grid, people: members }) => ({ id, name, grid, people: members })) };
}

/** Where the sandbox's newcomers are kept. */
export function newcomersFile(dataDir: string): string {
  return join(dataDir, 'sandbox', 'newcomers.jsonl');
}
