import { anyOf } from './when-words.ts';

/** How a holiday's day is told: a date of the sun's calendar, of the moon's, a solar term, or the so-many-th Sunday of a month. A second number of a date is its last day. */
export type HolidayRule =
  | { readonly by: 'sun'; readonly month: number; readonly date: number; readonly last?: number | undefined }
  | { readonly by: 'moon'; readonly month: number; readonly date: number }
  | { readonly by: 'term'; readonly term: number }
  | { readonly by: 'sunday'; readonly month: number; readonly nth: number };

const sun = (month: number, date: number, last?: number): HolidayRule => ({ by: 'sun', month, date, last });
const moon = (month: number, date: number): HolidayRule => ({ by: 'moon', month, date });

const named: readonly (readonly [words: string, rule: HolidayRule])[] = [
  ['元旦节 元旦 跨年那天', sun(1, 1, 3)], ['跨年夜 跨年', sun(12, 31)], ['情人节', sun(2, 14)], ['妇女节 三八节 三八妇女节', sun(3, 8)], ['植树节', sun(3, 12)], ['愚人节', sun(4, 1)],
  ['五一劳动节 五一节 五一黄金周 五一假期 五一长假 五一期间 劳动节', sun(5, 1, 5)], ['青年节 五四青年节', sun(5, 4)], ['儿童节 六一节 六一儿童节', sun(6, 1)], ['七一那天', sun(7, 1)], ['建军节 八一建军节', sun(8, 1)],
  ['教师节', sun(9, 10)], ['国庆节 国庆 十一黄金周 十一长假 十一假期 十一期间 国庆长假 国庆黄金周', sun(10, 1, 7)], ['万圣节', sun(10, 31)], ['双十一 双11', sun(11, 11)], ['双十二', sun(12, 12)], ['平安夜', sun(12, 24)], ['圣诞节 圣诞', sun(12, 25)],
  ['高考', sun(6, 7, 9)], ['母亲节', { by: 'sunday', month: 5, nth: 2 }], ['父亲节', { by: 'sunday', month: 6, nth: 3 }],
  ['春节 过年 大年初一 年初一 新年初一 农历新年 过大年', moon(1, 1)], ['大年初二 年初二', moon(1, 2)], ['大年初三 年初三', moon(1, 3)], ['大年初四 年初四', moon(1, 4)], ['大年初五 年初五 破五', moon(1, 5)], ['大年初六 年初六', moon(1, 6)], ['大年初七 年初七', moon(1, 7)], ['大年初八 年初八', moon(1, 8)],
  ['除夕 除夕夜 大年三十 年三十 年三十晚 大年夜 年夜饭那天 三十晚上 大年三十晚上 年三十夜', moon(0, 30)],
  ['元宵节 元宵 正月十五 上元节 闹元宵', moon(1, 15)], ['龙抬头', moon(2, 2)], ['端午节 端午 端阳 端阳节 五月节', moon(5, 5)], ['七夕节 七夕', moon(7, 7)], ['中元节 中元 鬼节 七月半', moon(7, 15)],
  ['中秋节 中秋 八月节 八月半 中秋夜', moon(8, 15)], ['重阳节 重阳', moon(9, 9)], ['腊八节 腊八', moon(12, 8)], ['小年夜 小年', moon(12, 23)],
];

/** Holidays called by their date, which are holidays only where something shows it: 五一 is a road too, 十一 a number. */
const numerals: readonly (readonly [word: string, rule: HolidayRule])[] = [
  ['三八', sun(3, 8)], ['五一', sun(5, 1, 5)], ['五四', sun(5, 4)], ['六一', sun(6, 1)], ['七一', sun(7, 1)], ['八一', sun(8, 1)], ['十一', sun(10, 1, 7)],
];

/** The twenty-four solar terms from the first of January on. */
const solarTerms = ['小寒', '大寒', '立春', '雨水', '惊蛰', '春分', '清明', '谷雨', '立夏', '小满', '芒种', '夏至', '小暑', '大暑', '立秋', '处暑', '白露', '秋分', '寒露', '霜降', '立冬', '小雪', '大雪', '冬至'];
/** Terms that are words of the weather or of names too. */
const ambiguousTerms: readonly string[] = ['雨水', '小雪', '大雪', '小满', '白露', '大寒', '小寒'];

const plain = new Map([
  ...named.flatMap(([words, rule]) => words.split(' ').map((word) => [word, rule] as const)),
  ...solarTerms.flatMap((word, term) => [word, `${word}节`].map((name) => [name, { by: 'term', term }] as const)),
]);
for (const word of ambiguousTerms) plain.delete(word);

/** How each holiday's day is told, by its name. */
export const holidayRules: ReadonlyMap<string, HolidayRule> = new Map([...plain, ...numerals, ...ambiguousTerms.map((word) => [word, { by: 'term', term: solarTerms.indexOf(word) }] as const)]);

const years = '去年|今年|前年|明年|旧年|大前年|上年|20\\d{2}年';
const after = '(?:节)?(?:假期|期间|长假|小长假|放假|前后|当天|当日|那天|那晚|那几天|那阵子?|那会儿|头一天|第一天|的时候|之?前(?!面|后|天|夜|晚)|[以之]?后(?!面|天|门))?';
/** Before or after a holiday is no day of it. */
export const besideHoliday = /前$|(?<!前)后$/;
/** 去年国庆那几天, 中秋那天, 五一头一天, 冬至: the year, the name, what follows. Not a road or a compound of that name. */
export const holidayPattern = new RegExp(
  `(?:(${years})的?)?(?:(${anyOf(plain.keys())})(?!大?[路街苑园里村桥店巷湾城坊]|小区|花园|广场|大道|社区|工程|币)|(${ambiguousTerms.join('|')})(?=那天|当天|节|前后)|(五一|六一|八一|七一|三八|五四)(?=节|那|假|放|期间|长|前|后|小长|当天|头一|晚上|到现在|以来|开始)|(?<![0-9一二三四五六七八九十零])(十一)(?=假|放假|期间|长假|那几天|那天|黄金周|小长|前后|回来))(${after})`,
  'g',
);

const moonDate = '初[一二三四五六七八九十]|十[一二三四五六七八九]?|廿[一二三四五六七八九]?|二十[一二三四五六七八九]?|三十';
/** 正月十五, 腊月二十三, 农历八月初二, 五月初五: the month and date of the moon. */
export const moonDatePattern = new RegExp(`(?:(?:农历|阴历|旧历)(闰?[一二三四五六七八九十冬腊正]{1,2})月|(正|腊|冬)月|(?<![0-9一二三四五六七八九十])([二三四五六七八九]|十[一二]?)月(?=初[一二三四五六七八九十](?![号日栋楼]))|(二)月(?=二(?![号日十])))(${moonDate}|二)?(?![0-9号])`, 'g');
export const moonMonths: Readonly<Record<string, number>> = { 正: 1, 冬: 11, 腊: 12 };
/** 初三那天, 每逢十五: a date of the moon's month. Not a class of a school. */
export const moonDayPattern = /(?<![上读念学级到月年升生]|孩子|娃儿?)(初[一二三四五六七八九十])(?=那天|晚|早|上午|下午|开门|开始|停|就|,|以后|之后|到|起|回来)/g;
/** The first ten dates of a moon's month. */
export const moonDateBegins = '初';
