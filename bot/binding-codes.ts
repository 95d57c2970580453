import { createHmac, randomInt } from 'node:crypto';
import type { Binding } from '../handlers/accounts/binding.ts';

/** Without signs that are taken for each other when read aloud or written by hand. */
const SIGNS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const LENGTH = 8;

/** Codes that nobody guesses, and digests that nobody without the key can try them against. */
export function createBindingCodes(key: Buffer): Pick<Binding, 'newCode' | 'digest'> {
  return {
    newCode: () => Array.from({ length: LENGTH }, () => SIGNS.charAt(randomInt(SIGNS.length))).join(''),
    digest: (code) => createHmac('sha256', key).update(`binding ${code.toUpperCase()}`).digest('hex').slice(0, 40),
  };
}
