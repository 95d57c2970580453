const WHEN = '(?:白天|晚上|早上|中午|下午|上午|夜里|半夜|周末|工作日|平时|每天|下班|下了班|放学|午休)?(?:的)?(?:时候|以?后|之后)?(?:[\\d一二三四五六七八九十两]{1,3}点(?:半|[一三]刻)?(?:钟)?)?(?:到|至|-|~)?(?:[\\d一二三四五六七八九十两]{1,3}点(?:半)?(?:钟)?)?(?:以?[前后]|之[前后]|之间)?';
const TO_ME = '(?:给我|跟我|和我|我|过来|联系(?:我)?|来|找我|沟通|聊|说|回复?我?)*';
const WHO = '(?:(?:我|本人|他|她|俺)(?:们|是|有点|就是)*|我(?:妈|爸|奶奶|爷爷|婆婆|老公|老婆|老伴)|老人家?)?(?:是)?(?:个|一个|位)?';

/** One wish about how somebody can be reached, or why: taken out of a text, nothing else must be left. Each must begin and end anywhere. */
export const CONTACT_WISHES: readonly RegExp[] = [
  new RegExp(`${WHO}(?:聋(?:哑)?人?|听障(?:人士)?|听力(?:不好|障碍|残疾|有问题)|耳(?:朵)?(?:背|聋|不好(?:使)?|不行|听不(?:见|到|清楚?))|听不(?:见|到|清楚?)(?:声音|说话)?|(?:说不了|不会说|不能说)话|哑巴|言语残疾|语言障碍)(?:的|了|啊)?`, 'gu'),
  new RegExp(`(?:请|麻烦|拜托|求|你们|有事|尽量|千万)*(?:${WHEN})(?:请|都|就|也|千万)*(?:别|不要|莫|请勿|勿|不能|不好|不方便|不便|没法|不想|唔好|咪)(?:老|再|一直)?(?:给我|跟我|用)?(?:打|接听?|听|用)?(?:我)?(?:的)?(?:电话|手机|语音|视频)(?:给我|过来|来|找我|联系|沟通)?(?:了|啊|哈)?`, 'gu'),
  new RegExp(`(?:电话|打电话|语音|手机)(?:就|也|都|是|那个)?(?:不要|别打?|不行|不方便|不接|接不了|接不到|没法接|不能接?|听不(?:见|到|清)|打不通|没用|不用)(?:打|接|听)?(?:了|的)?`, 'gu'),
  new RegExp(`(?:${WHEN})(?:我)?(?:接不了|接不到|没法接|不方便接|不能接|不好接)(?:电话)?`, 'gu'),
  new RegExp(`(?:请|只能|可以|麻烦|最好|用|我|都|直接|就|有事|在这里|能|只|改)*(?:(?:发|打|写|留|回|加)(?:微信|短信|消息|信息|文字|字|留言|信)|文字|短信|微信|打字|留言)${TO_ME}(?:就行|就可以|可以|就好|好了|行|就成|也行|好)?(?:了|的|吧|哈)?`, 'gu'),
  new RegExp(`(?:请|你们|要|要打|最好|只能|麻烦|有事)*(?=[白晚早中下上夜半周工平每放午\\d一二三四五六七八九十两])(?:${WHEN})(?:再|才|可以|能|都)*(?:给我)?(?:打(?:电话|给我)|联系|来电|来电话|找我|接电话|接|打电话|方便|有空|在家|打)${TO_ME}(?:电话)?(?:就行|可以|吧|哈|啊)*`, 'gu'),
  /(?:请|你们|以后|今后|下次|下回|每次|联系|联系我|找我|要找我|有事|有消息|有进展|都|就|也|还是?|请|直接|可以)*(?:打|联系|用)(?:这个|这|我这个|我的?这个|现在这个|本机|这|我的?)(?:电话|手机|手机号|号码|号)(?:[\s:：,，]*\d{7,11})?(?:就行|就好|吧|哈|啊)*/gu,
  /(?:请|你们|以后|千万|麻烦)*(?:别|不要|莫|勿)(?:打|联系|找)(?:给)?我?(?:儿子|女儿|老伴|老公|老婆|爱人|媳妇|妈妈?|爸爸?|家属|家人|孩子|邻居)(?:的)?(?:电话|手机|号码)?[\s,，]*(?:请|就|要)?(?:直接)?(?:打|联系|找)我(?:的|本人|自己)?(?:电话|手机|号码)?(?:就行|吧)?/gu,
  /(?:我)?(?:白天|晚上|平时|中午|早上|每天|天天|一直)?(?:要|在|都|都在|都要|得)?(?:上班|上夜班|夜班|睡觉|午睡|补觉|开会|上课|带孩子|带娃|跑车|送货|送外卖|干活|值班|开车)(?:呢|着|的|不方便|没空|接不了|听不到)*/gu,
  /(?:有事|电话|请|就|可以|麻烦|直接)*(?:打|联系|找)(?:给)?我(?:儿子|女儿|老伴|老公|老婆|爱人|媳妇|妈妈?|爸爸?|家属|家人|孩子|邻居|姐姐?|妹妹?|哥哥?|弟弟?)(?:的)?(?:电话|手机|号码|微信)?(?:[\s:：]*\d{7,11})?/gu,
  /\b(?:i['\u2019]?m|i am|my \w+ is) (?:a |an )?(?:deaf|hard of hearing|hearing[- ]impaired|mute|unable to speak)(?: (?:person|so))?/giu,
  /\b(?:please |pls |plz )?(?:do not|don['\u2019]?t|never|no|cannot|can['\u2019]?t) ?(?:(?:call|phone|ring)s?|(?:take|answer|use|make)(?: a| the| any)? (?:phone|calls?)|phone calls?|calls?)(?: me| us)?(?: (?:during the day|in the (?:daytime|day|morning|afternoon|evening)|at (?:work|night)|before \S+(?: ?[ap]m)?|after \S+(?: ?[ap]m)?))?/giu,
  /\b(?:please |pls |plz |you can |just |only )*(?:text|message|write(?: to)?|e-?mail|wechat|sms|type)(?: (?:me|us|only|messages?|here))*(?: instead| is (?:fine|ok|better)| only| please)*/giu,
  /\b(?:please |pls |you can |only )*(?:call|phone|ring|contact|reach)(?: me)? (?:only )?(?:after|before|between|in the (?:evening|morning|afternoon)|at night|on weekends?)(?: \S{1,6}(?: ?[ap]m)?)?(?: (?:and|to|-) \S{1,6}(?: ?[ap]m)?)?/giu,
  /\b(?:because |as )?i (?:can['\u2019]?t|cannot|can not) (?:hear|speak|talk)(?: (?:you|well|anything|on the phone))*/giu,
  /\bi (?:work|sleep|am at work|['\u2019]m at work)(?: (?:nights?|during the day|in the day|shifts?|night shifts?))?/giu,
];

/** What may stand between such wishes and says nothing more. */
export const BESIDE_CONTACT = /^(?:你好|您好|谢谢|多谢|请|麻烦|哦|嗯|因为|所以|就|那|以后|今后|下次|都|有事|打电话|联系|俾我|我|你们?|的|了|啊|哈|吧|呢|也|是|说|先|一下|hello|hi|please|thanks|thank you|because|and|but|so|as|ok|[\s\p{P}])*$/iu;

/** At least one of them says how to reach somebody, or why not by telephone. */
export const NAMES_CONTACT = /^(?!.*(?:你们?|物业|社区|热线|客服|街道|谁)的?(?:电话|手机)).*(?:电话|手机|号码|语音|微信|短信|打字|文字|消息|留言|[打写发]字|联系|聋|听障|听不|耳|哑|听力|说不了话|不会说话|来电|晚上.{0,8}打|点.{0,4}打|\b(?:call|phone|ring|text|message|deaf|hearing|sms|e-?mail|wechat|contact|reach|write))/isu;
