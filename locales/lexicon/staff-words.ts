const LEAD_IN = '(?:请|帮我?|麻烦|能不能|可以|把|将|那|就|先|再|你|给我|[\\s,，])*';

/** Says that matters in hand are one and to be handled as one. */
export const MERGES: readonly RegExp[] = [
  /(?:一回事|一码事|同一[件个条单]事?|一件事|一样的|重复(?:了|的|件)?)[\s\p{P}]*.{0,8}?(?:合并|并单|并案|(?:合|并|归|放)(?:在|到|成)?(?:一起|一块儿?|一[件条单个])|[合并]一下|并了|并掉|算一[件条单])/u,
  /(?:[两几二2三3多]|这|那|这些|那些|\d{5,12})[\s\p{P}]*(?:[件条单]|个(?!人|月|字)|俩|张|和|跟|与|\d{5,12}).{0,12}?(?:合并|并单|并案|(?:合|并|归)(?:在|到|成)?(?:一起|一块儿?|一[件条单个])|[合并]一下|并了|并掉)/u,
  new RegExp(`^${LEAD_IN}(?:合并|并|合)(?:一下)?.{0,16}?(?:[两几二2三3](?:[件条单]|个(?!人|月|字)|张)|(?:这|那)(?:些|俩|两))`, 'u'),
  /\bmerge\b.{0,20}\b(?:two|three|both|these|them|into one|together)\b|\b(?:same (?:thing|matter|one)|duplicates?)\b.{0,12}\bmerge\b/iu,
];

/** Who is to lead, and who is to help; the first group ends with the unit, or names several. */
export const LEADS: readonly RegExp[] = [
  /(?:让|请|由|叫|派|找|给|归|[\s,，:：]|^)([^\s,，。;；]{2,20}?)(?:来|去)?(?:牵头|主办|为主|主责|当主办|做主办)/u,
];
export const HELPS: readonly RegExp[] = [
  /(?:让|请|由|叫|派|找|[\s,，、;；])([^\s,，。;；]{2,30}?)(?:来|去|也|都|一起|一块)*(?:配合|协办|协助|打配合|搭把手|参与)/u,
];

/** Between units that are named in one breath. */
export const AND = /[和跟与及、,，\s]+|\band\b/u;

/** Gives a matter that is named to a unit: 把乱停车的给交警去弄, 退给社区，他们自己能换. The first group is the unit, with words behind it perhaps. */
export const GIVES: readonly RegExp[] = [
  /(?:派|交|转|分|移交|转交|分派|下派|退回?|打回|返|还|推)(?:给|到|回给?)\s*([^\s,，。.!！?？;；]{2,18})/u,
  /^.{0,24}?(?:的|那个|这个|那件|这件|那条|这条|\s|^)给\s*(?=[^\s,，。;；]{2,16}(?:弄|办|管|处理|跟进|负责|解决|搞|做|看看|看一下))([^\s,，。.!！?？;；我你您他她咱大]{2,18})/u,
  /^.{0,24}?(?:让|叫|请|由|找)\s*(?=[^\s,，。;；]{2,16}(?:来|去|自己)(?:弄|办|管|处理|跟进|负责|解决|搞|做|看|清|修|换|查))([^\s,，。.!！?？;；我你您他她咱大]{2,18})/u,
];

const REPORTER = '(?:居民|业主|住户|反映人|反映的人|投诉人|投诉的人|举报人|诉求人|报修人|当事人|来电人|对方|本人|人家|他|她)';
const CONTACT = '(?:电话|手机|手机号|电话号码?|号码|联系方式|联系电话|微信|姓名|名字|身份|住址|门牌|房号|家庭住址)';
const NOW_ASK = '(?:请问|那|这个?|这件|这条|到底|究竟|是|能不能|可不可以|可以|能|告诉|给|发|查|看|要|知道|把|帮|我|一下|[这那此件条事单\\d]|[\\s\\p{P}])*';
const ASK_END = '(?:多少|是|几号|什么|啥|给我|给一下|发我|发给我|告诉我|有吗|有没有|呢|吗|吧|呀|啊|的|一下|我要?联系(?:他|她|一下)?|联系一下|我?好联系|[\\s\\p{P}])*';

