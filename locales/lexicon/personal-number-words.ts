const circled = ['⓪①②③④⑤⑥⑦⑧⑨', '⓿❶❷❸❹❺❻❼❽❾'].flatMap((signs) => Array.from(signs, (sign, figure) => [sign, String(figure)] as const));

/** Figures as they are read out or drawn, one sign each; what reads 个 after a count repeats the next one. */
export const spokenFigures: Readonly<Record<string, string>> = {
  ...Object.fromEntries(circled),
  零: '0', 〇: '0', '○': '0', 洞: '0', 一: '1', 幺: '1', 吆: '1', 壹: '1', 二: '2', 两: '2', 贰: '2', 三: '3', 叁: '3', 四: '4', 肆: '4',
  五: '5', 伍: '5', 六: '6', 陆: '6', 七: '7', 柒: '7', 拐: '7', 八: '8', 捌: '8', 九: '9', 玖: '9', 勾: '9',
};

const spoken = `[${Object.keys(spokenFigures).join('')}]`;
const figure = `(?:[0-9]|${spoken})`;
const nextFigure = `(?:[0-9]|(?<![0-9])${spoken}|${spoken}(?=[0-9]|${spoken}|[^\\u4e00-\\u9fff]|$))`;
const repeated = '[一二两三四五六1-6]个';

/** Figures written without a break (what is said right after a written one is a word of its own when another follows: 0183一直): 138, 幺三八, 三个8, with O and l for 0 and 1 and with what is starred out; 十三九 is 139. */
export const figureGroupPattern = new RegExp(
  `(?:(?![三四](?:位|个数))(?:${repeated})?${figure}|(?<![A-Za-z])[OolI](?=[0-9]{2})|(?<!${spoken})十(?=[三四五六七八九]${spoken}{2}))(?:(?:${repeated})?${nextFigure}|[OolI]{1,4}(?=[0-9])|[*×某Xx]{1,14}(?=[0-9]))*(?:(?:[Xx]|[Oo]{1,4})(?![A-Za-z0-9]))?`,
  'g',
);

/** The first two figures of a mobile number read as a count. */
export const tenForOne = /^十/;

/** Figures starred out; an X at the end is a sign of identity cards. */
export const hiddenFigures = /[*×某]|[Xx](?!$)/g;

/** How often the figure after it is said: 三个8. */
export const repeatedFigurePattern = new RegExp(`(${repeated.slice(0, -1)})个(${figure})`, 'g');

const goesOn = '(?:(?:然后|完了|紧?接着?|跟着|再|往后|中间|末尾|尾巴|(?:最后|后[面边头]|[后末尾])的?[三四](?:位数?|个数)|最后|后[面边头])是?)';

/** What may stand between two groups of one number, in figures and read out. */
export const writtenGap = new RegExp(`^(?:\\uFE0F?\\u20E3 ?| {1,3}|[,，、。|丨] ?| ?[-–—.·_~]{1,2} ?| ?(?:杠|横杠?|转|空格?) ?|[)] ?|[ ,，]?(?:(?:[几某]|什么|啥){1,4} ?)?${goesOn}{0,3} ?)$`);
export const spokenGap = /^(?:[ ,，、。.…]{1,3}| ?[-–—·_] ?|杠|[)] ?)$/;

/** What may stand between the beginning of a mobile number and its rest. */
export const looseGap = /^[^0-9。!?;\n]{0,8}(?:后|接|再|然|完了|跟着|中间|尾|末|剩|加上)[^0-9。!?;\n]{0,6}$/;

/** Asked for by everybody, nobody's own: 12345, 110, 95598, 400 and 106 numbers, with or without the code of the town. */
export const publicLine = /^(?:0[1-9]\d{1,2})?(?:1[12]\d|1[012]\d{3}|9[56]\d{3,4})$|^[48]00\d{7}$|^106\d{5,17}$/;

/** Between the figures of a list: of one number only where a telephone is spoken of. */
export const listGap = /^ ?[,，、] ?$/;

/** The extension after a telephone number. */
export const extensionPattern = /[ ,，-]{0,2}(?:转(?:分机|内线)?|分机号?|内线|再拨|ext\.?)[:： ]?[0-9]{1,5}(?![0-9.]| ?[元块角])/iy;

