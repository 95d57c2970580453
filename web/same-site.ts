import { timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';

/** Whether a browser says that a page of another site has sent this. */
export function isForeign(req: Request): boolean {
  const site = req.get('sec-fetch-site');
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const origin = req.get('origin');
  return origin !== undefined && URL.canParse(origin) && new URL(origin).host !== req.get('host');
}

/** Whether a change comes from our own page: not from another site, and with the token that only our page can read. */
export function hasItsToken(req: Request, token: string): boolean {
  const given = Buffer.from(req.get('x-csrf-token') ?? '');
  const wanted = Buffer.from(token);
  return !isForeign(req) && given.length === wanted.length && timingSafeEqual(given, wanted);
}
