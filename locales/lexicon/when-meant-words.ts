import { englishMonth } from './when-english.ts';

const number = '(?:[0-9\uFF10-\uFF19]{1,2}|[〇零一二三四五六七八九十廿卅]{1,3})';

/** What names a date by its month or its number: 7月5日, 六月中旬, 5号, 2026-07-05, 7.5起, 5 July, the 5th. Neither a length (三个月, 2.5天), nor an hour (昨晚8.30), nor a house (5号楼). */
export const dateWords: readonly RegExp[] = [
  new RegExp(`${number}月`),
  new RegExp(`${number}[号號](?![楼樓栋棟院门門线線])`),
  /\d{4}[-./]\d{1,2}/,
  /(?:^|(?<=[从自到至]))\d{1,2}[./]\d{1,2}(?![\d./]|\s*[个個天周小点點])/,
  /(?<![\d./])\d{1,2}[./]\d{1,2}(?=日|那天|当天|開始|开始|起|至今|到现在|到現在|以来|以來)/,
  new RegExp(`\\b${englishMonth}\\b\\.? \\d|\\d(?:st|nd|rd|th)?(?: of)? ${englishMonth}\\b|\\b\\d{1,2}(?:st|nd|rd|th)\\b`, 'i'),
];

/** A date of the moon's calendar, which does not say the day to those who go by the other. */
export const lunarWords = /[农農阴陰旧舊][历曆]|初[一二三四五六七八九十]/;

/** A length that nobody counted: 好几天, 这些天, 两三天, 3-5天, a few days. The day it comes to is a guess. */
export const uncountedWords = /[几幾数數些]|[一二两兩三四五六七八九]{2}(?=[个個天日周晚年星礼禮])|\d\s*[-~、至到]\s*\d\s*(?:[个個天日周晚年星礼禮]|(?:day|night|week)s)|\b(?:few|several|some|couple|many|for (?:day|night|week)s)\b/i;
