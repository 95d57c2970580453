const adds = '另外|再就是|再有|再一个|再加上|此外|还有(?![没多谁什几人一半个两三十])|顺便|顺带|而且|对了';

/** Where a clause ends: after signs, blanks between words that are not Latin, and before words that add something where nobody set a sign. */
export const clauseBreaks = new RegExp(
  `(?<=[。!！?？;；,，、\\n…~～]|(?<=[^A-Za-z0-9\\s]) (?=[^ ])|\\. )|(?<=[\\u4e00-\\u9fff]{2})(?=${adds})|(?<=[\\u4e00-\\u9fff])(?=(?:二是|三是|第二|第三|②|③))`,
);

/** Says only that more is to come: belongs to the clause after it. */
export const bareLink = /^(?:另外|还有|此外|再就是|再有|再一个|还有(?:一个|一件|就是)|对了|顺便(?:说一句)?|最后)[\s，,:：、]*$/;

/** Begins something else that is to be said. */
export const anotherBegins =
  /^(?:另外|另|还有|此外|再就是|再者|再有|再一个|再加上|再看看|以及|加上|其次|第[二三四五六]|[二三四五六][、.．]|[二三四五六](?:是|来)|其[二三四]|[2-9][、.．)）]|②|③|④|顺便|顺带|对了|哦对|再(?:说|问|反映)|最后(?:问|说|还有|一个|一件)|仲有|尚有|also|another|besides|by the way|plus|and )/i;

/** Begins the first of several things. */
export const firstBegins = /^(?:第一|一[、.．是来]|1[、.．)）]|[（(][1一][)）]|①|首先|头一|其一)/;

/** Says of this clause that it comes on top of the one before. */
export const onTop = /^.{0,8}?(?:也|又|还|连|都|亦|同时|而且)/;

/** Points back at what was told: more of it, or what came of it. */
export const pointsBack = /为(?:这|此|了?这)|因此|这[件个]?事|这样一来|[弄害搞]得|导致|结果/;

/** Says that there are several things to be told. */
export const severalTold = /(?:[两三几]|二|2|3)(?:个|件|桩|样|点|条)(?:事|问题|情况|建议|意见)|几点/;

const UNDERTAKING = '(?:改造|翻新|施工|拆迁|征收|加装电梯|装电梯|换物业|更换物业|换届|选举|雨污分流|修路|扩建|搬迁|回迁|安置|工程)';
const OF_IT = '(?:的|中|期间|过程中?|后|一事|事宜|工程|出现|存在|情况|问题|有关|相关|方面|这件事|这个事)*';
const TELLS_OF_IT = '(?:反映|提出|说明|投诉|汇报|反应|有|存在|出现|留下|说|讲|提)?(?:一下|以下|如下|下列|下面|了)*(?:[两三四五六几2-6](?:个|点|条|方面)|问题|情况|意见|诉求|建议|如下|毛病|的|[\\s\\p{P}])*';

/** Says first that all that follows, point by point, is of one undertaking: 现就小区改造反映以下情况：一、… 二、… The groups are what it is, and the first point. */
export const ofOneUndertaking = new RegExp(`^[^；;]{0,80}?(?:[，,。：:]|^)(?:现在?|特)?(?:就|关于|针对|对于?|反映)?([^。；;，,：:]{0,20}?${UNDERTAKING})${OF_IT}${TELLS_OF_IT}[：:\\n，,。\\s]\\s*((?:[（(]?[一1][）)、.．是]|①|第一|首先)[^]{4,}?)(?:[（(]?[二2][）)、.．是]|②|第二|其次)`, 'u');

/** Asks. */
export const asks = /[?？吗么呢]\s*$/;

/** How a clause may end, in the order in which the table counts them. */
export const clauseEnds: readonly RegExp[] = [/[。!！?？;；]\s*$/, /\n\s*$/, /[,，、：:]\s*$/, /\s$/];

/** How people get from one matter to the next, mostly without a word: what two utterances are put together with to learn from, and the end that the first one loses. */
export const goingOn = {
  noEnd: /[。！？，,!?\s]+$/,
  signs: ['，', '，', '。', ' ', ' ', '\n', '；', ''],
  links: ['', '', '', '', '还有', '另外', '顺便', '再就是', '还有就是', '对了'],
} as const;
