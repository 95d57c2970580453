import { bareText } from '../bare-text.ts';
import { packModel } from '../linear-model.ts';
import { firstWords, nameless, type LabelledLetter } from './train-heads.ts';
import { trainModel, wholeLesson } from './train-model.ts';

const LABELS = ['letter', 'chat'];
const SETTINGS = { labels: LABELS, leastGroups: 5, mostRuns: 4_000, rarityPower: 1, cost: 0.3, rounds: 15, topics: 0 };

/** Learns to tell the tone of a letter to an office from that of chat, by titles and first words, so that length alone does not decide; gives the bytes of register.bin. */
export function trainRegister(letters: readonly LabelledLetter[], utterances: readonly { readonly id: string; readonly text: string }[], hidden: readonly string[]): Uint8Array {
  const formal = letters.flatMap(({ group, title, text }) =>
    [title, firstWords(text)].flatMap((words) => (words === undefined ? [] : [wholeLesson(bareText(nameless(words, hidden)), 'letter', group)])),
  );
  return packModel(trainModel([...formal, ...utterances.map(({ id, text }) => wholeLesson(bareText(text), 'chat', id))], SETTINGS));
}
