const at = ' ?(?:@|艾特|圈a|(?<= )at(?= [a-z0-9]{2,10} ?(?:点|dot))|#(?=[a-z0-9]{2,10}\\.)) ?';
const dot = '(?: ?(?:\\.|点|dot) ?)';

/** An electronic address, its signs written or read out. */
export const emailPattern = new RegExp(`[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}${at}[A-Za-z0-9-]{1,63}(?:${dot}[A-Za-z0-9-]{1,63}){1,4}`, 'gi');

const account = '[A-Za-z][A-Za-z0-9_-]{4,29}|[0-9]{5,12}';
const is = '(?:(?:同?号码?|账号|帐号|名|id|也?是|同|就|叫|为|搜|加|用|我的?|你|一下|他的?|她的?|的|说|[:： ,，="“(@]|[^\\u0000-\\u2fff\\u4e00-\\u9fff]|❤){0,6})';

/** The account of a person in a messenger, after any of its names; a group's number is nobody's. The group is the account. */
export const accountPattern = new RegExp(
  `(?:微信|薇信|威信|微心|微芯|卫星号|绿泡泡|维信|[vV薇微] ?信|[vV][xX]|[wW][xX]|[wW]ei ?[xX]in|[wW]e[cC]hat|[加+][我]?[vV微薇]|[qQ]{2}|[扣抠]{2}|企鹅|[vV]我|薇(?=[^\\u4e00-\\u9fffA-Za-z0-9])|(?<![A-Za-z])[qQ](?=[:： ])|[qQ]号|加(?:我|一?下|他|她)|抖音|快手|小红书|支付宝|微博|陌陌|闲鱼|[tT]elegram|[lL]ine id|[sS]kype|(?<![A-Za-z])[vV](?=[:： ]))(?!群)${is}(${account})(?![A-Za-z0-9@.])`,
  'g',
);

/** Words in Latin letters that are no account. */
export const notAccounts = /^(?:[a-z]{2,}pay|weixin|wechat|group|please|thanks|hello|video|photo|emoji|voice|android|iphone|huawei|scan|code|contact|phone)$/i;
