/** How answers to a revisit begin in people's own words, in the order they are tried: what says less or denies goes before what it contains. */
export const REVISIT_WORDS = {
  contacted: {
    no: /^(?:一直|从来|都|根本|也|还){0,3}(?:没有?|没得|莫得)(?:什么)?人?(?:跟|给|和|主动){0,2}我?(?:联系|打|找|理|管|上门|来)(?:过|我|人)?|^(?:一直|从来|都|根本|也|还|我|我们|家里|反正){0,3}(?:没有?|没得|莫得)(?:接到|收到|看见|看到|见到|见着|见|碰到|遇到|听到|等到)(?:过|着)?(?:一个|一通|什么|任何|有|你们的?|过)?(?:人|电话|消息|短信|师傅|工作人员|谁)(?:来|联系|上门|找我?|打)?(?:过|我)?|^(?:连个?)?(?:电话|人|人影)(?:都|也)(?:没有?|没得|莫得|不见)(?:打|接到|来|见到?|看见|一个|联系)?(?:过)?|^(?:一直|都|也|还){0,2}没有?人(?=$|[\s\p{P}])|^(?:no ?one|nobody)(?:(?: has| ever)* (?:came|come|called|contacted|rang|phoned|showed up|been)\b(?: (?:me|us|here|by|round|over)\b){0,2})?(?![\p{L}])|^(?:i |we )?(?:have |has )?never (?:got|heard|called|came|contacted)\b|^(?:i |we )?(?:didn['’]?t|haven['’]?t|did not|have not) (?:get|got|receive|received|hear|heard|seen?) (?:a |any |from )?(?:call|calls|phone call|anyone|anybody)\b/iu,
    yes: /^(?:有(?:个|位|一个|几个)?(?:人|师傅|小伙子?|姑娘|工作人员)|他们|他|她|师傅|工作人员|网格员|(?:社区|物业|街道)的?人?)?(?:都|已经|当天|昨天|今天|上午|下午|是|给我|跟我|和我|主动){0,3}(?:(?:联系|来|上门|找|问)我?(?:过(?:一|两|几)?(?:[个位][^\s\p{P}]{1,3}|次|趟)?(?:了(?!$))?|了(?=$|[\s\p{P}]))|(?:打|来|接到)(?:了|过)?个?电话(?:过|了|给我)?|电话(?:也|都|倒|是)?(?:打|来|接到)(?:了|过)+|来了(?:一|两|几)?(?:个|位)?(?:人|师傅|小伙|工作人员))|^有(?:个|位)?(?:人|师傅|工作人员)(?:联系|上门)(?=$|[\s\p{P}])|^(?:some(?:body|one)|they|he|she|people|a (?:man|woman|worker|lady|guy)) (?:(?:have|has|did|had|already) ){0,2}(?:call(?:ed)?|contact(?:ed)?|c[ao]me|phoned?|rang|visit(?:ed)?|g[eo]t in touch|text(?:ed)?|messaged?)\b|^i (?:was|have been|got) (?:called|contacted|a call)\b/iu,
  },
  solved: {
    partly: /^(?:只|才|仅)?是?(?:解决|修|清|弄|处理)(?:好|理|完)?了?(?:一|大|小)?(?:部分|半|点)|^(?:只|才)?有?(?:一|大|小)?(?:部分|半)(?:都|是)?(?:解决|修好|弄好|清|好)了?|^(?:差不多|基本上?)都?(?:解决|修好|弄好|好|通|清完)了|^part(?:ly|ially|s of it)\b|^half (?:of it|solved|fixed|done)\b|^some of it\b|^mostly (?:solved|fixed|done)\b/iu,
    solved: /^(?:问题|现在|今天|当时|已经|早就?|总算|终于|彻底|全部?|都|是){0,3}(?:解决|修好|办好|弄好|搞好|整好|换好|装好|补好|处理好|处理|搞定|弄归一|清完|清走|清理干净|来水|来电|通|好|亮)(?:了|啦|嘞)(?:撒|噻|的)?|^(?:暂时|目前|现在|今天|这下)(?:是|都|看起来)?(?:好|没问题|没事)(?:了)?(?=$|[\s\p{P}])|^(?![^\s\p{P}]{0,6}(?:[没不又还才只谁哪]|电话|怎么|什么时候))(?:\p{Script=Han}{1,6}?)(?:都|也|已经|总算|终于|现在){0,2}(?:亮|通|平|修好|弄好|换好|装好|补好|清走|清掉|清理了?干净|清干净|清完|拖走|搬走|挪走|拉走|收走)(?:了|啦)|^(?:现在|今天)?(?:水|电|气|暖气|网)(?:已经|终于|都)?来(?:了|啦)|^(?![^\s\p{P}]{0,6}(?:[没又还]|怎么))(?:\p{Script=Han}{1,4}?)?(?:都|也|已经|总算|终于|现在){0,2}不(?:再)?(?:漏|堵|吵|臭|响|滴|冒|晃|卡|积|渗|溢)(?:水|烟|油)?(?:了|啦)|^(?:and )?(?:fixed|repaired|sorted|solved|cleaned|replaced) (?:it|that|everything)\b(?: (?:all|up|out|again|now))?|^(?:it|that|this|the [a-z]+(?: [a-z]+)?) (?:(?:is|has|now|finally|was|been) ){0,3}(?:works?|fixed|working|solved|gone|repaired|clean(?:ed)?)\b(?: (?:again|now|fine))*|^(?:(?:it|it['’]s|everything|all|is|has|been|was|now|already) ){0,4}(?:solved|resolved|fixed|repaired|sorted|done|works|working)\b(?: again| now)?/iu,
  },
  satisfied: {
    dissatisfied: /^(?:我|我们|很|非常|太|十分|一点|有点|有些|根本|完全|实在|都|就|是|选|评|打){0,3}(?:不|没法)(?:太|是很|怎么|大|够|算|咋)?满意(?![^\s\p{P}]{0,2}不满意)|^(?:我|就|直接|必须|只能|要|给|打|评|选|来|个|一个|[\s,，]){0,5}(?:差评|[01零一](?:分|颗?星)|[01] ?(?:stars?|out of (?:5|10))|[01]\/(?:5|10))(?:吧|了|啊)?(?=$|[\s\p{P}])|^(?:[你他]们|办得|处理得|真|太|很|非常|实在|特别|简直|都|也){0,3}(?:差劲|差|糟糕|糟透|稀烂|烂透)(?:得很|极了|到家|[了啊呀吧]){0,2}(?=$|[\s\p{P}])|^(?:真|实在|也|都)?不(?:咋地|咋样|怎么样|咋的)(?=$|[\s\p{P}])|^(?:it (?:is|was) |really |very |just |so |absolutely ){0,3}(?:terrible|awful|useless|rubbish|horrible|bad|not good|no good|waste of time)(?: (?:service|job|work))?(?=$|\p{P}| but)|^满意(?:什么|个|啥|才怪)\S*|^(?:i am |i['’]m |we are |very |totally |really ){0,2}(?:dissatisfied|unsatisfied|unhappy|not (?:really |very |at all |that )?(?:satisfied|happy|pleased))\b/iu,
    basically: /^(?:选|评|打|就|给|是){0,2}基本满意|^(?:我|我们|总体|总的来说|大体|也|还是){0,3}(?:基本上?|还算|比较|勉强|还)满意|^(?:总体|总的来说|也){0,2}还(?:行|可以|不错|凑合|好(?!意))(?:吧|的)?|^(?:凑合|马马虎虎|过得去)吧?|^(?:i am |i['’]m |we are )?(?:basically|fairly|mostly|quite|reasonably|somewhat|more or less) (?:satisfied|happy|pleased|ok(?:ay)?)\b|^(?:it|that)(?:['’]s| is| was) (?:quite |now )?(?:ok(?:ay)?|all ?right|fine)\b(?: now)?|^not (?:too |so )?bad\b/iu,
    satisfied: /^(?:我|我们|大家|全|都|还是|总体|很|非常|挺|蛮|十分|特别|相当|太|就|是|选|评|打){0,3}(?:满意){1,3}(?!度|吗|么|不|[?？])(?:的|了|吧(?![?？]))?|^(?:我|就|直接|必须|要|给|打|评|选|来|个|一个|你们|[\s,，]){0,5}(?:(?:[五5]颗?星|满分)(?:好评)?|好评|(?:100|一百|10|十)分(?!钟)|5\/5|10\/10|(?:5|five) stars?)(?:吧|了|啊)?(?=$|[\s\p{P}])|^(?:巴适|安逸|得劲)(?:得很|了|惨了)?(?=$|[\s\p{P}])|^(?:都|办得|修得|做得|处理得|弄得){0,2}(?:很|挺|蛮|非常|真|特别|太)(?:不错|好)(?:了|的|啊|呀|哒|嘞)?(?=$|[\s\p{P}])|^(?:办得|修得|做得|处理得|弄得)?不错(?:的|了|啊|呀|嘛)?(?=$|[\s\p{P}])|^(?:i am |i['’]m |we are |very |really |completely |fully |quite ){0,2}(?:satisfied|pleased|happy(?=$|\p{P}| with| but))\b|^(?:very |really |all )?(?:good|great|excellent|perfect)(?: job| work)?(?=$|\p{P}| but)/iu,
  },
} as const;

/** Names the rating itself; other praise may be meant the other way round, beside what is still wrong: 太好了，又漏了. */
export const NAMES_RATING = /满意|satisfied|happy|pleased/iu;

/** Words that answer only the question that is open, by which of its answers they are: the first or the last. */
export const YES_NO = {
  yes: /^(?:是的?|对的?|有的?|嗯+|yes|yeah|yep)(?:啊|呀|哦|吧|嘛)?(?=$|[\s\p{P}])/iu,
  no: /^(?:还没有?|没有?|没得|不是?|否|no|nope|not yet)(?:啊|呀|哦|吧|嘛|的)?(?=$|[\s\p{P}])/iu,
} as const;

/** What may stand before an answer without changing it. */
export const BEFORE_ANSWER = /^(?:(?:嗯+|哦|噢|啊|对的?|是的?|yes|yeah|ok|okay|well|oh|and|but|但是?|不过|而且|也)(?=[\s\p{P}])|(?:但是|可是|不过|而且|好歹|反正|结果|总之)(?=\p{Script=Han})|[\s\p{P}])+/iu;

/** Where the next clause of an answer begins; what stands before it was not heard. */
export const NEXT_CLAUSE = /[,.;!?~、。，；！？～\n]+|(?<=\p{Script=Han}\S*)\s+|\s+(?=\p{Script=Han})|\s*(?=但是|可是|不过|好歹)|\b(?:but|and|though)\b/u;

/** Whoever says so does not know how it stands. */
export const NOT_KNOWN = /(?:不知道|不晓得|不清楚|没(?:注意|留意|去看|在家|看))\S{0,8}(?:没有?(?!人)|是不是|是否|怎么样|$)|\b(?:not sure|don['’]?t know|no idea|haven['’]?t (?:checked|looked))\b/iu;

/** Words in which something is praised or is over: nothing in them says by itself that a matter is not solved. */
export const SAYS_GOOD = /(?:修|弄|搞|办|换|清|装|补|处理)好了|(?<!没|未|不)解决了|好评|(?<!不|没)满意|不错|挺快|很快|蛮快|\b(?:fixed|works|good|great|quick)/iu;

/** What is said of how a matter was handled: no other matter. */
export const OF_HANDLING = /态度|太慢|就是慢|慢了|拖了|拖拉|等了|没(?:给)?(?:收拾|打扫|扫干净|清场)|敷衍|脾气|好凶|(?:收|要)(?:了|我){1,3}\S{0,3}(?:钱|块|元|\d)|收费|太?贵|\b(?:rude|slow|late|attitude|quick|charged|expensive)\b/iu;

/** Said of what was reported as done: it is not. */
export const UNSOLVED = /^(?:还是|还|根本|又|其实|可是|但是)?(?:没有?|不)(?:彻底|完全|真正)?(?:解决|修好|办好|弄好|处理|清理?(?!楚)|清走|清完|扫|打扫|干净|好)(?!意)|^not (?:solved|fixed|done)/i;

/** Said anywhere in the answer to a revisit: it is as it was, or broken again. */
export const STILL_BROKEN = new RegExp(
  [
    '^(?:还是|还|根本|又)?没人(?:来)?(?:管|修|弄|清|处理|解决)',
    '(?:根本|压根|完全|还是|仍然?|依然|依旧|照样|一直)(?:没(?!人)|不)(?!错|满意|知道|清楚|懂|用)|还没(?!人)',
    '没(?:过|到|出)?(?:几|两|三|一|半)[天个]\\S{0,3}又|又(?:坏|堵|漏|黑|灭|停|臭|脏|乱|冒)(?:水|烟)?(?=$|[\\s\\p{P}])',
    '又没(?:人)?(?:来|扫|清|修|收|弄|管|打扫)|(?:^|[\\s\\p{P}]|现在|晚上|天天)还(?:吵|漏|堵|臭|响|脏|滴|冒)(?=$|[\\s\\p{P}着呢得])',
    '没有?(?:给)?(?:彻底|完全|真正)?(?:解决|修|弄好|办好|搞好|清干净|扫干净)',
    '(?:还是|仍然?|依然|依旧|照样)(?:很|有点|那么|这么|一直|在)?(?:老样子|原样|那样|这样|这个样|一样|停|堵|漏|冒|坏|臭|脏|乱|响|吵|黑|断|卡|滑|满|积)',
    '老样子|跟原来一样|和以前一样|没(?:什么)?(?:变化|动静)|(?:^|[\\s\\p{P}])还在(?:停|堵|漏|冒|响|吵|滴|渗)',
    '又(?!(?:来|打|联系|问|跑|解决|修|换|处理|清|好|快|通|亮))[^\\s\\p{P}]{1,8}(?:了|啦)(?=$|[\\s\\p{P}])',
    '\\bstill\\b(?! (?:very |quite |really )?(?:happy|satisfied|pleased|ok|okay|good|fine|working|works)\\b)',
    '\\b(?:not|never|hasn[\'’]t|isn[\'’]t|wasn[\'’]t)(?: been| yet| really| properly)* (?:fixed|solved|resolved|repaired|done|working)\\b',
    '\\b(?:broke|broken|leaks?|leaking|blocked|stopped|dirty|full|dark|stuck|happen(?:s|ed|ing)|came back|went out|is out)\\b.{0,20}\\bagain\\b',
    '\\bsame as before\\b|\\bnothing (?:has )?(?:changed|happened)\\b|\\bnothing (?:was|has been) done\\b',
  ].join('|'),
  'iu',
);

/** Said of what was done before, without its number: it alone is again as it was, or what was mended then. */
export const REFERS_BACK: readonly RegExp[] = [
  /^(?:怎么|它|那个|这个|现在|今天|昨天|刚|才|结果|可是|但是|没(?:过|到)?(?:几|两|三|一)天|[\s\p{P}])*又(?:坏|堵|漏|黑|灭|停|响|臭|满|脏|乱|冒|断|卡|不亮|不行|不通|那样|这样|一样|出问题)(?:了|啦|起来)*[\s\p{P}]*$/u,
  /(?:上次|上回|之前|前几天|前天|昨天|刚刚?|才|那天|你们)(?:给我们?)?(?:修|换|弄|处理|清理?|办|报|反映|说|装|补)(?:过|好|完)?的(?!人|师傅|时候)/,
  /^(?:it|this|that)(?: has|['’]s)? (?:broke|broken|is broken|stopped|happened|is happening|leaks|is leaking|is blocked|went out|is out)\b.{0,12}\bagain\b[\s\p{P}]*$/iu,
  /\b(?:you|they) (?:fixed|repaired|replaced|mended) (?:last|yesterday|before|the other)\b/i,
];

/** What may follow a rating without being a reason. */
export const POLITE_AFTER_RATING = /^[\s,.!~、。，！]*(?:谢谢|感谢|辛苦了|thanks|thank you)?[\s,.!~、。，！]*$/i;

/** A digit that counts or rates something is none of the numbers of an answer: 3 天没人来, 2/5, 1 star. */
export const NOT_A_NUMBER = /^\d[\s,.]*(?:[/／]|天|[个次遍趟周年月点号楼分星颗块人户]|小时|单元|out of|stars?\b|days?\b|times?\b|hours?\b|points?\b|weeks?\b)/iu;
