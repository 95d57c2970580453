import type { Choice } from '../channel.ts';
import { written } from '../chat/grammar.ts';

const NUMBERED = /^\s*([1-9])[ .\u3001\uFF0E](.{1,60})$/u;
const ASKS = /[?\uFF1F]/u;
/** A word and a demand's number, with nothing after it that would have to be filled in. */
const COMMAND = /(?:^|[\s:,;\uFF1A\uFF0C\uFF1B\u3000\uFF08(])([\p{Script=Han}A-Za-z-]{1,12}) (\d{5,12})(?= ?(?:$|[\n,;.)\u3000\uFF0C\uFF1B\u3002\uFF08\uFF09]| (?:\u6216|or) ))/gmu;
const BRACKET = /[\uFF08(]/;
const LONGEST_LABEL = 20;

/** What a reader of these words can choose from: the numbered answers of a question, or else the commands that need nothing added. */
export function choicesIn(text: string): readonly Choice[] {
  const answers = numberedAnswers(text.split('\n'));
  return answers.length > 0 ? answers : commandsIn(text);
}

/** Lines numbered from 1, right after the line that asks. */
function numberedAnswers(lines: readonly string[]): Choice[] {
  const first = lines.findIndex((line, index) => NUMBERED.exec(line)?.[1] === '1' && ASKS.test(lines[index - 1] ?? ''));
  if (first < 0) return [];
  const choices: Choice[] = [];
  for (const line of lines.slice(first)) {
    const [, number, label] = NUMBERED.exec(line) ?? [];
    if (number !== String(choices.length + 1) || label === undefined) break;
    choices.push({ label: (label.split(BRACKET, 1)[0] ?? '').trim().slice(0, LONGEST_LABEL), says: number });
  }
  return choices.length > 1 ? choices : [];
}

function commandsIn(text: string): Choice[] {
  const says = [...text.matchAll(COMMAND)].filter(([, word = '', no = '']) => written(`${word} ${no}`) !== undefined).map(([, word, no]) => ({ label: word ?? '', says: `${word ?? ''} ${no ?? ''}` }));
  return says.filter(({ says: words }, index) => says.findIndex((one) => one.says === words) === index);
}
