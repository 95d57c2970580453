import { count } from './when-words.ts';

/** How long each unit is, in hours. */
export const lengthUnits: Readonly<Record<string, number>> = {
  分钟: 1 / 60, 刻钟: 0.25, 小时: 1, 钟头: 1, 钟: 1, 时辰: 2, 天: 24, 日: 24, 昼夜: 24, 宿: 24, 夜: 24, 晚上: 24, 晚: 24, 晚黑: 24, 白天: 24, 上午: 4, 下午: 4, 早上: 4, 工作日: 24,
  周: 168, 星期: 168, 礼拜: 168, 月: 730, 季度: 2190, 季: 2190, 学期: 4380, 年: 8760, 年头: 8760, 载: 8760, 会儿: 0.3,
};
/** Before a length and part of what is said: 连着三天, 快一年, 这三天. */
export const lengthLead = /(?:连着|接连|连续|持续|一连|快|小|整整|足足|将近|近|差不多|最近|这|超过|前后|呢)$/;
/** Before a number that counts no length: another figure, 第三天, 每三天, a speaker's or a clock's colon. */
export const notCountedBefore = /(?:[0-9.第每隔四五六七八九]|[0-9]:)$/;
/** 三天, 一个多礼拜, 两年零四个月, 半拉月, 个把月, 两天两宿, 小十天: the count, half, the unit, half. */
export const lengthPattern = new RegExp(
  `(?:(${count})(?:来|多)?(?:个|拉)?(多|半|把|来|大)?(分钟|刻钟|小时|(?:个)?钟头|(?<=个)钟(?!头)|时辰|昼夜|天(?!台|花|然|价|井)|宿(?!舍)|夜|晚上|晚黑|晚(?!辈|班|会)|(?<=一)(?:上午|下午|早上|白天)|工作日|周(?!岁|年|[一二三四五六日末边围])|星期|礼拜|月|季度|学期|年头|年(?!级|纪|轻|货|糕|夜)|载|(?<![0-9月])日(?![子用常期报均元语光]))|(个)(把|半|几)(月|星期|礼拜|钟头|小时|年|天)(?!前))(半(?!夜)|多|有余|余|把|来)?(?:零?(?:${count})个?(?:月|天|日|夜|宿|晚上?|小时|钟头|分钟))?`,
  'g',
);
/** A month or day without 个 is a length only after these. */
export const shortUnit = /^[月日]$/;
export const countsOfShortUnit = /^(?:俩|仨|两|数|好几|半|小半|大半|[三四五六七八九])$/;
/** Of these 月 without 个 is the month of that name. */
export const countsOfMonthName = /^[三四五六七八九]$/;
export const monthUnit = '月';
/** What stands between a count and its unit. */
export const countedWith = /[个拉]/;
export const countWord = /^个/;

/** Lengths nobody can count: 好几年 is counted, 好些日子 is not. */
export const vagueLengthPattern = /好[些多几长](?:日子|时间|辰光|一段时间)|好(?:长)?一(?:阵子?|歇|段时间)|好[些多](?:天|年|个?月)|有(?:些|段|点)(?:日子|时间|年头)了?|有一?阵子了?|有(?:日子|年头|时日)了|老长时间|(?:很|好|许|老)久|多[日年天月](?:来)?|长期以?来?|一阵子|(?:连日|数日|经年|历年|多年|长年|常年)来?|一年半载|(?:一整|整|一)(?:晚|夜|宿)(?:上|里)?|一?整天|一(?:上午|下午|早上|晌|宿|晚上|下昼|上昼)|(?:半|老半|大半)[天日晌]|通宵|彻夜|通宵达旦|整个(?:长假|假期|周末|暑假|寒假|星期|月|上午|下午|晚上|冬天|夏天)|十天半(?:个)?月|成个(?:月|礼拜|星期)|一[春夏秋冬](?:天|季)?(?=没|都|了|,|。|$)|(?:这|上|整个?|一)(?:个)?学期|这半年|这一年|多少[天年]了|老些(?:天|日子)|到天亮/g;
/** How long the ones last that can be told, in hours. */
export const vagueLengths: Readonly<Record<string, number>> = { 十天半月: 240, 十天半个月: 240 };

/** 三天前, 半个月以前. */
export const agoAfter = /^(?:以前|之前|前(?!面|后|台|往|期|门)|头里|之前头)/;
/** 停了三天, 三天了: what makes a length the time that something has lasted. */
export const lastingAfter = /^(?:了|啦|咧|咯|喽|嘞|勒|哒|哩|嘎|以来|之久|光景)/;
export const lastingBefore = /[了咗得起着过]$|[坏停断漏堵黑亮响闹吵等拖欠积压占锁关挂烂锈淌冒开耗修堆放熄灭闭缺丢卡锁塌裂倒臭冷]$|已(?:经)?$|(?:都|快|将近|整整|足足)$/;
/** Led by these a length has lasted by itself: 连着三天. */
export const runningBefore = /[连接持]/;
/** A rate: 一周三次, 一天三遍, 一个月总有那么两三回, 两天一次. */
export const rateAfter = new RegExp(`^[^。,.!?？\\n0-9]{0,5}?(?:${count})(?:多)?(?:次|回|趟|遍|顿|场)(?!次)`);
/** What makes it no time of the matter: classes, deadlines, prices, rations, ages, names. */
export const notLengthAfter = /^(?:级|内|以内|之内|(?:的)?(?:假|期|质保|保修|合同|工期|工龄|年限|班|票|课|量|租金|押金|利息|会员|套餐)|多?岁|公交|生|费|薪|票|卡|纪|龄|大|后|以后|之后|就(?:够|行|好|到)|(?:的)?(?:娃|孩子|宝宝|小孩|老房|房子|老楼|小区|老人|女儿|儿子|狗|猫)|[^。,！\n]{0,3}?[0-9一二三四五六七八九十百千几两]+(?:块|元|百|千|万|蚊|角|毛)|[^。,！\n]{0,2}?\d{3,5}(?!\d)|多少[钱]?|[一二两三四五六七八九十半]{1,2}[片粒颗支包顿盒板])/;
export const notLengthBefore = /(?:第|前|后|头|再过|再等|过|不到|提前|推迟|延|宽限|限|保|保修|质保|有效期|试用期|月休|休|请假|请|还有|还差|还剩|剩|借|租期|合同|签|预收|给你们?|住满|干满|只|才|满|未满|不满|周|月|初|需要?|要等|预计|顶多|最多|至少|起码|工龄|押金|收了?我?)$/;

/** 第五天了, 第五个工作日了: so many days after it began. */
export const nthDayPattern = new RegExp(`(?:已经|都|今天都|今天)?第(${count})个?(天|日|工作日|周|星期|礼拜|月|年|晚上?)(?=了|啦|咧|,|还|没|$)了?`, 'g');
