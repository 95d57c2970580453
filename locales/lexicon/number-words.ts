/** Digits as written and as read aloud, the reading of telephone numbers included. */
export const digitWords: Readonly<Record<string, number>> = {
  零: 0, 〇: 0, '○': 0, 一: 1, 二: 2, 两: 2, 俩: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 幺: 1, 仨: 3,
  壹: 1, 贰: 2, 叁: 3, 肆: 4, 伍: 5, 陆: 6, 柒: 7, 捌: 8, 玖: 9, 洞: 0, 拐: 7, 勾: 9,
};

/** What multiplies the digit before it. */
export const multiplierWords: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 10_000 };

/** Twenty, thirty and forty in one sign, as old people and calendars write them. */
export const tensWords: Readonly<Record<string, string>> = { 廿: '二十', 卅: '三十', 卌: '四十' };

/** Half, added after a number of days, hours or months. */
export const halfWord = '半';

/** Counts that are not exact. */
export const roughCounts: Readonly<Record<string, number>> = { 半: 0.5, 大半: 0.7, 小半: 0.4, 多: 2, 几: 3, 数: 3, 好几: 4, 十几: 14, 几十: 30, 若干: 3, 好些: 6, 上: 1 };

/** More or less of a count: 小十, 十来, 二十多, 三十几. */
export const roughlyBefore = /^[小近约]/;
export const roughlyAfter = /[来多几余把]$/;
/** From a number to the next, with the ten or hundred that both have: 三四, 两三, 3-4, 三到五, 二三十. */
export const countRange = /^(\d+|[一二两三四五六七八九])([-~到至、]?)(\d+|[一二两三四五六七八九])([十百千]?)$/;
/** The same within one ten: 十五六. */
export const countRangeAfterTen = /^([一二两三四五六七八九]?十)([一二两三四五六七八九])([一二两三四五六七八九])$/;

/** The first ten, for names that are written both ways. */
export const countingWords = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'] as const;
