import { createHash } from 'node:crypto';
import type { Choice, Outgoing } from '../../handlers/channel.ts';
import { fit } from '../tencent/fit.ts';
import { markOf } from '../tencent/menu-mark.ts';

const MOST_BUTTONS = 6;
const LONGEST_TITLE = 120;
const LONGEST_WORDS = 500;

/** A card whose buttons are the commands that its words ask for; the same letter makes the same task. */
export function cardOf({ key, text }: Outgoing, choices: readonly Choice[]): object {
  const [title = '', ...words] = text.split('\n');
  return {
    card_type: 'button_interaction',
    main_title: { title: fit(title, LONGEST_TITLE) },
    sub_title_text: fit(words.join('\n'), LONGEST_WORDS),
    task_id: createHash('sha256').update(key).digest('hex').slice(0, 40),
    button_list: choices.slice(0, MOST_BUTTONS).map(({ label, says }, index) => ({ text: label, style: index === 0 ? 1 : 2, key: markOf(says) })),
  };
}
