const spoken = '[零〇一二三四五六七八九幺洞拐勾]';
const gap = '[ \\-—–.·_]?';
const province = '[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼港澳使领学警挂]';
const figure = '[0-9零〇一二三四五六七八九十]';

/** What counts as personal, and how it is recognised. Where a pattern has a group, only the group is personal. */
export const personalPatterns: readonly { readonly kind: PersonalKind; readonly pattern: RegExp }[] = [
  { kind: 'email', pattern: /[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}/g },
  { kind: 'id-card', pattern: new RegExp(`(?<![0-9])[1-9](?:${gap}[0-9]){16}${gap}[0-9Xx](?![0-9])`, 'g') },
  { kind: 'id-card', pattern: /(?<![0-9])[1-9]\d{5}[0-9]{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\d{3}(?![0-9])(?<=身份证.{0,30})/g },
  { kind: 'bank-card', pattern: /(?<![0-9])(?:4|5|6|9|3)\d{3}(?:[ -]?\d{4}){2,3}(?:[ -]?\d{1,4})?(?![0-9])/g },
  { kind: 'bank-card', pattern: /(?:卡号|账号|帐号|银行卡|工资卡|存折)[^0-9]{0,8}([0-9][0-9 -]{8,24}[0-9])/g },
  { kind: 'phone', pattern: new RegExp(`(?<![0-9])(?:\\+?86${gap})?1${gap}[3-9](?:${gap}[0-9]){9}(?![0-9])`, 'g') },
  { kind: 'phone', pattern: new RegExp(`(?<!${spoken})[一幺](?: ?${spoken}){10}(?!${spoken})`, 'g') },
  { kind: 'phone', pattern: /(?<![0-9])0\d{2,3}[ -–—]{0,2}[2-9]\d{6,7}(?:[-转]\d{1,5})?(?![0-9])/g },
  { kind: 'phone', pattern: /(?<![0-9])[(（]0\d{2,3}[)）] ?[2-9]\d{6,7}(?![0-9])/g },
  { kind: 'phone', pattern: new RegExp(`(?:电话|手机|座机|号码|致电|来电|打给我|联系方式|联系我|tel|phone|call me)[号码是为:： ]{0,6}(?:at |on )?((?:[0-9]${gap}){5,15}[0-9])(?![0-9])`, 'gi') },
  { kind: 'phone', pattern: new RegExp(`(?:电话|手机|座机|号码|联系方式|联系我)[号码是为:： ]{0,6}(${spoken}(?:[ ,，]?${spoken}){6,14})`, 'g') },
  { kind: 'phone', pattern: /(?<![0-9])1[3-9][0-9零〇一二三四五六七八九幺]{9}(?![0-9])/g },
  { kind: 'plate', pattern: new RegExp(`${province}[A-Za-z] ?[·•.\\- ]? ?(?=[A-Za-z0-9]{0,5}[0-9])[A-HJ-NP-Za-hj-np-z0-9]{5,6}[学警挂港澳]?(?![A-Za-z0-9])`, 'g') },
  { kind: 'plate', pattern: /(?:车牌(?:号码?)?|牌照|尾号)(?:是|为|:|：| ){0,3}([A-Za-z]?[A-Za-z0-9·]{3,7})/g },
  { kind: 'wechat', pattern: /(?:微信号?|[vV][xX]|wx|WX|weixin|wechat|威信|薇信|加[vV微])(?:同号|号|id|ID)?(?:是|为|:|：| ){0,3}([A-Za-z][A-Za-z0-9_-]{4,19}|[0-9]{5,11})/g },
  { kind: 'wechat', pattern: /(?:[qQ]{2}|扣扣)(?:号)?(?:是|为|:|：| ){0,3}([1-9][0-9]{4,11})/g },
  { kind: 'passport', pattern: /(?:护照|passport)(?:号码?|no\.?)?(?:是|为|:|：| ){0,3}([A-Za-z]{1,2}[0-9]{7,8})/gi },
];

/** What counts as personal. */
export type PersonalKind = 'email' | 'id-card' | 'bank-card' | 'phone' | 'plate' | 'wechat' | 'passport' | 'name' | 'room';

/** Surnames, double ones first: a name begins with one. */
const doubleSurnames = '欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|司徒|令狐|夏侯|端木|南宫|独孤|阿卜|买买|古丽';
const surnames =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧肖尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱丘骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊惠甄曲家封芮储靳汲松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全班仰秋仲伊宫宁仇栾暴甘厉戎祖武符刘景詹束龙叶幸司韶黎薄印宿白怀蒲台从鄂索咸籍赖卓蔺屠蒙池乔阴能苍双闻莘党翟谭贡劳姬申扶堵冉宰郦雍却璩桑桂牛寿通边扈燕冀尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东殴沃利蔚越隆师巩厍聂晁勾敖融冷辛阚那简饶空曾沙须丰关相查后荆红游竺权逯盖益桓公岳帅涂闫覃仝付代肖佟';
const given = '[\\u4e00-\\u9fff]';
const notGiven = '(?!是|在|的|住|家|小区|和|与|们|电话|手机|先生|女士|大|今|昨|这|那|要|想|也|就|有|不)';
const nameShape = `(?:(?:${doubleSurnames})${notGiven}${given}(?:${notGiven}${given})?|[${surnames}]${notGiven}${given}(?:${notGiven}${given})?)`;
const nameEnd = `(?=[，,。.;；、!！?？:：()（）\\s~～0-9A-Za-z]|$|是|在|住|家住|的|电话|手机|联系|身份|小区|今年|先生|女士|同志|要|想|也|男|女|反映|投诉|举报|来自|现|系|和|与|这|，)`;

/** A full name after a word that introduces one; the group is the name. */
export const namePatterns: readonly RegExp[] = [
  new RegExp(`(?:我的?(?:名字|姓名|大名)?(?:叫做?|是叫)|我名叫|名叫|姓名|名字|署名|落款|本人|联系人|申请人|投诉人|反映人|举报人|求助人|报修人|业主|户主|房主|租户|当事人|来信人|反映者|此致敬礼)(?:叫|是|为|:|：| |，|,){0,3}(${nameShape})${nameEnd}`, 'g'),
  new RegExp(`(?:我的?(?:名字|姓名)?(?:叫做?)|我名叫|姓名|联系人|申请人|投诉人|反映人|举报人|署名)(?:是|为|:|：| ){0,3}(${nameShape})`, 'g'),
  new RegExp(`我(?:是|叫)(${nameShape})(?=[，,。.;；!！?？\\s0-9]|$)`, 'g'),
  new RegExp(`(?:我|你|他|她)?(?:老公|老婆|丈夫|妻子|父亲|母亲|爸爸|妈妈|我爸|我妈|儿子|女儿|孩子|邻居)(?:叫做?|名叫|姓名)(?:是|:|：| )?(${nameShape})`, 'g'),
  new RegExp(`(?:反映人|投诉人|联系人|此致|敬礼|敬上|谢谢)[!！。.，,\\s]{1,4}(${nameShape})(?=[\\s0-9年]|$)`, 'g'),
  new RegExp(`(?<![\\u4e00-\\u9fff])(${nameShape})(?=[,，:： ]{0,2}(?:电话|手机|1[3-9][0-9]{9}|身份证))`, 'g'),
  /(?:[Mm]y name is|I am called|I'm called|[Nn]ame:)\s{0,3}([A-Z][A-Za-z'-]{1,20}(?: [A-Z][A-Za-z'-]{1,20}){0,2})/g,
];
/** Introduced so, but no names. */
export const notNames = /^(?:高层|金融|马上|时间|平时|和谐|成天|常常|经常|任何|应该|曾经|从来|全家|安全|方便|房子|车位|路边|古稀|万分|温馨|满意|关于|都是|白天|能够|能否|别人|居住|居民|经过|家住|家里|解决|明天|后天|和我|单位|国家|广大|文明|石材|公司|于|向|时|都|和|从|也|能)/;

/** A unit, floor or room: said after a building the building stays and these are masked. */
export const roomPatterns: readonly RegExp[] = [
  new RegExp(`(?:号楼|号院|栋|幢|座|#楼|#|弄|苑|区|园|号)(?:[ ,，的]?)(${figure}{1,3} ?(?:单元|门洞|门|梯)[ ,，的]?(?:${figure}{1,3}(?:楼|层)[ ,，的]?)?(?:[0-9]{3,4}|${figure}{3,5})(?:室|号房|房|户|号)?)`, 'g'),
  new RegExp(`(?:号楼|号院|栋|幢|座|#楼|#)[ ,，的]?(${figure}{1,3} ?(?:单元|门洞|梯)(?:[ ,，的]?${figure}{1,3}(?:楼|层))?)`, 'g'),
  new RegExp(`(?:号楼|号院|栋|幢|座|#楼|#)[ ,，的]?((?:${figure}{1,3}(?:楼|层)[ ,，的]?)?(?:[0-9]{3,4}|[零〇一二三四五六七八九幺]{3,4})(?:室|号房|房|户|号)?)(?![0-9户年个人元块平米])`, 'g'),
  new RegExp(`(?<![0-9])(?:[A-Za-z]?\\d{1,3})([-–—_]\\d{1,2}[-–—_]\\d{3,4}(?:室)?)(?![0-9-])`, 'g'),
  new RegExp(`(?<=[\\u4e00-\\u9fff])(?:[A-Za-z]?\\d{1,2})([-–—_]\\d{3,4}(?:室)?)(?![0-9-])`, 'g'),
  new RegExp(`(${figure}{1,3} ?单元[ ,，的]?(?:${figure}{1,3}(?:楼|层)[ ,，的]?)?(?:[0-9]{3,4}|[零〇一二三四五六七八九幺]{3,4})(?:室|号房|房|户|号)?)`, 'g'),
  new RegExp(`([0-9]{3,4}|[零〇一二三四五六七八九幺]{3,4})(?:室|号房|房间)(?!内)`, 'g'),
  /(?:房号|房间号|门牌|住|我家(?:是|在)?)(?:是|为|:|：| ){0,2}([0-9]{3,4})(?:室|房|号)?(?![0-9年个元块米天])/g,
  /(?:[Rr]oom|[Aa]pt\.?|[Ff]lat|[Uu]nit)\s{0,2}(?:[Nn]o\.?\s?)?([0-9]{1,4}[A-Za-z]?)/g,
];

/** What stands in the place of what is masked. */
export const masks: Readonly<Record<PersonalKind, string>> = {
  email: '〔邮箱〕',
  'id-card': '〔证件号〕',
  'bank-card': '〔卡号〕',
  phone: '〔电话〕',
  plate: '〔车牌〕',
  wechat: '〔微信〕',
  passport: '〔证件号〕',
  name: '〔姓名〕',
  room: '〔房号〕',
};
