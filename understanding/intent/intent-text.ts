import { bareText } from '../classify/bare-text.ts';
import { BEGIN, END } from '../text-marks.ts';
import { dangerIdeasIn } from '../urgency/danger-ideas.ts';
import { withoutWhere } from '../without-where.ts';
import type { DetectedIntent } from './detected-intent.ts';
import { signWeights } from './sign-weights.ts';
import { SUBJECT_FROM, type Shown } from './wish-weights.ts';

const GROUP = '\ue902';
const SUBJECT = '\ue903';
const TROUBLE = '\ue904';
const FIRST_LENGTH = 0xe910;
const LONGEST_LENGTH = 7;
const FIRST_SIGN = 0xe920;
const FIRST_SAID = 0xea00;
const MUCH = 2;

/** What the rules may say, so that the table can learn how far each is to be trusted. */
const SAID = [
  'command:order', 'small-talk:manners', 'small-talk:chat', 'small-talk:group-talk', 'small-talk:no-matter', 'small-talk:no-words', 'answer:reply', 'abuse:intent:abuse', 'praise:intent:praise',
  'danger:intent:danger', 'not-for-us:route:police', 'not-for-us:route:ambulance', 'not-for-us:route:court', 'not-for-us:route:arbitration', 'not-for-us:route:petition',
  'complaint:intent:complaint', 'question:intent:question', 'suggestion:intent:suggestion', 'help:intent:help', 'enterprise:intent:enterprise',
];

/** An utterance as the model of intents reads it: bare, with signs for where it begins and ends, how long it is, which ideas and signs it shows, and what the rules say of it. */
export function intentText(text: string, shown: Shown, signed: DetectedIntent): string {
  const bare = withoutWhere(bareText(text));
  const length = String.fromCharCode(FIRST_LENGTH + Math.min(LONGEST_LENGTH, 31 - Math.clz32(bare.length + 1)));
  let written = BEGIN + bare + END + length;
  for (const idea of dangerIdeasIn(text).seen) written += END + idea;
  return written + marksOf(shown) + END + saidMark(signed);
}

function marksOf({ text, group, subject, trouble }: Shown): string {
  let marks = (group ? END + GROUP : '') + (subject >= SUBJECT_FROM ? END + SUBJECT : '') + (trouble ? END + TROUBLE : '');
  for (const [at, weight] of signWeights(text).entries()) {
    if (weight > 0) marks += END + String.fromCharCode(FIRST_SIGN + 2 * at);
    if (weight >= MUCH) marks += END + String.fromCharCode(FIRST_SIGN + 2 * at + 1);
  }
  return marks;
}

function saidMark({ intent, reasons }: DetectedIntent): string {
  return String.fromCharCode(FIRST_SAID + SAID.indexOf(`${intent}:${reasons[0] ?? ''}`));
}
