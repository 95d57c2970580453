/** What sort of thing is said of time; how likely it is the matter's own time hangs on it. */
export type Kind =
  | 'day'
  | 'weekday'
  | 'date'
  | 'day-of-month'
  | 'holiday'
  | 'week'
  | 'month'
  | 'season'
  | 'year'
  | 'late-days'
  | 'same-day'
  | 'part'
  | 'clock'
  | 'length'
  | 'lasting'
  | 'ago'
  | 'lately'
  | 'since'
  | 'since-event'
  | 'still'
  | 'each'
  | 'whenever'
  | 'often'
  | 'times'
  | 'just-now'
  | 'now';

/** What weighs for or against a time being the matter's own: the words before or after it in its clause, both, the saying itself, or any of the text. */
export interface Sign {
  readonly where: 'before' | 'after' | 'clause' | 'said' | 'text';
  readonly words: RegExp;
  readonly weight: number;
  /** Of these kinds only; of all when not given. */
  readonly kinds?: readonly Kind[] | undefined;
}

/** After a day: it asks, plans or announces. */
export const aheadAfter = /[吗嘛么?]|要|会(?!所|议)|将|能不能|可不可以|可以|是不是|对吧|打算|准备|截止|开不开|还开|开放|有没有|怎么|得不得|帮|请|搬|再|之前|以前|前/;
/** After a day: it tells what was done. */
export const pastAfter = /[了过咗]|被|遭|的时候|有人来|来说|[报来买交发办装修换停送]的|起就|到现在/;

/** After a part of the day by itself: it was on a certain day. */
export const toldAfter = /[了过咗遭]|被|那[场阵声]|有(?:人|个|贼|辆|只|条)|掉/;

/** The end of what stands before a time, and the beginning of what stands after it, up to the next stop. */
export const clauseEnd = /[^。,.!?;\n]*$/;
export const clauseBegin = /^[^。,.!?;\n]*/;

/** How likely each way of saying is the matter's own time, before what stands around it is weighed. Nobody writes "two hours ago" without meaning it; a season or a year is often told in passing. */
export const kindWeights: Readonly<Record<Kind, number>> = {
  since: 5.2, 'since-event': 5, ago: 5, day: 4, weekday: 3.8, date: 3.7, 'day-of-month': 3, 'late-days': 3, holiday: 0.9, week: 2.6, month: 1.2, season: 0.8, year: 0.4, 'same-day': 0.6,
  part: 1.4, clock: 2, lasting: 3.5, length: 1.8, lately: 2.8, each: 3.7, whenever: 3.2, often: 2.2, times: 0, 'just-now': 4.2, now: 1.8, still: 0.8,
};

/** From this weight on a time is taken for the matter's. */
export const LEAST_WEIGHT = 1;

const points: readonly Kind[] = ['day', 'weekday', 'date', 'day-of-month', 'holiday', 'late-days', 'week', 'month', 'part', 'clock'];
const hours: readonly Kind[] = ['part', 'clock'];
const lengths: readonly Kind[] = ['length', 'lasting'];
const again: readonly Kind[] = ['each', 'often', 'whenever'];
const habits: readonly Kind[] = ['each', 'often', 'part', 'clock'];
const weak: readonly Kind[] = ['part', 'clock', 'holiday', 'season', 'month', 'year', 'length', 'lasting', 'each', 'often', 'weekday', 'day-of-month', 'now', 'times'];

