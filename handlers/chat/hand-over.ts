import type { Directory } from '../../domain/directory/directory.ts';
import { HANDS_TO } from '../../locales/lexicon/commands.ts';
import type { Act } from '../acting/act.ts';
import type { CommandInput } from '../acting/command-input.ts';
import { unitMeant } from '../acting/unit-meant.ts';
import type { Commanding } from './commands.ts';
import { plain } from './grammar.ts';
import { portOf } from './matter.ts';
import type { ChatHandler } from './utterance.ts';

interface HandingOver extends Pick<Commanding, 'succeeded' | 'refused'> {
  readonly act: Act;
  readonly directory: () => Directory;
}

const NOTHING_MEANT: ReadonlySet<string> = new Set(['no-demand-meant', 'nothing-in-hand']);

/** Who may dispatch and says in own words to which unit a matter goes, with or without its number, has dispatched it; of several that may be meant it is asked which. Where no unit is named these are just words. */
export function handOver({ act, directory, succeeded, refused }: HandingOver): ChatHandler {
  return async (utterance) => {
    const { id, actor, person, room, text } = utterance;
    const [, no, to] = room === undefined && portOf(utterance) === 'worker' ? (HANDS_TO.exec(plain(text)) ?? []) : [];
    if (to === undefined || 'refusal' in unitMeant(directory(), actor, to)) return 'pass';
    const input: CommandInput = { type: 'dispatch', to };
    const acted = await act(actor, no, input, id);
    if (acted.ok) return succeeded(input, acted, actor.unit?.id);
    return NOTHING_MEANT.has(acted.refusal) ? 'pass' : refused(acted, input, person.language);
  };
}
