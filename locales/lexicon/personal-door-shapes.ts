const spoken = '零〇○一二三四五六七八九幺';
const count = `(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3})`;
const between = '[ ,，、的]?';
const dash = ' ?(?:[-–—_~/]|杠) ?';

const building = `(?<=[0-9零一二三四五六七八九十A-Za-z甲乙丙丁东西南北中] ?)(?:号楼|号院|栋楼?|幢|座|塔|#楼|#|楼栋)`;
const goesOnToDoor = `(?=${between}[0-9一二三四五六七八九十底顶中])`;
const unit = `(?:(?:${count}|[A-Za-z甲乙丙丁东西中南北]) ?(?:号?单元|门洞|号门|门${goesOnToDoor}|梯${goesOnToDoor})|[东西南北中][边头侧面间](?:那个?|的)?(?:单元|门洞))`;
const floor = `(?:(?:${count}|负[一二三1-3]|底|顶) ?[楼层]|半?地下室?(?![车库]))`;
const sideOf = (parts: string): string => `靠?[东西南北中左右][东西南北]?[边面侧头]?[那这]?(?:${parts})(?:那家|那户|那边)?`;
const sideParts = '户|首|手边?|室|家(?![具电里])|屋(?![里外顶面檐])';
const stairs = '(?:楼梯|电梯|步梯|楼道|水房|厕所)[口间]?';
const beside = `(?:中间那?(?:屋|户|家|门)|把[头边]那?(?:屋|户|家|门)|(?:正?对|挨|靠|贴)[着近]?${stairs}[的那]?(?:那?家|那?户|那?屋|人家)|(?:${stairs}|[里外尽]头?|最[里外][头边面]?)的?那[家户屋]|[第头][一二三四1-4][家户])(?:那家|那户)?`;
const side = `(?:${sideOf(`${sideParts}|门(?![口卫岗禁诊])`)}|${beside})`;
const sideOfStorey = `(?:${sideOf(`${sideParts}|门(?=那[家户]|的?住|老[\u4e00-\u9fff]家)`)}|${beside})`;
const bareSide = '[东西南北中左右][边手头侧面]';
const commonPart = '(?!的?(?:楼[道梯]|走廊|过道|墙|电梯|消防|窗|灯|管|平台|阳台|厕所|水房|开水|会议|办公|桥|路|街|花|绿|车|空地))';
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
  `(?<! )[张周]${someone}`,
  '[步字包瓶袋箱盒杯碗]|张票|家(?:商|店|公司|企业|单位|工厂|门店|[饭餐酒]店)|个(?!人)|只(?![有会要在是])|条|名|页|份|台(?!阶)|辆|不锈|户(?![型主])',
  '(?<! )(?:胶|班(?!车)|医院|位|人(?![家在]))',
  '路|弄|号线|号令|高速|[国县省]道|号?(?:车位|车库|桩|柜|摊|档口|铺)',
  '教室|会议室|办公室|诊室|包[间厢房]|号?窗口(?!冒|飘|往|在|有|掉|扔)|病[房区]|机房|考场|柜台',
  '(?:那个|这个|那)号|(?<! )(?:那个|的)?(?:开头|打头|电话|手机)|[那这号]?[单件](?!元|身)',
].join('|')}))`;

/** A unit with what follows it to the door: 2单元501, 3单元六楼东户, 四单元底楼东, 12门402. */
const unitToDoor = `${unit}${between}(?:(?:${floor})${between}(?:${doorAfterFloor}|[东西南北中左右][边手]?(?=[,，。;!?\\s的那户家住姓是老敲漏]|$)|${bareSide}${commonPart})|(?:${side}|${bareSide})${between}${floor}(?:那[户家])?|${door})`;

/** What tells a door after its building or unit; the group, or the whole, is masked and the building stays. */
export const roomPatterns: readonly RegExp[] = [
  new RegExp(`(${unitToDoor})${noDoor}`, 'g'),
  new RegExp(`(?<![一二三四五六七八九十0-9])(${floor}${between}(?:${sideOfStorey}|${short} ?(?:号房间?|房间|室|座)|[A-Za-z] ?户))`, 'g'),
  new RegExp(`(?<=(?:住|家|[住家]在|家住|我在) ?)(${floor}${between}${side})`, 'g'),
  new RegExp(`${building}(?:[ ,，、的·/(（:-]|里的?|那个){0,2}(?:${floor}${between})?(${room}${called}?)${noDoor}`, 'g'),
  new RegExp(`(?<!月)[0-9]{1,3}号(?:${floor}${between})?(${room}${called}?|[0-9]{1,2}室(?![内外]|[0-9一二两三]厅))${noDoor}(?![-–])`, 'g'),
  new RegExp(`[0-9一二三四五六七八九十]{1,3}[楼层] ?(${room}${called}?)${noDoor}(?![-–])`, 'g'),
  new RegExp(`${building} ?([0-9]{1,2}${dash}(?:[0-9]{1,2}${dash}[0-9]{1,2}(?!${dash})|[0-9]{3,4})${called}?)(?![0-9])`, 'g'),
  new RegExp(`(?<![0-9A-Za-z.\\-–—/年月]|(?:码|柜|货架)[是号:： ]{0,2})(?:[A-Za-z]?[0-9]{1,3}(?:栋|幢|号楼|号|#|座)?|[A-Za-z])((?:${dash}[0-9]{1,2}(?:单元|门)?){1,2}${dash}[0-9]{3,4}[A-Za-z]?${called}?)(?![0-9\\-–]|年|月)`, 'g'),
  new RegExp(`(?<![${spoken}0-9])[${spoken}十]{1,3}((?:杠[${spoken}十]{1,2}){0,2}杠[${spoken}]{3,4}${called}?)`, 'g'),
];

/** 3-501: the group is the door, when it is one. */
export const pairPattern = new RegExp(`(?<![0-9A-Za-z.\\-–—_/年])(?![BbPp-][1-3] ?-)[A-Za-z]?[0-9]{1,3}(${dash}[0-9]{3,4}${called}?)${noDoor}(?![0-9A-Za-z\\-–—_./])`, 'g');

/** Unit 3 Room 804, Flat 12B, Apt. 5C, Room 1203. */
export const englishRoomPatterns: readonly RegExp[] = [
  /\b(?:unit|entrance|staircase)\s{0,2}#?[0-9]{1,3},?\s{1,2}(?:(?:floor\s{0,2}[0-9]{1,2}|[0-9]{1,2}(?:st|nd|rd|th)? floor),?\s{1,2})?(?:room|rm\.?|apt\.?|apartment|flat|door|no\.?|#)?\s{0,2}#?[0-9]{3,4}[A-Za-z]?\b/gi,
  /\b(?:apt\.?|apartment|flat|suite)\s{0,2}(?:no\.?\s?|number\s|#)?(?:[0-9]{1,4}(?:-?[A-Za-z])?|[A-Za-z]-?[0-9]{1,4})\b/gi,
  /\b(?:flat|room|unit|apt\.?)\s[A-Z](?=,?\s?[0-9]{1,2}\/F\b)|\b[0-9]{1,2}\/F,?\s(?:flat|room|unit)\s[A-Z]\b|#[0-9]{1,2}-[0-9]{2}(?![0-9])/gi,
  /\b(?:building|bldg\.?|block|tower)\s?(?:no\.?\s?)?[0-9A-Z]{1,3},?\s?(?:#|-|no\.?\s?)?([0-9]{3,4}[A-Z]?)\b/gi,
  /(?<![0-9A-Za-z])([0-9]{1,2}[A-EGHJK])(?= ?(?:室|号房))/g,
  /\b(?:room|rm\.?|unit|door)\s{0,2}(?:no\.?\s?|number\s|#)?(?:[0-9]{3,4}[A-Za-z]?|[0-9]{1,2}[A-Za-z]|[A-Za-z]-?[0-9]{2,4})\b(?!\s?(?:yuan|rmb|people))/gi,
];

/** Three or four figures that may be a door by themselves, written or read out. */
export const bareRoomPattern = new RegExp(`(?<![0-9A-Za-z.\\-–—_/+¥￥$第${spoken}十]|[0-9][:：])(?:[A-Za-z]?[0-9]{3,4}|[1-9][0-9]?[A-EGHJK]|(?=[一二三四五六七八九]?[一二三四五六七八九]?[零〇○幺])[${spoken}]{3,4}|[二三]?十[一二三四五六七八九]?零[一二三四五六七八九])(?![0-9A-Za-z.:：\\-–—_/%${spoken}十百千万])${noDoor}`, 'g');

/** What calls a number a door, right after it. */
export const calledAfter = /^ ?(?:号房间?|房间|号室|室|寝室?|房(?![价租贷产东主客子顶间门卡屋]))/;

/** A storey and a door on it: 302, 1204, but not 350 or 1280. */
export const likelyDoor = /^[A-Za-z]?(?:[1-9]|[1-4][0-9]|0[1-9])(?:0[1-9]|[12][0-9])$|^(?![2-5]A)[1-9][0-9]?[A-K]$/;

/** The storey of a door that is read out: 十二零三 is 1203. */
export const storeyRead = /[二三]?十[一二三四五六七八九]?(?=零)/;

/** What is after the last dash. */
export const afterDashes = /[^-–—_~/杠 ]+$/;

/** A door of three figures that is taken for no number of the office's. */
export const lowDoor = /^[1-9](?:0[1-9]|1[0-9])$/;

/** 12B: a door only where somebody lives there; it may be an ampere or a generation. */
export const lettered = /[A-Z]$/;

/** Such a thing rather than a door: 5G, 4K, 3D. */
export const letteredThing = /^(?:[2-5]G|[248]K|[2-4]D|3C|2B|[2-5]A)$/;

/** Figures that may as well be a year. */
export const mayBeYear = /^(?:19[5-9]|20[0-3])[0-9]$/;

/** Known to everybody for something else: 211, 315, an error. */
export const wellKnown = /^(?:211|315|404|911|985)$/;

/** Telephone lines of everybody, that look like doors. */
export const publicLines = /^(?:11[0249]|12[0-2])$/;
