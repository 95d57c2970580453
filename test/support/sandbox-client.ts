import { BOT } from '../../bot/sandbox/world.ts';
import { call, Problem, sandboxHttp, type Chat, type SandboxHttp, type Saying } from '../../scripts/sandbox-http.ts';
import { DemandPage, DemandView } from '../../web/schemas/demand.ts';
import { Made } from '../../web/schemas/intake.ts';
import { ResultPage } from '../../web/schemas/results.ts';
import type { SandboxMessage } from '../../web/schemas/sandbox.ts';

/** What a command led to: the demand, or why not. */
export type Commanded = { readonly ok: true; readonly demand: DemandView } | { readonly ok: false; readonly status: number; readonly refusal: string | undefined };

/** Somebody who plays through HTTP: everyone in the sandbox, and the administrator. */
export interface SandboxClient extends Omit<SandboxHttp, 'demand' | 'demands'> {
  /** Writes as somebody; gives the message's id. */
  readonly says: (person: string, text: string, more?: Omit<Saying, 'from' | 'text'>) => Promise<string>;
  /** What the bot has said in a person's chat (by the person's id) or in a room since this was last asked, oldest first; waits for nothing. */
  readonly hears: (chat: Chat | string) => Promise<readonly SandboxMessage[]>;
  readonly moveTo: (at: Date) => Promise<Date>;
  readonly demand: (no: string) => Promise<DemandView>;
  readonly demands: (query?: Readonly<Record<string, string>>) => Promise<DemandPage>;
  /** Hands a matter in as another system does, and lets it be dealt with. */
  readonly intake: (matter: { readonly source: string; readonly externalId: string; readonly text: string; readonly place?: string }) => Promise<{ readonly id: string }>;
  /** How what a source raised has ended. */
  readonly results: (source: string, query?: Readonly<Record<string, string>>) => Promise<ResultPage>;
  readonly command: (no: string, command: { readonly type: string; readonly [field: string]: unknown }) => Promise<Commanded>;
}

/** Plays against the program at `url`; `token` is the administrator's. */
export function createSandboxClient(url: string, token: string): SandboxClient {
  const http = sandboxHttp(url);
  const heard = new Map<string, number>();
  return {
    ...http,
    says: (person, text, more = {}) => http.post({ from: person, ...(text === '' ? {} : { text }), ...more }),
    hears: async (chat) => {
      const asked = typeof chat === 'string' ? { person: chat } : chat;
      const items = await http.messages(asked, heard.get(JSON.stringify(asked)));
      const last = items.at(-1);
      if (last !== undefined) heard.set(JSON.stringify(asked), last.seq);
      return items.filter(({ from }) => from === BOT);
    },
    moveTo: async (at) => {
      const seconds = (at.getTime() - new Date((await http.clock()).now).getTime()) / 1000;
      return http.advance(`PT${Math.round(seconds)}S`);
    },
    demand: (no) => call(url, `/api/demands/${no}`, DemandView, undefined, token),
    demands: (query = {}) => call(url, `/api/demands?${new URLSearchParams(query).toString()}`, DemandPage, undefined, token),
    intake: async (matter) => {
      const made = await call(url, '/api/intake', Made, { body: matter }, token);
      await http.settle();
      return made;
    },
    results: (source, query = {}) => call(url, `/api/results?${new URLSearchParams({ source, ...query }).toString()}`, ResultPage, undefined, token),
    command: (no, command) => commanded(call(url, `/api/demands/${no}/commands`, DemandView, { body: command }, token)),
  };
}

async function commanded(answer: Promise<DemandView>): Promise<Commanded> {
  try {
    return { ok: true, demand: await answer };
  } catch (error) {
    if (error instanceof Problem && error.status < 500) return { ok: false, status: error.status, refusal: error.document.refusal };
    throw error;
  }
}
