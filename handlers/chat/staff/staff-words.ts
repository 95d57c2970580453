import type { Speak } from '../../../locales/speak.ts';
import type { ChatHandler } from '../utterance.ts';
import { agreeing } from './agreeing.ts';
import { askedAfter } from './asked-after.ts';
import type { AskingAfter } from './asked-after.ts';
import { asking } from './asking.ts';
import { calling } from './calling.ts';
import { figures } from './figures.ts';
import type { Figures } from './figures.ts';
import { merging } from './merging.ts';
import type { Ordering } from './ordering.ts';
import { pressing } from './pressing.ts';
import type { Pressing } from './pressing.ts';

/** What whoever works for a unit wants done, in own words: each is asked or carried out as one of the commands there are. */
export function staffWords({ commands, speak, ...deps }: Omit<Ordering, 'run'> & Figures & Pressing & AskingAfter & { readonly commands: ChatHandler; readonly speak: Speak }): ChatHandler[] {
  const ordering: Ordering = { ...deps, run: (utterance, { key, params }) => commands({ ...utterance, text: speak(utterance.person.language, key, params) }) };
  return [figures(deps), pressing(deps), askedAfter(deps), agreeing(ordering), asking(ordering), merging(ordering), calling(ordering)];
}
