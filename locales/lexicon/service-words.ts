/** Asks how, where, with what or whether something is done: besides what the signs of a question already say. */
export const ASKS_SERVICE =
  /怎么(?:办|弄|申请|领|交|补|换|取|报)|如何|(?:在|去|到)哪|哪里|哪儿|要(?:带|交|准备|办)?(?:什么|啥|哪些)|材料|手续|流程|条件|多久|几天|能不能办|能办吗|可以办|办理|代办|帮办|how|where|apply|renew/i;

/** Wants it done. */
export const WANTS_SERVICE = /(?:想|要|需要|打算|准备|帮|请|麻烦|给).{0,8}(?:办|申请|补|换|领|开|交|注册|登记|注销|变更|过户|报名|提取|备案|认证)/;

/** Somebody is angry, or waits too long: a matter, whatever service it names. */
export const NO_QUESTION = /投诉|举报|还没|没下来|没有?(?:人管|办好|批|给办)|不给办|不批|拖|推诿|踢皮球|态度|跑了.{0,4}[趟次遍]|到底|凭什么|为什么|为啥|吃拿卡要|乱收费|被骗|骗子|假的/;

/** Takes what is offered, the whole of a message or of its first clause: that it be done on one's behalf. */
export const TAKES_OFFER: readonly RegExp[] = [
  /^(?:好[的啊呀]?|行|可以|嗯+|要|需要)?(?:那就?|就)?(?:请|麻烦|劳烦|拜托)?(?:你们?|您们?|网格员|社区)*来?(?:帮忙?(?:我们?|老人|[他她]|我?(?:爸爸?|妈妈?|爷爷|奶奶))?代?(?:弄|办|搞|申请|领|整)|[给替](?:我们?|老人|[他她]|我?(?:爸爸?|妈妈?|爷爷|奶奶))代?(?:弄|办|搞|申请|领|整)|帮我|帮个?忙)(?:一下|一个|一趟|个|下)?(?:呗|吧|嘛|呀|啊|了|好吗|可以吗|行吗)*$/,
  /^(?:好[的啊呀]?|行|可以|嗯+|我?想|我?要|需要|那?就|请)?请?(?:网格员)?(?:代办|帮办)(?:一下)?(?:吧|呗|嘛|了|啊)*$/,
  /^(?:好[的啊呀]?|行|可以|要|那就?|嗯+)(?:麻烦|拜托)(?:你们?|您们?|网格员|社区)?[了啦]*$/,
  /^我?(?:要|需要|想要)的?$/,
  /^(?:yes|yeah|yep|sure|ok|okay)?[,. ]*(?:please(?: do(?: it)?| help(?: me)?(?: with (?:it|that))?)?|go ahead|do it|help me)(?:[,. ]*(?:thanks|thank you))?[.!]*$/i,
  /^(?:yes|yeah|yep|sure)(?:[,. ]*(?:thanks|thank you))?[.!]*$/i,
];

/** Said along with that: why one does not do it oneself, and thanks. */
export const ALONG_WITH_IT = /^(?:我|老人家?|自己|家里).{0,4}(?:不会|不懂|不方便|不识字|看不清|走不动|年纪大|腿脚|没空|眼睛).{0,6}$|^(?:谢谢|多谢|感谢|麻烦|辛苦).{0,3}$/;

/** Somebody's own number among the words of a matter: who gives it wants no papers. */
export const OWN_PAPERS = /(?:(?:我|本人)的?)?(?:居民)?身份证(?:号码?)?(?:是|为)?[:： ]{0,2}\d{6,17}[\dXx*][,，。;；、 ]?/g;
