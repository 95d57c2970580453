const anyOf = (...words: readonly string[]): string => `(?:${words.join('|')})`;

const things = [
  '门[口锁铃缝禁]?(?!诊)', '窗[户子]?', '阳台', '厨房', '厕所', '卫生间', '卧室', '客厅', '次卧', '主卧', '水管', '水(?![费电表])', '[水电气热]表(?![号读底])', '地[板漏]', '楼板', '管[子道]', '防水', '玻璃', '墙', '天花板', '暖气', '马桶', '空调',
  '花盆', '衣服', '被子', '床单', '味道?', '狗', '猫', '车', '鞋', '电[动瓶]', '垃圾', '油烟', '噪音', '声音', '钢琴', '音响',
].join('|');

const title = '奶奶|爷爷|阿姨|大爷|大妈|叔|姐|哥|姨|先生|女士|师傅|婆婆|嬢嬢';
const people = [
  '租客', '租户', '租房', '房客', '房东', '房主', '业主', '户主', '住户', '住客', '住的', '住着?', '邻居', '家里', '屋里', '人家', '家', '[那这][家户]', '楼长', '老[太头奶爷人两汉婆公爸妈李王张刘陈杨赵黄周吴]', '奶奶', '爷爷', '爸', '妈', '媳妇',
  '大[爷妈娘叔姐哥嫂]', '阿[姨婆公伯叔]', '婆婆', '嬢嬢', '娭毑', '嗲嗲', '满哥', '堂客', '崽', '[妹伢小]子', '丫头', '闺女', '孩子', '小孩', '娃', '女[的人主生孩士]', '男[的人主生孩]', '小[伙夫姑孩两年]', '年轻人', '夫妻', '两口', '独居', `[\\u4e00-\\u9fff](?:${title})`, '[\\u4e00-\\u9fff]{0,2}[阿婆爷奶][婆公姨伯爷奶]',
].join('|');
const goings = '漏水|有人(?![接管处办])|没人(?![接管处办])|装修|跑水|敲门|反锁|楼上|楼下|隔壁|对门';

/** Called a door, whatever its figures. */
export const calledRoomAfter = /^ ?(?:室|寝|宿舍|号房|房间|号室)/;

/** A text speaks of a building: three numbers that begin its clauses are doors. */
export const buildingNear = /楼|单元|栋|户|门牌|寝|宿舍/;

/** Who lives there or what is part of a home, right after its number. */
export const homeAfter = new RegExp(`^(?: ?(?:房(?!价|租|贷|产)|(?:号|的|那个|这个|那|这|里面?|屋里?|家的?|号的)?${anyOf(people, things, goings)})|[(](?:我|楼|隔|对)| (?:upstairs|downstairs|next door|keeps))`);

/** What leads to a door: who lives, is visited or is heard there. */
export const homeBefore = new RegExp(
  anyOf(
    `${anyOf(
      '住(?:在|的?是|进|着|了)?',
      '住(?![院宿建房])在?[\\u4e00-\\u9fff]{2,10}',
      '(?:我|咱|俺|他|她|你|谁|哪位|哪个|人|老人|阿拉)们?家?[就也都不]?(?:是|在|住|住在)',
      '(?<![国大专厂商店])家|屋企|旁边|楼长|楼上|楼下|隔壁|对门|对面|邻居|业主|住户|房东|租客|户主|住客',
      `[\\u4e00-\\u9fff](?:${title}|婶|嫂)`,
      '门牌号?|房号|房间号?|室号|地址|寝室?|敲(?:一?下|敲|了)?|@|不是|而是',
      '公寓|大厦|小区|花园|家园|宿舍|[苑阁轩庭府寓舍]',
    )}(?:的|是|那个|那家|那户|这个|这家|:|,|，| |\\(){0,3}$`,
    '(?:neighbou?rs?|lives?|room|flat|apartment|house|upstairs|downstairs|door)(?: (?:in|at|of|from|is|to))?(?: no\\.?)? \\(?$',
  ),
  'i',
);

