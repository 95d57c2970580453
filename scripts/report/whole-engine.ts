import type { Understand, Understanding } from '../../understanding/understanding.ts';
import { accuracy, type Judged } from '../scoring.ts';

/** A marked utterance, as far as the whole engine is measured on it. */
export interface MarkedUtterance {
  readonly text: string;
  readonly group?: boolean | undefined;
  readonly intent: string;
  readonly urgency: string;
}

const CAUSES = { sign: /^urgency:danger:(?!reported$|likely$)/, intent: /^urgency:danger:reported$/, model: /^urgency:danger:likely$/ };

/** What the whole engine says, in a line each: the intent after a danger was seen, the dangers of any matter, and what the false alarms rest on. */
export function wholeEngineFigures(understand: Understand, utterances: readonly MarkedUtterance[], now: Date): string[] {
  const said = utterances.map((marked) => ({ marked, understood: understand(marked.text, { now, group: marked.group }) }));
  const raised = said.filter(({ understood }) => understood.matters.some(({ urgency }) => urgency === 'danger'));
  const isDanger = ({ marked }: { marked: MarkedUtterance }): boolean => marked.urgency === 'danger';
  const dangers = said.filter(isDanger).length;
  const found = raised.filter(isDanger).length;
  const wrongly = raised.filter((one) => !isDanger(one));
  const intents = said.map(({ marked, understood }): Judged => ({ right: marked.intent, said: understood.intent }));
  const causes = Object.entries(CAUSES).map(([cause, pattern]) => `${cause} ${wrongly.filter(({ understood }) => rests(understood, pattern)).length}`);
  const urgent = wrongly.filter(({ marked }) => marked.urgency === 'urgent').length;
  return [
    `whole engine: intent ${accuracy(intents).toFixed(1)} right; danger: ${found} of ${dangers} found (${(found / dangers).toFixed(3)}), ${wrongly.length} false alarms (precision ${(found / raised.length).toFixed(3)})`,
    `  false alarms by ${causes.join(', ')}; ${urgent} of them urgent`,
  ];
}

function rests({ matters }: Understanding, cause: RegExp): boolean {
  return matters.some(({ reasons }) => reasons.some((reason) => cause.test(reason)));
}
