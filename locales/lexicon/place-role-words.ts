/** 我住…, 家住…: where the speaker lives, not where the matter is. */
export const homeIntroduction = /(?:作为|身为|我(?:们)?(?:就)?(?:是|住在?|家(?:就)?(?:住)?在?|家(?:就)?是)|家(?:住)?在|家住|住在|居住在|本人(?:是|住)|租住在?|租在|搬(?:到|来|进)|户口在)(?:咱们?|你们)?$/;
/** The same, after the name. */
export const homeAfter = /^(?:这边|那边|里头?)?(?:租房|租住|租了|住了|住着|长大|上户|落户|买的?房|的?(?:全体|一名|一个|一位|老|新)?(?:业主|居民|住户|租户|家长|员工|职工|商户|店主)(?!委|代表大会|群))/;

/** Before a place that is only gone to, come from or remembered. */
export const asideBefore = new RegExp(
  `(?:${[
    '(?:骑|走|开|跑|赶|搭|坐|回|绕|拖|挪|转)(?:车|着?车|电动车|单车|公交|地铁|路|一趟)?(?:去|到|往|回)',
    '(?:上次|上回|上一?回|以前|之前|从前|原先|原来|早先|当年|去年|前年|曾经)(?:我|我们|俺|咱|也)?(?:在|去|到|从|是|跟|住)?',
  ].join('|')})$`,
);

/** Before a place that is only compared with or learnt at. */
export const elsewhereBefore = /(?:(?:好像|就像|像|学学?|人家|不如|不像|比起?)(?:人家|隔壁|隔壁的)?|读的?|念的?|考上|就读于?|毕业于)$/;

/** Before a place that it is not. */
export const deniedBefore = /(?:(?<!是)不是|(?<!在)不在|(?<!算)不算|(?<!属)不属于|没在|(?<!去)不去)(?:说|讲|在|你们)?$/;

/** After a place that is only come from or gone to. */
export const asideAfter = /^(?:这边|那边|里头?|附近)?(?:过来|赶过来|回来|回家|的?路上|的?途中|(?:早上|早晚|中午|下午|晚上)?(?:上学|放学|上下学|接送|散场|下班|开门|关门|赶集|早市)(?:的?时候|时间|时段|那会儿?|那阵|期间|高峰|点))/;

/** After a place that is only worked or learnt at, or compared. */
export const elsewhereAfter = /^(?:这边|那边|里头?|附近|门口)?(?:上班|打工|工作|做事|干活|开店|上学|读书|念书|教书|毕业|.{0,4}(?:一样|似的|差不多))/;

/** A place that one goes to for something, perhaps past another. */
export const goneTo = { before: /(?:去|到|上|往|回)$/, after: /^里?(?:买|看病|看了|看|接|办|问|找|开会|吃|玩|取|拿|寄|逛|锻炼|跳舞|散步|遛|打|送|.{0,8}(?:路过|经过|半路)|[ ,.!;])/ } as const;

/** An office that is greeted, asked or thanked, not where something is. */
export const addressed = { before: /(?:谢谢|感谢|多谢|辛苦|麻烦|请问|告诉|加|联系|打给)(?:一下|了|你们|咱们|我们)?$/, after: /^的?(?:你们?好|您好|您们|各位|同志|领导|工作人员|网格员|网格长|书记|主任|干部|老师|亲们|[姐哥]|小[\u4e00-\u9fff]|[,!:、 ]+(?:你们?好|您好|请问|问一下|问个|咨询|我想问|想问|在吗|有人吗))/ } as const;

/** From a place by some way of going: 从…骑车去, 从…过来. */
export const wayFrom = { before: /(?:从|由|打|自)$/, after: /^(?:那边|这边|旁边|门口|附近|出来|里)?(?:骑|坐|开车|走路?|步行|打车|出发|过来|过去|回来|回家|去|搬|下班|上车|赶|往|送)/ } as const;

const beside = '(?:门口|门前|门外|前面|前头|后面|后头|旁边|边上|对面|斜对面|对过|附近|周边|外面|外头|隔壁|侧面|[东西南北]边|[东西南北]侧|[东西南北]门)';

