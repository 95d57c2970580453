/** Words as one alternation, longer ones first, so that none hides another. */
export function anyOf(words: Iterable<string>): string {
  return [...words].sort((one, other) => other.length - one.length).join('|');
}

/** A count of days, hours, months: figures, characters, or more or less. */
export const count = '(?:[小约近](?=十|[0-9]))?(?:\\d{1,3}\\.\\d|\\d{1,4}|好几|十几|几十|若干|好些|大半|小半|[零〇一二两三四五六七八九十百廿卅仨俩几数半][零一二两三四五六七八九十百]{0,4}(?:(?<=[十百])几)?)';

/** Parts of a day with the hours they span; the end may lie on the next day. */
export const dayParts: Readonly<Record<string, readonly [number, number]>> = Object.fromEntries(
  (
    [
      [4, 7, '天还没亮 天没亮 天没大亮 天不亮 天未亮 天刚亮 天刚蒙蒙亮 天蒙蒙亮 天麻麻亮 天一麻麻亮 天擦亮 天亮前 麻麻亮 蒙蒙亮 一麻麻亮 鸡叫头遍'],
      [3, 5, '五更天 五更 五更头 四更天'],
      [0, 6, '凌晨 凌晨间 下半夜里 后半夜里'],
      [5, 9, '清早 清晨 大清早 一清早 清早起 清早上 一大早 一大早上 大早上 早起 起早 早间 晨间 晨早 朝早 朝头早 清早八早 一早 大早 一老早 大老早 清老早 早晨 早晨头 早头 早浪 赶早'],
      [6, 10, '早上 早饭时 早饭那个点 早饭时候 早饭后 早饭前后 早饭点 早高峰 上班高峰 上学时段 上学时间 朝上'],
      [8, 12, '上午 半上午 头午 前晌 前半晌 头半晌 头晌 前半天 上半天 上半日 上昼 午前 小晌午'],
      [11, 14, '中午 晌午 正午 午间 大晌午 大中午 晌午头 晌午头儿 午饭时 午饭点 午饭后 中饭时 中晌 日中 昼间 午休 午休时间 晏昼'],
      [12, 18, '下午 半下午 后晌 后半晌 下半晌 过晌 后半天 下半天 下半日 下昼 午后 过午 后晌午 下半天里 后晌里'],
      [16, 18, '放学 放学时段 放学时间 放学时候 放学那会儿'],
      [17, 20, '傍晚 傍黑 傍黑儿 擦黑 擦黑儿 天擦黑 天刚擦黑 天快黑 天刚黑 天黑 黄昏 晚高峰 下班高峰 傍夜 夜快 夜快头 晚饭前 晚饭点 晚饭时 夜饭前 傍晚时分 挨晚 挨黑 煞黑 断黑 下晚儿 下晚'],
      [18, 24, '晚上 晚间 夜饭后 晚饭后 晚饭那会儿 吃完晚饭 夜晚 晚黑 夜头 夜到 晚头 晚夕 晚半天 晚半晌 大晚上 天黑后 天黑以后 前半夜 上半夜 夜黑 夜黑头'],
      [22, 29, '夜里 夜间 夜里向 夜里厢 夜里头 大黑夜 黑夜 黑夜里 深夜 午夜 半夜 大半夜 半夜里 半夜三更 三更半夜 深更半夜 三更 子夜 夜半 半夜半晚 半夜间 深夜里 大半夜里 夜深 夜静 后半晚 大夜里'],
      [24, 30, '后半夜 下半夜 后夜'],
      [6, 18, '白天 大白天 日间 日里 白日 白日里 日头里 大天白日 白天头'],
    ] as const
  ).flatMap(([from, to, words]) => words.split(' ').map((word) => [word, [from, to] as const])),
);
/** What only follows a day: 昨晚, 今早, 昨儿黑了, 周六晚. */
export const shortParts: Readonly<Record<string, readonly [number, number]>> = { 黑了: [18, 24], 黑家: [18, 24], 黑来: [18, 24], 黑间: [18, 24], 晚: [18, 24], 夜: [20, 28], 早: [6, 10], 晨: [5, 9], 午: [11, 14], 黑: [18, 24], 宵: [18, 24], 晌: [11, 14] };
const parts = anyOf(Object.keys(dayParts));
const partsAfterDay = anyOf([...Object.keys(dayParts), '黑了', '黑家', '黑来', '黑间']);

/** A part of a day by itself: not a greeting, not the class of a day (晚上班), not a wedding night, not upstairs or downstairs (我家楼上半夜, 楼下午休). */
export const dayPartPattern = new RegExp(`(?!(?<=(?<![号栋幢座\\d])楼)[上下]|[上下]午[休睡])(?:${parts})(?:的?时候|时分|时段|那会儿|那阵儿?|那个点|前后)?(?!好)|(?<=[日号末节]|(?:周|星期|礼拜)[一二三四五六天])[早晚夜](?![上班会间餐饭安报点])`, 'g');

