import type { Request } from 'express';

const NAME = 'shaozi-session';

/** The session that a request comes with; empty without one. */
export function sessionIn(req: Request): string {
  const pairs = (req.get('cookie') ?? '').split(';').map((pair) => pair.trim().split('='));
  return pairs.find(([name]) => name === NAME)?.[1] ?? '';
}

/** A cookie that no script can read and no other site can send along. */
export function sessionCookie(token: string, { secure, maxAge }: { secure: boolean; maxAge: number }): string {
  return `${NAME}=${token}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${Math.floor(maxAge / 1000)}${secure ? '; Secure' : ''}`;
}

/** Takes the cookie away. */
export function endCookie({ secure }: { secure: boolean }): string {
  return sessionCookie('', { secure, maxAge: 0 });
}
