import { countRange, countRangeAfterTen, digitWords, multiplierWords, roughCounts, roughlyAfter, roughlyBefore, tensWords } from '../locales/lexicon/number-words.ts';

/** The whole number a word stands for, in figures or characters (十二, 二百, 501, 五零一); undefined for anything else. */
export function numberSaid(said: string): number | undefined {
  if (said.length === 0 || said.length > 12) return undefined;
  if (/^\d+$/.test(said)) return Number(said);
  const plain = Array.from(said, (sign) => tensWords[sign] ?? sign);
  return plain.some((sign) => sign in multiplierWords || sign.length > 1) ? counted(plain.join('')) : readAloud(plain);
}

/** How many a word stands for, more or less (几, 十来, 三四, 1.5, 半); the middle of a range; undefined for anything else. */
export function countSaid(said: string): number | undefined {
  const rough = roughCounts[said];
  if (rough !== undefined) return rough;
  if (/^\d+\.\d+$/.test(said)) return Number(said);
  return rangeSaid(said) ?? numberSaid(said.replace(roughlyBefore, '').replace(roughlyAfter, ''));
}

function rangeSaid(said: string): number | undefined {
  if (/^\d+$/.test(said)) return undefined;
  const [, ten = '', low = '', high = ''] = countRangeAfterTen.exec(said) ?? [];
  if (ten !== '') return between(ten + low, ten + high);
  const [, lower = '', sign = '', upper = '', tens = ''] = countRange.exec(said) ?? [];
  return sign === '' && !isNext(lower, upper) ? undefined : between(lower + tens, upper + tens);
}

/** 三四 and 三五 are a range, 八二 and 三八 are figures read aloud. */
function isNext(low: string, high: string): boolean {
  const steps = (numberSaid(high) ?? 0) - (numberSaid(low) ?? 0);
  return steps > 0 && steps <= 2;
}

function between(low: string, high: string): number | undefined {
  const from = numberSaid(low);
  const to = numberSaid(high);
  return from === undefined || to === undefined || from >= to ? undefined : (from + to) / 2;
}

function readAloud(signs: readonly string[]): number | undefined {
  let figures = '';
  for (const sign of signs) {
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
