/** Asks who serves here, all of them or for one kind of matter: the whole of a short message. `what` is the kind, where it is said. */
export const WHO_SERVES: readonly RegExp[] = [
  /^(?:请问|我想问)?(?:这里|这边|我们(?:这里|这边|这|小区|楼|网格)?|咱们(?:这|小区)?|本网格)?(?:都)?(?:是|归|由)?(?:谁来管|谁管|谁负责|谁来负责|谁在管)(?:的|呢|呀|啊)?$/,
  /^(?:请问|我想问)?(?:我们|咱们|我家|这里|本)?(?:的)?(?:网格员|网格长|街巷长|小巷管家|社区专员|包片干部)(?:是谁|叫什么|是哪个|是哪位|是哪一位)(?:呢|呀|啊)?$/,
  /^(?:谁来管|谁管|谁负责)[\s:：,，]*(?<what>[^\s].{0,14})$/,
  /^(?<what>.{2,8})(?:归谁管|由谁管|谁负责|找谁管|该谁管)(?:呢|呀|啊|的)?$/,
  /^who (?:is in charge|looks after us|serves here)(?: of (?<what>.{2,40}))?$/i,
];

/** Nobody in charge is asked for: somebody is angry that nobody is. */
export const NOBODY_SERVES = /没人|没有人|不管|到底|究竟|没法|天天|又|坏|漏|堵|脏|臭|吵/;
