import { englishMonth } from './when-english.ts';

const figure = '[0-9零〇○一二三四五六七八九]';
const spoken = '[零〇○一二三四五六七八九]';
const year = `(?:(?:18|19|20)[0-9]{2}|[一二][九零〇○]${figure}{2}|(?<![0-9])[0-9]{2}|${spoken}{2})`;
const calendar = '(?:[农阴旧老古公阳新]历)?';
const month = '(?:闰?(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九正冬腊]))';
const first = '初[一二三四五六七八九十]';
const day = `(?:${first}|(?:[12][0-9]|3[01]|0?[1-9])|[二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|[一二三四五六七八九])`;
const dayEnd = `(?: ?[日号]|(?![份个]|${figure}|十))`;

const inWords = `大年(?:${first}|三十)|(?:${year} ?年 ?)?${calendar}${month} ?月 ?${day}${dayEnd}${calendar}`;
const monthOfYear = `${year} ?年 ?${calendar}${month} ?月(?:份)?`;
const inFigures = [
  '(?<![0-9])(?:18|19|20)[0-9]{2} ?[-./] ?[0-9]{1,2} ?[-./] ?[0-9]{1,2}(?![0-9])',
  '(?<![0-9./-])[0-9]{1,2}[./-][0-9]{1,2}[./-](?:19|20)?[0-9]{2}(?![0-9.])',
  '(?<![0-9])(?:19|20)[0-9]{2}[./-][0-9]{1,2}(?![0-9./-])',
  '(?<![0-9])(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])(?![0-9-])',
].join('|');
const monthInEnglish = `${englishMonth}\\.?`;
const inEnglish = `\\b${monthInEnglish} [0-9]{1,2}(?:st|nd|rd|th)?(?:,? [0-9]{4})?\\b|\\b[0-9]{1,2}(?:st|nd|rd|th)? (?:of )?${monthInEnglish}(?:,? [0-9]{4})?\\b`;

const animal = '属[鼠牛虎兔龙蛇马羊猴鸡狗猪]';
const birthday = '(?:大寿|寿辰|生辰|生日(?![会宴派活]))';

/** A day as said, with or without its year, and a month with its year. */
export const birthDatePattern = new RegExp(`${inWords}|${monthOfYear}|${inFigures}|${inEnglish}`, 'gi');

/** Right after the day: it is somebody's birth. */
export const bornAfter = new RegExp(
  `^ ?(?:的?[,，、 ]?(?:${animal}|虚岁|周岁)|(?:我|俺)?在[^，,。0-9]{1,14}(?:出生|生的|生下|降生)|[,，(（ ]?(?:农历|阴历|阳历|公历)?[)）]?(?:的|那天|就是|是|算|才|在[^，,。0-9]{1,6})?(?:他|她|我|俺|孩子|娃|老人|您|你|我妈|我爸|爸爸|妈妈|宝宝|小孩)?的?(?:出生|生人|诞生|过生|降生|落地|满[0-9二三四五六七八九十百]{1,3}周?岁|[^，,。0-9]{0,6}${birthday}|生(?![产病效气意活鲜成锈根火])))`,
);

/** Right before it: the same. */
export const bornBefore = new RegExp(
  `(?:出生(?:日期|年月日?|时间|于|在)?|生于|生在|生的?是|诞生于|大寿|寿辰|做寿|过寿|born(?: on| in)?|birthday|birth(?: ?date)?|d\\.?o\\.?b\\.?)(?:是|为|在|就是|写的?是?|登记的?是?|应该是|农历|阴历|阳历|公历|,|，|:|：| |is){0,3}$|(?:身份证|户口本|档案|证)(?:上|里)(?:写|登记|填|印)?(?:的|成|了)?是?$|${animal}的?[,，、 ]?$|(?:生日|出生(?![后前证医]))[^0-9。!?\\n]{0,8}$`,
  'i',
);

/** A birthday in figures alone, called so: 生日0312, 出生 7.9; the group is the day. */
export const calledBirthPattern = /(?:生日|出生(?:日期|年月日?|时间)?)(?:是|为|:| ){0,3}([0-9]{1,2}[.\-/][0-9]{1,2}|[0-9]{4}|[0-9]{6}|[0-9]{8})(?![0-9年岁块元\-/.])/g;

/** A day of the last century; with nothing that happened on it, it is somebody's. */
export const dayOfLastCentury = new RegExp(`^(?:(?:19)?[2-9][0-9]|(?:一九)?[二三四五六七八九]${spoken}) ?[-年./]|^19[0-9]{6}$`);

/** Somewhere near such a day, a birth is spoken of. */
export const bornSoon = /^[^。!?\n]{0,10}(?:出生|生日|生的|岁|接生|来到)|^[,，、 ]{0,2}(?:[男女]|未婚|已婚|离异|丧偶|身高|[\u4e00-\u9fff]族)/;
export const bornLately = /(?:出生|生日|[^学医]生[^产病效活意]|岁|属.)[^。!?\n]{0,10}$/;

/** After such a day nothing is told of it, before it a person was, or a clause begins. */
export const standsAlone = /^(?:的人?|生)?(?:[,，。.;；!！?？)\n ]|$)/;
export const beginsAfter = /(?:^|[,，。;；:：\n (（])$/;
export const personBefore = new RegExp(`(?:[男女]|岁|${animal}的?|族)[,，、;； ]{0,2}$|(?:我|他|她|俺|老人|孩子|宝宝|[妈爸爹娘公婆爷奶叔姨哥弟姐妹人娃儿女])(?:就|都)?是?$`);

const happened = '成立|竣工|建成|开工|完工|投产|通车|入职|进厂|下岗|参军|入伍|入党|工作|退休|登记|签|办|发证|结婚|购|买|生效|搬';

/** A name or the number of a telephone or card stands before, and nothing that happened. */
export const nameBefore = new RegExp(`[\\u4e00-\\u9fff]{2}(?<!${happened}|时间|日期|开始|[于在从自到至年月日号楼店厂站])[ ,，、]{1,2}$`);
export const happenedAfter = new RegExp(`^[ ,，、]{0,2}[^,，。;!?\\n]{0,4}(?:${happened})`);
export const personNumberBefore = /[0-9]{10}[0-9Xx][ ,，、]{1,2}$/;

/** Somebody is registered, with a telephone or a card. */
export const personNear = /[0-9]{10}[0-9Xx]|身份证|租[客户]|登记|报名|姓名|户籍/;

/** A day so long ago that nobody tells what happened on it beside a number. */
export const dayLongAgo = /^(?:19[2-9][0-9]|200[0-9]|201[0-5]) ?[-年./]/;

/** Of the day: 孩子2019年6月1日的. */
export const whoseDay = /^[的生]/;