/** Between two places: the first only tells where the second is (学校门前的梧桐路). */
export const besideThen = new RegExp(`^(?:的)?${beside}{1,2}(?:口)?[, ]?(?:的|那条|这条|那个|那|这|就是|一条)?$`);

/** Between two places: the way from the first to the second (地铁站出来往右走两百米的…). */
export const wayThen =
  /^(?=.*(?:[出下边侧面手米步拐转]|公里))(?:[A-Z0-9一二三四]号?口)?(?:出来|出站|出去|下车|下来)?(?:以后|之后|后)?(?:再|就)?(?:往|向|朝)?(?:[东西南北左右前后]+|左手|右手)?(?:手)?(?:边|侧|面|拐|转|走|去)*(?:大概|大约|约)?(?:[0-9一二三四五六七八九十百两几]+多?(?:米|步|公里|里路|里))?(?:远|处|左右)*(?:的|就是|那个|是|那条|到)?$/;

/** Where somebody is, away from home and from what was named, in a place without a name. */
export const publicSpot =
  /(?:在|到|去|路过|经过|走过|走到|看到|看见)(?:了|个|一个|那个|那边|外面|旁边|附近|的)*[^\s,.!?;:，。在]{0,6}?(?:公园|医院|学校|幼儿园|菜场|菜市场|超市|商场|地铁|高铁|火车|汽车站|公交|车站|站台|广场|河边|河里|湖边|江边|江里|海边|山上|水库|工地|银行|桥上|桥下|桥底|单位|公司|厂里|村里|路边|路上|马路|街上|街边|大学|网上|饭店|酒店|宾馆|餐馆|诊所|药店|理发店|健身房|停车场|加油站|收费站|法院|派出所|老家|乡下|县城|外地|镇上|别的小区|隔壁小区|朋友家|亲戚家|同事家|娘家|婆家)/;

/** The same, where the second follows at once and nobody listed it. */
export const besideLead = new RegExp(`^(?:的)?${beside}{1,2}(?:口)?[, ]?(?:的|那条|这条|那个|那|这|就是|有个|有一?个)?`);

/** Before a place that only tells where another is that nobody listed: 某某小区就在…对面. */
export const standsBy = /[, ]?(?:就|也|正)?(?:在|挨着|靠近|靠)$/;

/** Between a place and a road: the place only tells which part of the road is meant (学校那段梧桐路). */
export const stretchThen = /^的?(?:那|这)一?(?:条|段|截|头|边|块|侧|片)的?$/;

/** Before a place that only tells where another is, said before it. */
export const leaningOn = /(?:靠近|紧靠|靠着|靠|挨着|挨近|挨|临近|邻近)$/;

/** Between two places: the second only tells where on the first it is (大道靠公园). */
export const closeTo = /^(?:上|上面|这边|那边)?的?(?:靠近|紧靠|靠着|靠|挨着|挨近|挨|邻近|临近|毗邻|紧邻|离|近|快到|还没到|没到|过了|过|到了|经过|正对着?|对着|斜对着?)$/;

/** The same, where a stretch is spoken of after the second. */
export const towards = /^(?:上|这边|那边)?的?[(]?(?:通往|开往|往|朝着?|向|到|至|去|在|从|和|与)?$/;
export const stretchAfter = /^(?:门口|门前|旁边|附近|前面|对面|后面|路口|方向|站|口)?(?:的)?(?:那|这)?(?:一|两|半)?(?:段|截|节|头|侧|片|溜|路段|段路|边(?!上)|方向)/;

/** Of a stretch: between its ends, between it and its road, and before it. */
export const stretch = { between: /^(?:这边|那边|门口|路口)?(?:一直)?(?:到|至|去|往|—|~|-)$/, then: /^(?:路口|门口)?(?:的|之间的?|中间的?|方向|走|过去|那|这|一|段|截|节|头|条|路段|段路)+的?$/, from: /^(?:上|上面|的)?(?:从|由|自|打)?$/ } as const;
