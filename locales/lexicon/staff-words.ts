const LEAD_IN = '(?:请|帮我?|麻烦|能不能|可以|把|将|那|就|先|再|你|给我|[\\s,，])*';

/** Says that matters in hand are one and to be handled as one. */
export const MERGES: readonly RegExp[] = [
  /(?:一回事|一码事|同一[件个条单]事?|一件事|一样的|重复(?:了|的|件)?)[\s\p{P}]*.{0,8}?(?:合并|并单|并案|(?:合|并|归|放)(?:在|到|成)?(?:一起|一块儿?|一[件条单个])|[合并]一下|并了|并掉|算一[件条单])/u,
  /(?:[两几二2三3多]|这|那|这些|那些|\d{5,12})[\s\p{P}]*(?:[件条单]|个(?!人|月|字)|俩|张|和|跟|与|\d{5,12}).{0,12}?(?:合并|并单|并案|(?:合|并|归)(?:在|到|成)?(?:一起|一块儿?|一[件条单个])|[合并]一下|并了|并掉)/u,
  new RegExp(`^${LEAD_IN}(?:合并|并|合)(?:一下)?.{0,16}?(?:[两几二2三3](?:[件条单]|个(?!人|月|字)|张)|(?:这|那)(?:些|俩|两))`, 'u'),
  /\bmerge\b.{0,20}\b(?:two|three|both|these|them|into one|together)\b|\b(?:same (?:thing|matter|one)|duplicates?)\b.{0,12}\bmerge\b/iu,
];

/** Who is to lead, and who is to help; the first group ends with the unit, or names several. */
export const LEADS: readonly RegExp[] = [
  /(?:让|请|由|叫|派|找|给|归|[\s,，:：]|^)([^\s,，。;；]{2,20}?)(?:来|去)?(?:牵头|主办|为主|主责|当主办|做主办)/u,
];
export const HELPS: readonly RegExp[] = [
  /(?:让|请|由|叫|派|找|[\s,，、;；])([^\s,，。;；]{2,30}?)(?:来|去|也|都|一起|一块)*(?:配合|协办|协助|打配合|搭把手|参与)/u,
];

/** Between units that are named in one breath. */
export const AND = /[和跟与及、,，\s]+|\band\b/u;

/** Gives a matter that is named to a unit: 把乱停车的给交警去弄, 退给社区，他们自己能换. The first group is the unit, with words behind it perhaps. */
export const GIVES: readonly RegExp[] = [
  /(?:派|交|转|分|移交|转交|分派|下派|退回?|打回|返|还|推)(?:给|到|回给?)\s*([^\s,，。.!！?？;；]{2,18})/u,
  /^.{0,24}?(?:的|那个|这个|那件|这件|那条|这条|\s|^)给\s*(?=[^\s,，。;；]{2,16}(?:弄|办|管|处理|跟进|负责|解决|搞|做|看看|看一下))([^\s,，。.!！?？;；我你您他她咱大]{2,18})/u,
  /^.{0,24}?(?:让|叫|请|由|找)\s*(?=[^\s,，。;；]{2,16}(?:来|去|自己)(?:弄|办|管|处理|跟进|负责|解决|搞|做|看|清|修|换|查))([^\s,，。.!！?？;；我你您他她咱大]{2,18})/u,
];