/** Stems of days counted from today; the longest first where one holds another. */
export const dayStems: Readonly<Record<string, number>> = { 上前: -3, 大前: -3, 老前: -3, 先前: -3, 前: -2, 昨: -1, 今: 0, 明: 1, 大后: 3, 外后: 3, 后: 2, 寻: -1, 㖊: -1, 噚: -1, 擒: -1, 琴: -1, 听: 1, 坐: -1, 咋: -1, 作: -1, 夜: -1 };
/**
 * 昨天, 昨儿个, 今儿头半晌, 昨日夜里厢, 今晚; 琴晚, 听朝 (Cantonese), 夜来, 夜儿个 (the plains), and slips of the ear (坐晚, 咋天). First the stem, then a part of the day.
 * Not 目前, 以后天天, 说明天台, 今后.
 */
export const relativeDayPattern = new RegExp(
  `(?:(?<![目当之面提靠向超]|以(?=后|前))(大前|上前|老前|(?<!大|上|老|以|最|今|往|此)前|(?<=^|[,。.!? \n、:;到等和跟及说是就定我你他们在从至约要])后|昨|今|(?<![说声证文表照])明|大后|外后)(?:(?:天(?![台花窗赋线井])|日子?|儿个?|个儿?|朝子?)(?:的|个|里)?(${partsAfterDay})?|(?<!后)(${partsAfterDay}|[晚夜早晨午黑宵](?![餐饭报班点会安会间霞熟教恋期上]|里?宵)(?:黑|夜)?(?:上|里|些|头)?)))`
    + `|(寻|㖊|噚|擒|琴|听)(?:[日天]|(?=[晚朝夜]))(?:的)?(${parts}|[晚夜朝早](?![会唱讲说见]))?`
    + `|(?<![工动操合运制大著])(坐|咋|作)(?:天(?![天数气])|(?=晚(?![上会了点安])))(${parts}|晚)?`
    + `|(夜)(?:儿个?|个|来)(?=${partsAfterDay}|[,。 上下我俺咱他有在就还家把停])(${partsAfterDay})?`,
  'g',
);

const unitOfWeek = '(?:周|星期|礼拜)';
const which = '上上一?个?|上一?个|上|下下一?个?|下一?个|下|这个|这|本|头一?个|前一?个|呢个|个个';
/** How far back or ahead 上, 本 and 下 point, by how they begin; 头 and 前 are the one before. */
export const stepWords: readonly (readonly [begins: string, steps: number])[] = [['上上', -2], ['上', -1], ['头', -1], ['前', -1], ['旧', -1], ['下下', 2], ['下', 1]];
/** 上周三, 星期六, 下礼拜一, 周六周日, 周一到周五: which week, the first day, the last day. */
export const weekdayPattern = new RegExp(
  `(?<![0-9一二两三四五六七八九十几半俩仨数小老大姓])(${which})?${unitOfWeek}([一二三四五六日天末])(?!次|回|趟|遍|直|共|般|样|旦|个|年|定|楼|栋)(?:(?:和|跟|、|到|至|-)?${unitOfWeek}([一二三四五六日天]))*`,
  'g',
);
/** 周一三五, 一三五, 单日, 双休日: days that come again by themselves. */
export const habitualDaysPattern = /(?:逢|每逢|每)?(?:周|星期|礼拜)?(?:一三五|二四六|一、三、五|二、四、六|[一二三]四[五六日])(?![0-9百千万号栋楼单块元米度岁])|(?:双休日|节假日|工作日|单日|双日|单号日?|双号日?)(?=里|都|总|就|也|天|的?[早晚白]|[, ])|初一(?:和|、)?十五/g;
/** 上周, 这个星期: a week as a whole. */
export const weekPattern = new RegExp(`(${which})${unitOfWeek}(?![一二三四五六日天末年围边])`, 'g');
export const weekdays = '一二三四五六日';
export const weekdaysToo = '天';
export const weekend = '末';

