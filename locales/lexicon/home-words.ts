/** Whose it is, as it is said over the country: 我们, 咱, 俺, 阿拉, 我哋, 阮. */
const ours = '(?:我们|我哋|我地(?!址)|我伲|我侬|我侪|我的|我|咱们|咱的|咱|俺们|俺的|俺|阿拉|阿伲|吾伲|伲|阮|偶们?|本|自己|自家|自个儿)';
/** Right before a building: it is in one's own compound. */
export const ownBefore = new RegExp(`${ours}(?:这边|这里|这|那边|那|小区|院子?)?(?:的|嘅)?$`);

const lived = '(?:家|屋里|屋头)?(?:现在|目前)?(?:住|租|租住|住住)?(?:的|嘅|个|滴)?';
const which = '(?:(?:这|那|呢|嗰|搿|迭|彼|即)(?:边|里|儿|头)?)?(?:一|整)?(?:个|只|爿|座|老)?(?:的|嘅)?';
const own = `(?<!不在|不是|不属于|不算)${ours}${lived}${which}`;

const rooms = '阳台|露台|飘窗|厨房|灶间|卧室|客厅|书房|北屋|南屋|东屋|西屋|堂屋|卫生间|洗手间|厕所|浴室|房间|房子|房屋|房顶|门锁|窗户|天花板|车库门|晒台|入户门|防盗门';
const flat = `(?:(?<![一整])家(?!属|园|乐|具|政|装|委|长|庭|电|乡|家户户)|屋企|屋里厢|屋里头|屋里|屋头|屋(?!苑|邨|顶)|厝内|厝里|厝(?!边)|兜|${rooms})`;
const relatives =
  '(?:的|那个?)?(?:[老大小二三]?(?:伴儿?|头子?|头儿|太太|婆子?|公|孩子?|孩儿|娃儿?|娃娃|崽崽?|囡囡?|宝宝?|妞妞?|孙子?|孙女|儿子|女儿|闺女|姑娘|媳妇儿?|爸爸?|妈妈?|爹|娘|爷爷?|奶奶?|外公|外婆|姥姥|姥爷|婆婆|公公|哥哥?|姐姐?|弟弟?|妹妹?|嫂子?|姨|舅|叔|人家?|口子|先生|狗狗?|猫猫?|猫咪)|[一两二三四五六七八九十0-9]+(?:口|个人)|电?动?瓶?车(?!库|位|棚))';

const inBuilding = '楼道|楼栋|楼梯间?|楼里|楼层|楼顶|楼前|楼后|门洞|单元门?|电梯|升降机|过道|走廊|走道|天井|大堂|架空层|梯间|门栋|门厅';
const building = `(?:栋楼?|幢楼?|座楼?|号楼|层楼?|梯(?!田)|楼(?!盘|市|价|长)|${inBuilding})`;
const neighbours = '(?:楼[上下](?!来|去)|隔壁|对门|对面|对过|邻居|厝边|隔篱|左邻右舍)';

const compound = '(?:小区|屋苑|屋邨|家属院|大院|宿舍(?:区|院|楼)?|院(?:子|儿里?|里头?|内|头)?(?!长|士|方)|苑(?:里|内)?|园区|里弄|弄堂|公寓|花园里|区(?:里|内|头))';
const around = '(?:这|那|呢|搿)(?:边|里(?!面)|儿|块|片|一带|一片|一块|圪塔|嘎达|疙瘩|旮旯|附近|度|头)';
const gate = '(?:大门|[东南西北前后正侧边]+大?门|门岗|门卫|岗亭|道闸)';
const beside = '(?:门口|门前|门外|出口|入口|外面|外头|外边|外墙|外|旁边|旁|边上|附近|周围|周边|对面|对过|对街|斜对面|后面|后头|后边|后身|后街|前面|前头|前边|隔壁)';
const way = '(?:马?路|街|巷子?|道|弄|小道|坡|桥|水?沟|河|空地|渠)';
const begins = '(?<=^|[\\s\\p{P}]|[在从到进出回了是住我们咱俺整全本这该])';
const ownHouse = '(?<![人友事戚婆娘哪谁老店商公国户子])';

