/** Phrases that frame many letters and say nothing of the matter: left out, or they would chain strangers together. */
export const framePhrases =
  /尊敬的|敬爱的|您好|你好|领导|书记|市长|区长|感谢|谢谢|百忙之中|恳请|希望|请求|请问|咨询|反映|投诉|举报|关于|有关(?:部门|问题)|相关(?:部门|单位)|政府|尽快|及时|早日|予以|给予|重视|处理|解决|回复|答复|核实|关注|协调|建议|请(?:尽快)?加快|加快|加强|建设力度|力度|推进|落实|完善|提升|改善|规划|问题|情况|谁来|能否|是否|能不能|什么时候|何时|为什么|怎么|如何|我们|我是|本人|一名|一位|业主|居民|市民|住户|老百姓|群众|小区|社区|街道|严重|影响|生活|正常|长期|一直|多次|现在|目前|已经|没有|不能|可以|[A-Z]\d*(?:市|区|县)|20\d{2}年|\d{1,2}月\d{1,2}日|\d{1,2}月|此致|敬礼/g;
/** Greets, and is cut off the beginning. */
export const salutation = /^[^，,。:：!！\n]{0,14}(?:[:：]|您好|你好)[,，!！。\s]*/;
/** Parts of a word that carry nothing alone. */
export const emptyTerms = /[的了在是我你他她它们和与就都也还这那有不个]/;
/** Says that it is not told for the first time. */
export const toldAgain = /又|还|再|仍|依旧|照样|继续|老是|一直|上次|上回|昨天|still|again/i;
