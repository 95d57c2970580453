import { join } from 'node:path';
import { createChats, type Chats } from './chats.ts';
import { openFileLog } from './file-log.ts';
import { createMediaStore } from './media.ts';
import { SandboxPuppet } from './puppet.ts';
import { createWorld, type WorldData } from './world.ts';

/** The sandbox, ready to be spoken to once a channel has started its puppet. */
export interface Sandbox {
  readonly chats: Chats;
  readonly puppet: SandboxPuppet;
  /** Call after the channel has stopped. */
  readonly close: () => Promise<void>;
}

/** Opens the sandbox kept in `folder`: its log and its media. */
export async function openSandbox({ folder, world, now }: { folder: string; world: WorldData; now: () => Date }): Promise<Sandbox> {
  const log = await openFileLog(join(folder, 'log.jsonl'));
  const chats = createChats({ world: createWorld(world), log, media: createMediaStore(join(folder, 'media')), now });
  return { chats, puppet: new SandboxPuppet({ chats }), close: log.close };
}
