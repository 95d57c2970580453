const HERE = String.raw`(?:我|我们|你们?|就|那|先|现在|暂时|还是|给|打|评|选|来|要|算|是|个|一个|也|吧|了|啊|呢|嘛|哈|这个|这次|it['’]?s|it is|it was|i guess|just|about|maybe|like|[\s\p{P}])*`;
const POINTS = String.raw`(?:\d{1,3}(?:\.\d)?|[一二两三四五六七八九十]{1,3})(?:分|颗?星)(?!钟|之)|\d{1,2} ?(?:\/|／|out of) ?(?:5|10|100)|(?:[1-5]|one|two|three|four) ?stars?`;

/** A rating between those that there are: which of them is meant is not to be guessed. */
export const UNSURE_RATING: readonly RegExp[] = [
  new RegExp(String.raw`^${HERE}(?:中评|中等|中间|及格|一般(?:般|化)?|勉强(?:及格|凑合)?|就那样|还那样|谈不上满意不满意|说不上满意不满意|麻麻地|无所谓|随便|都行|都可以|没意见|好多了|好一?点|算是解决|应该是?(?:解决|修好|弄好|好)|好像(?:解决|修好|弄好|好)|so[ -]?so|meh|average|fine|fair|ok(?:ay)?|not great|could be better|whatever|${POINTS})${HERE}(?:i guess|i suppose|[\s\p{P}])*$`, 'iu'),
  /^(?:都|就|还|算)?满意[吗么嘛]?[?？]+$/u,
  /^(?:都?是|全是)?(?:我|我们|咱)(?:家|们)?(?:是|都是|后来)?自己(?:找人|花钱|请人|叫人|动手|掏钱)?\S{0,3}(?:修|弄|换|清|搞|装|处理|解决|通)\S{0,3}$|^i (?:had to )?(?:fix|fixed|repair|repaired|did) it myself[\s\p{P}]*$/iu,
  /(?:评价|打分|评分|回访|问卷|这个?分).{0,6}(?:骗人|假的|有(?:什么|啥)?用|没(?:什么|啥)?用|形式|走过场|糊弄|算数)/u,
  /^(?:点|比以前好|比之前好)(?:了|点|多了|一些|一点)*[\s\p{P}]*$/u,
];

/** One more thing is told, and no answer. */
export const ONE_MORE = /(?:^|[\s\p{P}])(?:对了|另外|顺便(?:说一?下|问一?下|讲一?下)?|再说一?个|还有(?=[\s\p{P}]|[一两]?[个件条处])|再?反映一?个|by the way|btw|also|one more thing)[\s\p{P}]*(?=\S{4})/iu;

/** Not now: it is answered another time. */
export const LATER: readonly RegExp[] = [
  /^(?:我|先|那|等|再|过|还要?|得|让我|容我|你们|我们|哎|现在|正|在|[\s\p{P}])*(?:(?:等|过|再?观察|再?看|再用|试)(?:[一两二三几半]|\d{1,2})?(?:天|周|个?(?:星期|小时|礼拜)|阵子?|段时间|下|看)?(?:看看?)?(?:再)(?:说|评|看|回|答|告诉)|(?:再)?(?:观察|看)(?:[一两二三几]|\d{1,2})(?:天|周)|(?:晚点儿?|晚上|明天|后天|回头|下班|有空|等会儿?|一会儿?|待会儿?|改天|周末|过两天|到家)(?:我|再|有空|了|回家|看了|去看看?)*(?:说|评|看|回|答|弄|填|告诉)|(?:在|正在|还在)?(?:上班|开会|忙|开车|上课|外地|出差|外面)(?:着|呢|的|没空|走不开|不方便|晚点|回头|再说|等下|说|评|[\s\p{P}])*|没空(?:评|弄|填|回)?|再看看|没回家(?:看)?)(?:你们?|一下|了|吧|啊|呢|哈|[\s\p{P}])*$/u,
  /^(?:i['’]?m |i am |i['’]?ll |i will |let me |please |ok(?:ay)? |sorry |[\s\p{P}])*(?:(?:tell|answer|reply|check|let you know|get back to you|rate)(?: you| it| this)? ?(?:later|tomorrow|tonight|in a (?:few|couple of) days)|(?:busy|at work|driving|in a meeting)(?: right now| now)?|(?:ask|try)(?: me)? (?:again )?(?:later|tomorrow)|later|not now|wait and see|too early to (?:say|tell))[\s\p{P}]*(?:please|thanks|later)?[\s\p{P}]*$/iu,
];

