/**
 * Cantonese as it is typed or written down from speech, in simplified characters, and what stands for it where words are told by patterns:
 * longer ways first. Only what cannot be anything else in standard Chinese.
 */
export const cantonese: readonly (readonly [pattern: RegExp, meaning: string])[] = [
  [/嚟[噶㗎]|[噶㗎咯喎啵啫噃]/g, ''],
  [/哋/g, '们'],
  [/佢/g, '他'],
  [/边(?:个|位)/g, '谁'],
  [/边度|边处/g, '哪里'],
  [/几时/g, '什么时候'],
  [/乜(?:嘢|野)?|咩(?:嘢|野)/g, '什么'],
  [/点样/g, '怎么样'],
  [/点解/g, '为什么'],
  [/点算/g, '怎么办'],
  [/(?<![几半两\d一二三四五六七八九十])点(?=[啊呀]?[\s\p{P}]*$)/gu, '怎么样'],
  [/头先|啱啱/g, '刚才'],
  [/而家|依家|宜家/g, '现在'],
  [/寻日|琴日|噚日/g, '昨天'],
  [/听日/g, '明天'],
  [/今日/g, '今天'],
  [/唔该(?:晒)?|多谢晒/g, '谢谢'],
  [/仲未|都未/g, '还没'],
  [/未有/g, '没有'],
  [/(?:得|好)未(?=[呀啊]?[\s\p{P}]*$)/gu, '好了没有'],
  [/冇/g, '没有'],
  [/唔/g, '不'],
  [/仲/g, '还'],
  [/咗啦?/g, '了'],
  [/嘅/g, '的'],
  [/喺/g, '在'],
  [/嚟/g, '来'],
  [/[嗰果]单(?:嘢|野)|呢单(?:嘢|野)/g, '那件事'],
  [/嗰/g, '那'],
  [/整(?=[好返]|[呀啊]?[\s\p{P}]*$)/gu, '修'],
  [/搞掂/g, '搞定'],
  [/机械人/g, '机器人'],
  [/定系/g, '还是'],
  [/(?<=^|[我你他这那])系(?=谁|真|机|什么|不|[\p{Script=Han}]{1,3}楼)/gu, '是'],
];

/** Whether words may be Cantonese at all: none of these signs is written otherwise. */
export const mayBeCantonese = /[唔嘅咗哋佢嚟喺冇嗰㗎噶咩乜]|边[个度位]|几时|仲未|头先|而家|唔该|点[解样算啊呀]|[好得有]未|未[呀啊]/;
