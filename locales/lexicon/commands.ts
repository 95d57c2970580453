/** The words that make a command, by what they mean; the first of each is the one shown in help. */
export const COMMAND_WORDS = {
  progress: ['进度', '查进度', '进展', '催', '催办', '催一下', 'status', 'progress'],
  withdraw: ['撤回', '撤销', 'withdraw'],
  supplement: ['补充', 'add'],
  privacy: ['隐私', '隐私说明', 'privacy'],
  erase: ['删除我的信息', '删除我的个人信息', 'erase me', 'delete my data'],
  'erase-confirm': ['确认删除', 'confirm erase'],
  person: ['转人工', '人工', '人工服务', '找人工', 'human', 'person', 'to a person'],
  help: ['帮助', '菜单', '怎么用', 'help'],
  work: ['待办', '我的待办', 'todo', 'work'],
  'not-same': ['不是同一件', '不是同一件事', '不是一件事', 'not the same'],
  register: ['登记', 'register'],
  ignore: ['忽略', '不登记', 'ignore'],
  take: ['接', '接单', 'take'],
  finish: ['办结', '办好了', 'done'],
  escalate: ['上呼', '升级', 'escalate'],
  propose: ['建议', 'propose'],
  merge: ['并', '并单', '合并', 'merge'],
  unmerge: ['拆', '拆单', '拆分', 'unmerge'],
  deliberate: ['议事', 'deliberate'],
  dispatch: ['派', '派单', '派给', '交给', '转给', '分给', 'dispatch'],
  whistle: ['吹哨', 'whistle'],
  'as-proposed': ['照建议', '采纳建议', 'as proposed'],
  'call-people': ['召集', 'summon'],
  rate: ['评', '评分', 'rate'],
  score: ['打分', 'score'],
  assessment: ['考核', 'assessment'],
  objection: ['异议', 'objection'],
  exclude: ['剔除', 'exclude'],
  agree: ['同意', 'agree'],
  disagree: ['不同意', 'disagree'],
  'report-in': ['报到', '报道', 'report in'],
  'feed-back': ['反馈', 'feedback'],
  extend: ['延期', 'extend'],
  object: ['退回', 'object'],
  locate: ['地点', 'place'],
  classify: ['类别', 'class'],
  hide: ['保密', '匿名', 'hide me'],
  unhide: ['取消保密', '公开', 'unhide me'],
  answer: ['答复', '答', 'reply'],
  warning: ['预警', 'warning'],
  collect: ['采集', 'collect'],
  'on-behalf': ['代办', '帮办', '帮我代办', 'do it for me', 'on behalf'],
  'speak-chinese': ['中文', '说中文', 'chinese'],
  'speak-english': ['english', '英文', 'speak english'],
} as const satisfies Record<string, readonly string[]>;

export type CommandWord = keyof typeof COMMAND_WORDS;

/** Commands that only people who work for a unit, a grid or a branch give; from anybody else the same words are just words. */
export const STAFF_WORDS: ReadonlySet<CommandWord> = new Set([
  'work', 'register', 'ignore', 'take', 'finish', 'escalate', 'propose', 'merge', 'unmerge', 'deliberate', 'dispatch', 'whistle', 'as-proposed', 'call-people', 'rate', 'score', 'assessment', 'objection', 'exclude', 'agree', 'disagree',
  'report-in', 'feed-back', 'extend', 'object', 'locate', 'classify', 'answer', 'warning',
]);

/** Words that stand alone: with anything behind them they are just words. */
export const ALONE: ReadonlySet<CommandWord> = new Set(['privacy', 'erase', 'erase-confirm', 'person', 'help', 'work', 'not-same', 'register', 'ignore', 'hide', 'unhide', 'speak-chinese', 'speak-english']);

/** Of those, the ones beside which a number may stand. */
export const NUMBERED: ReadonlySet<CommandWord> = new Set(['hide', 'unhide']);

/** Words inside commands. */
export const LEAD_WORDS = ['主办', '牵头', 'lead'];
export const ASSIST_WORDS = ['协办', '配合', 'assist', 'assists'];
/** 「主办 甲 协办 乙：…」: what stands before such a mark behind the units, and how they are to work together. */
export const NOTE_APART = /^([\s\S]*?(?:主办|牵头|lead)[\s\S]*?)(?<!主办|牵头|lead|协办|配合|assists?)(?:[:：。]|说明|\bnote\b)([\s\S]*)$/i;
/** What stands before such a mark behind one unit, and what is told to it. */
export const NOTE_BEHIND = /^([^\n:：。]{1,60}?)(?:[:：。]|说明|\bnote\b)([\s\S]*)$/i;
/** Behind them stands why a whistle is to sound although something speaks against it. */
export const OVERRIDE_WORDS = ['仍要', 'override'];

