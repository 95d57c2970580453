const figure = '[0-9零〇一二两三四五六七八九十百]';

/** 三号楼, 3栋, 三幢, 3#, A座, B3栋: the first group is the number or letter. 有3栋 counts them, 还有3号楼 does not. */
export const buildingPattern = new RegExp(`(?<![这那整每同某另了是几0-9A-Za-z]|${figure})(?<!有(?!${figure}{1,4}\\s?号))((?!两)[A-Za-z]?${figure}{1,4}|[A-Za-z])\\s?(?:号楼|号院|栋楼|栋|幢|座(?![桥楼山房])|#楼|#)|(?<![A-Z])(?:BLOCK|BUILDING|BLDG|TOWER)\\.? ?(?:NO\\.? ?)?([A-Z]?[0-9]{1,3}|[A-Z])(?![A-Z0-9])`, 'g');

/** Behind the number of a staircase. */
export const unitWord = '单元';

/** 2单元, 二单元. */
export const unitPattern = new RegExp(`(${figure}{1,3})\\s?(?:单元|号门洞|门洞)|(?<![A-Z])UNIT ?([0-9]{1,2})(?![0-9])`, 'g');

/** 2门, where a building was said before. */
export const unitAfterBuilding = new RegExp(`(${figure}{1,2})门(?![口卫外前后里店诊禁锁铃面])`, 'y');

/** 3号2单元 and 3楼2单元, right after a compound: a building without its word. */
export const bareBuilding = new RegExp(`([A-Z]?${figure}{1,3})(?:号|楼)(?=\\s?(?:${figure}{1,2}单元|[0-9]{3,4}室))`, 'y');

/** Between two buildings said in one breath, or a row of them. */
export const nextBuildingAfter = new RegExp(`(?:楼)?(?:和|跟|与|同|及|到|至|、|,|，|-|~|—| )*([A-Z]?${figure}{1,3})\\s?(?:号楼|栋|幢|#)`, 'y');

/** Before a building of which several are said: 2、3号楼. */
export const severalBefore = new RegExp(`${figure}(?:号楼|栋|幢|#)?(?:和|跟|与|、|到|至|~)$`);

/** 501室, 五零一, 1203: a room said right after a building or unit. */
export const roomPattern = /(?:(?:ROOM|RM|FLAT|APARTMENT|APT)\.? ?)?([0-9]{3,4}|[零〇一二三四五六七八九幺]{3,4})(?![0-9])(?:室|号房|房|户|号)?/y;

/** 十二楼, 12层, between a unit and a room. */
export const floorPattern = new RegExp(`(?:${figure}{1,3})(?:楼|层)`, 'y');

/** 3-2-501 or 3-501 right after a compound. */
export const dashedPattern = /([A-Za-z]?\d{1,3})[-–—_](?:(\d{1,2})[-–—_])?(\d{3,4})(?!\d)/y;

/** 128号, 五十六弄, after a road. */
export const roadNumberPattern = new RegExp(`(?:${figure}{1,5})(?:号院|号楼|号|弄|巷)(?:之[0-9一二三四五六七八九])?`, 'y');

/** The number of such a number, without what it counts. */
export const leadingFigures = new RegExp(`^${figure}+`);

/** What may stand between a compound and its building. */
export const betweenParts = /(?:小区|社区|里面|里边|里头|那边|这边|这里|那里|的|那个|这个|那|里|内|[ ,，、])*/y;

/** The bare counting part of a building's name in the directory. */
export const buildingNamePattern = new RegExp(`([A-Za-z]?${figure}{1,4}|[A-Za-z])\\s?(?:号楼|号院|栋楼|栋|幢|座|#楼|#|号)$`);

/** Which part of a compound was built when, or lies where. */
export const phaseEnd = /(?:第?[0-9一二三四五六]期|[东西南北中][区苑]|[A-D]区)$/;

/** The same, right after a name: a part of it that the directory does not list. */
export const phaseAfter = /(?:第?[0-9一二三四五六]期|[东西南北中][区苑](?![的域])|[A-D]区)/y;

/** An institution named after the road or compound before it: another place. */
export const institutionAfter =
  /(?:第?[一二三四五六七八九十]?(?:小学|中学|高中|学校|幼儿园|医院|诊所|卫生院|卫生站|派出所|支行|分行|银行|大酒店|酒店|宾馆|饭店|菜市场|农贸市场|市场|商场|超市|公园|广场|车站|站|大厦|大桥|桥|立交|隧道|地铁站|公交站|加油站|社区|街道|村|店|洗浴|浴场|足浴|度假村|温泉|KTV|酒吧|网吧|餐厅|酒楼|酒家|影城|影院|歌厅|山庄|茶楼|茶馆|美食城|养老院|敬老院|售楼))/y;

