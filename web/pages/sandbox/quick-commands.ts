import type { TextKey } from '../locales/zh-CN.ts';

/** A command somebody often says: what its button shows, and what it writes into the input. */
export interface QuickCommand {
  readonly chip: TextKey;
  readonly write: TextKey;
}

const EVERYBODY = ['status', 'person', 'privacy'] as const;
const PRIVATE = {
  resident: ['status', 'supplement', 'withdraw', 'satisfied', 'unsatisfied', 'person', 'privacy'],
  enterprise: ['status', 'supplement', 'withdraw', 'satisfied', 'unsatisfied', 'person', 'privacy'],
  'grid-worker': ['register', 'ignore', 'take', 'done', 'call', 'propose', 'merge', 'status'],
  secretary: ['take', 'done', 'call', 'whistle', 'propose', 'merge', 'deliberate', 'approve', 'decline'],
  dispatcher: ['dispatch', 'whistle', 'escalate', 'rate', 'approve', 'decline', 'done', 'status'],
  clerk: ['report', 'feedback', 'done', 'extend', 'return', 'status'],
  leader: ['approve', 'decline', 'report', 'feedback', 'done', 'status'],
  member: ['report', 'status', 'person'],
  volunteer: ['report', 'status', 'person'],
} as const;
const GROUP = ['tagWhistle', 'tagReport'] as const;

/** The commands a person of these roles may use, in a group or alone with the bot. */
export function quickCommands(role: string, inGroup: boolean): QuickCommand[] {
  const names = inGroup ? GROUP : hasOwn(PRIVATE, role) ? PRIVATE[role] : EVERYBODY;
  return names.map((name) => ({ chip: `chip.${name}`, write: `write.${name}` }));
}

function hasOwn<T extends object>(table: T, key: PropertyKey): key is keyof T {
  return Object.hasOwn(table, key);
}