/** Right after a number: it is to be dialled. */
export const dialAfter = /^[,， ]{0,2}(?:打这个|打我|联系|找我|这个电话|是我的?(?:电话|座机)|有事打|call me)/i;

/** Right after the beginning of a mobile number: the rest is not known. */
export const restUnknown = /^[,， ]{0,2}(?:然后|再)?(?:[后剩]\S{1,2}|最后|其他)?的?(?:[几三四]位)?[就都我也]?(?:看不清|没看清|记不|没记|不记得|忘|想不起|不知道|不清楚|模糊|糊)/;

/** What a number is that is counted or measured. */
export const countedAfter = /^ ?(?:[元块角吨度斤米平方亩万亿%℃]|千瓦|公里|kwh|kg|km|m2|㎡|人次|多?人)/i;

/** What a word before a number says of it: whose it is (`where`: somebody who may be reached there), or that it is a number of the office's or a thing's own; `number` says nothing by itself. */
export type NumberCue = 'phone' | 'where' | 'bank-card' | 'id-card' | 'passport' | 'record' | 'thing' | 'number';

/** The words that introduce numbers, by what they say. */
export const numberCues: Readonly<Record<NumberCue, readonly string[]>> = {
  phone: [
    '电话', '手机', '座机', '固话', '联系方式', '联系', '联络', '打给', '打我', '拨', '致电', '来电', '回电', '短号', '传真', '机号', '老年机', '小灵通', '呼我', '打', '短信', '总机', '传呼', '宅电', '内线', '公话', '留个号', '我的号', '我号', '这个号', '换号', '新号', '老号', '旧号', '原号',
    'call', 'tel', 'phone', 'mobile', 'contact', 'whatsapp', 'text me', 'reach me',
  ],
  where: ['家', '找', '社区', '居委会', '学校', '医院', '诊所', '派出所', '家里', '老家', '单位', '公司', '店里', '厂里', '宿舍', '门店', '办公室', '值班', '前台', '服务台', '护士站', '门卫', '热线', '咨询', '预约', '物业', 'office', 'home', 'front desk'],
  'bank-card': [
    '卡号', '账号', '帐号', '账户', '帐户', '户头', '银行卡', '工资卡', '储蓄卡', '信用卡', '存折', '折号', '折子', '开户', '转账', '转到', '退到', '退还至', '退至', '打到', '汇到', '卡', '账', '农行', '工行', '建行', '中行', '信用社',
    'account', 'card no', 'card number', 'iban', 'card',
  ],
  'id-card': ['身份证', '身分证', '证件号', '证件', '公民身份', 'id card', 'id number', 'id no'],
  passport: [
    '护照', '通行证', '回乡证', '台胞证', '台湾居民', '返乡证', '居留许可', '居留证', '永居', '永久居留', '签证', '绿卡', '居住证', '暂住证', '就业证', '工作许可', '海员证',
    'passport', 'visa', 'permit', 'residence card',
  ],
  record: [
    '社保号', '社保', '社会保障', '社会保险', '医保', '农合', '新农合', '公积金', '病历', '病案', '住院', '门诊', '就诊', '诊疗', '挂号', '健康卡', '体检', '检查号', '登记号', '户口本', '户口簿', '户口', '户号', '户籍', '保单', '投保', '理赔', '赔案',
    '学籍', '学号', '准考证', '考生号', '报名号', '残疾证', '残疾人证', '老年证', '优待证', '老年卡', '老人证', '军官证', '士兵证', '退伍证', '退役证', '结婚证', '离婚证', '出生证', '出生医学证明', '接种证', '接种本', '疫苗本', '接种',
    '车架号', '车架', '发动机号', '识别代号', 'vin', '驾驶证', '驾照', '行驶证', '房产证', '不动产证', '产权证', '不动产权', '土地证', '执业证', '资格证', '从业证', '上岗证', '低保证', '低保', '特困证', '五保证', '档案', '影像', '片号', '化验', '检验', '标本', '样本', '会员', '证', '就业创业证', '失业证', '个人编号', '缴费号', '缴费编号', '用户号', '用户编号', '客户号', '客户编号', '户名号', '水卡', '燃气卡', '电卡', '饭卡', '学生卡', '考号', '公交卡', '市民卡', '一卡通', '会员卡', '会员号', '卡面', '卡上', '证号', '证书', '手册', '慢病', '慢性病', '报告号', '报告单', '病理', '检查单', '借书证', '宽带', 'qq', 'q q', '加q', '加qq', '扣扣', '企鹅',
    'medical record', 'mrn', 'patient', 'licence', 'license', 'policy', 'insurance', 'social security',
  ],
  thing: [
    '订单', '单号', '胸牌', '工单', '合同', '型号', '表号', '表上', '水表', '电表', '气表', '燃气表', '读数', '走字', '流水', '代码', '工号', '批号', '文号', '发票', '票号', '运单', '快递', '取件码', '验证码', '邮编', '条码', '货号', '案号', '凭证号', '付款凭证', '缴费凭证', '转账凭证', '收据', '小票', '条号', '中奖号码', '座位号', '回执', '房价', '收费', '群号', 'qq群', 'q群', '加q群', '加qq群', '版本', '代号', '受理', '投诉编号',
    'order', 'invoice', 'model', 'ticket', 'group number',
  ],
  number: ['编号', '号码', '号', 'no', 'number'],
};