/** The same with a name of its own between: …实验小学. */
export const institutionSoonAfter = new RegExp(`^(?:(?![门旁附对后前里外边的那这有在和与楼0-9零一二三四五六七八九十])[\\u4e00-\\u9fff]){1,4}?(?:小学(?!生)|中学(?!生)|学校|幼儿园|医院|酒店|宾馆|支行|卫生服务|分店)`);

/** Before a compound's name, what makes another compound of it. */
export const prefixBefore = /(?:^|[^路街往向朝边面楼门重更最全翻])[东西南北新]$/;

/** Dwellings or a school named after the road or landmark before them. */
export const dwellingAfter = /^(?:小区|花园|家园|花苑|嘉园|新村|公寓(?!楼)|宿舍|家属院|小学|中学|幼儿园|大酒店)/;

/** A grid named after the road before it. */
export const gridAfter = /^第?[一二三四五六七八九十0-9]+网格/;

/** Before a road's name, what makes another road of it. */
export const directionBefore = /[新老东西南北]$/;

/** Between two roads said together, and what tells elsewhere in the text that they cross. */
export const roadsTogether = /^(?:和|与|跟|同|及|、|\/)$/;
export const crossingSpokenOf = /路口|十字|交叉|交汇|红绿灯|信号灯|斑马线|转盘|拐角|转角/;

/** Between two roads, where one turns from one into the other. */
export const crossingTurn = /^(?:路口)?(?:往|向)?(?:左|右)?[拐转]弯?(?:到|进|上|去|往|向)*$/;

/** Between two roads that cross, and after them. */
export const crossingBetween = /^(?:上|上的|和|与|跟|拐|转|拐到|拐进|转到|接|交|同|及|、|\/|-|—|—|与之|,|，| |路口|的)?$/;
export const crossingAfter = /^(?:的|那个|这个|相交的?|交界的?|交汇的?|十字)*(?:交叉路?口?|交叉口|转盘|环岛|岔路?口|三岔|交接|连接处|相接|汇合|拐弯|转弯|斑马线|那里|那儿|那块|处|十字路口|丁字路口|路口|交汇处?|交界处?|口子|口|拐角|转角|红绿灯|相交)/;

/** …对面, …附近: near a place, not in it. */
export const nearWords = /^(?:的)?(?:对面|附近|旁边|隔壁|边上|周边|周围|外面|门口|斜对面|后面|前面|往[东西南北])/;

/** From here to there, and between: two roads or places that bound a third. */
export const stretchBetween = /^(?:[0-9零一二三四五六七八九十百]{1,5}号)?(?:到|至|往|去|－|—|~|-)$/;

/** What a place that the directory does not know may end in. */
export const placeEnds = [
  '小区', '花园', '家园', '花苑', '公寓', '公馆', '新村', '新城', '名城', '豪庭', '雅苑', '嘉园', '佳苑', '大厦', '广场', '公园', '社区', '街道', '大街', '大道', '胡同',
  '小学', '中学', '学院', '大学', '幼儿园', '医院', '卫生院', '市场', '商场', '商城', '超市', '车站', '火车站', '地铁站', '公交站', '高铁站', '客运站', '汽车站', '南站', '北站', '东站', '西站', '立交桥', '大桥', '工业园', '产业园', '工地', '派出所',
  '路', '街', '巷', '苑', '里弄', '村', '镇', '桥', '湾', '庄', '厂', '学校', '中心', '城', '华府', '佳园', '嘉苑', '华庭', '名庭', '雅庭', '华苑', '名苑', '豪苑', '新苑', '丽苑', '花城', '水岸', '名邸', '官邸', '府邸', '名郡', '雅轩', '名轩', '华轩', '雅居', '名居', '新居', '名都', '豪园', '名园', '御园', '御府', '商贸城', '大酒店', '酒店', '饭店', '宾馆', '北区', '南区', '东区', '西区', '服务区', '写字楼',
] as const;

