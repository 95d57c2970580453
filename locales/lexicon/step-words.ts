/** How somebody who has a matter in hand tells of it without a command: it is done, somebody is on it, it takes longer, or the message has come. What tells of several is the first of these. */
export const STEP_SIGNS = {
  done: [
    /(?<!没有?|没人|未|不|能够?|才|会|要|马上|怎么|如何|请|等)(?:清理?|清运|修理?|维修|处理|处置|解决|疏通|更换|换|弄|搞|办|整改|抢修|恢复|拆除?|安?装|补|打扫|协调)(?:好|完|掉|走|通|定|干净|完毕|完成|到位|妥)/,
    /^(?:都|全|全部|已经?|现在|刚|(?:第[一二三四五1-5]|这|那)[个件]|[\s\p{P}])*(?:好了|搞定|弄完|完事|ok了)(?:了|啦|哈|[\s\p{P}])*$/iu,
    /(?:已经?|都|刚)(?:清|倒|换|修|装|补|扫|拆|搬|擦|封)(?:了|完|好)/,
    /已经?(?:清理|清运|清走|处理|处置|解决|修复|疏通|更换|恢复|整改|完成|完工|办理|拆除|安装|打扫)(?!不)|完工了|完成了/,
    /(?<!\b(?:not|n't|never|be|being|get|getting)(?: (?:yet|been))? )\b(?:fixed|repaired|cleared|cleaned|removed|replaced|resolved|solved|finished|completed|done)\b/i,
  ],
  'under-way': [
    /(?:马上|立刻|立即|即刻|尽快|这就|现在|稍后|随后|一会儿?|待会儿?|等下|等会儿?|今[天晚早]|明[天早]|后天|早上|上午|中午|下午|晚上|周[一二三四五六日天]|下班前).{0,4}?(?:就|会|再|先|能)?(?:(?:过去|过来|赶到|派人|派师傅|安排|处理|上门|看看|看一下|联系|修好|修复|去|来|到)(?!了|处))/,
    /(?:需要?|要|得|还要|大概|预计).{0,3}(?:[一二三四五六七八九十两几半\d]+个?(?:天|日|周|星期|月|小时|工作日))|下(?:个?(?:周|星期|礼拜|月))|过(?:几|两|三)天|这几天|月底|年底前/,
    /^(?:我们?)?(?:已经?|刚刚?)?(?:转|交|移交|转交|报)(?:给|到|了)?(?!不)\S{0,12}$|已转/,
    /(?:图|照|相)片?为证|如图|见图|现场(?:照|图)片?|(?:处理|修|清理|整改)(?:前|后)(?:的)?(?:照|图)片?/,
    /派(?:了|过)?个?(?:人|师傅|工人|车)(?:去|来|过|到|了|上门|$)|在?路上(?:了|呢)|在路上$|正在(?:处理|抢?修|清理|清运|办|赶|联系|过去|安排)|处理中/,
    /^(?:我们?)?(?:已经?|刚刚?)(?:联系|通知|安排|转给|报给)|到(?:了|达)?现场|到场|在现场|(?:已经?|刚|人)到了|(?:去|看|来)过了/,
    /\bon (?:my|our|the|his|her|their) way\b|(?:\bwill|'ll|\bgoing to) (?:go|come|be there|send|look|handle|check|see to)\b|\bsending (?:some|a )|\bheading (?:over|there)\b|\b(?:am|are|'m|'re) (?:there|on site)\b|\barrived\b/i,
  ],
  longer: [
    /(?:申请?|想|需要?|得|请求?|能不能|能否|可不可以|可以|要|再|请)[^\s,，。；;]{0,6}(?:延期|延长|延到|延后|延[一二三四五六七八九十两几半\d]|宽限|缓[一二三四五六七八九十两几半\d])|^(?:延|宽限)|(?:来不及|(?:搞|办|弄|做|修|完成|赶)不(?:完|了|出来))[^。]{0,10}(?:延|宽限|多给|缓)/,
    /\b(?:need|want|ask for|request|give us|can we (?:have|get))\b.{0,12}\b(?:more time|extension|longer|\w+ more (?:days?|weeks?))\b/i,
  ],
  received: [/^(?:(?:好的?|好嘞|行|嗯|是的?|ok|okay) ?)*(?:都|已)?(?:收到|接到|知道|晓得|明白|了解|清楚)(?:了|啦)?(?: ?(?:谢谢|马上办))?$/i, /^(?:好的?|好嘞|行|ok|okay|got it|received|noted|copy that|roger|understood|will do)$/i],
  beyond: [
    /^(?:(?:(?:这个?|此)(?:件|事儿?|问题)?|我们?(?:这边|这里|单位)?|本?(?:单位|社区|网格)|物业|[确其]实|真的?|实在|[\s\p{P}])*(?:(?:解决|处理|办理?|管|弄|搞|协调)不(?:了|动)|(?:需要?|请|希望|得|要|申请)由?(?:街道|上级|上面|部门|社区|区里|区级|领导)(?:来|帮忙|帮助|出面|统一)*(?:协调|支持|配合|解决|处理|介入|牵头)(?:一下|解决|处理)?|不(?:归|属于?|是)(?:我们?|本|我)?(?:单位|社区|物业)?的?(?:管|负责|职责(?:范围)?|范围|事))(?:了|的|啊|呀)*)+[\s\p{P}]*$/u,
    /(?:^|[\s\p{P}])(?:(?:这个?|此)(?:件|事儿?|问题)?|[确其]实|真的?|应该|根本|[\s\p{P}])*不(?:归|属于?|是|该)(?:我们?|本|我)(?:单位|社区|物业|局|办|中心|部门|公司|科室|这边)*(?:来|的)?(?:管|负责|职责(?:范围)?|范围|事|弄|办)?(?:的|了|啊|呀)*(?=[\s\p{P}]|$)/u,
    /^(?:this |it )?(?:is |we )?(?:beyond (?:us|me|our (?:powers?|remit))|(?:can't|cannot|can not) (?:solve|handle|fix|do)(?: (?:this|it))?|not (?:our|my) (?:job|responsibility|remit))[\s\p{P}]*$/iu,
  ],
} as const satisfies Record<string, readonly RegExp[]>;

/** Not only too much for whoever has it, but somebody else's to begin with. */
export const NOT_OURS = /不(?:归|属于?|是|该)(?:我们?|本|我)(?:单位|社区|物业|局|办|中心|部门|公司|科室|这边)*(?:的|来|[\s\p{P}]|$)|不(?:归|属于?|是)(?:我们?|本|我)?(?:单位|社区|物业|科室)?的?(?:管|负责|职责(?:范围)?|范围|事)|not (?:our|my) (?:job|responsibility|remit)/iu;

/** What only asks tells of no step. */
export const STEP_ASKED = /[?\uFF1F]\s*$|(?:吗|么|没有?)[呀啊呢]?[\s\p{P}]*$/u;

/** Words of staff that are to be registered, whatever they look like: what stands behind this. */
export const REGISTER_THIS = /^(?:登记(?:一下|一件)?|register)[\s:,\uFF1A\uFF0C]+(?=\S)/i;

/** Says how matters in hand are to be handled: who leads and who helps, or that two are one. Whoever works for a unit reports nothing by it. */
export const ARRANGES = /(?:让|请|由|叫)\S{2,12}?(?:来)?(?:牵头|主办|配合|协办|协助)|(?:合|并)(?:在|到|成)?(?:一起|一件|一条|一单)|(?:是)?(?:一回事|同一件|一件事)[\s\p{P}]*(?:合|并)/u;
