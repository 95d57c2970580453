const WHO = '(?:我|我们|俺|咱|我这边|本人)?(?:也|都|现在|今天|下午|上午|晚上|明天|马上|这就|有空|有时间|没问题|[\\s,，!！])*';
const END = '(?:吧|啊|呀|哈|了|的|一趟|一下|一个|[\\s\\p{P}])*$';

/** Offers to come and help, and nothing else. */
export const OFFERS_HELP: readonly RegExp[] = [
  new RegExp(`^${WHO}(?:可以|能|愿意|想|要|来|去|报名|参加)(?:去|来|过去|过来)?(?:帮忙|帮把手|帮一把|搭把手|出力|出份力|当志愿者|做志愿者|报名|参加|帮)${END}`, 'u'),
  /^(?:i can (?:help|come)|count me in|i(?:'ll| will) (?:come|help|be there))[\s\p{P}]*$/iu,
];

/** Says in a few words to come, where somebody was called. */
export const COMES: readonly RegExp[] = [
  new RegExp(`^${WHO}(?:可以|能|愿意)?(?:去|来|过去|过来|到|参加|报名|报到)${END}`, 'u'),
  /^(?:算|加)我一个[\s\p{P}]*$/u,
];

/** Says not to come. */
export const COMES_NOT: readonly RegExp[] = [
  new RegExp(`^${WHO}(?:去不了|来不了|去不成|没空|没时间|走不开|不方便|不在(?:家|本地)?|有事|上班)(?:去|来)?(?:不了)?(?:[\\s,，]*(?:不好意思|抱歉|对不起|去不了|来不了|下次|下回)(?:吧)?)*${END}`, 'u'),
  /^(?:i )?(?:can(?:'|no)t (?:come|make it)|cannot come|not today)[\s\p{P}]*$/iu,
];