/** Whoever will not rate, or be asked. */
export const DECLINES: readonly RegExp[] = [
  /^(?:我|我们|就|算了|唉|哎|真的?|都|也|先|那|[\s\p{P}])*(?:(?:不想|不愿意?|懒得|不打算|没兴趣|不需要|不用|拒绝|不)(?:再)?(?:评(?:价|分)?|打分|回答|填|参加|参与)(?!的)|(?:别|不要|不用|莫|请勿)(?:再|老是?|总是?|一直)*(?:给我)?(?:问|发|烦|打扰|骚扰|推送)(?:我)?(?:这个|这些|了|消息)*|不予评价|不作评价|不评|退订|td)(?:了|啦|吧|啊|哈|好吗|行吗|谢谢|算了|[\s\p{P}])*$/iu,
  /^(?:请)?(?:你们|你)(?:自己)?(?:看着|随便|爱怎么|想怎么)(?:填|评|写|打|弄|选)?(?:就|就是|都行|吧|了|好了|[\s\p{P}])*$/u,
  /^(?:i['’]?d |i would |i |please |sorry |no |[\s\p{P}])*(?:(?:don['’]?t|do not|won['’]?t|rather not|prefer not to|not going to)(?: want| wish)?(?: to)? (?:rate|answer|say|comment|do this|take (?:this|the) survey)(?: (?:it|this|that|you))?|(?:stop|quit) (?:asking|sending|messaging)(?: me)?(?: (?:this|these|that))?|leave me alone|unsubscribe|no comment|stop)[\s\p{P}]*(?:please|thanks)?[\s\p{P}]*$/iu,
];

/** Somebody tells the speaker how to rate. */
export const COAXED: readonly RegExp[] = [
  /(?:让|叫|要|逼|求|喊|说|非要|催)(?:着)?(?:我们?|大家|业主|住户)(?:必须|一定|都|只能|给|打个?|选|评|点|填|说|写|回复|要|务必)*(?:个|成)?(?:满意|好评|五星|5星|满分|解决了?)(?!吗|不|度)|(?:打|给|选|评)(?:了)?(?:满意|好评|五星).{0,4}(?:就|才)(?:送|给|返|退|能)|好评返现/u,
  /\b(?:told|asked|forced|made|wants?) (?:me|us) to (?:say|rate|choose|pick|put|give)\b.{0,16}(?:satisfied|good|happy|five|5|solved)/iu,
];

/** Asks how the question is to be answered, or what it means. */
export const ASKS_HOW: readonly RegExp[] = [
  /^(?:请问|这个?|那|我|要|该|到底|你们?|啊|[\s\p{P}])*(?:怎么|如何|咋个?)(?:评价?|填|回答?|选|打分|弄|写|答|操作)(?:啊|呀|呢|的|法|[\s\p{P}])*$/u,
  /^(?:这(?:个|是)?|你|啥|[\s\p{P}])*(?:什么|啥)(?:意思|东西|玩意|评价)?(?:啊|呀|呢|[\s\p{P}])*$|^(?:我)?(?:看不懂|不会弄|不会填|不会用|没看懂|不懂|搞不懂)(?:啊|呀|这个|怎么弄|[\s\p{P}])*$|^(?:问这(?:个|些)?|你问)(?:干嘛|干什么|做什么|干啥)(?:啊|呀|[\s\p{P}])*$/u,
  /^(?:sorry |hi |so |[\s\p{P}])*(?:how (?:do|should|can) i (?:answer|rate|reply)|what do(?:es)? (?:this|that|you) mean|what is this|huh|what)[\s\p{P}]*$/iu,
];

/** Says that what was answered just now is wrong; what stands behind is the right answer. */
export const MISANSWERED = /^(?:哎呀?|哦|噢|啊|不好意思|对不起|抱歉|等等|等一下|不对|不是|我|刚才|刚刚|上面|前面|那个|手滑|手误|眼花|的|[\s\p{P}])*(?:(?:点|选|按|回|打|说|写|评|填|答|发|搞|弄)(?:的)?错了?|手滑了?|手误|讲错(?:咗|了)?)(?:了|啦|哈|啊|是|应该|应该是|我是要?|我?选|我?要选|其实|改成|改为|换成|我的?意思是|想?评|给|[\s\p{P}])*|^(?:oops|sorry|no|wait|oh|my (?:mistake|bad)|[\s\p{P}])*(?:(?:i )?(?:pressed|clicked|picked|chose|hit|typed|selected|said) (?:the )?wrong(?: (?:one|number|button|answer|thing))?|wrong (?:one|number|answer)|i made a mistake|mis-?click(?:ed)?|by mistake|correction)(?: it| i meant| should be| it['’]s| was|[\s\p{P}])*|^(?:改成|改为|换成|我要改成?|更正(?:一下)?)[\s\p{P}]*/iu;

/** A sign alone: the first is for yes and well done, the second for the contrary, the third says that somebody is upset. */
export const SIGNS = {
  up: /^(?:\u{1F44D}|\u{1F4AF}|\u{1F44F}|\[强\]|\[赞\]|\[鼓掌\]|\[ok\]|\u{1F44C}|\u{1F197}|\u2705|[\p{Emoji_Modifier}\uFE0F\s])+$/iu,
  down: /^(?:\u{1F44E}|\[弱\]|\[差\]|\u274C|[\p{Emoji_Modifier}\uFE0F\s])+$/u,
  upset: /^(?:\u{1F621}|\u{1F620}|\u{1F92C}|\u{1F624}|\u{1F612}|\u{1F644}|\[发怒\]|\[怒\]|\[抓狂\]|\[白眼\]|[\p{Emoji_Modifier}\uFE0F\s])+$/u,
} as const;
