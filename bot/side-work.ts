import { createHash } from 'node:crypto';
import type { Directory } from '../domain/directory/directory.ts';
import type { Mechanism } from '../domain/mechanism/mechanism.ts';
import type { Calendar } from '../domain/time/working-time.ts';
import { sideCommands } from '../handlers/chat/side/side-commands.ts';
import type { ChatHandler } from '../handlers/chat/utterance.ts';
import type { Execute } from '../handlers/execute.ts';
import type { Now } from '../handlers/ports/now.ts';
import type { Stores } from '../handlers/ports/stores.ts';
import type { Describing } from '../handlers/showing/describe.ts';
import { createSideWork, type SideWork } from '../handlers/side/side-work.ts';
import { createTakeResources } from '../handlers/side/take-resources.ts';
import { createDoTask } from '../handlers/side/tasks.ts';
import type { Language } from '../locales/text.ts';
import type { ClassNames } from './district/district-files.ts';
import type { Log } from './log.ts';

/** What stands beside demands, put together: its rules at work, its tasks, and its words in chat. */
export interface Beside {
  readonly side: SideWork;
  readonly doTask: ReturnType<typeof createDoTask>;
  readonly commands: ChatHandler;
  readonly takeResources: ReturnType<typeof createTakeResources>;
}

interface Parts {
  readonly stores: Stores;
  readonly mechanism: Mechanism;
  readonly mechanismOf: (began: { readonly id: string; readonly version: number }) => Mechanism;
  readonly directory: () => Directory;
  readonly calendar: Calendar;
  readonly classes: Pick<ClassNames, 'name'>;
  readonly language: Language;
  readonly now: Now;
  readonly log: Log;
}

/** Puts it together. */
export function createBeside(parts: Parts, execute: Execute['execute'], describing: () => Describing): Beside {
  const { stores, log } = parts;
  const side = createSideWork({ ...parts, people: stores.people, describing, failed: (error, id) => log.error({ err: error, id }, 'What is due beside demands could not be looked at') });
  const shared = { ...stores, ...parts, work: side, execute };
  return { side, doTask: createDoTask(shared), commands: sideCommands({ ...shared, categoryName: parts.classes.name }), takeResources: createTakeResources({ ...shared, fingerprint }) };
}

function fingerprint(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
