/** Asks how, where, with what or whether something is done: besides what the signs of a question already say. */
export const ASKS_SERVICE =
  /怎么(?:办|弄|申请|领|交|补|换|取|报)|如何|(?:在|去|到)哪|哪里|哪儿|要(?:带|交|准备|办)?(?:什么|啥|哪些)|材料|手续|流程|条件|多久|几天|能不能办|可以办|办理|代办|帮办|how|where|apply|renew/i;

/** Wants it done. */
export const WANTS_SERVICE = /(?:想|要|需要|打算|准备|帮|请|麻烦|给).{0,8}(?:办|申请|补|换|领|开|交|注册|登记|注销|变更|过户|报名|提取|备案|认证)/;

/** Somebody is angry, or waits too long: a matter, whatever service it names. */
export const NO_QUESTION = /投诉|举报|还没|没下来|没有?(?:人管|办好|批|给办)|不给办|不批|拖|推诿|踢皮球|态度|跑了.{0,4}[趟次遍]|到底|凭什么|为什么|为啥|吃拿卡要|乱收费|被骗|骗子|假的/;
