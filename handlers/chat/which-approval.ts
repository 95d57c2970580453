import { z } from 'zod';
import type { Act, Acted } from '../acting/act.ts';
import type { CommandInput } from '../acting/command-input.ts';
import type { Sealer } from '../ports/sealer.ts';
import { remembered } from '../remembered.ts';
import type { Remembering } from '../remembered.ts';
import { plain } from './grammar.ts';
import type { SayRefused } from './outcomes.ts';
import type { ChatHandler, Reply } from './utterance.ts';

/** An answer that could be meant for several things: which demand, yes or no, and why. */
export const Asked = z.object({ no: z.string(), agreed: z.boolean(), reason: z.string().optional() });
export type Asked = z.infer<typeof Asked>;

interface Answering extends Remembering {
  readonly sealer: Pick<Sealer, 'seal' | 'open'>;
}

const VALID_MS = 30 * 60_000;

const approvalsAsked = remembered('which-approval', Asked, VALID_MS);

/** Remembers what a person was asked to choose between, for half an hour. */
export function rememberAsked(deps: Answering): (person: string, asked: Asked) => Promise<void> {
  return async (person, { reason, ...asked }) => {
    const sealed = reason === undefined ? undefined : await deps.sealer.seal(person, reason);
    await approvalsAsked.keep(deps, person, { ...asked, reason: sealed });
  };
}

/** A number alone, from somebody who was asked which of several things their yes or no is meant for. */
export function whichApproval(
  deps: Answering,
  act: Act,
  said: { readonly succeeded: (input: CommandInput, acted: Extract<Acted, { ok: true }>) => readonly Reply[]; readonly refused: SayRefused },
): ChatHandler {
  return async ({ id, actor, text, person }) => {
    const [, which] = /^([1-9]\d?)$/.exec(plain(text)) ?? [];
    const asked = which === undefined ? undefined : await approvalsAsked.of(deps, person.id);
    if (asked === undefined) return 'pass';

    await approvalsAsked.forget(deps, person.id);
    const reason = asked.reason === undefined ? undefined : await deps.sealer.open(asked.reason);
    const input: CommandInput = { type: 'approve', agreed: asked.agreed, which: Number(which), reason };
    const acted = await act(actor, asked.no, input, id);
    return acted.ok ? said.succeeded(input, acted) : said.refused(acted, input, person.language);
  };
}
