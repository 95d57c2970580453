const number = '[0-9零〇一二两三四五六七八九十]';

/** Days counted from today, longest words first. */
export const dayWords: readonly (readonly [string, number])[] = [
  ['大前天', -3], ['大前晚', -3], ['前天', -2], ['前日', -2], ['前晚', -2], ['前夜', -2], ['昨天', -1], ['昨日', -1], ['昨晚', -1], ['昨夜', -1], ['昨儿', -1], ['昨早', -1],
  ['寻日', -1], ['昨个', -1], ['今天', 0], ['今日', 0], ['今早', 0], ['今晚', 0], ['今晨', 0], ['今儿', 0], ['今夜', 0], ['当天', 0], ['明天', 1], ['明早', 1], ['明晚', 1], ['明日', 1], ['后天', 2],
];

/** Parts of a day with the hours they span; the end may lie on the next day. */
export const dayParts: readonly (readonly [string, number, number])[] = [
  ['大半夜', 23, 29], ['三更半夜', 23, 29], ['后半夜', 24, 30], ['下半夜', 24, 30], ['前半夜', 20, 24], ['上半夜', 20, 24], ['半夜', 23, 29], ['深夜', 22, 28], ['凌晨', 0, 6], ['清早', 5, 8], ['清晨', 5, 8],
  ['大清早', 5, 8], ['一大早', 5, 8], ['早上', 6, 10], ['早晨', 6, 9], ['早高峰', 7, 9], ['晚高峰', 17, 19], ['上午', 8, 12], ['中午', 11, 14], ['午休', 12, 14], ['下午', 12, 18], ['傍晚', 17, 19], ['晚上', 18, 24], ['白天', 6, 18], ['大晚上', 20, 26], ['放学', 16, 18], ['晚间', 18, 24], ['夜里', 22, 28],
  ['夜间', 22, 30], ['夜晚', 20, 26], ['午夜', 23, 25], ['晚', 18, 24], ['夜', 20, 28], ['早', 6, 10], ['晨', 5, 9],
];

const parts = dayParts.map(([word]) => word).join('|');

/** 昨晚, 今天早上: the day word is the first group, the part of it the second. */
export const dayPattern = new RegExp(`(${dayWords.map(([word]) => word).join('|')})(?:的|儿)?(${parts})?`);

/** 上周三, 星期六, 下礼拜一: which week, which day. */
export const weekdayPattern = /(上上个?|上个?|这个?|本|下个?)?(?:周|星期|礼拜)([一二三四五六日天末])/;
/** 上周, 这个星期: a week as a whole. */
export const weekPattern = /(上上个?|上个?|这个?|本|下个?)(?:周|星期|礼拜)(?![一二三四五六日天末])/;
export const weekdays = '一二三四五六日';
export const weekdaysToo = '天';
export const weekend = '末';

/** 上个月, 本月. */
export const monthWordPattern = /(上上个?|上个?|这个?|本)月(?:([0-9]{1,2}|[一二三四五六七八九十]{1,3})(?:日|号))?/;
/** 2024年5月3日, 五月十号, 5月份, 5.3日. */
export const datePattern = /(?:(20\d{2}|二[〇零○][〇零○一二三四五六七八九]{2}|去|今|前)年?)?([0-9]{1,2}|十[一二]|[一二三四五六七八九十])月(?:份)?(?:底|初|中旬|上旬|下旬)?(?:([0-9]{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])(?:日|号))?/;
/** 2024-05-03, 2024/5/3. */
export const figureDatePattern = /(20\d{2})[-/.](\d{1,2})[-/.](\d{1,2})/;
/** 去年, 今年. */
export const yearPattern = /(20\d{2}|二[〇零○][〇零○一二三四五六七八九]{2}|去|今|前)年/;
export const yearWords: Readonly<Record<string, number>> = { 去: -1, 今: 0, 前: -2 };
/** 3号晚上: a day of this month, only when it cannot be a house. */
export const dayOfMonthPattern = new RegExp(`(?<![0-9月楼])([0-9]{1,2})(?:日|号)(?=${parts}|那天|开始|到现在|至今|起)`);

/** How far back or ahead 上, 本 and 下 point. */
export const relativeWords: Readonly<Record<string, number>> = { 上上个: -2, 上上: -2, 上个: -1, 上: -1, 这个: 0, 这: 0, 本: 0, 下个: 1, 下: 1 };

/** 晚上11点半, 23:40, 十点多, 三点钟. */
export const clockPattern = new RegExp(
  `(${parts})?(?:的)?(?:大概|大约|差不多|将近|快|约)?(?:(\\d{1,2})[:：](\\d{2})|(${number}{1,3})[点點](?!建议|意见|要求|问题|小|儿|也|都|吗|吧)(钟)?(半|一刻|三刻|[0-9]{1,2}分?|[零一二三四五][十]?[一二三四五六七八九]?分|多)?)`,
);
/** A part of a day alone. */
export const dayPartPattern = new RegExp(`(${parts.replace(/\|晚\|夜\|早\|晨$/, '')})(?!好)`);
export const clockMinutes: Readonly<Record<string, number>> = { 半: 30, 一刻: 15, 三刻: 45 };
/** Parts of a day in which 11点 is 23:00. */
export const afternoonWords = /晚|夜|下午|傍/;
/** Twelve at night is the end of the day. */
export const midnightWords = /晚|夜/;

/** 刚才, 现在, 正在: the last hour. */
export const justNowPattern = /刚刚|刚才|方才|刚(?=[下上出回到])|此刻|正在|这会儿?|just now|right now/i;