/** Ends that are common words by themselves or after these: not names. */
export const notPlaces = new Set([
  '工厂', '全厂', '本厂', '这厂', '出厂', '小厂', '大厂', '建厂', '开厂', '办厂', '在厂', '写字楼', '服务区', '东区', '西区', '南区', '北区', '佳园', '马路', '公路', '道路', '走路', '修路', '半路', '一路', '铁路', '线路', '电路', '网路', '思路', '小路', '大路', '水路', '让路', '堵路', '拦路', '挡路', '条路', '段路', '主路', '辅路', '路路', '问路', '后路', '出路', '顺路', '迷路', '上路', '老路', '土路', '回路', '短路', '套路', '销路', '油路', '管路',
  '逛街', '上街', '整街', '扫街', '条街', '大街', '街街', '小街', '步行街',
  '小巷', '街巷', '条巷', '后巷', '背巷', '楼巷',
  '小区', '本小区', '个小区', '整小区', '老小区', '旧小区', '社区', '街道', '居委', '村', '农村', '全村', '本村', '个村', '城中村', '乡村', '山村',
  '大桥', '过桥', '天桥', '桥', '广场', '公园', '学校', '中心', '医院', '超市', '市场', '商场', '车站', '工地', '派出所', '小学', '中学', '幼儿园', '公寓', '花园', '大厦', '学院', '大学', '菜市场', '农贸市场', '服务中心', '物业中心', '家园', '新村', '新城', '地铁站', '公交站', '高铁站', '客运站', '汽车站', '南站', '北站', '东站', '西站', '火车站', '胡同', '大道',
  '政府', '市政府', '区政府', '家庭', '法庭', '开庭', '邻居', '定居', '居', '城', '全城', '府', '庭', '区', '市', '县', '组', '楼', '地区', '市区', '城区', '郊区', '全区', '辖区', '片区', '景区', '社会', '超市', '城市', '全市', '本市', '小组', '分组', '住宅区', '居民区', '生活区', '园区', '校区', '院区', '厂区', '灾区', '禁区', '误区', '校庄', '村庄', '港湾', '台湾',
  '大楼', '一楼', '二楼', '三楼', '上楼', '下楼', '高楼', '顶楼', '楼楼', '整楼', '栋楼', '号楼', '幢楼', '教学楼', '住宅楼', '居民楼', '办公楼', '老楼', '爬楼', '跳楼', '这楼', '那楼', '我们楼', '我楼', '本楼', '隔壁楼',
]);

/** Where the name before such an end begins at the latest: after one of these. */
export const nameStops = new Set(Array.from('的了在到是我你他她它们和与去住这那有个往向从跟把被让给就都也还请问很太又再没不及或但因为叫来过自每天年月日号点边上下前后里外家人条段路街您咱看见说,.!?;:、，。！？；：（）()【】[]“”"\'《》<>~～-—… \n\t\r'));

/** How names begin all the same with such a sign: 人民路, 和平街. */
export const nameBeginnings: ReadonlySet<string> = new Set(
  '人民 人和 人才 人寿 和平 和谐 和顺 和睦 和美 和兴 和园 向阳 向荣 前进 前程 前门 前湖 后湖 后海 上海 上城 上林 上河 上庄 下沙 下庄 下河 天河 天津 天府 天安 天鹅 天成 天和 天山 天桥 天润 天一 天泽 天悦 月亮 月湖 月季 日新 日月 日照 家和 家乐 里仁 外滩 外环 外贸 自强 自由 自来 来福 来安 来凤 有色 有为 点将 太平 太阳 太湖 太白 太行 太和 年丰 年华 街心 过江 去思 再生 都江 都市 把总 问津 没口'.split(' '),
);

/** The usual label of a building by its number. */
export const buildingLabel = '号楼';

/** Joins a road and what lies at it, when the directory has no name for the crossing. */
export const crossingLabel = { between: '与', after: '路口' } as const;

/** Ends of a name that people leave out. */
export const droppedEnds = ['小区', '社区', '网格', '居委会', '村委会'] as const;

/** The dwellings of an employer, which people call by the employer alone: the first group. */
export const employersDwelling = /^(.{1,8}(?:厂|局|公司|学校|大学|学院|医院|矿|研究所|设计院|粮站|供销社|车队|仓库|农场|林场))(?:职工|家属|老|新)?(?:宿舍[区院楼]?|家属[院区楼]|生活区|[东南西北中新老大]院|小区|[东西南北新老]区|公寓|新村)$/;

/** Names with a number that are called by the number and one character: 第五中学 is 五中. */
export const numberedSchool = /^.{0,6}第([一二三四五六七八九十]+)(?:初级|高级|实验|人民)?(小学|中学|医院|幼儿园)$/;
export const numberedShort: Readonly<Record<string, string>> = { 小学: '小', 中学: '中', 医院: '院', 幼儿园: '幼' };

/** Ends that are said in another way: 望江地铁 for the station, 菜场 for 菜市场. */
export const endsSaidOtherwise: readonly (readonly [string, string])[] = [
  ['地铁站', '地铁'],
  ['菜市场', '菜场'],
  ['菜市场', '农贸市场'],
  ['菜场', '菜市场'],
  ['农贸市场', '菜市场'],
  ['家属院', '家属区'],
  ['宿舍', '家属院'],
];