/** So many people of a sort, as they are called together. */
export const PEOPLE_WANTED = /^(.*?\S)\s*(\d{1,3})\s*(?:人|名|位|people)$/i;

export const UPHELD_WORDS = ['成立', 'upheld'];
export const REJECTED_WORDS = ['不成立', 'rejected'];
/** Whose objection it is, whether it stands, and why. */
export const OBJECTION_WORD = /^([^\n]{0,60}?)(不成立|成立|rejected|upheld)(?![\p{L}\p{N}])([\s\S]*)$/iu;

/** What makes a group message a report: a tag at its beginning. */
export const GROUP_TAGS = ['#吹哨', '#上报', '＃吹哨', '＃上报', '#whistle', '#report'];

/** What can be answered to a warning. */
export const WARNING_ANSWERS = {
  seen: ['已阅', '已看', '收到', '知道了', 'seen'],
  acted: ['已处置', '已处理', '处置', '处理', 'acted', 'done'],
  'not-so': ['不属实', '不实', '误报', 'not so', 'false'],
} as const;

/** Words that answer a question with two answers: neither of them, the same matter, another matter. */
export const NEITHER_WORDS = {
  neither: /^(?:都不是|都不对|两个都不是|不知道|说不清|不清楚|不确定|neither)$/i,
  same: /^(?:嗯+|是|是的|对|对的|对对|没错|就是|就是这里|就是那里|同一件|是同一件|是同一件事|同一件事|yes|yeah|yep|right|correct|same)(?:啊|呀|哦|吧|嘛|呢)?$/i,
  different: /^(?:不是|不|否|不对|不一样|不是这里|不在这里|另一件|两回事|不是一回事|no|nope|different|not there|not here)(?:啊|呀|哦|吧|嘛|的)?$/i,
} as const;

/** How one of a few things that were offered is picked, by which of them it is: 第一个, 选2, 就第三个吧, the second one. */
export const PICKED: readonly RegExp[] = ['1|一|first|one', '2|二|second|two', '3|三|third|three', '4|四|fourth|four', '5|五|fifth|five'].map(
  (which) => new RegExp(`^(?:(?:我|就|选|是|应该|要|那|嗯|the|option|number|no\\.?)[\\s,，]*)*第?(?:${which})(?:个|项|条|种|[\\s]one)?(?:吧|啊|呀|哦|的|那个)*$`, 'iu'),
);