/** Said of one's own home, building or compound, or what is before it: the words that leave no doubt whose it is. */
export const ownWords = {
  near: new RegExp(
    [
      `(?:${own}|${begins})(?:家|兜|屋|小区|院子?)?(?:里)?(?:门口|门前|楼下|外面|外头|旁边|后面|后头|前面|厝后|厝前|厝边)(?:的|那|这|彼|嗰|呢)?(?:一)?(?:条|个|段|道|片|块)?${way}(?![灯牌边障])`,
      `(?:${own}|${begins}(?:这个|整个)?)${compound}${beside}`,
      `${own}(?:家|屋|厝|兜)(?:的)?(?:旁边|边上|附近|周围|周边|后面|后头|后边|前面|前头|外面|外头)`,
      `出(?:了|去)?(?:${own})?(?:小区|院子?|大院)(?:大?门)?口?|${ownHouse}家门口`,
      `${own}${around}`,
      "(?:OUTSIDE|NEAR|NEXT TO|BEHIND|OPPOSITE|AROUND|CLOSE TO|ACROSS FROM) (?:MY|OUR) (?:HOME|HOUSE|PLACE|COMPOUND|COMPLEX|ESTATE|COMMUNITY|GATE|FLAT|APARTMENT)|(?:ON|ALONG|IN) OUR (?:STREET|ROAD|LANE|NEIGHBOU?RHOOD)",
    ].join('|'),
    'u',
  ),
  compound: new RegExp(`${own}${compound}|(?:MY|OUR) (?:COMPOUND|COMPLEX|ESTATE|COMMUNITY|RESIDENTIAL AREA|COURTYARD|YARD|GARDEN|GATE)`, 'u'),
  building: new RegExp(`${own}(?:家(?:的|那个|这个|里)?)?(?:${building}|${neighbours}|楼[上下])|家(?:里)?楼[上下]|(?:MY|OUR) (?:BUILDING|BLOCK|TOWER|STAIRWELL|STAIRCASE|STAIRS|LIFT|ELEVATOR|CORRIDOR|HALLWAY|HALL|LOBBY|ENTRANCE|FLOOR|LANDING|UNIT|(?:UPSTAIRS|DOWNSTAIRS|NEXT[- ]DOOR) NEIGHBOU?RS?|NEIGHBOU?RS? (?:UPSTAIRS|DOWNSTAIRS|NEXT DOOR))|(?:ABOVE|BELOW) (?:ME|US)(?![A-Z])`, 'u'),
  flat: new RegExp(`${own}${flat}(?!${relatives})|(?:MY|OUR) (?:HOME|HOUSE|FLAT|APARTMENT|PLACE|ROOM|BALCONY|KITCHEN|BATHROOM|TOILET|BEDROOM|LIVING ROOM|CEILING|DOOR|FRONT DOOR|WINDOWS?)(?![A-Z])`, 'u'),
} as const;

/** The same without a word of whose it is: where nothing else is named, one speaks of where one lives. A staircase or a lift may be anywhere, and is asked about. */
export const bareHomeWords = {
  compound: new RegExp(`${begins}(?:小区|院子)(?!医院|诊所|服务|改造)(?:${gate}|里面?|里头|内|中间|的|能不能|有|没|停|物业|保安|广场|群|车|垃圾|路灯|监控)|${begins}${gate}(?!大桥|桥|街|路|小学|中学|市场|广场|外大街|村|站|医院)|${begins}门口的?(?:保安|门卫|岗亭|道闸|快递柜|垃圾房)`, 'u'),
  building: new RegExp(`楼[上下](?:的|那个)?(?:邻居|住户|人家|那家|这家|家|天天|半夜|租户|装修)|${begins}(?:(?:隔壁|对门)(?!的?(?:小区|那个小区|村|街|店|镇|县|市|学校|社区|单位|公司))|这[栋幢]楼?|楼[上下顶](?![来去梯层])|顶楼|单元门口?)|UPSTAIRS(?![A-Z])|DOWNSTAIRS(?![A-Z])`, 'u'),
  flat: new RegExp(`${ownHouse}家[里中]|租的房|${begins}(?:屋企|屋里|屋头|厝内|${rooms})|${own}家(?=${relatives})|AT HOME(?![A-Z])`, 'u'),
} as const;

/** A neighbouring building, which is not one's own. */
export const nextBuilding = /(?:隔壁|对面|旁边|前面|后面|另一|别的|其他)(?:的|那|这)?(?:个|一)?(?:栋|幢|单元|楼栋|座|楼(?!上|下))/;