const dateOfMonth = '[12]?[0-9]|3[01]|[廿卅][一二三四五六七八九]?|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九]';
const monthNumber = '1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九]';
const whereInMonth = '初头|初|底边|底|末尾|末|中旬|上旬|下旬|中间|中|头上|尾巴|尾|半头上|半';
/** Where in a month, as its first and last date. */
export const partsOfMonth: Readonly<Record<string, readonly [number, number]>> = { 初: [1, 10], 头: [1, 10], 上旬: [1, 10], 中: [15, 20], 半: [15, 20], 中旬: [11, 20], 下旬: [21, 31], 底: [25, 31], 末: [25, 31], 尾: [25, 31] };
/** 上个月, 本月, 这个月半头上, 上个月28号, 月底: which month, where in it, the date. */
export const monthWordPattern = new RegExp(`(?:(${which}|当|旧)月份?|(?<![0-9一二三四五六七八九十个每满正腊冬本])月(?=初|底|中[, 到就旬]|头上|末))(${whereInMonth})?(?:,?(${dateOfMonth})[日号](?!楼))?`, 'g');
const yearNumber = '20\\d{2}|二[〇零○O0][〇零○O0一二三四五六七八九]{2}|(?<![0-9])[12]\\d(?=年\\d)|(?<![0-9])[4-9]\\d|(?!四五|五六|六七|七八|八九)[四五六七八九][零〇一二三四五六七八九](?=年)';
/** 2024年5月3日, 去年五月十号, 5月份, 五月中旬, 5月十几号: the year, the month, where in it, the date. */
export const datePattern = new RegExp(
  `(?:(${yearNumber}|去|今|前|明|旧|上)年的?)?(?<![0-9一二两三四五六七八九十几第])(${monthNumber})月(?!半)(?:份)?(?:(${whereInMonth})(?![一二三四五六七八九十])|(${dateOfMonth}|十几|二十几|几)(?:日|号(?!楼|门|线)|(?=${parts}|那天)))?`,
  'g',
);
/** 2024-05-03, 2024/5/3, and 7.13号, 5/3晚上, 从9.1起 without a year. */
export const figureDatePattern = new RegExp(
  `(?<!\\d)(20[12]\\d)[-/.](\\d{1,2})[-/.](\\d{1,2})(?!\\d)|(?<![\\d.\\-/])(1[0-2]|0?[1-9])[./](3[01]|[12]\\d|0?[1-9])(?![\\d.])(?:[日号](?!楼)|(?=${parts}|那天|当天|开始|至今|到现在|以来|起))`,
  'g',
);
const notHouse = '(?!楼|[到至和].{1,3}号?[楼栋]|栋|幢|院|门|单元|车|线|地|桌|房|室|店|铺|机|梯|库|位|口|台|坑|桥|井|柜|厅|座|区|厂|窗|信|码|公|仓|出口|灯|杆|桩|箱|泵|棚|商|煤|油|阿姨|师傅|大爷|大妈|业主|家|住户|上面|下面|楼上|楼下|隔壁|对面|门口|的?(?:阿|大|老|邻|业|住|租)|[0-9二三四五六七八九十]|一(?![直早大整])|、|技|员|饭|馆|卖|花|旁|后|前面|病)';
/** 22号, 3号来的, 从一号起, 5号到8号: a day of this month or the last, when it is no house, and the last of several. */
export const dayOfMonthPattern = new RegExp(
  `(?<![0-9零一二三四五六七八九十月楼栋幢号路弄街巷年\\-/.#A-Za-z第期个])(?<![路弄街巷]门牌)(${dateOfMonth}|十几|二十几)(?:(?<![从自由打](?:${dateOfMonth}))[日号]?[到至~-](${dateOfMonth}))?(?:号${notHouse}(?:(?<=[从自打由到至~-](?:${dateOfMonth})号)|(?=${parts}|[早晚夜我他她你就报来去停到至起从开被遭给让交买装办发搬拆断打以要截左那当收换因突吧已之]))|日(?:(?<=[到至~-](?:${dateOfMonth})日)|(?=${parts}|那天|开始|起|到|至|[早晚])))(?:左右|那天|当天)?`,
  'g',
);

/** 去年, 二〇二三年, 前年底: the year, where in it. */
export const yearPattern = new RegExp(`(?:(${yearNumber}|大前|去|今|前|明|旧|克|头|上)年(?![龄级纪轻货糕夜味审检报费金终度会末薪]|一度)|(?<![0-9一二三四五六七八九十几半多每去今前明周])年(?=初[, 就到]|底[, 就到]|前[, 就]))(初|底|头|尾|中|春上|[春夏秋冬][天季上]?|入[春夏秋冬]|开春|上半年|下半年|前|开学)?`, 'g');
export const yearSteps: Readonly<Record<string, number>> = { 大前: -3, 前: -2, 去: -1, 旧: -1, 克: -1, 头: -1, 上: -1, 今: 0, 明: 1 };
/** A season, or its beginning. */
export const seasonPattern = /(?:开春|入[春夏秋冬](?!季)|立夏后|春上|夏天|冬天|秋天|春天|夏季|冬季|秋季|春季|梅雨季?|雨季|汛期|台风季|暑假|寒假|暑期|伏天|三伏天?|三九天?|数九|头伏|黄梅天?|回南天|供暖季|(?:一)?开学(?=[了就后前又以]|那天|第一天|到现在)|期末|军训)(?:里|头|那会儿|的?时候)?/g;

/** 前几天, 前阵子, 早几日: past, and nobody knows when. */
export const lateDaysPattern = new RegExp(`(?<![以之目当期])(?:[前早头先](?:(?:几|两|些|俩)(?:个)?(?:天|日|晚|夜|年|月|星期|礼拜|周)|一?阵子?|一?段(?:时间|日子)?|些(?:天|日子|时候|年))|前向|前一向|日前|不久前|前不久|没多久前|早前|上几天|那几天|有天(?:晚上|早上|夜里|半夜)?|有一天(?:晚上|早上|夜里|半夜)?|有一?[晚次回])`, 'g');
/** A day told before: 那天, 当晚. */
export const sameDayPattern = new RegExp(`(?:那|当)(?:[天日晚夜](?:${parts}|上|里)?|时候?)|头[天晚]|第二天|次日|一夜之间|前一[天晚]|后来`, 'g');
