import { createHmac } from 'node:crypto';
import type { CommandInput } from '../../handlers/acting/command-input.ts';
import { keyedCause } from '../../handlers/cause.ts';
import { keyFor } from '../../models/data-key.ts';
import type { Caller } from '../../web/deps.ts';

/** The cause of a command that a caller gives under a key of the own. */
export type CauseOf = (caller: Caller, key: string, command: CommandInput) => string;

/** Makes causes that name key and command only by hashes which nobody can try out without the data key. */
export function createActKeys(dataKey: Buffer): CauseOf {
  const secret = keyFor('act-key', dataKey);
  const hash = (...parts: readonly string[]) => createHmac('sha256', secret).update(JSON.stringify(parts)).digest().subarray(0, 16).toString('base64url');
  return (caller, key, command) => {
    const who = caller.kind === 'admin' ? `admin:${caller.person ?? ''}` : caller.person;
    return keyedCause(hash(who, key), hash(who, key, JSON.stringify(command, Object.keys(command).sort())));
  };
}
