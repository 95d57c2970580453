/** More than a family: four and more, or some. */
const several = '(?:[4-9]|[1-9][0-9]{1,4}|[四五六七八九]|[一二三四五六七八九两]?[十百千万][一二三四五六七八九十百千]{0,4}|[几数]十?|好几十?|上[十百千])(?:多|几|来)?';
const people =
  '(?:人(?![均才民工次行])|老人|老头|老太太?|老年人|老姊妹|老伙计|孩子|小孩|娃娃?|崽|学生|同学|幼儿|工人|工友|民工|员工|职工|同事|师傅|姑娘|小伙|妇女|业主|住户|租户|租客|房客|居民|村民|邻居|街坊|乡亲|家长|商户|商家|摊主|老板|乘客|司机|骑手|患者|病人|会员|学员|装卸工|保洁|残疾人|带娃的|上班的|老师|护士|群众|顾客|游客|老百姓)';
const groups = '(?:小区|社区|院子?|大院|家属[院区]|栋楼?|幢楼?|座楼?|楼栋|楼道|楼|层楼?|单元|门洞|排房?|巷子?|弄堂|胡同|条街|街|村子?|屯|组|队|班|年级|学校|幼儿园|厂子?|车间|工地|宿舍|寝室|市场|商场|片区?|条路|镇|车)';

/** How many people, households or shops are hit; the whole match is what was said. */
export const affectedPattern = new RegExp(
  [
    `(?:我们|咱们?|俺们?)?(?:这|那)?(?:整|全|大半|半|小半|前后|上下|周围|附近)(?:整)?(?:[一二两三四五六七八九十几]{1,2})?(?:个|栋|幢|座|条|片|排|层)?[\\u4e00-\\u9fff]{0,4}?${groups}(?:的)?(?:${people})?`,
    `(?:我们|咱们?|俺们?)?(?:这|那)?[\\u4e00-\\u9fff]{0,3}${several}(?:户(?:人家|居民)?|家(?![人里庭长电具门务教政用])(?:人|住户|商户|店|铺)?|(?:名|位|个|号|口)${people}|个(?=[都全也]|[，,。！!？?]|$)|(?:间|个)?(?:铺子|铺面|店铺|门面|小摊|摊位|摊子|班级)|${people})`,
    `[一二两三四五六七八九十几][层排栋车屋院楼](?:楼)?的?${people}`,
    `(?:好多|很多|不少|许多|无数|一大?帮|一大?群|一堆|成群的?|所有的?|全体|全部的?)(?:人家|户|家|${people})`,
    `左邻右舍|四邻|街坊四邻|街坊邻居|邻居们|乡亲们|家家户户|家家|户户|挨家挨户|各家各户|(?:我们|咱们?|俺们?)(?:这|那)一?(?:片|带|圈|块)儿?的`,
    `(?:我们|咱们?|俺们?|大家)(?:这些|这帮|这群|全体|所有)?的?(?:业主|住户|居民|工人|员工|家长|村民|租户|商户)都?`,
    `(?:the )?(?:whole|entire) (?:building|compound|block|street|village|floor)|(?:\\d+|dozens of|many|several|all the) (?:families|households|people|residents|neighbours|neighbors|kids|children|workers|tenants|flats)`,
  ].join('|'),
  'i',
);

