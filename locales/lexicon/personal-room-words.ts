const spoken = '零〇○一二三四五六七八九幺';
const count = `(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3})`;
const between = '[ ,，、的]?';
const dash = ' ?(?:[-–—_~/]|杠) ?';

const building = `(?<=[0-9零一二三四五六七八九十A-Za-z甲乙丙丁东西南北中] ?)(?:号楼|号院|栋楼?|幢|座|#楼|#|楼栋)`;
const unit = `(?:${count}|[A-Za-z甲乙丙丁东西中南北]) ?(?:号?单元|门洞|号门|门(?=${between}[0-9一二三四五六七八九十底顶])|梯(?=${between}[0-9一二三四五六七八九十底顶]))`;
const floor = `(?:${count}|负[一二三1-3]|底|顶) ?[楼层]`;
const side = '(?:靠)?[东西南北中左右](?:[东西南北])?(?:边|面|侧|头)?(?:那|这)?(?:户|首|手边?|室|家(?![具电里])|门(?![口卫岗禁诊]))(?:那家|那户|那边)?';
const readRoom = `(?:[${spoken}]{3,4}|[二三]?十[一二三四五六七八九]?零[一二三四五六七八九])`;
const written = '(?![0-9]{1,2}00(?![0-9]))(?:[A-Za-z]-?)?[0-9]{3,4}(?:[A-Za-z](?![A-Za-z]))?';
const withLetter = '[0-9]{1,2}[A-EGHJK](?![A-Za-z0-9])';
const room = `(?:${written}|${withLetter}|${readRoom})(?![0-9${spoken}十])`;
const short = `(?:[0-9]{1,2}[A-Za-z]?|[一二三四五六七八九十]{1,2}|[A-Za-z])`;
const called = '(?: ?(?:号房间?|房间|室|号房|房(?!价|租|贷|东|产|顶|客|子)|户(?![人家数均型主口])|号(?![楼院线桌]))(?:室)?)';
const door = `(?:${room}${called}?|${short} ?(?:号房间?|房间|室|座|号(?=[的家住户,，。 ]|$))|${side})`;
const doorAfterFloor = `(?:${room}${called}?|${short} ?(?:号房间?|房间|室|座|号(?![楼院线桌窗柜厅机梯]))|(?<=[楼层])[0-9]{2}(?![0-9年月日号点个块元人%])|${side})`;

const someone = '(?![叔姨姐哥大家奶爷先女阿老师婆伯嫂妈爸主某])';

/** What is counted or measured, or a bus, a year, a road's number, another kind of room: no door. */
const noDoor = `(?! ?(?:${[
  '年(?![轻纪老])|[月日](?!报)|天(?![天花晚])|点(?!外卖)|[时：:點]|分钟|小时|期',
  '[元块角]|[万千百多余%]|倍|岁|[℃㎡]|米|平(?:方|米|$)|斤|度|次(?!卧)|吨|瓦|公[里斤分]|里(?![面头屋边住])|k[gmWw]|K[Ww]|[vVmM](?![A-Za-z])',
  `[张周]${someone}`,
  '个(?!人)|只(?![有会要在是])|条|名|位|页|份|台(?!阶)|辆|户(?![型主])|人(?![家在])',
  '路|弄|号线|号令|高速|[国县省]道|号?(?:车位|车库|桩|柜|摊|档口|铺)',
  '教室|会议室|办公室|诊室|包[间厢房]|号?窗口(?!冒|飘|往|在|有|掉|扔)|病[房区]|机房|考场|柜台',
  '(?:那个|这个|那)号|(?:那个|的)?(?:开头|打头|电话|手机)|[那这号]?[单件](?!元|身)',
].join('|')}))`;

/** A unit with what follows it to the door: 2单元501, 3单元六楼东户, 四单元底楼东, 12门402. */
const unitToDoor = `${unit}${between}(?:(?:${floor})${between}(?:${doorAfterFloor}|[东西南北中左右](?:边|手)?(?=[,，。;!?\\s的那户家]|$))|${door})`;

