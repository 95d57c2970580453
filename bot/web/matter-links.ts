import { createHmac, timingSafeEqual } from 'node:crypto';
import { keyFor } from '../../models/data-key.ts';

/** Links that open one matter for the one who raised it. Nothing of them is kept: they are worked out from the data key. */
export interface MatterLinks {
  /** The address of the page; undefined where people reach the program under none. */
  readonly linkTo: (no: string, person: string) => string | undefined;
  /** The number that a token is for, before it is known to be right. */
  readonly noIn: (token: string) => string | undefined;
  readonly isFor: (token: string, no: string, person: string) => boolean;
}

const TOKEN = /^(\d{5,12})-[\w-]{22}$/;

/** Makes links with 128 bits that cannot be guessed, different for each number and person. */
export function createMatterLinks(dataKey: Buffer, address: string | undefined): MatterLinks {
  const key = keyFor('matter-link', dataKey);
  const tokenFor = (no: string, person: string) => `${no}-${createHmac('sha256', key).update(`${no}:${person}`).digest().subarray(0, 16).toString('base64url')}`;

  function isFor(token: string, no: string, person: string): boolean {
    const [given, wanted] = [Buffer.from(token), Buffer.from(tokenFor(no, person))];
    return given.length === wanted.length && timingSafeEqual(given, wanted);
  }

  return {
    linkTo: (no, person) => (address === undefined ? undefined : `${address.replace(/\/$/, '')}/r/${tokenFor(no, person)}`),
    noIn: (token) => TOKEN.exec(token)?.[1],
    isFor,
  };
}
