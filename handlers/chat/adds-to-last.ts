import { isOpen } from '../../domain/demand.ts';
import { ADDS_TO_LAST } from '../../locales/lexicon/commands.ts';
import type { Understand } from '../../understanding/understanding.ts';
import type { Execute } from '../execute.ts';
import { saysWhere } from '../intake/is-matter.ts';
import type { DemandStore } from '../ports/demands.ts';
import type { Now } from '../ports/now.ts';
import type { Sealer } from '../ports/sealer.ts';
import { plain } from './grammar.ts';
import type { ChatHandler } from './utterance.ts';

interface Adding {
  readonly demands: Pick<DemandStore, 'raisedBy'>;
  readonly execute: Execute['execute'];
  readonly sealer: Pick<Sealer, 'seal'>;
  readonly understand: Understand;
  readonly now: Now;
}

const WITHIN_MS = 60 * 60_000;

/** Who says that a sentence is to be added to what was reported within the hour has added it. A danger, or another place, is a matter of its own. */
export function addsToLast({ demands, execute, sealer, understand, now }: Adding): ChatHandler {
  return async ({ id, person, actor, room, text, media, at }) => {
    const words = room === undefined ? ADDS_TO_LAST.exec(plain(text))?.[1] : undefined;
    if (words === undefined || understand(words, { now: at }).matters.some((one) => one.urgency === 'danger' || saysWhere(one.place))) return 'pass';
    const [last] = await demands.raisedBy(person.id, { open: true, limit: 1 });
    if (last === undefined || !isOpen(last) || now().getTime() - last.raisedAt.getTime() > WITHIN_MS) return 'pass';
    const added = await execute(last.id, { type: 'supplement', by: actor, words: await sealer.seal(person.id, words), media }, id);
    return added.ok ? [] : 'pass';
  };
}