/** What may lead to a door, or to any number: the clause must end after it, or tell what people of a home do. */
export const perhapsBefore = new RegExp(
  `${anyOf(
    '(?<![点时分号日月元块0-9排等轮])到|去|来|往|给|在|从|区|上面|下面|对着|挨着|搬来的|搬进|租的?|[里园湾城居楼村院]|阳台',
    '搁|存|放|喊|跟|外卖|快递|换成?|改成?|该是|肯定是?|听说|本人|找|问|叫|请|让|替|帮|被|对|向|连|告诉|通知|联系|提醒|投诉|举报|认识|看[见到]|听[见到]|除了|就|那个|这个|[我咱俺]们?|写着|姓[\\u4e00-\\u9fff]{1,2}',
  )}(?:的|:| ){0,2}$`,
);
export const clauseEnds = /^[的了啊呀吧哦呢喔]?(?:[,，。.;；!！?？\s、)"”』」】~…—]|$)/;
export const clauseBegins = /(?:^|[,，。.;；!！?？\s、:：("“『「【~…—])$/;

/** What the people of a home do, said right after its number: 503把垃圾放门口. */
export const homeDoes = new RegExp(
  `^ ?${anyOf(
    '又|天天|每天|半夜|夜里|晚上|一直|老是?|总是?(?![价共计额])|整天|整晚|昨[晚天]|今[早晚天]|刚|都|也|你|您|这|那|是不是|能不能|麻烦',
    '把|往|在(?!线)|收|养|堆|晾|吵|闹|打|放|搬|装|砸|敲|扔|丢|泼|倒|喊|说|谈|商量|共用|要|等|陪|睡|躺|摔|哭|出|进|上|下|看|问|找|送|修|劝|调|讲|骂|赔',
    '漏|渗|滴|淹|冒|停[水电气]|没(?:热?水|[电气网]|暖气|交|签)|着火|报修|起火|燃气|电表|水表|电闸|总阀|同意|报名|不在|出租|群租|空着|空房',
  )}`,
);

/** What is done or goes on there, where something leads to a door: 送到402去了, 从402改502. */
export const goesOnThere = /^(?:[去来](?!年)|取|拿|借|回|签|关|改|换|抽|就|收)/;

/** Of that door: 502的, where a clause begins or something leads to a door. */
export const ofTheDoor = /^ ?的/;

/** Goes on in Chinese. */
export const inChinese = /^(?!号)[\u4e00-\u9fff]/;

/** Near a number, people speak of a home. */
export const homeWords = /楼(?:[上下道]|管)|邻居?|漏|吵|敲|[我你他她]家|住|门[口铃缝锁]|装修|阳台|窗[户台]|卫生间|厕所|厨房|马桶|天花板|业主|住户|租[客户]|房东|上门|入户|独居|在家|家里|屋里/;

const atHome = '漏|堵|吵|噪|敲|装修|暖气|下水|马桶|空调|天花板|厨房|卫生间|厕所|阳台|楼上|楼下|隔壁|对门';

/** Said a little before or after a number that stands alone, it is a door. */
export const homeNear = new RegExp(`(?:${atHome}|门铃|[我俺咱]们?家|门牌|地址|住|邻居|号楼|单元|[0-9]栋)[^0-9。!?\\n]{0,10}$`);
export const homeSoon = new RegExp(`^[,，。 :]?[^0-9。!?\\n]{0,8}(?:${atHome})`);

/** Between two doors that are named together: 1602和1702. */
export const doorsTogether = /^(?:[ 和跟与及或、,，/]|或者|[ ,，]?不是|[,，]?是)$/;

/** Before a list of doors: who has signed, paid or been asked. */
export const doorsListed = /(?:签|交|缴|欠|同意|投票|登记|没人|通知|报名|未|漏|报修|停[水电])[^0-9。!?]{0,6}$/;

/** Before it, a command, a number of the office's, a price, a measure, a road: no door. */
export const notDoorBefore = new RegExp(
  `${anyOf(
    '补充|追加|说明|催一?下?|办结|进度|退单|驳回|报到|上呼|派|延期|吹哨|合并|补一[下条到]|单子',
    '单号?|编号|订单|尾号|[后前][四三]位|表号|读数|密码|码|型号|工号|(?<![房牌室户])号[是:]?|No\\.?|#|第',
    '价|费|钱|金|资|[花收交付欠扣罚退]了?|涨到|[元块]|约|超过?|大概|差不多',
    '上午|下午|早上|中午|打|拨|报了?|[路街道巷弄]|坐|乘|等',
  )}[: ]?$`,
  'i',
);
