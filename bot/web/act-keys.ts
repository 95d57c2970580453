import { createHmac } from 'node:crypto';
import { keyedCause } from '../../handlers/cause.ts';
import { canonicalJson } from '../../models/canonical-json.ts';
import { keyFor } from '../../models/data-key.ts';

/** The cause of what somebody asks under a key of the own; `who` stands for them and nobody else. */
export type CauseOf = (who: string, key: string, asked: object) => string;

/** Makes causes that name the key and what was asked only by hashes which nobody can try out without the data key. */
export function createActKeys(dataKey: Buffer): CauseOf {
  const secret = keyFor('act-key', dataKey);
  const hash = (...parts: readonly string[]) => createHmac('sha256', secret).update(JSON.stringify(parts)).digest().subarray(0, 16).toString('base64url');
  return (who, key, asked) => keyedCause(hash(who, key), hash(who, key, canonicalJson(asked)));
}