/** The word for a number that is dialled, when nothing was named before. */
export const dialledNumber = '号码';

/** Between a word that introduces a number and the number: nothing but what says "is". */
export const saysDirectly = /^(?:[证卡本簿单上里面那个的]{0,3})(?:号码?|编号|证号|id|no\.?)?(?:好像|大概|写着?|就|也|应该)?(?:是|为|叫)?.?字?第?[:： ,，="“(]{0,3}$/i;

const documents = [...numberCues['id-card'], ...numberCues.passport, ...numberCues.record, ...numberCues['bank-card']].sort((one, other) => other.length - one.length);

/** A number with letters in it right after the word for its document: 病案号2023ZY0012; the group is the number. */
export const letteredNumberPattern = new RegExp(
  `(?:${documents.join('|')})[证卡本簿单]{0,2}(?: ?(?:号码?|编号|no\\.?|number))?(?:是|为|叫|is|[:： ,，="“]){0,4}((?=[A-Za-z0-9./-]{0,12}[0-9]{2})[A-Za-z0-9](?:[A-Za-z0-9]|[-./](?=[A-Za-z0-9])){4,29})(?![A-Za-z0-9])`,
  'gi',
);

/** A paper's number by its shape: a letter and many figures, in one or in groups. */
export const letterNumberPattern = /(?<![A-Za-z0-9.-])[A-Za-z](?:[0-9]{8,18}|[0-9]{1,4}(?:[ -][0-9]{3,4}){2,4})(?![A-Za-z0-9])/g;

/** A passport by its shape. */
export const passportPattern = /(?<![A-Za-z0-9-])(?:[EG][0-9]{8}|E[A-HJ-NP-Z][0-9]{7})(?![A-Za-z0-9])/g;

/** The signs of the provinces, as on plates and papers. */
export const provinceSigns = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼';

/** A number with the signs of who gave the paper: 湘教退 1108935, 豫退字第2009117634号. */
export const sealedNumberPattern = new RegExp(`[${provinceSigns}](?:[教退离休军残优抚民卫医护药房权证结婚独生育工干师专技职资老失会电]{1,6}字? ?第? ?[A-Za-z]{0,2}[0-9]{4,12}|[\\u4e00-\\u9fff]{1,6}[字第] ?[0-9]{4,12})(?![0-9元块米平])号?`, 'g');

const yearInBrackets = '[(〔\\[【](?:19|20)[0-9]{2}[)〕\\]】]';

/** The number of a case at a court, at the police or before arbitrators, or of a deed, which leads to whose it is: (2023)湘0211民初1187号, 沈公(刑)立字〔2024〕2217号, 房权证株字第00123号. */
export const casePattern = new RegExp(
  `${yearInBrackets} ?[\\u4e00-\\u9fff]{1,2}[0-9]{0,4}(?:[民刑行执财赔][\\u4e00-\\u9fff]{0,3}) ?第?[0-9]{1,6}号|[\\u4e00-\\u9fff]{1,3}(?:公|检|仲)[\\u4e00-\\u9fff()]{0,8}字? ?${yearInBrackets} ?第?[0-9]{1,6}号|(?:(?![号是为]|(?<!权)证)[\\u4e00-\\u9fff]){1,6}字 ?(?:${yearInBrackets})? ?第 ?[0-9]{3,12}号`,
  'g',
);

/** A paper is spoken of. */
export const paperNear = /证|册|本[上子]/;
