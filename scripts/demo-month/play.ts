import type { z } from 'zod';
import { ConsoleWords } from '../../web/schemas/console.ts';
import { call, sandboxHttp, type SandboxHttp } from '../sandbox-http.ts';
import { castOf, namesOf, type Cast } from './cast.ts';
import { chanceOf } from './chance.ts';
import type { PlannedMatter } from './plan.ts';
import type { Texts } from './texts.ts';

/** A demand as the play follows it: whose it is, what was done, and when to look at it again. */
export interface Followed {
  readonly no: string;
  readonly matter: PlannedMatter;
  readonly reporter?: string | undefined;
  /** Below one for quick people, above for slow ones. */
  readonly pace: number;
  readonly did: Set<string>;
  /** Nobody waits for the next round with it. */
  urgent: boolean;
  looks: number;
  lookAt: number;
}

/** The calls of the administrator; each throws Problem when the program refuses. */
export interface Admin {
  readonly get: <T>(path: string, schema: z.ZodType<T>) => Promise<T>;
  readonly post: <T>(path: string, schema: z.ZodType<T>, body: object) => Promise<T>;
}

/** A running program, everybody in it, and what is followed. */
export interface Play {
  readonly http: SandboxHttp;
  readonly admin: Admin;
  readonly cast: Cast;
  readonly texts: Texts;
  readonly words: ConsoleWords;
  readonly seed: number;
  /** Pictures as base64, to be sent along. */
  readonly pictures: readonly string[];
  readonly residents: readonly string[];
  /** Residents who have something open. */
  readonly busy: Set<string>;
  readonly open: Map<string, Followed>;
  /** The last message read of each chat. */
  readonly read: Map<string, number>;
  readonly now: () => number;
  readonly moveTo: (at: number) => Promise<void>;
  readonly follow: (no: string, matter: PlannedMatter, reporter: string | undefined, urgent: boolean) => void;
}

/** Where the program is, and what makes this play the one it is. */
export interface PlayOptions {
  readonly url: string;
  readonly token: string;
  readonly texts: Texts;
  readonly seed: number;
  readonly pictures: readonly string[];
  readonly residents: number;
}

export const HOUR_MS = 3_600_000;

/** Brings the residents in and reads who works where. */
export async function openPlay({ url, token, texts, seed, pictures, residents: count }: PlayOptions): Promise<Play> {
  const http = sandboxHttp(url);
  const admin: Admin = { get: (path, schema) => call(url, path, schema, undefined, token), post: (path, schema, body) => call(url, path, schema, { body }, token) };
  const residents: string[] = [];
  for (const name of namesOf(texts, count, seed)) residents.push((await http.addPerson(name)).id);
  let now = Date.parse((await http.clock()).now);
  const open = new Map<string, Followed>();
  return {
    http, admin, texts, seed, pictures, residents, open,
    cast: castOf(await http.people(), await http.rooms()),
    words: await admin.get('/api/words', ConsoleWords),
    busy: new Set(),
    read: new Map(),
    now: () => now,
    moveTo: async (at) => void (now = (await http.advance(`PT${Math.max(1, Math.ceil((at - Date.parse((await http.clock()).now)) / 1000))}S`)).getTime()),
    follow: (no, matter, reporter, urgent) => {
      const chance = chanceOf(seed, `pace ${matter.nth}`);
      const pace = paceOf(chance.roll(), chance.roll());
      open.set(no, { no, matter, reporter, pace, urgent, did: new Set(), looks: 0, lookAt: now + (urgent ? 0.15 : chance.between(0.3, 7)) * pace * HOUR_MS });
    },
  };
}

/** Most are quick, some take their time, a few forget. */
function paceOf(sort: number, within: number): number {
  if (sort < 0.58) return 0.25 + within * 0.6;
  return sort < 0.9 ? 0.8 + within : 2 + within * 4;
}
