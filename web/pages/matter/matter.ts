import { z } from 'zod';
import { MatterView } from '../../schemas/matter.ts';
import { ProblemDocument } from '../../schemas/problem.ts';
import { createSentKeys } from '../shared/sent-keys.ts';

// The page forbids code made from strings, so zod must not try it.
z.config({ jitless: true });

/** Why it did not work, in a sentence; without one the page has its own. */
export class NotDone extends Error {
  constructor(
    readonly kind: 'offline' | 'broken' | 'refused',
    sentence = '',
  ) {
    super(sentence);
    this.name = 'NotDone';
  }
}

/** Something a resident adds or answers. */
interface Change {
  readonly what: 'words' | 'rating';
  readonly body: object;
}

/** Asks about the matter of a link, or changes something of it; what was not answered is asked again under the same key. Throws NotDone. */
export type Ask = (language: string, change?: Change) => Promise<MatterView>;

/** Makes the way to the matter of a link. */
export function createAsk(token: string, request: (path: string, init: RequestInit) => Promise<Response> = (path, init) => fetch(path, init)): Ask {
  const address = `/api/matter/${encodeURIComponent(token)}`;
  const keys = createSentKeys();

  async function answerTo(path: string, init: RequestInit): Promise<MatterView> {
    const response = await request(path, init).catch(() => {
      throw new NotDone('offline');
    });
    const body: unknown = await response.json().catch(() => undefined);
    const view = MatterView.safeParse(body);
    if (response.ok && view.success) return view.data;
    const problem = ProblemDocument.safeParse(body);
    throw problem.success && response.status < 500 ? new NotDone('refused', problem.data.detail) : new NotDone('broken');
  }

  return async (language, change) => {
    const headers = { accept: 'application/json', 'accept-language': language };
    if (change === undefined) return answerTo(address, { headers });
    const body = JSON.stringify(change.body);
    const what = `${change.what} ${body}`;
    try {
      const view = await answerTo(`${address}/${change.what}`, { method: 'POST', headers: { ...headers, 'content-type': 'application/json', 'idempotency-key': keys.keyOf(what) }, body });
      keys.answered(what);
      return view;
    } catch (error) {
      if (error instanceof NotDone && error.kind === 'refused') keys.answered(what);
      throw error;
    }
  };
}
