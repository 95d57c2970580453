import { createHash, randomBytes, randomInt } from 'node:crypto';
import type { Pass, Passes } from '../handlers/ports/passes.ts';
import { createAttemptLimit } from './attempt-limit.ts';
import type { Caller, SignIn, Tokens } from './deps.ts';
import type { Outcome } from './outcome.ts';

const MINUTE = 60_000;
const CODE_MS = 5 * MINUTE;
const IDLE_MS = 12 * 60 * MINUTE;
const LONGEST_MS = 7 * 24 * 60 * MINUTE;
/** A session is written anew at most so often. */
const TOUCH_MS = 10 * MINUTE;
const WRONG_FROM_ONE = { most: 5, withinMs: 15 * MINUTE };
/** Six digits can be guessed at from many addresses at once: then only the link opens, until it is quiet again. */
const WRONG_FROM_ALL = { most: 30, withinMs: 60 * MINUTE };
const EVERYBODY = '*';
const ADMIN = 'admin';

interface Deps {
  readonly passes: Passes;
  readonly tokens: Tokens;
  /** What a person may do now; undefined for whoever has nothing to do here. */
  readonly callerOf: (person: string) => Promise<Caller | undefined>;
  readonly now: () => Date;
}

/** Signs people in by what the bot has sent to their own chat, and the administrator by the token; remembers them by a cookie's hash. */
export function createSignIn(deps: Deps): SignIn {
  const { passes, now } = deps;
  const one = createAttemptLimit({ ...WRONG_FROM_ONE, now });
  const all = createAttemptLimit({ ...WRONG_FROM_ALL, now });

  async function enter(secret: string, from: string): Promise<Outcome<{ readonly token: string; readonly maxAge: number }>> {
    const isCode = /^\d{6}$/.test(secret);
    const wait = Math.max(one.wait(from), isCode ? all.wait(EVERYBODY) : 0);
    if (wait > 0) return { ok: false, refusal: 'too-many-attempts', params: { minutes: Math.ceil(wait / MINUTE) } };
    // Counted before it is looked up, so that many at once are not one.
    one.failed(from);
    if (isCode) all.failed(EVERYBODY);
    const owner = await ownerOf(deps, secret);
    if (owner === undefined || (await callerFor(deps, owner)) === undefined) return { ok: false, refusal: 'wrong-code' };
    one.forgive(from);
    if (isCode) all.undo(EVERYBODY);
    return { ok: true, value: await open(deps, owner) };
  }

  const callerBy = (look: typeof sessionOf) => async (token: string) => {
    const session = await look(deps, token);
    return session && callerFor(deps, session.owner);
  };

  return {
    issue: (person) => issue(deps, person),
    enter,
    callerOf: callerBy(sessionOf),
    callerStill: callerBy(openSession),
    csrfOf: (token) => hashOf(`csrf:${token}`),
    leave: async (token, everywhere) => {
      const session = await sessionOf(deps, token);
      if (session === undefined) return;
      if (everywhere) await passes.takeAllOf(session.owner);
      else await passes.take(session.id);
    },
    leaveAll: (person) => passes.takeAllOf(person),
  };
}

/** A code of six digits and a secret for a link, both for five minutes; each opens once. */
async function issue({ passes, now }: Deps, person: string): Promise<{ readonly code: string; readonly link: string }> {
  const at = now();
  const until = new Date(at.getTime() + CODE_MS);
  const link = randomBytes(24).toString('base64url');
  const codes = { code: await freeCode(passes), link };
  for (const secret of Object.values(codes)) await passes.add({ id: hashOf(secret), kind: 'code', owner: person, at, until });
  return codes;
}

async function freeCode(passes: Passes): Promise<string> {
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const kept = await passes.get(hashOf(code));
  if (kept === undefined) return code;
  return freeCode(passes);
}

async function ownerOf({ passes, tokens, now }: Deps, secret: string): Promise<string | undefined> {
  if ((await tokens.callerOf(secret))?.kind === 'admin') return ADMIN;
  const pass = await passes.get(hashOf(secret));
  if (pass?.kind !== 'code' || !(await passes.take(pass.id))) return undefined;
  await passes.takeAllOf(pass.owner, 'code');
  return pass.until > now() ? pass.owner : undefined;
}

async function open({ passes, now }: Deps, owner: string): Promise<{ readonly token: string; readonly maxAge: number }> {
  const at = now();
  const token = randomBytes(32).toString('base64url');
  await passes.add({ id: hashOf(token), kind: 'session', owner, at, until: new Date(at.getTime() + IDLE_MS) });
  return { token, maxAge: LONGEST_MS };
}

/** The session of a token while it lasts. */
async function openSession({ passes, now }: Deps, token: string): Promise<Pass | undefined> {
  const session = token === '' ? undefined : await passes.get(hashOf(token));
  return session?.kind === 'session' && session.until > now() ? session : undefined;
}

/** The same; being used keeps it open, for a week at most. */
async function sessionOf(deps: Deps, token: string): Promise<Pass | undefined> {
  const session = await openSession(deps, token);
  if (session === undefined) return undefined;
  const { passes, now } = deps;
  const until = Math.min(now().getTime() + IDLE_MS, session.at.getTime() + LONGEST_MS);
  if (until - session.until.getTime() > TOUCH_MS) await passes.extend(session.id, new Date(until));
  return session;
}

async function callerFor({ callerOf }: Deps, owner: string): Promise<Caller | undefined> {
  return owner === ADMIN ? { kind: 'admin' } : callerOf(owner);
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret, 'utf8').digest('base64url');
}
