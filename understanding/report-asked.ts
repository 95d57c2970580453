import { WHAT_TO_DO } from '../locales/lexicon/intents.zh-CN.ts';
import { isIn, without } from './patterns/matches.ts';
import { plainText } from './plain-text.ts';
import type { Intent, Matter, Situation, Understand } from './understanding.ts';

const REPORTS: ReadonlySet<Intent> = new Set(['complaint', 'help', 'danger']);
const LIKELY = 0.6;

/** Makes whoever asks what to do about something that is wrong at a place be heard as who reports it. Questions about papers, money and schooling, which have no place of their own, stay questions. */
export function hearingReportsAsked(understand: Understand, isPlaceless: (category: string) => boolean): Understand {
  return (text, situation) => {
    const heard = understand(text, situation);
    if (!isIn(WHAT_TO_DO, plainText(text)) || !heard.matters.some(({ intent }) => intent === 'question')) return heard;
    const reheard = (one: Matter): Matter => (isReport(one) ? { ...one, intent: 'complaint', reasons: one.reasons.map((reason) => (reason === 'intent:question' ? 'intent:complaint' : reason)) } : one);
    const isReport = (one: Matter) => one.intent === 'question' && one.confidence >= LIKELY && !isPlaceless(one.category) && tellsMatter(understand, one.words ?? text, situation);
    const [first, ...others] = heard.matters;
    const matters: [Matter, ...Matter[]] = [reheard(first), ...others.map(reheard)];
    return { intent: others.length === 0 ? matters[0].intent : heard.intent, matters };
  };
}

/** Whether words without the question what to do tell that something is wrong. */
function tellsMatter(understand: Understand, text: string, situation: Situation): boolean {
  const told = without(WHAT_TO_DO, plainText(text));
  if (told === plainText(text)) return false;
  const { matters: [one, ...others] } = understand(told, situation);
  return others.length === 0 && REPORTS.has(one.intent) && (one.intentConfidence ?? 1) >= LIKELY && one.tellsWrong && one.reasons.some((reason) => reason.startsWith('class:'));
}