/** What tells a door after its building or unit; the group, or the whole, is masked and the building stays. */
export const roomPatterns: readonly RegExp[] = [
  new RegExp(`(${unitToDoor})${noDoor}`, 'g'),
  new RegExp(`(?<![一二三四五六七八九十0-9])(${floor}${between}(?:${side.replace(/\|门.*?\)\)/, ')')}|${short} ?(?:号房间?|房间|室|座)))`, 'g'),
  new RegExp(`${building}(?:[ ,，、的·/(（:-]|里的?|那个){0,2}(?:${floor}${between})?(${room}${called}?)${noDoor}`, 'g'),
  new RegExp(`(?<!月)[0-9]{1,3}号(?:${floor}${between})?(${room}${called}?)${noDoor}(?![-–])`, 'g'),
  new RegExp(`[0-9一二三四五六七八九十]{1,3}[楼层] ?(${room}${called}?)${noDoor}(?![-–])`, 'g'),
  new RegExp(`${building} ?([0-9]{1,2}${dash}[0-9]{3,4}${called}?)(?![0-9])`, 'g'),
  new RegExp(`(?<![0-9A-Za-z.\\-–—/年月])(?:[A-Za-z]?[0-9]{1,3}(?:栋|幢|号楼|号|#|座)?|[A-Za-z])((?:${dash}[0-9]{1,2}(?:单元|门)?){1,2}${dash}[0-9]{3,4}[A-Za-z]?${called}?)(?![0-9\\-–]|年|月)`, 'g'),
  new RegExp(`(?<![${spoken}0-9])[${spoken}十]{1,3}((?:杠[${spoken}十]{1,2}){0,2}杠[${spoken}]{3,4}${called}?)`, 'g'),
];

/** 3-501: the group is the door, when it is one. */
export const pairPattern = new RegExp(`(?<![0-9A-Za-z.\\-–—_/年])(?![BbPp-][1-3] ?-)[A-Za-z]?[0-9]{1,3}(${dash}[0-9]{3,4}${called}?)${noDoor}(?![0-9A-Za-z\\-–—_./])`, 'g');

