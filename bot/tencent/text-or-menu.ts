import type { Choice, Outgoing } from '../../handlers/channel.ts';
import { fit, fits } from './fit.ts';

/** In bytes. */
const LONGEST_TEXT = 2048;
const LONGEST_HEAD = 1024;

/** A letter as the messenger says it to a person: a menu whose items `menu` makes of the choices, where there are any and the words have room above them; else a text. */
export function textOrMenu({ text, choices = [] }: Outgoing, menu: (choices: readonly Choice[]) => object): object {
  if (choices.length === 0 || !fits(text, LONGEST_HEAD)) return { msgtype: 'text', text: { content: fit(text, LONGEST_TEXT) } };
  return { msgtype: 'msgmenu', msgmenu: { head_content: text, ...menu(choices) } };
}
