/** Begins another matter for certain. */
export const anotherMatter =
  /^(?:另外|还有(?:一个|个|就是|一件)?(?:事|问题)?|此外|再就是|再者|其次|第[二三四五六]|[二三四五六][、.．]|[二三四五六](?:是|来)|[2-9][、.．)）](?!\d)|②|③|④|顺便(?:说|问|反映)?(?:一下|一句)?|对了|再(?:说|问|反映)(?:一下|个|一个)|also|another (?:thing|problem|issue)|besides|by the way)/i;
/** Numbers of a list at the beginning of a line or sentence. */
export const listNumber = /^(?:第[一二三四五六]|[一二三四五六七八][、.．]|[1-9][、.．)）](?!\d)|[（(][1-9一二三四五六][)）]|①|②|③|④|⑤|首先|其次|再次|最后|[一二三四五](?:是|来))/;
/** Not a matter of its own, but more about the last. */
export const continues = /^(?:这|那|它|他|她|而且|并且|所以|因此|导致|结果|但|可|因为|由于|影响|严重|希望|请|麻烦|谢谢|感谢|已经|都|也|一直|每天|天天|太|真|实在|我们|投诉|反映|打了|找了|物业说|社区说|说|and it|it |this |that |so |please)/i;
/** What the matter words are cut from before looking. */
export const leadingLink = /^(?:另外|还有|此外|再就是|其次|顺便(?:说|问|反映)?(?:一下|一句)?|对了|第[一二三四五六]|[一二三四五六七八][、.．]|[1-9][、.．)）]|①|②|③|④|⑤|首先|再次|最后|也|and|also|[,，:：、\s])+/i;
/** Where a text is cut before it is looked whether another matter begins: after signs, and before words that add one. */
export const matterBreaks = /(?<=[。!！?？;；,，\n])|(?=(?:另外|再就是|此外|还有(?![没多谁什几人一半个两三十])))|(?<=[\u4e00-\u9fff])(?=(?:二是|三是|第二|第三|②|③))/;
/** Adds to what was said before, without a word for another matter. */
export const alsoWords = /也|又/;
/** Ends what was said for certain. */
export const strongBreak = /[;；\n]\s*$/;
/** About all that was said, or about being heard: no matter of its own. */
export const aboutAll = /(?:[两三几]个?(?:事|问题|件)|都帮|一起|一并|以上|帮我反映|谢谢|麻烦|请(?:尽快|帮|处理)|希望(?:尽快|能?(?:处理|解决)))/;

/** A thing and what is wrong with it, by subject: two clauses of different subjects with a fault each are two matters. */
export const subjects: readonly (readonly [string, RegExp])[] = [
  ['lifts', /电梯/],
  ['street-lighting', /路灯|楼道灯|声控灯|感应灯|灯不亮|灯坏/],
  ['refuse', /垃圾|废品|厨余/],
  ['manholes', /井盖|窨井|下水道|污水|化粪池|排水/],
  ['water', /停水(?!停)|水发黄|水管|水费|没水|水压|自来水|水质|没有水/],
  ['power', /停电|没电(?!梯)|跳闸|电压/],
  ['parking', /停车|车子?乱停|车位|乱停|僵尸车|道闸/],
  ['noise', /噪音|噪声|扰民|吵|广场舞|装修声|打麻将|唱歌|卡拉/],
  ['fumes', /油烟|异味|臭味|刺鼻/],
  ['dogs', /狗(?![屁腿官日])|犬/],
  ['roads', /路面|坑坑洼洼|那条路|坑洼|路上.{0,4}坑|大坑|人行道|地砖/],
  ['trees', /树枝|树木|绿化|草坪|树倒/],
  ['e-bikes', /电动车|电瓶车|充电桩/],
  ['fire', /消防|灭火器|逃生/],
  ['leaks', /漏水|渗水|天花板.{0,4}漏/],
  ['illegal-building', /违建|搭建|加盖|阳光房/],
  ['access', /门禁|单元门|大门|监控|摄像头/],
  ['heating', /暖气|供暖|地暖/],
  ['vendors', /摆摊|摊贩|占道/],
  ['fees', /物业费|收费|乱收/],
  ['pests', /老鼠|蟑螂|白蚁|蚊子/],
  ['wages', /工资|欠薪|工钱/],
  ['play', /健身器材|滑梯|秋千|活动室/],
  ['internet', /宽带|网络|信号/],
  ['property', /保安|保洁|物业(?!费)/],
  ['transport', /公交|地铁|班车/],
  ['schools', /学校|老师|幼儿园|孩子上学/],
  ['clutter', /纸箱|杂物|堆物/],
  ['lighting', /灯(?:也|都|又|全)?(?:不亮|坏|灭)/],
  ['falling', /高空抛物|墙皮|外墙/],
];
/** Something is wrong with it. */
export const faultWords = /坏|不亮|没人|没(?:有)?(?:收|修|清|管|打扫|处理|水|电)|堵|漏|臭|满|乱|脏|吵|占|丢|少|破|裂|断|倒|掉|不(?:管|修|通|热|让|给|发|走|开|好|能|收|扫|见)|停|坑|很多|太|大|随地|乱叫|咬|成堆|堆|到处|扰民|松动|锈|卡|慢|贵|高/;
