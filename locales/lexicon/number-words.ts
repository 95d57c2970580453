/** Digits as written and as read aloud, the reading of telephone numbers included. */
export const digitWords: Readonly<Record<string, number>> = {
  零: 0, 〇: 0, '○': 0, 一: 1, 二: 2, 两: 2, 俩: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 幺: 1, 仨: 3,
  壹: 1, 贰: 2, 叁: 3, 肆: 4, 伍: 5, 陆: 6, 柒: 7, 捌: 8, 玖: 9, 洞: 0, 拐: 7, 勾: 9,
};

/** What multiplies the digit before it. */
export const multiplierWords: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 10_000 };

/** Half, added after a number of days, hours or months. */
export const halfWord = '半';

/** The first ten, for names that are written both ways. */
export const countingWords = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'] as const;