/** Somebody's own home, said as the place of a matter. */
export const AT_HOME = /^(?:就|是|在|还是|应该|嗯|[\s,，])*(?:我(?:自己)?(?:们)?(?:家|屋企|住的?(?:地方|那里|这里))|自己家|家|登记的(?:住址|地址))(?:里|里面|这里|这儿|那里|门口|这边)?(?:啊|呀|吧|的|呢)*$|^(?:at |in |it is |it's )*(?:(?:my|our) (?:home|house|flat|place|apartment|registered address)|home)$/iu;

/** A name in Latin letters, as of a compound, in words that are written so throughout; what is only a kind of place is none. */
export const LATIN_NAME = /^(?=[\x20-\x7e]+$)(?=.*\b(?:building|bldg|block|tower)\b).*\b(?!Building|Bldg|Block|Tower|Unit|Room|Floor|Gate|Door|Entrance|Corridor|Lobby|Stair|Lift|Elevator|Parking|Garage|North|South|East|West|Main|Front|Back|The|Near|Next|Behind|Opposite|Outside|Inside|Our|My|Apartment|Flat|Street|Road|Yes|It|On|At|In|There|Here|Please|Thanks|Sorry|This|That)[A-Z][a-z]{2,}/;

/** A floor, and perhaps where on it, with nothing of a building or compound. */
export const FLOOR_ALONE = /^(?:就|是|在|我们?|这|那|楼上|楼下|大概|应该是?|[\s,，])*(?:第)?(?:[1-9]\d?|[一二三四五六七八九十]{1,3})(?:楼|层)(?:半)?(?:的)?(?:楼道|走廊|过道|电梯口|电梯间|楼梯口?|楼梯间|拐角|平台|门口|那里|这里|左边|右边|中间|到.{1,3}[楼层])*(?:里|上|那|这)?[啊呀吧的呢]*$|^(?:the |on |it['’]?s |at )*(?:\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|top) floor[\s\p{P}]*$/iu;

/** The number that everybody calls for everything: never a matter's. */
export const HOTLINE = '12345';

/** The number of an own matter, and what is said of it. */
export const ABOUT_NUMBER = /^(?:编号|No\.?)?[\s:：]*(\d{5,12})(?!\d)[\s,.:，。：、]*(\S[\s\S]*)$/i;

/** The number of a matter and nothing else. */
export const NUMBER_ALONE = /^(?:编号|No\.?|#)?[\s:：]*(\d{5,12})[\s.。？?]*$/i;

/** Asking what becomes of it, in a few words. */
export const URGING = /^(?:怎么|咋)?(?:还|都)?(?:没|没有|有)?(?:人|师傅)?(?:来|管|处理|修|动静|消息|进展|结果|答复|回音)(?:了|处理|修|管)?(?:没有?|吗|么|啊|呢)?$|(?:什么时候|啥时候|几时|多久|还要多久).{0,8}(?:来|好|修|处理|解决|办|清)|(?:处理|办|修|弄)得?(?:怎么样|咋样|到哪)了?|^(?:现在)?(?:怎么样|咋样)了[啊呀呢]?$|催一下|催催|快一?点/;

/** Asking when somebody comes, or whether it is done: of what was told before, because nothing else is named. */
export const ASKED_AFTER: readonly RegExp[] = [
  /^(?:请问|那么?|你们|他们|物业|社区|师傅|工作人员)*(?:到底|究竟|大概)?(?:什么时候|啥时候|几时|何时|多久|多会儿?|几点|哪天)(?:才|能|会|可以)*(?:有|派|叫|安排)?个?(?:人|师傅)?(?:过?来|上门|到)个?(?:人|师傅)?(?:看看|看一?下|处理|修理?|解决|管|弄|搞)?(?:一下)?[呀啊呢吧嘛哦]*$/,
  /^(?:请问|那么?|我)*.{0,8}?(?:办|处理|修|弄|搞|清|拆|换|装|也|都)?(?:好|完|走|掉|定|解决)了(?:吗|么|没有?)[呀啊呢]*$/,
  /^(?:那么?|然后|接下来|下一步|后面|再|[\s,，])*(?:呢|怎么办|该怎么办|会怎么样|怎么弄)[呀啊呢吧]*$/,
  /^(?:请问|那么?|到底|现在)*(?:是|有)?谁(?:会|要|能|在)?(?:过?来|管|负责|处理|上门|办)(?:处理|修|看|管|弄)?(?:一下|这事|这个)?[呀啊呢吧]*$/,
  /^(?:现在|到底|请问)*有(?:没有)?(?:人|师傅)(?:正?在|来|去|过来)(?:处理|管|修|看|弄|跟进)?(?:了)?(?:吗|没有?|么)?[呀啊呢]*$/,
  /^(?:请问|那么?|现在|到底|是|又|这是|这事|[\s,，])*(?:(?:什么|啥|什麼)(?:情况|进展|状态|状况|动静|消息|说法)|怎么回事|咋回事)(?:了|啊|呀|呢|嘛|哦)*$/,
  /^(?:请问|那么?|大概|到底)*(?:什么时候|啥时候|几时|何时|多久|几点|哪天)(?:才|能|会|可以)*(?:来|通|恢复|供)(?:水|电|气|暖|网)(?:了)?[呀啊呢吧嘛哦]*$/,
  /^(?:\w+,? )?when (?:they|you|he|somebody|someone|people|worker) (?:will )?come(?: here| fix| repair)?$/i,
  /^(?:\w+,? )?(?:what (?:happens )?(?:next|now)|who (?:is|will be) (?:coming|handling it|in charge))$/i,
  /^(?:\w+,? )?when (?:will|is|are|does|do|can) (?:some(?:body|one)|any(?:body|one)|you|they|it|this|the \w+) (?:be |going to )?(?:com(?:e|ing)|here|arriv(?:e|ing)|fix(?:ed)?|repair(?:ed)?|done)(?: (?:here|over|(?:and|to) (?:fix|look|see|repair)\b.*|it))?$/i,
  /^(?:\w+,? )?(?:is|has|was|will) (?:it|this|that|my \w+|the \w+) (?:be(?:en)? )?(?:fixed|done|solved|repaired|resolved)(?: yet| already| now)?$/i,
  /^(?:\w+,? )?(?:is|has|will) (?:some(?:body|one)|any(?:body|one)) (?:come|coming|been here)(?: yet)?$/i,
  /^(?:\w+,? )?what(?:'s|\u2019s| is| has)? (?:happen(?:ed|ing)|going on|become|the (?:status|progress|news)) (?:with|to|of|on|about) (?:my|the|this|that) (?:report|case|request|matter|complaint|issue|problem)$/i,
  /^(?:\w+,? )?any (?:news|updates?|progress)(?: yet)?$/i,
];

const BEFORE_THING = String.raw`(?:请问|那么?|哎|诶|喂|在吗|你好|您好|睡了吗|麻烦|我想?|想?问一?下|刚才|刚刚|刚|上次|上回|之前|昨天|前天|昨晚|报|反映|投诉|说|的|过|hi|hello|hey|so|and|[\s\p{P}])*`;
const OF_THING = String.raw`(?:那|这)?(?:一?[个件单盏条])?(?:的)?(?:事情?|问题|单子?|投诉|情况)?[\s,，]*(?:现在|到底|究竟|怎么|都|也|还|后来|今天|[\s,，])*`;

/** Asking what has become of something that is named before it; the first group is what is named. */
export const ASKED_OF_THING: readonly RegExp[] = [
  new RegExp(`^${BEFORE_THING}(.{0,14}?)${OF_THING}有(?:没有)?(?:了)?(?:结果|消息|动静|回信|回音|回复|答复|进展|下文|说法)(?:了)?(?:吗|没有?|么|不)?[呀啊呢]*[?？\\s]*$`, 'u'),
  new RegExp(`^${BEFORE_THING}(.{0,14}?)${OF_THING}(?:什么时候|啥时候|几时|多久|何时|哪天)(?:才|能|会|可以)*有个?(?:结果|消息|回信|回音|回复|答复|进展|说法)[呀啊呢]*[?？\\s]*$`, 'u'),
  /^(?:hi[\s,]*|so |and )?(?:any|what(?:['\u2019]s| is) the) (?:news|updates?|progress|status)(?: yet)? (?:on|about|with|for|of|regarding) (?:my |the |that |this )?(.{0,30}?)[?!.\s]*$/iu,
];

/** Perhaps asking that: only where what is named was told before, or nothing is named. */
export const PERHAPS_OF_THING: readonly RegExp[] = [
  new RegExp(`^${BEFORE_THING}(.{0,14}?)${OF_THING}(?:咋样|怎么样|咋说|怎么说|到哪一?步|什么(?:情况|进展)|啥(?:情况|进展))了?[呀啊呢]*[?？\\s]*$`, 'u'),
  new RegExp(`^${BEFORE_THING}(.{1,14}?)${OF_THING}(?:有(?:没有)?人(?:在)?(?:管|来|修|弄|处理|去|看)(?:过|了|修|看|弄)?|(?:修|弄|搞|处理|解决|办|换|清|通|装|补|来)(?:好|完|掉|过|走)?了?)(?:吗|没有?|么)[呀啊呢]*[?？\\s]*$`, 'u'),
  new RegExp(`^${BEFORE_THING}(.{1,14}?)${OF_THING}(?:什么时候|啥时候|几时|多久|何时|哪天)(?:才|能|会|可以|有人|给|来|[\\s])*(?:修|弄|搞|处理|解决|办|换|清|通|装|补|来)(?:好|完|掉|走)?[呀啊呢]*[?？\\s]*$`, 'u'),
  /^(?:hi[\s,]*|so |and )?(?:what about|how about|how(?:['\u2019]s| is)) (?:my |the |that |this )(.{2,30}?)(?: going| coming(?: along)?)?[?!.\s]*$/iu,
];

/** Reproach that names nothing: of what was told before, or of nothing yet. */
export const REPROACH: readonly RegExp[] = [
  /^(?:你们?|到底|究竟|还|都|社区|街道|政府|这事|这个|那|[\s\p{P}])*(?:管不管|有没有人管|有人管|有没有人来|办不办|来不来人?)(?:了|啊|呀|吗|么|嘛|的|[\s\p{P}])*$/u,
  /^(?:根本|一直|还是|都|到现在|现在|怎么|为什么|为啥|还|也|就|连个|[\s\p{P}])*(?:没有?|不见)(?:一个|个)?人(?:影|管|理|来|问|看|处理|过来|上门)*(?:过|我们?)?(?:了|啊|呀|吗|的|哦|嘛|嗦|噻|[\s\p{P}])*(?:(?:到底|究竟)?怎么(?:搞|弄|回事|办事)的?(?:嘛|啊|呀|哦|[\s\p{P}])*)?$/u,
  /^(?:我们?)?(?:就|真的?|再)?(?:要|想|去)?(?:投诉|举报|告|曝光)(?:死)?(?:你们?|你们?单位|社区|街道|哨子|你?们?(?:这个?)?[破烂]?(?:机器人|程序|系统|客服))?(?:了|啊|呀|去|[\s\p{P}])*$/u,
  /^(?:你们|社区|街道|物业|政府|到底|究竟|都|这帮人|[\s\p{P}])*(?:是)?(?:干什么|干嘛|干啥|吃什么|做什么)(?:吃)?的[啊呀吗呢]*[\s\p{P}]*$/u,
  /^(?:(?:你们|我们?|他们|处理|结果|办事?|修|搞|弄|动作|效率|速度|态度|服务|工作|对|这个?|这种|得(?!很)|的|也|都|就|真|太|很|好|非常|十分|实在|这么|有?点|[\s\p{P}])*(?:不(?:太|怎么|是很)?满意|慢|差劲?|拖拉|拖沓|敷衍|磨叽)(?:得很|[死了啊呀吧])*)+[\s\p{P}]*$/u,
  /^(?=[\s\S]*(?:人呢|(?:死|都|人)哪儿?去了|吃干饭|装死|[聋瞎]了))(?:[你们他喂哎啊都这那几天个月周了已经过去还又]|[一二三四五六七八九十两半\d]|小时|星期|工作人员|领导|社区|物业|人呢|(?:死|都|人)哪儿?去了|吃干饭的?|装死|[聋瞎死]了|[吗啊呀]|[\s\p{P}])+$/u,
  /^(?:又是|就知道|只会|光会|光知道|除了)(?:登记|记录|转办|等|敷衍|推|[\s\p{P}])+(?:.{0,8})$/u,
  /^(?:今天|明天|现在|你们|社区|物业|街道|政府|这次|我要|告诉你们?|[\s\p{P}])*(?:必须|一定要?|赶紧|马上|立刻|限你们?)?给(?:我们?|大家)?一?个?(?:答复|说法|交代|结果|回复)(?:[\s\p{P}]*(?:不然|否则|要不).{0,24})?[\s\p{P}]*$/u,
  /^(?=[\s\S]*(?:抖音|快手|微博|小红书|朋友圈|视频号|网上|热搜|曝光|记者|媒体|电视台|12345|市长热线))(?:[我再不就要都让你们发上挂传到打找直接向]|告诉|粉丝|[一二三四五六七八九十百千万\d]|明天|今天|马上|大家|全国|人民|所有人|网友|看看|什么|德行|嘴脸|抖音|快手|微博|小红书|朋友圈|视频号|网上|热搜|曝光|记者|媒体|电视台|市长热线|电话|投诉|[吧了啊呀]|[\s\p{P}])+$/u,
  /^(?:so |and |but |still )*(?:why (?:has|did|is|hasn['’]t|isn['’]t) (?:nobody|no ?one|anybody|anyone|somebody|someone) (?:come|came|coming|here|been)\b.*|(?:nobody|no ?one) (?:has |ever |is )*(?:come|came|coming|cares?|showed up)\b.*|do you (?:even )?care)$/iu,
];

/** Asking for the number of what one has reported. */
export const ASKS_NUMBER: readonly RegExp[] = [
  /^(?:请问|那么?|哎|诶|麻烦|忘了|不记得|帮|查(?:一?下)?|我们?|那个|这个|刚才|上次|之前|报|那件事|的|是|[\s\p{P}])*(?:编号|单号|号码|诉求号|工单号)(?:呢|到底|多少|几号?|什么|啥|忘了|给我|不记得|记不得|找不到|来着|了|啊|呀|是|的|[\s\p{P}])+$/u,
  /^(?:sorry|please|and|so|but|hi|hello|[\s\p{P}])*(?:what(?:['’]s| is| was| are| were)? (?:my|the) (?:case |report |reference |ticket )?numbers?(?: again)?|(?:i )?(?:forgot|lost) (?:my|the) (?:case |report |reference |ticket )?number)[\s\p{P}]*$/iu,
];

/** Tells how something goes that was told before: somebody came and it is not done, it still is so, it is so again, it is urgent. */
export const GOES_ON = /(?:来|修|弄|通|清|看|扫|换|搞|处理)过了?(?:[\s\p{P}]|但|可|还|又|也)*(?:.{0,6}?)(?:还|又|仍|没|不)|^(?:但是?|可是?|不过|现在|今天|到现在|[\s\p{P}])*.{0,6}?(?:还是?(?:在|没|不|很|那|老|[坏堵漏臭吵停])|又(?:开始|[坏堵漏臭吵停淹冒掉断响灭脏]))|^(?:根本|压根|还是?|就|也)?没(?:人)?(?:换|修|弄|清|来|处理|拆|装|搞|动|管|通)(?:啊|呀|好|完|过|成|走)*(?:[\s\p{P}]+).{0,6}?又|(?:真的?|实在)[太很]?(?:急|着急)|^(?:the |my )?.{2,30}\b(?:is|are|has|have)(?:n['\u2019]?t| not)? (?:still|again|yet)\b|\bstill (?:not|no|is|does|broken|leaking|blocked)\b/iu;

/** Where manners end and something else begins: 好的谢谢，对了，… */
export const BY_THE_WAY = /(?:^|[\s\p{P}])(?:对了|还有|另外|顺便(?:说一?下|问一?下)?|再说一?个|不过|但是?|by the way|also|one more thing|but)[\s\p{P}]*(?=\S{4})/iu;

/** How something else begins behind an answer. */
export const ADDS = /^(?:对了|还有|另外|顺便(?:说一?下|问一?下)?|再说一?个|by the way|also|one more thing)[\s\p{P}]*(?=\S{4})/iu;

/** Said along with such a question: how long, how often and how much in vain. */
export const IN_VAIN: readonly RegExp[] = [
  /^(?:我们?)?(?:都|已经?)?(?:跟|给|和|向|找)?.{0,8}?(?:讲|说|报|打|反映|催|投诉|等|找|问)(?:了|过)?.{0,4}[一二三四五六七八九十几好多两半\d](?:回|次|遍|趟|天|周|个?(?:月|星期|电话|小时)|年)(?:了|啊|呀)*$/,
  /^(?:一直|都|还是?|也|就是|根本)?没有?人(?:来|管|理|问|处理|接)*(?:过|的|我们?)?[呀啊]?$/,
  /^(?:我们?)?(?:都|快|真的?|很)?(?:急死了?|着急|急|等不及了?|受不了了?)$/,
  /^(?:快点|麻烦|谢谢|拜托|求求).{0,4}$/,
];

/** Adds a sentence to what was reported just before; the group is what is added. */
export const ADDS_TO_LAST = /^(?:刚才|刚刚|上面|群里|那|这|[条个件]|里|我|再|还要?|想|要|给|帮我?|的|[\s\p{P}])*(?:[加在再]加一[句条]|加一[句条]|补一[句条]|补充一[句条下点])[\s\p{P}]*(\S.{1,80})$/u;

/** What a place is never made of: a reply that says no place is known. */
export const NO_PLACE_WORDS = ['不知道', '说不清', '不清楚', '没有', '不方便说', "don't know"];

/** What it is that somebody cannot say, where it is a place's name. */
export const NAME_OF_PLACE = /[路地街]名|地址|位置|门牌|路牌|名字|叫什么|哪|什么(?:路|街|地方|小区|楼)|name|address|where/i;

const POLITE = String.raw`(?:谢谢|感谢|辛苦|麻烦|好的?|哦|嗯|噢|那|就|啊|哈|吧|了|[你您]们?|大家|[\s\p{P}])*`;
const NOT_NEEDED = '(?:(?:不用|不需要|不必|不麻烦|别)(?:再|你们?|您|麻烦|来|去|管|修|查|处理|办|派人|登记|反映|人)*了?|算了|没事了)';
const NOW_DONE = String.raw`(?:(?:(?![没不])\p{Script=Han}){0,8}(?:已经?|都|自己|现在|刚才|刚刚|刚|有人|师傅|物业)(?:(?![没不])\p{Script=Han}){0,4}|它|又)?(?:(?:修|弄|搞|处理|办|清理)?(?:好|完)|修|解决|处理|清(?:理|走|掉)?|倒掉?|搬走|恢复|来[电水修]|通|亮)了`;

const MISTAKEN = '(?:(?:发|报|写|点|登记|弄|搞|说|上报)错了?|重复了|搞重了|报重了|误(?:报|发|点)了?|手滑了?|不是真的)';
const TAKE_OFF = '(?:取消|撤(?:回|销|了|掉)|作废|删(?:除|了|掉)|不要|不用办|别办)';
const LAST_ONE = '(?:我|把|刚才|刚刚|刚|上面|上一?[条个]|群里|之前|那|这|[条个件单]|一下|帮我?|请|麻烦|是|的|吧|了|掉|啊|呀|[\\s\\p{P}])*';

/** The matter with this number is to be taken back, in other words than the command's. */
export const WITHDRAWS: readonly RegExp[] = [
  /^(?:把|帮我|请|麻烦|我要|[\s,，])*(?:取消|作废|撤掉|撤了|删除|删掉)(?:编号)?[\s:：#]*(\d{5,10})(?!\d)(?:这个|这件|吧|了|掉|[\s\p{P}])*$/u,
  /^#?(\d{5,10})(?!\d)[\s\p{P}]*(?:这个|这件|帮我|给我|我|[\s\p{P}])*(?:取消|作废|撤了|撤掉|删了|删掉|不要了|不办了|不用办了|发错了|报错了)(?:吧|掉|了|[\s\p{P}])*$/u,
];

/** All that is said is that what was reported last was a mistake. */
export const MISTAKES: readonly RegExp[] = [
  new RegExp(`^${LAST_ONE}(?:${MISTAKEN}${LAST_ONE}(?:${TAKE_OFF}${LAST_ONE})?|${TAKE_OFF}(?<!不要)${LAST_ONE}${MISTAKEN}${LAST_ONE})$`, 'u'),
  /^(?:我|把|那|请|麻烦|[\s\p{P}])*(?:刚才|刚刚|上面|上一?[条个]|群里)(?:报|发|说|登记)?的?(?:那|这)?[条个件单]?(?:就|先|帮我|给我)?(?:不要|取消|作废|撤回|撤销|撤|删)(?:掉|了|吧|[\s\p{P}])*(?:.{0,12}(?:回来|好|走|解决|弄好|修好)了)?[\s\p{P}]*$/u,
];

/** All that is said is that a matter is settled, or not wanted any more. */
export const SETTLED: readonly RegExp[] = [
  new RegExp(`^${POLITE}(?:(?:${NOT_NEEDED}|${NOW_DONE})${POLITE}){1,3}$`, 'u'),
  /^(?:(?:oh|ok|okay|sorry|hi|thanks|thank you|please|and|but)\b[\s\p{P}]*)*(?:(?:(?:it|that|they|someone|somebody|(?:the|my) (?!not)\w+)\b\S*\s+)?(?:(?:has|have|is|was|been|already|now|all|just)\s+)*(?:fixed|solved|resolved|repaired|sorted(?: out)?|working|works|done|gone|cleaned(?: up)?|removed|collected)\b(?: (?:it|them|that|now|already|again|fine))*|never ?mind|forget (?:it|about it)|no need|(?:no longer|not) (?:needed|necessary)|(?:i |we )?(?:don['’]?t|do not|no longer) need (?:it|this|you|help))(?: any ?more)?(?:[\s\p{P}]*(?:thanks|thank you|sorry|so much|a lot|now|all))*[\s\p{P}]*$/iu,
];

const OOPS = String.raw`(?:不对|(?:地址|地点|位置|地方|我|刚才|刚刚|上面)*(?:说|写|打|发|填|搞|弄|记|报|选)?错了?|更正(?:一下)?|改成|改为|(?:no[\s\p{P}]+)?wait|no(?=\s*[,，])|oops|sorry|actually|i mean|wrong(?: (?:address|place|building))?|correction|should be)`;
const BEFORE_OOPS = String.raw`(?:哦|噢|啊|哎|呀|不好意思|对不起|抱歉|等等|等一下|那个|应该|其实|而|就|no|oh)`;
const IT_IS = String.raw`(?:应该|其实|而|就)*(?:是在?|在)|it(?:['’]s| is| was)(?: at| in)?|at\b|in\b|should be`;

/** A place put right in words; what stands behind is where it is. 哦不对，是…, 地址错了，应该是…, 不是2号楼，是…, no wait, …. */
export const MISPLACED: readonly RegExp[] = [
  new RegExp(`^(?:${BEFORE_OOPS}[\\s\\p{P}]*)*(?:${OOPS}[\\s\\p{P}]*(?:(?:了|啦|哈)[\\s\\p{P}]*)?){1,4}(?:(?:${IT_IS})[\\s\\p{P}]*)?`, 'iu'),
  new RegExp(`^(?:不是|不在|没有|not (?:at |in )?)[^，,。；;]{1,20}[，,。；;\\s]+(?:(?:我|刚才)*(?:说|写|打)错了?[\\s\\p{P}]*)?(?:${IT_IS}|but\\b)[\\s\\p{P}]*`, 'iu'),
];

/** How words end that only say where something is. */
export const SOMEWHERE = /(?:前|后|旁|对|里|外|上|下|这|那|侧|东|南|西|北)(?:面|边|头|里|侧)$|(?:门口|路口|巷口|街口|村口|附近|隔壁|楼下|楼上|树下|桥头|桥下|中间|地方|(?:条|小|大|老|新)?(?:路|街|巷|巷子|桥|(?<!怎么|咋)弄|坡|河边)(?:里|上|旁)?)$/;

/** Says or asks something, and is no name of a place that nobody lists. */
export const SAYS_SOMETHING: readonly RegExp[] = [
  /[了咗嘅吗][啊呀吧呢]*(?:[\s\p{P}]|$)|^(?:还|挺|都|也|就|[\s\p{P}])*(?:[行好]|可以|凑合|一般|满意|不错|无所谓|随便|算了|没事)(?:[吧的啊呀呢嘛]|[\s\p{P}])*$/u,
  /没(?:[有人来到去见听收办法修事说想]|[\s\p{P}]|$)|不(?:[用要会能知行管对好敢想清懂来去]|是)|[唔冇]|未有/u,
  /谁|边个|什么|甚麼|怎么|怎样|几时|何时|啥|多少|多久|为什么|是不是|有没有|能不能|可不可以|告诉|应该|已经|谢谢|感谢|有人|知道|听说|觉得|以为|希望|点啊|(?:^|[\s\p{P}])(?:你们?|他们?|她们?|我)(?!们?[家村厂店院校]|的|单位|公司|妈|爸|们?小区|们?这|住)/u,
  /(?<!^\s*)\b(?:it['\u2019]?s|is|are|was|were|has|have|had|took|came|come|called|works?|working|tho)\b|\b(?:i|i['\u2019]m|he|she|they|you|we|please|thanks?|don['\u2019]?t|not|someone|somebody|nobody|who|what|why|how|when|yeah|guess|forever)\b/iu,
];

/** Asks something, also where it names a kind of place. */
export const ASKS_SOMETHING = /谁|边个|什么时候|几时|怎么(?:样|办|还)|多少|多久|为什么|是不是|有没有|能不能|可不可以|告诉我|吗[\s\p{P}]*$/u;

/** Gives a matter to a unit in own words: 交给平安办, 给城管吧. */
export const HANDS_TO = /^(?:#?(\d{5,12})(?!\d)[\s,，:：、]*)?(?:好的?|那|就|都|先|还是|请|这个?|这件|这事|这件事|[\s,，])*(?:派|交|转|分|移交|转交|分派)?给[\s:：]*([^\s,，。.!！?？\d]{2,16}?)(?:(?:来|去)办|(?:来|去)?(?:处理|办理|管|负责|跟进|看看))?(?:一下)?(?:吧|呗|嘛|啊|哈)?[\s。.!！]*$/u;

/** Units are listed with these between them. */
export const LIST_SEPARATORS = /[\s,，、;；]+/;

/** What stands between them. */
export const LISTED = /[^\s,，、;；]+/g;

/** Before one that can be nothing but a further one of the list. */
export const LIST_MARK = /[、;；]\s*$/;

/** Said of the fifth fact: the reporter need not be hidden. */
export const OPEN_WORDS = ['公开', '实名', 'public'];

/** Points at what is there, behind where it is. */
export const POINTS_THERE = /(?<=\S{3})(?:那|这)(?:个|里|边|儿|盏|块|条|处|一?带|栋)(?:地方)?(?:的|啊|呀|吧|嘛|了)*$/;

/** Words before a corrected fact that say nothing. */
export const COPULA = /^(?:就?在|就?是|为|应该是|is|at)\s*/i;

/** Says that the last message was read. */
export const ACKNOWLEDGED = /^(?:好的?|好嘞|好滴|行|嗯+|哦+|噢+|ok(?:ay)?|收到|知道了?|晓得了?|明白了?|了解了?|got it|noted|i see|all right|alright|understood)(?:[啊呀哦吧嘛呢哈了]|[\s\p{P}])*$/iu;

/** A word of thanks somewhere in small talk. */
export const THANKS = /[谢謝]|辛苦|唔[該该]|多謝|感恩|麻烦[你您]们?了|thank/i;

/** Words before the basis of an objection that say nothing. */
export const BASIS_WORDS = /^(?:依据|理由|because)[\s:：，,]*/i;

/** What may stand behind the name of a whistle kind. */
export const WHISTLE_SUFFIX = /(?:哨|\s*whistle)$/;
