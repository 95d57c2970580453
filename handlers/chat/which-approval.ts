import { z } from 'zod';
import type { Act, Acted } from '../acting/act.ts';
import type { CommandInput } from '../acting/command-input.ts';
import type { Ledger } from '../ports/coordination.ts';
import type { Now } from '../ports/now.ts';
import type { Sealer } from '../ports/sealer.ts';
import { plain } from './grammar.ts';
import type { SayRefused } from './outcomes.ts';
import type { ChatHandler, Reply } from './utterance.ts';

/** An answer that could be meant for several things: which demand, yes or no, and why. */
export const Asked = z.object({ no: z.string(), agreed: z.boolean(), reason: z.string().optional() });
export type Asked = z.infer<typeof Asked>;

const Remembered = Asked.extend({ at: z.coerce.date() });

interface Answering {
  readonly ledger: Pick<Ledger, 'get' | 'set'>;
  readonly sealer: Pick<Sealer, 'seal' | 'open'>;
  readonly now: Now;
}

const VALID_MS = 30 * 60_000;

/** Remembers what a person was asked to choose between, for half an hour. */
export function rememberAsked({ ledger, sealer, now }: Answering): (person: string, asked: Asked) => Promise<void> {
  return async (person, { reason, ...asked }) => {
    const sealed = reason === undefined ? undefined : await sealer.seal(person, reason);
    await ledger.set(keyOf(person), JSON.stringify({ ...asked, reason: sealed, at: now() }), now());
  };
}

/** A number alone, from somebody who was asked which of several things their yes or no is meant for. */
export function whichApproval(
  { ledger, sealer, now }: Answering,
  act: Act,
  said: { readonly succeeded: (input: CommandInput, acted: Extract<Acted, { ok: true }>) => readonly Reply[]; readonly refused: SayRefused },
): ChatHandler {
  return async ({ id, actor, text, person }) => {
    const [, which] = /^([1-9]\d?)$/.exec(plain(text)) ?? [];
    const kept = which === undefined ? undefined : await ledger.get(keyOf(person.id));
    const asked = kept === undefined || kept === '' ? undefined : Remembered.safeParse(JSON.parse(kept)).data;
    if (asked === undefined || now().getTime() - asked.at.getTime() > VALID_MS) return 'pass';

    await ledger.set(keyOf(person.id), '', now());
    const reason = asked.reason === undefined ? undefined : await sealer.open(asked.reason);
    const input: CommandInput = { type: 'approve', agreed: asked.agreed, which: Number(which), reason };
    const acted = await act(actor, asked.no, input, id);
    return acted.ok ? said.succeeded(input, acted) : said.refused(acted, input, person.language);
  };
}

function keyOf(person: string): string {
  return `which-approval:${person}`;
}