/** Unit 3 Room 804, Flat 12B, Apt. 5C, Room 1203. */
export const englishRoomPatterns: readonly RegExp[] = [
  /\b(?:unit|entrance|staircase)\s{0,2}#?[0-9]{1,3},?\s{1,2}(?:(?:floor\s{0,2}[0-9]{1,2}|[0-9]{1,2}(?:st|nd|rd|th)? floor),?\s{1,2})?(?:room|rm\.?|apt\.?|apartment|flat|door|no\.?|#)?\s{0,2}#?[0-9]{3,4}[A-Za-z]?\b/gi,
  /\b(?:apt\.?|apartment|flat|suite)\s{0,2}(?:no\.?\s?|number\s|#)?(?:[0-9]{1,4}(?:-?[A-Za-z])?|[A-Za-z]-?[0-9]{1,4})\b/gi,
  /\b(?:building|bldg\.?|block|tower)\s?(?:no\.?\s?)?[0-9A-Z]{1,3},?\s?(?:#|-|no\.?\s?)?([0-9]{3,4}[A-Z]?)\b/gi,
  /(?<![0-9A-Za-z])([0-9]{1,2}[A-EGHJK])(?= ?(?:室|号房))/g,
  /\b(?:room|rm\.?|unit|door)\s{0,2}(?:no\.?\s?|number\s|#)?(?:[0-9]{3,4}[A-Za-z]?|[0-9]{1,2}[A-Za-z]|[A-Za-z]-?[0-9]{2,4})\b(?!\s?(?:yuan|rmb|people))/gi,
];

/** Three or four figures that may be a door by themselves, written or read out. */
export const bareRoomPattern = new RegExp(`(?<![0-9A-Za-z.:：\\-–—_/+¥￥$第${spoken}十])(?:[A-Za-z]?[0-9]{3,4}|[1-9][0-9]?[A-EGHJK]|(?=[一二三四五六七八九]?[一二三四五六七八九]?[零〇○幺])[${spoken}]{3,4}|[二三]?十[一二三四五六七八九]?零[一二三四五六七八九])(?![0-9A-Za-z.:：\\-–—_/%${spoken}十百千万])${noDoor}`, 'g');

/** A storey and a door on it: 302, 1204, but not 350 or 1280. */
export const likelyDoor = /^[A-Za-z]?(?:[1-9]|[1-4][0-9]|0[1-9])(?:0[1-9]|[12][0-9])$|^(?![2-5]A)[1-9][0-9]?[A-K]$/;

/** Called a door, whatever its figures. */
export const calledRoomAfter = /^ ?(?:室|寝|宿舍|号房|房间|号室)/;

/** Who lives there or what is part of a home, right after its number. */
export const homeAfter =
  /^ ?(?:房(?!价|租|贷|产)|室|(?:号|的|那个|这个|那|这|里|里面|屋|屋里|家|家的|号的)?(?:租客|租户|租房|房客|房东|房主|业主|户主|住户|住客|住的|邻居|家里|屋里|人家|家|那家|这家|那户|这户|老[太头奶爷人两汉婆公爸妈李王张刘陈杨赵黄周吴]|奶奶|爷爷|大[爷妈娘叔姐哥嫂]|阿[姨婆公伯叔]|婆婆|嬢嬢|孩子|小孩|娃|女[的人主生孩士]|男[的人主生孩]|小[伙夫姑孩两年]|年轻人|夫妻|两口|独居|[\u4e00-\u9fff](?:奶奶|爷爷|阿姨|大爷|大妈|叔|姐|哥|姨|先生|女士|师傅|婆婆|嬢嬢)|门[口锁铃缝禁]?(?!诊)|窗[户子]?|阳台|厨房|厕所|卫生间|卧室|客厅|次卧|主卧|水管|漏水|有人(?![接管处办])|没人(?![接管处办])|住着?|装修|跑水|空调|敲门|反锁|楼上|楼下|隔壁|对门|天花板|暖气|马桶|[狗猫车鞋墙]|水(?![费电表])|地[板漏]|楼板|管[子道]|防水|玻璃|花盆|衣服|被子|床单|味道?|[\u4e00-\u9fff]{0,2}[阿婆爷奶](?:[婆公姨伯爷奶])|大[姐哥嫂]|媳妇|爸|妈|电[动瓶]|垃圾|油烟|噪音|声音|钢琴|音响|楼长)|[(](?:我|楼|隔|对)| (?:upstairs|downstairs|next door|keeps))/;

/** What leads to a door: who lives, is visited or is heard there. */
export const homeBefore =
  /(?:住(?:在|的?是|进|着|了)?|(?:我|咱|俺|他|她|你|谁|哪位|哪个|人|老人|阿拉)(?:们)?(?:家)?(?:就|也|都|不)?(?:是|在|住|住在)|(?<![国大专厂商店])家|屋企|旁边|楼长|楼上|楼下|隔壁|对门|对面|邻居|业主|住户|房东|租客|户主|住客|门牌号?|房号|房间号?|室号|敲(?:一?下|敲|了)?|@|不是|而是|[\u4e00-\u9fff](?:姐|哥|叔|姨|婶|嫂|先生|女士|阿姨|大爷|大妈|奶奶|爷爷)|(?:公寓|大厦|小区|花园|家园|宿舍|[苑阁轩庭府寓舍])|住(?![院宿建房])(?:在)?[\u4e00-\u9fff]{2,10})(?:的|是|那个|那家|那户|这个|这家|:|,|，| |\(){0,3}$|(?:neighbou?rs?|lives?|room|flat|apartment|house|upstairs|downstairs|door)(?: (?:in|at|of|from|is|to))?(?: no\.?)? \(?$/i;

/** What may lead to a door, or to any number: the clause must end after it. */
export const perhapsBefore = /(?:(?<![点时分号日月元块0-9])到|去|来|往|认识|搬来的|上面|下面|对着|挨着|区|给|在|找|问|叫|请|让|替|帮|被|对|向|连|我|咱|俺|我们|咱们|告诉|通知|联系|看[见到]|提醒|投诉|举报|搬进|租的?|除了|从|就|那个|这个|听见|听到|阳台|[里园湾城居楼村院])(?:的|:| ){0,2}$/;
export const clauseEnds = /^(?:的|了|啊|呀|吧|哦|呢|喔)?(?:[,，。.;；!！?？\s、)"”』」】~…—]|$)/;
export const clauseBegins = /(?:^|[,，。.;；!！?？\s、:：("“『「【~…—])$/;

/** What the people of a home do, said right after its number where a clause begins: 503把垃圾放门口. */
export const homeDoes =
  /^ ?(?:又|天天|每天|半夜|夜里|晚上|一直|老是?|总是?|整天|整晚|昨[晚天]|今[早晚天]|把|往|在(?!线)|养|堆|晾|吵|放|搬|装|砸|敲|漏|渗|滴|淹|冒|喊|停[水电气]|没[水电气]|着火|起火|燃气|电表|水表|电闸|总阀|同意|报名|要|不在|出租|群租|空着|空房|刚|你|您|这|那|是不是|能不能|麻烦|看|问|找|送|修|劝|调|都|也|等|陪|睡|躺|摔|哭|出|进|上|下|扔|丢|泼|倒|吵|闹|打|商量|共用|谈|说)/;

/** Of that door: 502的, where a clause begins or something leads to a door. */
export const ofTheDoor = /^ ?的/;

/** 12B: a door only where somebody lives there; it may be an ampere or a generation. */
export const lettered = /[A-Z]$/;

/** Near a number, people speak of a home. */
export const homeWords = /楼(?:[上下道]|管)|邻居?|漏|吵|敲|[我你他她]家|住|门[口铃缝锁]|装修|阳台|窗[户台]|卫生间|厕所|厨房|马桶|天花板|业主|住户|租[客户]|房东|上门|入户|独居|在家|家里|屋里/;

/** A door of three figures is taken for no number of the office's. */
export const lowDoor = /^[1-9](?:0[1-9]|1[0-9])$/;

/** Between two doors that are named together: 1602和1702. */
export const doorsTogether = /^(?: |和|跟|与|及|或|或者|、|,|，|\/| |不是|是|，是|,是|，不是)$/;

/** Said a little before a number that stands alone, it is a door. */
export const homeNear = /(?:门铃|我家|我们家|俺家|咱家|楼上|楼下|隔壁|对门|漏|堵|吵|噪|敲|装修|暖气|下水|马桶|空调|天花板|厨房|卫生间|厕所|阳台|门牌|地址|住|邻居)[^0-9。!?\n]{0,10}$/;
export const homeSoon = /^[,，。 :]?[^0-9。!?\n]{0,8}(?:漏|堵|吵|噪|敲|装修|暖气|下水|马桶|空调|天花板|厨房|卫生间|厕所|阳台|楼上|楼下|隔壁|对门)/;

/** Before it, a number of the office's, a price, a year: no door. */
export const notDoorBefore =
  /(?:补充|追加|说明|催一?下?|办结|进度|退单|驳回|报到|上呼|派|延期|吹哨|合并|补一[下条到]|单号?|编号|订单|尾号|[后前][四三]位|表号|读数|密码|型号|工号|价|费|钱|花了?|收了?|交了?|付了?|欠了?|扣了?|罚了?|退了?|涨到|[元块]|打|拨|报了?|约|超过?|大概|差不多|金|资|码|[路街道巷弄]|(?<![房牌室户])号(?:是|:)?|单子|No\.?|#|第) ?$/i;

/** Telephone lines of everybody, that look like doors. */
export const publicLines = /^(?:11[0249]|12[0-2])$/;

/** The storey of a door that is read out: 十二零三 is 1203. */
export const storeyRead = /[二三]?十[一二三四五六七八九]?(?=零)/;

/** What is after the last dash. */
export const afterDashes = /[^-–—_~/杠 ]+$/;

/** Figures that may as well be a year. */
export const mayBeYear = /^(?:19[5-9]|20[0-3])[0-9]$/;

/** Goes on in Chinese. */
export const inChinese = /^(?!号)[\u4e00-\u9fff]/;
