import { provinceSigns, spokenFigures } from './personal-number-words.ts';

const name = '(?:北京|天津|上海|重庆|河北|河南|云南|辽宁|黑龙江|湖南|湖北|安徽|山东|山西|新疆|江苏|江西|浙江|广西|广东|甘肃|内蒙|内蒙古|陕西|吉林|福建|贵州|青海|西藏|四川|宁夏|海南)';
const provinceSign = `[${provinceSigns}港澳使领学警]`;
const province = `(?:${name}|${provinceSign})(?:牌照?的?|字|的)?`;
const spoken = Object.keys(spokenFigures).join('');
const dot = '[^\\u4e00-\\u9fffA-Za-z0-9\\n。!?]{0,3}';
const ending = '[学警挂港澳领使]?(?![A-Za-z0-9])';
const written = '[A-HJ-NP-Za-hj-np-z0-9OoIl]';
const sign = `[A-HJ-NP-Za-hj-np-z0-9OoIl${spoken}]`;
const together = `(?=[A-Za-z0-9]{0,5}[0-9])(?:${written}{5,7}|${written}{4}(?=[学警挂港澳领使]))`;
const apart = `(?!${written}{5,7}(?![A-Za-z0-9]))(?=(?:${sign}[ ·.-]?){0,6}[0-9${spoken}])(?:${sign}[ ·.-]?){4,5}${sign}`;
const said = `(?:后面|后边|后头|前面|中间|最后|末尾|尾号|尾数|尾巴|末位|接着|应该|好像|大概|开头|打头|结尾|然后|还有|有个?|数字|字母|大写|什么|啥|某|几|[*?后再加跟和是的带就杠点 ,，、:]|[一二两三四五1-5]个|(?![0-9]{1,2}[点时])${sign})`;

/** 沪A·12345, 浙b 5x8m3, 粤 B·8 F 3 2 6, 冀A八幺D三七. */
export const platePatterns: readonly RegExp[] = [
  new RegExp(`${province} ?[A-Za-z]${dot}(?:${together}|${apart})${ending}`, 'g'),
  new RegExp(`[\\u4e00-\\u9fff] ?[A-Za-z][·•]${together}${ending}`, 'g'),
  new RegExp(`(?<![A-Za-z0-9])(?=[A-Z]{0,2}[0-9])[A-Z0-9]{5,6}(?=(?:的|那|这|这个|那个)?(?:那|这|一)?[辆台部]?(?:白色?|黑色?|红色?|灰色?|蓝色?|银色?)?(?:小?轿?车(?!位|库)|面包|的士|出租|SUV))`, 'g'),
];

/** A plate described as it is read out: 鲁b后面三个8二. */
export const describedPlatePattern = new RegExp(`${province} ?[A-Za-z]${said}{2,14}(?<=[0-9A-Za-z${spoken}])(?![A-Za-z0-9])`, 'g');

/** What is no sign of a plate. */
export const notPlateSigns = /[^0-9A-Za-z]/g;

const besideThePlate = '[^0-9A-Za-z。!?;\\n】\\]]{0,18}?';
const wrongProvince = '(?:(?:(?![是为叫号好像面边后头到写记])[\u4e00-\u9fff]){1,2}(?=[A-Za-z0-9]))?';

/** A sign that is called a number plate: whatever letters and figures follow, whatever the province; the group is the sign. */
export const calledPlatePattern = new RegExp(
  `(?:车牌(?:照|号码?|号)?|号牌|车号|牌照号?|[白黄蓝绿]牌子?|(?<![胸工门桌铭床])牌号|plate(?: number| no\\.?)?(?: is| was| ends? (?:in|with)| ending (?:in|with))?)${besideThePlate}(${wrongProvince}[A-Za-z0-9](?:[A-Za-z0-9·•]| (?=[A-Za-z0-9])){2,8}|[A-Za-z]?[0-9A-Za-z${spoken}]{4,8})(?![A-Za-z0-9])`,
  'gi',
);

/** Said after a plate's name, no plate: 2024年, 300块, 3号楼. */
export const notPlateAfter = /^ ?(?:[年月日号点元块栋幢楼路个天次]|分钟)/;

/** A plate that is not whole, beside a word for a car; the group is the sign. */
export const nearPlatePattern = new RegExp(
  `(?:车|面包|轿|SUV|挪)[^0-9A-Za-z。!?;\\n]{0,10}?(${provinceSign} ?[A-Za-z]${dot}${written}{3,4}|(?=[A-Za-z0-9]{0,4}[A-Za-z])(?=[A-Za-z0-9]{0,4}[0-9]{2})[A-Za-z0-9]{5,6})(?![A-Za-z0-9栋幢楼座室-])`,
  'g',
);

const town = '(?:(?![牌是为号子叫个了的])[\\u4e00-\\u9fff]){2} ?';
const bicycle = '(?<![位库区层座栋柜])[A-Za-z][ ·-]?[0-9](?:[ -]?[0-9]){4,5}(?![ -]?[0-9A-Za-z]|[栋幢楼座室元])';

/** The plate of an electric bicycle, beside a word for it, whatever the town: 株洲B30271, 沈阳A 38 816; the group is the sign. */
export const bicyclePlatePatterns: readonly RegExp[] = [
  new RegExp(`(?:车(?![位库间站票])|牌)[^0-9A-Za-z。!?;\\n]{0,20}?((?:${town})?${bicycle})`, 'g'),
  new RegExp(`(${town}${bicycle})(?=[^0-9A-Za-z。!?;\\n]{0,6}(?:车(?![位库间站票])|牌))`, 'g'),
];

/** The end of a plate, called so; the group is the sign. */
export const calledEndPattern = /(?:尾号|尾数|[末后][三四五]位)(?:是|为|:|：| ){0,3}(?![0-9]{3}[Xx](?![A-Za-z0-9]))([A-Za-z]?[A-Za-z0-9·]{3,7})/g;

/** A car is spoken of: without one, the end is some other number's. */
export const carNear = /车|牌|SUV|面包/;
