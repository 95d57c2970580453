import type { SideWord } from '../../../locales/lexicon/side-commands.ts';
import { isStaff } from '../../acting/actor.ts';
import { plain } from '../grammar.ts';
import type { ChatHandler, Utterance } from '../utterance.ts';
import type { Answered, Given, SideChat } from './common.ts';
import { deliberationCommand } from './deliberation.ts';
import { isEverybodys, sideWritten } from './grammar.ts';
import type { SideWritten } from './grammar.ts';
import { listCommand } from './lists.ts';
import { needCommand } from './needs.ts';
import { projectCommand } from './projects.ts';

type Part = (deps: SideChat, given: Given) => Answered;

/** Which parts a word may belong to; the first that knows the number answers. */
const PARTS: Readonly<Record<SideWord, readonly Part[]>> = {
  deliberate: [deliberationCommand], 'give-up': [deliberationCommand], topic: [deliberationCommand], 'choose-topic': [deliberationCommand], research: [deliberationCommand], option: [deliberationCommand],
  'open-vote': [deliberationCommand], vote: [deliberationCommand], 'decide-as-chair': [deliberationCommand], apply: [deliberationCommand], check: [deliberationCommand, projectCommand],
  resource: [needCommand], need: [needCommand], agree: [needCommand, projectCommand], disagree: [needCommand, projectCommand], 'hand-over': [needCommand], thank: [needCommand], 'drop-need': [needCommand],
  project: [projectCommand], design: [projectCommand], 'take-on': [projectCommand], milestone: [projectCommand], reached: [projectCommand], evaluate: [projectCommand], 'stop-project': [projectCommand],
  lists: [listCommand], correct: [listCommand],
};

/** Words that are answered in a group; all others are for the private chat. */
const IN_GROUPS: ReadonlySet<SideWord> = new Set(['topic', 'option', 'vote', 'choose-topic', 'research', 'open-vote', 'decide-as-chair', 'apply']);

/** Commands of deliberations, needs, projects and lists. Where the district has no such part, or nothing of the number is there, they are just words. */
export function sideCommands(deps: SideChat): ChatHandler {
  return async (utterance) => {
    const command = commandIn(utterance);
    if (command === undefined || !mayWrite(utterance, command)) return 'pass';
    for (const part of PARTS[command.word]) {
      const answered = await part(deps, { utterance, command });
      if (answered !== 'pass') return answered;
    }
    return 'pass';
  };
}

/** In a group a number alone is nobody's vote: only one that is said to the program is. */
function commandIn({ text, room, mentionsBot }: Utterance): SideWritten | undefined {
  const number = room !== undefined && mentionsBot ? /^@?\S*\s*(\d)\s*$/.exec(plain(text))?.[1] : undefined;
  return number === undefined ? sideWritten(text) : { word: 'vote', rest: number };
}

function mayWrite({ room, actor }: Utterance, { word }: SideWritten): boolean {
  if (room !== undefined && !IN_GROUPS.has(word)) return false;
  return isEverybodys(word) || isStaff(actor);
}