/** Streets and their like: a name with one of these ends at it. */
export const roadEnds = /(?:路|街|道|巷|弄|胡同|大街|大道)$/;

/** Offices that are spoken to, and are no places of a matter. */
export const administrative = /(?:社区|街道|镇|网格|居委会?|派出所)$/;

/** A kind of road or the like, whatever stands before it. */
export const genericTail = /(?:马路|公路|道路|铁路|线路|条路|段路|走路|条街|步行街|条巷|农村|个村|城中村|进城|全城|过桥|天桥)$/;

/** In what only looks like a name: the verb or measure that gives it away. */
export const notInNames =
  /跑路|绕路|冇|建议|需要|想|反映|怎么|没得|能不能|可以|希望|弄|办|提个|搞|放在|停在|堆在|摆在|丢在|扔在|路路|打个|约了|疫苗|滴滴|司机|开发商|[0-9]路$|隔壁|楼上|楼下|门口|孩子|大医院|^(?:第|各|某|哪|几|老|大|小|新|整|全|一|二|三|两|四)(?:路|街|巷|桥|村|苑|城|镇|湾|学校|医院|中心|小区)$|^(?:社区|小区|街道|镇|村|区|县|市)(?:医院|卫生院|中心|学校|广场|公园|活动中心|市场|超市|门口)$|^(?:早教|托育|服务|活动|物业|购物|菜鸟|驿站|快递|健身|文化|养老|日间|照料|政务|便民|培训|营业|拆迁|征收|装修|水泥|建筑|施工|网吧|图书|足浴|美容|会所|儿童|老年|卫生|体育|运动|商务|客服|呼叫|监控|数据|物流|分拨|行政|一站式)+(?:中心|工地|服务中心|公园|广场|学校|大学|医院|超市|市场)$/;

const spot = '(?:(?:外面的?|里面的?|后面的?|前面的?|旁边的?|对面的?|底下的?|两边|两侧|中间|上面|后头|前头|里头|外头|边上|附近|周边|一带|后门|前门|侧门|正门|大门|[东南西北]门|门口|楼下|楼上|楼顶|里|边|口|上|下)+)';
const road = '(?:(?:那|这)(?:条|段|个|块|片|边|里|儿)?(?:马?路|土路|巷子|巷|街|空地|地方|停车场|广场|工地|河|沟|桥|花坛|绿化带)?)';
/** A kind of place without a name, as far as it was said: 楼上, 小区门口那条路, 地下车库. */
export const genericPattern = new RegExp(
  [
    `(?:我们?|我家|咱们?|俺们?)?(?:老|整个|本)?(?:小区|院子|大院|单元|学校|校|幼儿园|医院|菜场|菜市场|农贸市场|超市|商场|地铁站?|高铁站|火车站|汽车站|公交站|车站|楼道|楼梯间?|社区|公园|广场|村|厂|巷子?|胡同|弄堂|桥洞|大?桥|屋|家|店|街|河|湖|塘|江|路|银行|工地|车库|居民楼|楼|网吧|饭店|垃圾站|垃圾房|岗亭|步道|停车场|篮球场|健身区|花园|绿化带|喷泉|配电房|水泵房|电梯)${spot}${road}?`,
    `[0-9A-Za-z一二三四五六七八九十两]{1,3}(?:号)?(?:楼|单元|栋|幢|门)(?:${spot}|那家|过道|走廊|楼道|东头|西头|南头|北头)?${road}?`,
    `(?:楼上|楼下|楼顶|顶楼|顶层|天台|隔壁|对门|对面|后街|前街|后巷|[东南西北后前侧]门|地下车库|地下室|地库|车库|架空层|楼道|过道|走廊|单元门|电梯间|工地|厂区|园区|路中间|马路中间|马路边|路边|路口|十字路口|河边|湖边|河里|河堤|堤上|江边|桥上|桥下|步行街|垃圾中转站|中转站|垃圾站|公厕|儿童乐园|滑梯|健身器材|篮球场|停车场|人行道|绿化带|草坪|花坛|小花园|巷子里?头?|胡同里?|村里|村口|桥洞|涵洞|隧道|菜场|早市|夜市|古城|古镇|景区|阳台|厨房|卫生间)(?:${spot}|那家|烧烤店|餐馆|饭店|出租屋|别墅|邻居|单元|楼|小区|街道|二楼|一楼|三楼)?${road}?`,
    `building ?(?:no\\.? ?)?[0-9A-Z]{1,3}(?:,? unit ?[0-9]{1,2})?|(?:downstairs|upstairs|the corridor|the lobby|the stairwell|the garage|the gate)`,
  ].join('|'),
  'i',
);

