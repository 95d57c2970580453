import { z } from 'zod';
import { MatterView } from '../../schemas/matter.ts';
import { ProblemDocument } from '../../schemas/problem.ts';

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

/** Asks about the matter of a link, or changes something of it. Throws NotDone. */
export async function ask(token: string, language: string, change?: { readonly what: 'words' | 'rating'; readonly body: object }): Promise<MatterView> {
  const address = `/api/matter/${encodeURIComponent(token)}`;
  const headers = { accept: 'application/json', 'accept-language': language };
  const sent = change === undefined ? fetch(address, { headers }) : fetch(`${address}/${change.what}`, { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(change.body) });
  const response = await sent.catch(() => {
    throw new NotDone('offline');
  });
  const body: unknown = await response.json().catch(() => undefined);
  const view = MatterView.safeParse(body);
  if (response.ok && view.success) return view.data;
  const problem = ProblemDocument.safeParse(body);
  throw problem.success ? new NotDone('refused', problem.data.detail) : new NotDone('broken');
}