/** What stands around a time and weighs for or against it, each with its reason. */
export const signs: readonly Sign[] = [
  // Something went wrong or was done at that time.
  { where: 'clause', words: /[坏漏堵断停爆裂塌倒掉砸撞摔偷丢抢吵闹响臭烧淹冒炸垮骂打咬刮跳伤死晕困]|没[电水网气人]|起火|着火|积水/, weight: 0.7 },
  { where: 'clause', words: /[了过咗着]|被|把|遭/, weight: 0.4, kinds: points },
  { where: 'after', words: /^[报来停买办交送装换发拆修]的/, weight: 2, kinds: points },
  { where: 'clause', words: /没|不|还|才/, weight: 0.5, kinds: lengths },
  { where: 'said', words: /了$|已经|都|不止|第/, weight: 1.5, kinds: ['times'] },
  { where: 'after', words: /^(?:了)?(?:都|也|还|就|仍)?没|^就[不坏]/, weight: 1.4, kinds: lengths },
  // A holiday's day, not the holiday by itself.
  { where: 'said', words: /[天晚夜时]$|期间|假|前后|晚上|初[一-十]|三十|除夕/, weight: 2, kinds: ['holiday'] },
  { where: 'clause', words: /[了被把]|不要|能不能/, weight: 0.8, kinds: ['holiday', 'month', 'season'] },
  { where: 'after', words: /停|封|吗|会不会|可不可以|放炮|放鞭炮|扰民/, weight: 0.6, kinds: ['holiday'] },
  // A length that is a clause by itself, or ends one.
  { where: 'clause', words: /^ $/, weight: 1.2, kinds: lengths },
  { where: 'after', words: /^$/, weight: 0.3, kinds: lengths },
  { where: 'after', words: /^ ?$|^ /, weight: 0.5, kinds: ['now', 'clock'] },
  // Wishes and small talk.
  { where: 'after', words: /^(?:节|啦|了)?(?:快乐|愉快|好$|好呀|安康|吉祥|到了|到啦|要到|将至|快到|临近|大吉|来了|来啦|吃|大家|加油|的娃|的孩子)/, weight: -5, kinds: points },
  { where: 'before', words: /祝(?:大家|您|你|各位)?$|快$|欢度|喜迎|等$|等到$/, weight: -2.5, kinds: ['holiday', 'season', 'weekday', 'week', 'month', 'year', 'each'] },
  { where: 'after', words: /^(?:的)?(?:跳舞|穿|吃啥|吃什么|去玩|聚|降温|升温|天气|好[热冷]|打牌|爬山|钓鱼|买菜|出太阳|休息|放假)/, weight: -2.5, kinds: ['day', 'weekday', 'holiday', 'part'] },
  // What is asked of a service: hours, deadlines, papers.
  { where: 'clause', words: /开到几|几点|营业|截止|报名|办公|上班吗|上不上班|开不开|多少钱|收费|开业/, weight: -2.6, kinds: weak },
  { where: 'text', words: /^(?:.{0,12}?)(?:请问|问一?[下哈句]|想问|咨询|打听|帮我问)/, weight: -1.2, kinds: weak },
  { where: 'after', words: /^(?:再)?(?:开门|开业|开张|营业|开工)/, weight: -4, kinds: ['holiday', 'date', 'weekday', 'day-of-month', 'clock'] },
  { where: 'after', words: /[吗么]|算不算|算工龄|能补|能不能|可以|[^不]不$|够不够/, weight: -1, kinds: ['length'] },
  { where: 'after', words: /^(?:后|以后|的)?(?:课堂|托管|能待|班|档|场|的路|的人|的现在)/, weight: -3, kinds: hours },
  { where: 'text', words: /在?哪(?:里|儿|个|家)?(?:能|可以)?(?:办|领|交|买|开|查)|怎么(?:办理|申请|报名|收费|领|算)|要带(?:什么|啥)|多少钱|(?:能不能|可以|能)(?:领|报销|申请|补|退)[^,。]{0,4}[吗不]|收不收|要不要(?:钱|带|交)|算不算|有没有补[贴助]|啥手续|什么材料/, weight: -1, kinds: weak },
  // A question that tells of nothing gone wrong, and praise.
  { where: 'text', words: /^(?![^]*(?:坏|漏|堵|停|断|没|裂|塌|倒|掉|撞|摔|偷|丢|吵|闹|响|臭|烟|烧|淹|冒|被|打|占|乱|脏|黑|怕|危险|投诉|反映))[^]*(?:吗|[^不]不|么|呢|几点|几号|多少|哪[里儿个天]?|怎么[^,。]{0,3}|咋[^,。]{0,3}|啥)[?？。!]?$/, weight: -1.5, kinds: [...again, ...lengths, ...hours, 'weekday', 'season', 'month', 'year', 'late-days'] },
  { where: 'text', words: /^.{0,8}(?:谢谢|感谢|多谢|表扬|夸|恭喜|祝)|锦旗|多亏|点赞|招聘|转让|出租|团购|拼单/, weight: -1.5, kinds: [...again, ...lengths, ...hours, 'season', 'year', 'month'] },
  // What people live by: their own day, their work, their lease, their age.
  { where: 'before', words: /(?:^|[^给跟找让骂吵催对])我(?:们|家|老伴|妈|爸|孩子|女儿|儿子|老公|老婆)?(?:也|都|就|还)?$/, weight: -1.6, kinds: [...habits, ...lengths] },
  { where: 'after', words: /^(?:都|就|也)?(?:要|得|只能|出门|上班|下班|回家|接|送|路过|经过|绕|吃|提|抱|背|扫|反锁|戴|低头|提心|担心|失眠|睡|起来|起床|给|陪|盼)/, weight: -1.3, kinds: habits },
  { where: 'before', words: /[租住种卖干教养攒当开做写存退用]了$|用$|打工$|(?:社保|养老)[^,]{0,3}交了$|结婚|工作|从事|相处|认识|退休|住在?[^,]{0,4}$|工龄|做生意|孕$|怀孕?了?$|[剖早顺]腹?产$/, weight: -3.2, kinds: lengths },
  { where: 'before', words: /生日(?:是)?$|出生|属$|生于|建[于成]|竣工|建的$/, weight: -6 },
  { where: 'after', words: /^(?:出生|生的|生人|生$|建|竣工|交房|入住|搬来|搬进|买的|结婚|退休|落户|装修好|就住|上学|升学|读书|入学|开学|考试)/, weight: -2, kinds: points },
  { where: 'after', words: /^(?:出生|出院|生|毕业|做完|装|买|搬|结|退休|上学|换|会|学|铺|好$)/, weight: -3.5, kinds: ['just-now'] },
  { where: 'after', words: /^(?:还|都)?(?:给|帮|替)(?:我|大家|咱)[^,]{0,4}[端送拿买倒扫]/, weight: -3, kinds: again },
  { where: 'clause', words: /谢谢|感谢|表扬|辛苦|点赞/, weight: -3, kinds: [...again, ...lengths] },
  // What was promised or said to be.
  { where: 'before', words: /(?:说|讲|称|答应|承诺|保证|通知|约)(?:是|好|了|要|在)?$/, weight: -2 },
  { where: 'before', words: /不是$/, weight: -2 },
  { where: 'after', words: /^[^,]{0,4}不对/, weight: -2 },
  { where: 'before', words: /[你您]$/, weight: -2.4, kinds: ['day'] },
  { where: 'after', words: /^发[^,]{0,8}的/, weight: -2, kinds: ['day'] },
  { where: 'before', words: /建议|希望|最好|盼望|要是能|想请|可否|能否/, weight: -2.2, kinds: [...habits, 'weekday', 'season', 'holiday'] },
  // A paper or a sum by its month.
  { where: 'after', words: /^(?:份)?的?[^,]{0,3}(?:单子|账单|电费|水费|工资|账|报告|合同|票|退休金|养老金)/, weight: -1.5, kinds: ['month', 'year', 'week', 'season'] },
  { where: 'clause', words: /欠|压|拖|没发|不发/, weight: 2, kinds: lengths },
  { where: 'after', words: /^(?:约|大概|差不多)?[0-9一二三四五六七八九十百千万两]+(?:多)?[元块万蚊度吨岁]/, weight: -3 },
  // Too short to be a matter's length, or counted in passing.
  { where: 'said', words: /分钟|刻钟|小时|钟头|钟$/, weight: -1.2, kinds: ['length'] },
  { where: 'said', words: /分钟$/, weight: -1.6, kinds: ['lasting'] },
  { where: 'said', words: /^(?:老|大)?半[天日晌]|会儿$/, weight: -3.2, kinds: lengths },
  { where: 'said', words: /^(?:周|星期|礼拜)末/, weight: -1.2, kinds: ['weekday'] },
  { where: 'said', words: /年/, weight: -1.5, kinds: ['late-days'] },
  { where: 'said', words: /^[一1]?(?:个)?(?:天|年|月|星期|周|礼拜|晚|夜|小时)$/, weight: -1.6, kinds: ['length'] },
  { where: 'said', words: /^到天亮/, weight: -1.5 },
  { where: 'before', words: /大概$|可能$|大约$|估计$/, weight: -1, kinds: ['length'] },
  // Before and now: what it is like now is told of what happened before.
  { where: 'said', words: /现在|马上/, weight: -1.8, kinds: ['now'] },
  { where: 'after', words: /^(?:正|就在|还在|有人|火|烟|里面|楼下|外面|满|突然)|^$/, weight: 1, kinds: ['now'] },
  { where: 'after', words: /^(?:的|这样|这么|那么)/, weight: -2, kinds: ['now', 'season', 'year'] },
  { where: 'after', words: /^(?:都|已经|已|才|快|满|虚岁)?[0-9一二三四五六七八九十]{1,3}(?:岁|多岁|了|[, ]|$)/, weight: -3, kinds: ['year'] },
  { where: 'before', words: /(?:到|等到|直到|拖到)$/, weight: -2.5, kinds: ['day', 'now'] },
  { where: 'before', words: /^$/, weight: 0.6, kinds: ['now'] },
  { where: 'said', words: /^今[天日]$/, weight: -0.5 },
  { where: 'said', words: /^(?:明|后|大后|听)/, weight: -1.4, kinds: ['day'] },
];