/** Comes again and again. */
export const repeatedPattern = new RegExp(
  `(?:每(?:天|日|晚|夜|早|周|个?星期|个?月|年|逢|到|隔|回)|天天|日日|夜夜|晚晚|经常性?|常常|总是|老是|时常|时不时|隔三[差岔]五|三天两头|一到(?:晚上|夜里|夏天|冬天|下雨|周末|早上|半夜|饭点)|一下(?:大)?雨就|动不动|反复|屡次|频繁|不定时|一天到[晚黑]|成日|整[晚夜天日](?!里)|一晚上|一整[晚夜天]|通宵|彻夜|every (?:night|day|morning|weekend))(?:的)?(${parts}|下雨|周末|饭点)?(?:${number}{1,3}[点點](?:多|半|钟)?)?`,
);

/** 连续三天, 三天了, 两个月没, 半个月, 好几天: number, half, unit. */
export const durationPattern = new RegExp(
  `(?:连续|持续|接连|一连|近|最近|快|整整|将近|超过|过去|这)?((?:大?半)|好几|几|数|${number}{1,4}|多)(?:多)?(?:个)?(多|半)?(?:个)?(分钟|小时|钟头|天|夜|晚上?|周|星期|礼拜|月|年)(半|多)?(?:了|以来|之久)?`,
);
/** After a number of days or months, what makes it no length of the matter: 三年级, 三天内, 半年一次. */
export const notLastingAfter = /^(?:级|两头|内|以内|之内|一次|一回|一检|一班|一趟|一换|大|期|假|的?(?:宝宝|孩子|娃|房子|老房|老楼|小区|合同|质保|保修)|多?岁|公交|车|纪|轻|龄|费|薪|票|卡|到晚|到黑|上)/;
/** Before one, the same: 第三天, 每三天, 前两年. */
export const notLastingBefore = /(?:第|每|每隔|前|初|周|月|[0-9]|[二三]十)$/;
/** The least count of a single unit that lasts by itself: 一天 is too vague, 一个月 is not. */
export const vagueUnits = /^(?:[一1](?:天|年|夜|晚)|大?半(?:夜|晚|晚上))$/;
export const agoAfter = /^(?:以?前|之前)/;
export const durationUnits: Readonly<Record<string, number>> = { 分钟: 1 / 60, 小时: 1, 钟头: 1, 天: 24, 日: 24, 夜: 24, 晚: 24, 晚上: 24, 周: 168, 星期: 168, 礼拜: 168, 月: 730, 年: 8760 };
export const someWords: Readonly<Record<string, number>> = { 好几: 4, 几: 3, 数: 3, 多: 2, 半: 0.5, 大半: 0.7 };

/** 这几天, 最近: lately, without a number. */
export const latelyPattern = /这几天|这两天|这些天|这阵子|这段时间|这段日子|近期|近来|最近|近日|这几个?(?:月|周|星期|礼拜|晚上|年)|这两个?(?:月|周|星期|礼拜|年)|好几[天周年]|多年来?|至今|好久|很久|到现在|recently|lately|for (?:\d+|two|three|four|five|several|many) (?:days?|weeks?|months?|years?)/i;
export const latelyDays: Readonly<Record<string, number>> = { 这几天: 3, 这两天: 2, 近日: 3, 这几晚上: 3, 这几个晚上: 3, 这几周: 21, 这几个星期: 21, 这几个月: 90, 这两个月: 60, 这两个星期: 14, 这两年: 730, 这几年: 1095 };

/** 从…到现在, …以来, …开始: it has lasted since then. */
export const sinceBefore = /(?:从|自从?|打从?|由)$/;
export const sinceAfter = /^(?:份)?(?:[早晚]上|夜里|中午|下午|上午)?(?:就)?(?:一直)?(?:到|至|以来|开始|起|就开始|到现在|到今天|至今|持续到)/;
export const untilNow = /^(?:到|至)?(?:现在|今天|今|目前|如今|这会)|^(?:以来|至今)/;
export const untilPattern = /^(?:份)?(?:到|至|—|-|~)/;

/** Holidays with a fixed date: month, first day, last day. */
export const fixedHolidays: readonly (readonly [string, number, number, number])[] = [
  ['国庆节', 10, 1, 7], ['国庆', 10, 1, 7], ['十一黄金周', 10, 1, 7], ['十一期间', 10, 1, 7], ['元旦', 1, 1, 3], ['五一假', 5, 1, 5], ['五一期间', 5, 1, 5], ['五一节', 5, 1, 5], ['劳动节', 5, 1, 5],
];
/** Holidays that move: said, but no date is worked out. */
export const movingHolidays = /[今去]年[春夏秋冬]天|夏天|冬天|入冬|入夏|梅雨季?|雨季|春节|过年|除夕|年三十|大年初[一二三四五]|中秋|端午|清明|元宵|寒假|暑假|高考|中考|双十一|开学/;
export const holidayAfter = /^(?:节|假期|期间|长假|小长假|前后|那几天|放假)*/;

/** From one hour of the day to another: 从早上六点响到晚上十点. */
export const hoursPattern = new RegExp(
  `(?:从)?((?:${parts})?(?:${number}{1,3})[点點](?:半|多)?)[^，。,.到至]{0,4}[到至]((?:${parts})?(?:${number}{1,3})[点點](?:半|多)?)`,
);
/** English words for days, counted from today. */
export const englishDays: readonly (readonly [string, number])[] = [['yesterday', -1], ['last night', -1], ['this morning', 0], ['today', 0], ['tonight', 0], ['tomorrow', 1]];