/** Whoever handles a matter asks who raised it, or how to reach that person. */
export const ASKS_REPORTER: readonly RegExp[] = [
  new RegExp(`^${NOW_ASK}(?:谁|哪个|哪位|哪户|哪家|什么人)(?:居民|业主|人|家)?(?:反映|投诉|举报|报|说|提|告|打电话|写)(?:的|上来的?|过来的?|我们的?|来的)*(?:啊|呀|呢|吗|这事|这个|[\\s\\p{P}])*$`, 'u'),
  new RegExp(`^${NOW_ASK}${REPORTER}的?${CONTACT}${ASK_END}$`, 'u'),
  new RegExp(`^${NOW_ASK}(?:${REPORTER}(?:是谁|叫什么(?:名字)?|住哪(?:里|儿|栋|户)?|姓什么|在哪(?:里|儿)?住)|(?:怎么|如何|咋)(?:才能|能)?(?:联系|找)(?:到|上)?(?:${REPORTER}|反映的那?个?人))${ASK_END}$`, 'u'),
  /^(?:so |and |please )*(?:who (?:reported|complained|raised|said|sent) (?:this|it|that)|(?:what(?:['\u2019]s| is) )?(?:the |his |her |their )?(?:resident|reporter|caller)(?:['\u2019]s)? (?:phone|number|name|contact|address)\b.{0,20}|how (?:can|do) i (?:reach|contact|call) (?:the )?(?:resident|reporter|them|him|her))[?!.\s]*$/iu,
];

const COMMANDS = '(?:办结|结单|结案|销单|销号|报到|退回|退单|延期|反馈|上呼|上报|升级|派单|派|吹哨|接单|接|评价|打分|并单|合并|剔除|填|回复|回|写|弄|操作|处理|整|搞)';

/** Asks how something is written, or what comes next. */
export const ASKS_HOW: readonly RegExp[] = [
  new RegExp(`^(?:请问|那|这个?|这件|这条|这单|单子|我|该|要|得|应该|接下来|现在|下一步|到底|\\d|[\\s\\p{P}])*(?:怎么|咋|如何|怎样)(?:样)?(?:才能|去|来|个)?${COMMANDS}(?:单|法|呢|啊|呀|吗|的|了|掉|[\\s\\p{P}])*$`, 'u'),
  /^(?:请问|那|这个?|这件|这条|我|接下来|然后|现在|[\d\s\p{P}])*(?:下一步|接下来|后面|然后|下面)(?:该|要|得|应该|我)*(?:干|做|怎么|弄|是)(?:什么|啥|办|做|弄|样)?(?:呢|啊|呀|吗|[\s\p{P}])*$/u,
  /^(?:请问|那|我|这个?|这件|该|要|得|现在|[\d\s\p{P}])*(?:该|要|能|可以)(?:干|做|写|回)(?:什么|啥|些什么)(?:呢|啊|呀|[\s\p{P}])*$/u,
  /^(?:so |and |please )*(?:what (?:do i do |comes |should i do |now )?next|how (?:do|can) i (?:close|finish|report in|give feedback|object|return|extend) (?:it|this|that|on it)?)[?!.\s]*$/iu,
];

/** What the program does not do for staff in the chat. */
export const NOT_IN_CHAT = {
  export: [
    /^.{0,10}?(?:导出|下载|导个?|拉个?|拉一下|出个|做个|生成|打印|发我?一?[个份张])(?:一下|一?[个份张])?.{0,10}?(?:表格?|报表|台账|清单|excel|数据|汇总|统计|周报|月报|日报)(?:给我|吧|啊|呀|呢|吗|来|出来|一下|看看|[\s\p{P}])*$/iu,
    /^(?:能不能|可以|帮我?|请|把|麻烦|[\s,，])*(?:表格?|报表|台账|数据|excel)(?:能不能|可以|能|给我|帮我|怎么|在哪里?|[\s,，])*(?:导出来?|导|下载|拉|打印)(?:出来|一下|吗|吧|呢|[\s\p{P}])*$/iu,
    /^(?:please |can you |could you )*(?:export|download|print)\b.{0,30}\b(?:table|sheet|excel|csv|list|report|data)\b.{0,10}$/iu,
  ],
  broadcast: [
    /(?:给|向|通知|告诉|提醒|跟)(?:一下)?(?:所有|全体|全部|全|各|整个|每个|大家|居民|业主|群众|住户|小区|社区|网格)\S{0,10}?(?:发|群发|推送|转发|说)(?:个|一个|一条|一下|条)?(?:通知|消息|公告|信息|提醒)/u,
    /^(?:请|帮我?|麻烦|你|能不能|可以|[\s,，])*(?:群发|发个?(?:通知|公告)|发一?[个条](?:通知|公告)|通知(?:一下)?(?:所有|全体|全部|各)?(?:居民|业主|大家|群众|住户|小区))/u,
    /\b(?:send|broadcast)\b.{0,30}\b(?:to )?(?:all|every)\b.{0,20}\b(?:residents?|people|groups?|everyone|everybody)\b/iu,
  ],
  leave: [
    /^(?:领导|你好|哨子|那|因为|[\s\p{P}])*(?:我|本人)?(?:今天|明天|后天|这?[下周几]{1,2}|[\d月号日到-]{1,8})?(?:开始)?(?:要|想|得|在)?(?:请(?:[\d一二两三四五六七八九十几半]+[天个]|病|事|年|产)?假|休[\d一二两三四五六七八九十几半]*[天个]?(?:年|病|产)?假|调休|轮休)/u,
    /^(?:我|本人)?(?:今天|明天|后天|这?[下周几]{1,2})?(?:要|得|在)?(?:出差|外出培训|不在).{0,16}?(?:顶|替班|代班|单子给|交给|谁(?:来|接))/u,
    /(?:让|叫|请|找)\S{2,6}(?:来)?(?:顶|替|代)(?:一下|一?班|一?天|几天|我|岗|着)+/u,
    /(?:谁|哪个)(?:来|能)?(?:顶|替|代)(?:一下|班|我|岗)/u,
  ],
  moved: [
    /(?:我|本人)?(?:要|马上|下个?月|下周|已经)?(?:调岗|调走|换岗|离职|退休|调离|不干这个|不管这块|换单位|调到)(?:了)?/u,
  ],
} as const satisfies Record<string, readonly RegExp[]>;

const BEFORE_YES = '(?:好的?|行|嗯|那|就|我(?:这边)?|这个?|这件|那个|那件|刚才|延期的?|申请|领导|水务|他们?|可以|[\\d\\s\\p{P}])*';
const AFTER_YES = '(?:吧|了|他|他们|你们|延期|延|的|啊|呀|哈|申请|这个|这件|一下|没问题|[\\s\\p{P}])*';

/** Says yes or no to what waits for the speaker's word. */
export const SAYS_AGREED = new RegExp(`^${BEFORE_YES}(?:同意|批准|批[了吧]?|准了|准吧|允许|(?:可以|准|给他?们?|让他?们?)延)${AFTER_YES}(?:(?:就|先|再|只|最多|给|延|宽限|他|你)*[一二两三四五六七八九十半\\d]+个?(?:工作日|天|日|周|星期|月))?${AFTER_YES}$`, 'u');
export const SAYS_REFUSED = new RegExp(`^${BEFORE_YES}(?:不同意|不批准?|不准|不予批准|驳回|打回去?|(?:不能|不给|不许|别)(?:再)?延)(?:吧|了|他|他们|延期?|的|啊|呀|申请|一下)*(?:[\\s\\p{P}](?<why>.{0,30}))?$`, 'u');

/** A length of time that is said along with it. */
export const SAYS_LENGTH = /[一二两三四五六七八九十半\d]+个?(?:工作日|天|日|周|星期|月)/u;

/** Wants a yes or no back that was given. */
export const TAKES_ANSWER_BACK = /^(?:我|把|[\s\p{P}])*(?:刚才|刚刚|之前|上一?个|那个|前面)\S{0,6}?(?:不同意了|不批了|作废|收回|反悔|撤销|不算数?|同意错|点错|批错|按错)/u;

const ASKS_FIGURE = '(?:请问|那|看看|看一?下|查一?下|查查|帮我?|给我|我们?|咱们?|现在|目前|到底|一共|总共|的|是|都|还|有|了|[\\s\\p{P}])*';
const OF_PERIOD = '(这个月|本月|这月|当月|本期|上个月|上月|上期)';

/** Asks for a rate: the period, perhaps, the words before it, which may name a unit, and the figure's name. */
export const ASKS_RATE = new RegExp(`^${ASKS_FIGURE}${OF_PERIOD}?${ASKS_FIGURE}(\\p{Script=Han}{0,12}?)的?${OF_PERIOD}?的?(满意|办结|完成|响应|报到|解决|按时|及时|反馈)(?:率|度)${ASKS_FIGURE}(?:多少|几|怎么样|咋样|如何|高不高)?(?:啊|呀|呢|吗|[\\s\\p{P}])*$`, 'u');

/** Asks how many matters there were in a period. */
export const ASKS_COUNT = new RegExp(`^${ASKS_FIGURE}${OF_PERIOD}${ASKS_FIGURE}(?:受理|接|收|登记|办结|办|来)?(?:到|了|过)?(?:多少|几)[条件个单]?(?:诉求|工单|单子|事情?|件)?(?:了|啊|呀|呢|吗|[\\s\\p{P}])*$`, 'u');

/** The one before this. */
export const PERIOD_BEFORE = /上/u;

/** Asks how much a unit has on its hands; the group is the unit. */
export const ASKS_BACKLOG = new RegExp(`^${ASKS_FIGURE}(\\p{Script=Han}{2,12}?)(?:手上|手里|那边|那里|现在|目前|今天|还|有|到底|[\\s,，])*(?:多少|几|哪些|什么)[条件个单]?(?:事|活|诉求|工单|单子)?(?:是|都|还|在)*(?:没|未|待|积压|在)(?:有)?(?:办|结|处理|完成|接|弄|动)?[完结好单掉]*的?(?:了|啊|呀|呢|吗|[\\s\\p{P}])*$`, 'u');

/** Asks which units are late, and with how much. */
export const ASKS_LATEST = /^(?:请问|看看|看一?下|查一?下|那|现在|目前|[\s\p{P}])*(?:哪[个些家]?|什么|谁|各)(?:[个家])?(?:部门|单位|社区|科室|街道)?(?:的|是|家)*(?:超时|超期|逾期|拖|欠)(?:的|了|得)*(?:[件单]数?)?(?:最多|最严重|排名|排第一|多|情况)(?:的|啊|呀|呢|[\s\p{P}])*$/u;

/** Wants a unit, or whoever has a matter, to be pressed; the group is what is named: a number, a unit, a thing. */
export const PRESSES: readonly RegExp[] = [
  /^(?:请|帮我?|麻烦|再|去|能不能|给我|[\s,，])*(?:催催|催一?下|催办|催|督办|督促)(?:一下)?[\s:：]*([^\s,，。!！?？;；]{2,18})(?:赶紧|赶快|快点|快一点|抓紧|尽快|处理|的|一下|吧|了|啊|[\s\p{P}])*$/u,
  /^(?:请|帮我?|麻烦|再|[\s,，])*(?:把|给)?(\S{2,14}?)(?:怎么|咋)?(?:还|一直|都)?(?:没|不)?(?:有)?(?:报到|动静|回音|动|反馈|处理|办|接单|弄)?[\s,，]*(?:再|帮我|给我|去|请)*(?:催一?下|催催|催办|督办一?下)(?:吧|啊|呀|了|他们|[\s\p{P}])*$/u,
  /^(?:please )?(?:press|chase(?: up)?|nudge) (?:the )?(\S.{1,40}?)(?: please)?[.!\s]*$/iu,
];

/** Points to one matter (路灯那单, the sewer one): whatever is asked, it is of a matter there is. */
export const POINTS_TO = /的?[那这](?:一?[个件单条桩盏张起](?!月|周|星期|礼拜|季度|年|学期|小区|社区|街道|单位|办法|系统|程序|群)(?:的)?(?:事[情儿]?|问题|单子?|诉求|工单|案子)?|事[情儿]?)|^(?:the |that |my )|\b(?:one|matter|case|report|order)$/giu;

/** What is said of a thing only to say that it is a matter. */
export const OF_A_MATTER = /(?:的?[那这]边|的?(?:事[情儿]?|问题|单子|诉求|工单|案子))$/u;

const BEFORE_MATTER = '(?:(?:我们?|咱们?|自己)(?:提|报|说|转|登记|反映|上报|派)(?:过|了)?的?|请问|那么|那(?!一?[个件单条桩盏张起边])|哎|麻烦|帮我?|我(?:想|要)?|给我|再|想|问一?下|问问|看一?下|看看|查一?下|查查|查询|了解一?下|刚才|刚刚|昨天|前天|上午|早上|上周|之前|(?:派|转|交|报|分)(?:给|到|去)了?|反映|登记|的|现在|到底|[\\s\\p{P}])*';
const STANDS_NOW = '(?:[\\s,，]|现在|目前|到底|究竟|今天|后来|最后|有人|还|都|又|是)*';
const HOW_FAR = [
  '(?:的)?(?:进展|进度|处理|办理|办|弄|搞|修|推进|情况|整改|结果)?得?(?:怎么样|咋样|咋个样|怎样|如何)(?:了)?',
  '(?:的)?(?:进展|进度|处理|办理|办|推进|走|弄|进行)?得?(?:卡?(?:是|在|到)了?(?:哪儿?里?|什么|啥|哪个)|哪一?(?=[步环]))(?:一?步|环节|程度|阶段|地步)?了?',
  '有(?:没有)?(?:什么|啥|新的?|点)*(?:进展|消息|结果|动静|反馈|回复|回音|下文|说法)了?(?:没有?|吗|么)?',
  '(?:什么|啥)(?:情况|进展|进度|状态|状况|结果)了?',
  '(?:接单?|报到|反馈|办|办结|办完|办好|处理|处理完|处理好|修|修好|弄|弄好|弄完|搞定|搞好|解决|回复|派|派出去|派下去|开始|开工|动工|动|批|批下来|来人|去人|完工|整改|整改完|清|清完|清理|拆|拆完|换|换好)(?:了没有?|了吗|了么|没有|没|完没有?|好没有?)',
  '(?:怎么|咋|为什么|为啥)(?:到现在)?(?:还|都|一直)*没(?:有)?(?:人)?(?:办|动静|动|弄|处理|报到|接单?|反馈|解决|修|派|回复|结果|消息|进展|完|好)(?:完|好|掉)?',
].join('|');
const WHO_HAS_IT = '(?:是|归|由|该|在)?谁(?:在|来|的)?(?:办理?|管|跟|处理|负责|弄|跟进|牵头|接手?|手[上里])?(?:着|的|了)?|(?:在|到|卡在|转到|派到|落在|派给|转给|交给|给)了?(?:谁|哪个?(?:单位|部门|科室|家|里|儿|一?步|环节))(?:那里?|那儿|手[上里]|家)?(?:了|办|卡着|压着)?';
const AT_ITS_END = '[啊呀呢哦嘛]?[\\s\\p{P}]*$';

/** Asks how a matter stands; the first group is what is named, perhaps nothing. */
export const ASKS_AFTER: readonly RegExp[] = [
  new RegExp(`^${BEFORE_MATTER}(.{0,18}?)${STANDS_NOW}(?:${HOW_FAR})${AT_ITS_END}`, 'u'),
  new RegExp(`^${BEFORE_MATTER}(.{1,18}?)的(?:进展|进度|情况|状态)(?:呢|吧)?${AT_ITS_END}`, 'u'),
  /^(?:so |and |please )*(?:what(?:['\u2019]s| is) (?:the )?(?:status|progress|state|news) (?:of|on|with)|how(?:['\u2019]s| is)|(?:status|progress) (?:of|on)|any (?:news|progress|updates?) (?:on|about|with)) (.{2,40}?)(?: going| coming along)?[?!.\s]*$/iu,
];

/** Asks who has it, or wants to see it: only where what is named is pointed to. */
export const ASKS_AFTER_THIS: readonly RegExp[] = [
  new RegExp(`^${BEFORE_MATTER}(.{0,18}?)${STANDS_NOW}(?:${WHO_HAS_IT})${AT_ITS_END}`, 'u'),
  new RegExp(`^(?:请|帮我?|麻烦|再|给我|先|\\s)*(?:看一?下|看看|查一?下|查查|查询|说说|说一?下|讲讲)(.{1,18}?)(?:的)?(?:进展|进度|情况|状态|结果)?${AT_ITS_END}`, 'u'),
  /^(?:so |and |please )*(?:where(?:['\u2019]s| is)|who(?:['\u2019]s| is) (?:handling|on|dealing with|working on)|who has) (.{2,40}?)(?: at| now)*[?!.\s]*$/iu,
];
