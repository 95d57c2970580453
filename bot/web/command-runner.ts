import { randomUUID } from 'node:crypto';
import { fold } from '../../domain/evolve.ts';
import type { Acted } from '../../handlers/acting/act.ts';
import type { CommandInput } from '../../handlers/acting/command-input.ts';
import { knownOf } from '../../handlers/cause.ts';
import type { KeptDemand } from '../../handlers/ports/demands.ts';
import type { Language } from '../../locales/text.ts';
import type { Caller, CommandRunner } from '../../web/deps.ts';
import type { Outcome } from '../../web/outcome.ts';
import type { DemandView } from '../../web/schemas/demand.ts';
import type { CauseOf } from './act-keys.ts';
import { answerTo, once } from './once.ts';

/** What is needed to carry out a command that came over HTTP. */
export interface RunningCommands {
  /** The demand that a number leads to, and the one of this very number; undefined where the caller may not see it. */
  readonly find: (no: string, caller: Caller) => Promise<KeptDemand | undefined>;
  readonly findUnmerged: (no: string, caller: Caller) => Promise<KeptDemand | undefined>;
  readonly view: (stored: KeptDemand, caller: Caller) => Promise<DemandView>;
  readonly act: (caller: Caller, stored: KeptDemand, command: CommandInput, cause: string) => Promise<Acted>;
  readonly sentence: (acted: Extract<Acted, { ok: false }>, command: CommandInput, language: Language) => string;
  readonly causeOf: CauseOf;
}

type Answered = Outcome<DemandView>;

/** Gives commands. What was done under the same key is neither done again nor answered otherwise; where it was something else, it is refused. */
export function createCommandRunner(parts: RunningCommands): CommandRunner {
  return {
    run: async (id, command, caller, language, key) => {
      const cause = key === undefined ? `http:${randomUUID()}` : parts.causeOf(keyHolder(caller), key, command);
      const answered = async () => (key === undefined ? undefined : answeredBefore(parts, id, caller, cause));
      return once(answered, async () => {
        // A number leads to what it was merged into, except where that is to be undone: what was merged is taken apart by its own number.
        const stored = await (command.type === 'unmerge' ? parts.findUnmerged : parts.find)(id, caller);
        if (stored === undefined) return undefined;
        const acted = await parts.act(caller, stored, command, cause);
        return acted.ok ? answerOf(parts, acted.stored, caller, cause) : { ok: false, refusal: acted.refusal, params: { sentence: parts.sentence(acted, command, language) } };
      });
    },
  };
}

/** What is known of the key. Only a whole command counts: one of several writes may still lack the others, and goes on. */
async function answeredBefore(parts: RunningCommands, id: string, caller: Caller, cause: string): Promise<Answered | undefined> {
  for (const find of [parts.findUnmerged, parts.find]) {
    const stored = await find(id, caller);
    if (stored !== undefined && knownOf(cause, stored.timeline) !== undefined) return answerOf(parts, stored, caller, cause);
  }
  return undefined;
}

function answerOf({ view }: RunningCommands, stored: KeptDemand, caller: Caller, cause: string): Promise<Answered> {
  return answerTo(cause, stored.timeline, () => view(asItWas(stored, cause), caller));
}

/** The demand right after what the cause did; as it is where the cause did nothing of its own. */
function asItWas(stored: KeptDemand, cause: string): KeptDemand {
  const last = stored.timeline.findLastIndex((entry) => entry.cause === cause || entry.cause.startsWith(`${cause}#`));
  if (last < 0 || last === stored.timeline.length - 1) return stored;
  const timeline = stored.timeline.slice(0, last + 1);
  return { state: fold(timeline), version: timeline.length, timeline };
}

function keyHolder(caller: Caller): string {
  return caller.kind === 'admin' ? `admin:${caller.person ?? ''}` : caller.person;
}
