const at = ' ?(?:@|艾特|圈a|[(\\[]at[)\\]]|(?<= )at(?= [a-z0-9]{2,10} ?(?:点|dot|\\.com))|#(?=[a-z0-9]{2,10}\\.)) ?';
const dot = '(?: ?(?:\\.|点|dot) ?)';

/** An electronic address, its signs written or read out. */
export const emailPattern = new RegExp(`[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}${at}[A-Za-z0-9-]{1,63}(?:${dot}[A-Za-z0-9-]{1,63}){1,4}`, 'gi');

const account = '[A-Za-z][A-Za-z0-9_-]{4,29}|[0-9]{5,12}';
const is = '(?:(?:同?号码?|账号|帐号|名|id|也?是|同|就|叫|为|搜|加|用|我的?|你|一下|他的?|她的?|的|说|[:： ,，="“(@]|[^\\u0000-\\u2fff\\u4e00-\\u9fff]|❤){0,6})';

/** The account of a person in a messenger, after any of its names; a group's number is nobody's. The group is the account. */
export const accountPattern = new RegExp(
  `(?:微信|薇信|威信|微心|微芯|卫星号|绿泡泡|维信|[vV薇微] ?信|[vV][xX]|[wW][xX]|[wW]ei ?[xX]in|[wW]e[cC]hat|[加+][我]?[vV微薇]|[qQ]{2}|[扣抠]{2}|企鹅|[vV]我|薇(?=[^\\u4e00-\\u9fffA-Za-z0-9])|(?<![A-Za-z])[qQ](?=[:： ])|[qQ]号|加(?:我|一?下|他|她)|抖音|快手|小红书|支付宝|微博|陌陌|闲鱼|[tT]elegram|[lL]ine id|[sS]kype|(?<![A-Za-z])[vV](?=[:： ]))(?!群)${is}(${account})(?![A-Za-z0-9@]|\\.[A-Za-z0-9])`,
  'g',
);

/** An account that is told some words after its messenger, and shows by its signs that it is one: 微信改名了 原来是 wuxb-zhan; the group is the account. */
export const toldAccountPattern =
  /(?:[微薇威维]信|绿泡泡|[vVwW][xX]|[qQ]{2}|抖音|快手|小红书|[tT]elegram|[sS]kype)(?!群)[^A-Za-z0-9。!?\n]{1,18}((?=[A-Za-z]{1,20}[0-9_-]|[0-9]{1,12}[A-Za-z]{3})[A-Za-z0-9][A-Za-z0-9_-]{4,29})(?![A-Za-z0-9@]|\.[A-Za-z0-9])/g;

const lookingLikeOne = '(?=[A-Za-z]{1,20}[0-9_-])[A-Za-z][A-Za-z0-9_-]{5,29}';

/** One that shows by what follows, or by its signs alone, that it is an account: lyb_1987 加我, lyb1987是我微信; the group is the account. */
export const plainAccountPatterns: readonly RegExp[] = [
  new RegExp(`(?<![A-Za-z0-9_.@/-])(${lookingLikeOne})(?= ?[,，]?(?:这个?)?(?:就?是)?(?:我|他|她|俺|咱)?(?:家|店里)?的?(?:[微薇威维]信|[vVwW][xX]|[qQ]{2}|抖音|快手|小红书|加我|加一?下|搜))`, 'g'),
  /(?<![A-Za-z0-9_.@/-])([a-z](?=[a-z0-9]{1,18}_)[a-z0-9_]{5,24})(?![A-Za-z0-9_@/-]|\.[A-Za-z0-9])/g,
  new RegExp(`(?:加我(?![vVwW])|搜一?下?|好友|网名|昵称|用户名|登录名|密码|支付宝|淘宝|闲鱼|邮箱|[我他她新]的?号是?|账号|帐号|(?<![A-Za-z])[iI][dD])(?:是|叫|改成|[:： ,，“"]){0,3}(${lookingLikeOne})(?![A-Za-z0-9@]|\\.[A-Za-z0-9])`, 'g'),
];

/** Words in Latin letters that are no account. */
export const notAccounts = /^(?:[a-z]{2,}pay|weixin|wechat|group|please|thanks|hello|video|photo|emoji|voice|android|iphone|huawei|scan|code|contact|phone)$|^(?:iphone|ipad|huawei|oppo|vivo|redmi|mate|covid|win|windows|img|wifi|cctv|iso|usb|type)[-_]?[0-9][0-9a-z_-]*$/i;
