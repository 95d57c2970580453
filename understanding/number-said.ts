import { digitWords, multiplierWords } from '../locales/lexicon/number-words.ts';

/** The whole number a word stands for, in figures or characters (十二, 二百, 501, 五零一); undefined for anything else. */
export function numberSaid(said: string): number | undefined {
  if (said.length === 0 || said.length > 12) return undefined;
  if (/^\d+$/.test(said)) return Number(said);
  return Array.from(said).some((sign) => sign in multiplierWords) ? counted(said) : readAloud(said);
}

function readAloud(said: string): number | undefined {
  let figures = '';
  for (const sign of said) {
    const digit = digitWords[sign];
    if (digit === undefined) return undefined;
    figures += String(digit);
  }
  return Number(figures);
}

function counted(said: string): number | undefined {
  let total = 0;
  let digit: number | undefined;
  for (const sign of said) {
    const multiplier = multiplierWords[sign];
    if (multiplier !== undefined) {
      total = multiplier === 10_000 ? (total + (digit ?? 0)) * multiplier : total + (digit ?? 1) * multiplier;
      digit = undefined;
      continue;
    }
    const next = digitOf(sign);
    if (next === undefined) return undefined;
    digit = next === 0 ? undefined : next;
  }
  return total + (digit ?? 0);
}

function digitOf(sign: string): number | undefined {
  return /^\d$/.test(sign) ? Number(sign) : digitWords[sign];
}
