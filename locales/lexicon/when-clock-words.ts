import { anyOf, dayParts } from './when-words.ts';

const hour = '1\\d|2[0-4]|0?\\d|二十[一二三四]?|[零一二两三四五六七八九]|十[一二三四五六七八九]?';
const minutes = '半|一刻|三刻|[0-5]\\d分?|零[一二三四五六七八九]分?|过?[一二三四五]?十[一二三四五六七八九]?分?|过?[一二三四五六七八九五]分';
const after = '(?:整|来钟|多钟|钟光景|钟|来|多|过后|过|许|前后|左右|光景|辰光|的样子|的?时候|那会儿|一过)*';

/**
 * A time of the clock: 11:20 (hour, minutes), 1130 after a part of the day, 三点来钟, 两点四十, 8时30分 (hour, what follows), 两三点 (the first of two hours).
 * Not 一点, 有点, 六点八, 三点建议.
 */
export const clockPattern = new RegExp(
  `(?:(?<![\\d:.第比])(2[0-4]|[01]?\\d):([0-5]\\d)(?![\\d:])(?:分)?`
    + `|(?<=${anyOf(Object.keys(dayParts))}|昨晚|今早|今晚|前晚)([01]?\\d|2[0-3])([0-5]\\d)(?![\\d栋楼室号元块米])`
    + `|(?<![0-9.第有差这那几提补加])(?:([一二两三四五六七八九]|\\d{1,2}[-~、])(?=[二三四五六七八九\\d]))?(${hour})(?:[点时](?=[半一三零过0-5十二四五]|钟)(${minutes})|点(?=钟|多|来|左右|过|整|许|前后|光景|辰光|的?时候|一过)|(?<=[^一1]|十一|11|21)点(?!建议|意见|要求|问题|希望|想法|看法|理由|原因|说明|疑问|感受|感想|好处|疑|儿|点|吗|吧|水旁|评|赞|击|名|心|:?第|[0-9零一二三四五六七八九](?![直次下家个共起些边到楼户车辆只]))|(?<=[0-9])时(?=至|到|许|左右|起|开始)))${after}`,
  'g',
);
/** Without one of these a text says no time of the clock. */
export const clockSigns = /[点时]|\d:?\d\d/;
/** An hour so counted is one only after a part of the day or a word of beginning: 早上一点. */
export const bareOne = /^[一1]点?$/;
export const clockMinutes: Readonly<Record<string, number>> = { 半: 30, 一刻: 15, 三刻: 45 };
/** What a count of minutes is said with. */
export const minuteSigns = /^[过零]+|分$/g;