/** Wants not to be known. */
export const anonymityPattern =
  /匿名|不要(?:透露|泄露|告诉|说是我|公开|暴露|写我|提我)|别(?:透露|泄露|说是我|告诉.{0,6}我|把我(?:说|供|卖)|暴露|写我|提我)|不想(?:留|透露|让.{0,8}知道|暴露|公开|露)|不愿(?:意)?(?:透露|留|公开)|保密|为我保|不方便(?:透露|留|说名)|怕(?:被)?(?:报复|打击报复|穿小鞋|他们知道|房东知道|物业知道|邻居知道|老板知道|老师知道)|(?:不要|别|勿)(?:让|给)?.{0,6}知道(?:是)?我|隐去|隐藏我|不留(?:名|电话|姓名)|anonym|(?:don'?t|do not|never) (?:tell|reveal|mention)|keep (?:it|me|this) (?:secret|private|confidential)|confidential/i;
export const noAnonymityPattern = /不(?:用|需要|必)匿名|可以(?:公开|透露|实名)|实名(?:举报|反映|投诉)|群里.{0,6}匿名/;

/** Without any of it, a few words wish for no secrecy, whatever they resemble: that nobody is to know, or that something is not to be told. */
export const secrecyPattern = /匿名|保密|保护|隐|秘密|anonym|secret|private|confidential|hid(?:e|den)|(?=.*(?:[不别勿莫没怕]|n['’]t|\bnot\b|never|without))(?=.*(?:[说讲告知名露泄报]|公开|tell|know|say|reveal|mention|name))/is;

/** Words that wish for nothing else, too few to be learnt from, or written as nobody learns it. */
export const hideWishPattern = new RegExp(
  [
    '^(?:我们?|你们?|请|想|要|需要|希望|要求|申请|麻烦|务必|一定|帮|替|给|为|能不能|能否|能|可不可以|可以){0,5}(?:匿名|保密)(?:处理|举报|反映|一下|可以吗|行吗)?[吧吗么哦啊呀的]?$',
    '^(?:千祈|麻烦|你哋|你们)*(?:唔好|唔可以|千祈咪|咪)(?:[话話讲講同俾畀比让讓被]){0,3}.{0,6}(?:知|听|聽|讲|講|话|話).{0,3}[系係是]?我.{0,12}$',
    "^(?:please|pls|plz|and|but|[\\s,])*(?:do ?n['\u2019]?t|do not|never) (?:tell|let|say|mention)\\b.{0,40}\\b(?:(?:it|this|that)(?:['\u2019]s| was| is) me|it came from me|i (?:complained|reported|said|told|called|wrote)|about me|my name)\\b.{0,15}$",
  ].join('|'),
  'iu',
);

/** Does not dare to go somewhere, to sleep or to use something: afraid, but not of being known. */
export const afraidToGoPattern = /不敢(?:再|自己|独自|单独|一个人|随便|晚上|夜里|半夜|大晚上|往|从|在|让\S{1,4}|带\S{1,4}|把\S{1,4}){0,3}(?:走|出(?![声头面])|下(?!决心)|上|过|回|进|睡|开|关|去|来|靠近|经过|路过|散步|遛|停|坐|骑|用|喝|吃|洗|放|晾|玩|跳|停留|逗留|待|住|穿|碰(?!瓷)|踩|摸)|\b(?:afraid|scared|dare) (?:not )?(?:of |to )?(?:walk|go|leave|come|sleep|cross|pass|use|drink)/i;

const WHOSE = '(?=[我咱俺家屋老爸妈爷奶公婆外姥媳爱孩小娃宝儿女孙阿])(?:我们?|咱们?|俺们?)?(?:家里?|屋里)?(?:这|有)?(?:[一二两三四五六七八九十几]?个)?(?:老人家?|老头|老太太?|爸妈?|妈妈?|爸爸|爷爷?|奶奶?|公公|婆婆|外婆|外公|姥姥|姥爷|老公|老婆|老伴|媳妇|爱人|孩子|小孩|娃娃?|宝宝|儿子|女儿|孙子|孙女|阿婆|阿公)?';
const STATE = '腿脚|腿(?:不好|疼|痛)|身体不好|眼睛(?:不好|看不)|耳朵?(?:背|不好)|[六七八九]十(?:多|几|[一二三四五六七八九])?岁?了?|[6-9]\\d多?岁?|行动不便|不方便|不便|[上下出进走]不了|不敢[出下上走过睡开]|睡不[着好]|没法[睡出走过住]|害怕|怕黑|怕摔|要上班|要上学|迟到|一个人住|独居|怀孕|有病|残疾|轮椅|看不[见清]|听不[见到]|走不动|[聋哑瞎盲]|不能(?:打|接|听)电话|行路唔稳|跣亲|瞓唔着';

/** Only why a matter is hard for the speaker or the family, and nothing that is asked for. */
export const circumstancePattern = new RegExp(
  [
    `^(?!.*(?:[?？求帮申请谁怎哪送办补领]|能不能|能否|可以吗|想要|希望|需要|照顾))(?:而且|因为|主要是?|就是|再说|你看|关键是?|[\\s\\p{P}])*${WHOSE}.{0,8}?(?:${STATE}).{0,8}$`,
    "^(?!.*[?])(?:and |because |since |as )*(?:i|we|my (?:mum|mom|mother|dad|father|kids?|son|daughter|wife|husband|baby|grandma|grandpa|parents))\\b.{0,20}\\b(?:can['\u2019]?t (?:sleep|walk|see|go out|get (?:down|up)|use the stairs)|afraid|scared|pregnant|disabled|in a wheelchair|deaf|blind|\\d+ years old|lives? alone|elderly|old)\\b.{0,15}$",
  ].join('|'),
  'iu',
);

/** Upset: a person is put on it sooner. */
export const upsetPattern =
  /[!！]{2,}|[?？]{3,}|气死|气愤|愤怒|忍无可忍|受够|受不了|忍不了|崩溃|要疯|疯了|发疯|神经衰弱|抑郁|绝望|寒心|心寒|没法活|活不下去|还让不让人|还有没有(?:王法|人管|天理)|到底(?:有没有人|管不管|谁管|还要|什么时候)|凭什么|太过分|欺人太甚|欺负人|不作为|踢皮球|推来推去|推三阻四|互相推诿|没人管|不管不问|不闻不问|置之不理|三番五次|无数次|打了(?:无数|多少|几十|好多|十几)(?:个|次|遍)|曝光|找记者|媒体|上访|去北京|告你们|吃屎|妈的|他妈|tmd|TMD|卧槽|操你|垃圾物业|狗屁|混蛋|王八|黑心|缺德|坑人|骗子|太欺负|哭|😡|🤬|😤|😠|💢|😭|furious|outrageous|ridiculous|unacceptable|fed up|sick of|disgust/i;
