/** The words over the columns of a table of matters from another source; the first is what a template has. The field's own name counts too. */
export const MATTER_HEADINGS = {
  source: ['来源', '诉求来源', '事件来源', '案件来源', '渠道', 'source'],
  externalId: ['来源编号', '工单编号', '工单号', '编号', '受理编号', '受理号', '流水号', '信件编号', '事件编号', '案件编号', '投诉编号', '单号', 'external id', 'reference', 'ticket', 'ticket no', 'number', 'id'],
  title: ['标题', '主题', '工单标题', '事项标题', 'title', 'subject'],
  text: ['内容', '诉求内容', '反映内容', '工单内容', '问题描述', '事件描述', '来信内容', '描述', '诉求', '问题', 'text', 'content', 'description', 'matter'],
  reporter: ['反映人', '诉求人', '姓名', '来电人', '来访人', '来信人', '联系人', '投诉人', 'reporter', 'name', 'caller'],
  phone: ['电话', '联系电话', '来电号码', '手机', '手机号', '联系方式', '反映人电话', 'phone', 'telephone', 'mobile'],
  place: ['地点', '地址', '事发地点', '事发地址', '发生地点', '发生地址', '位置', '详细地址', 'place', 'address', 'location'],
  occurredAt: ['时间', '反映时间', '发生时间', '来电时间', '受理时间', '登记时间', '来访时间', '来信时间', '转办时间', '日期', 'occurred at', 'time', 'date', 'received'],
} as const;

/** What people write where there is nothing to write. */
export const NOTHING_WORDS: readonly string[] = ['无', '没有', '匿名', '不详', '不明', '未知', '未提供', '空', '-', '--', '—', '——', '/', '\\', 'n/a', 'na', 'none', 'null', 'unknown', 'anonymous'];

/** Words within dates, and what they stand for. */
export const DATE_WORDS: readonly (readonly [words: RegExp, meaning: string])[] = [
  [/年/g, '-'],
  [/月/g, '-'],
  [/[日号](?:\s*(?:星期|周)[一二三四五六日天])?/g, ' '],
  [/(\d)\s*[点时]\s*半/g, '$1:30'],
  [/(\d)\s*[点时]整?/g, '$1:'],
  [/(\d)\s*分/g, '$1:'],
  [/(\d)\s*秒/g, '$1'],
];

/** The half of the day that is said with an hour of twelve. */
export const HALF_WORDS: { readonly am: RegExp; readonly pm: RegExp } = { am: /上午|早上|清晨|凌晨|\ba\.?m\.?/i, pm: /下午|傍晚|晚上|晚间|\bp\.?m\.?/i };

/** Whether a month was named as one, so that no year is needed. */
export const MONTH_WORD = /月/;

/** The lines of a template; each shows one way to write it. */
export const TEMPLATE_LINES: readonly (readonly string[])[] = [
  ['GD20260001', '路灯不亮', '小区门口的路灯坏了三天，晚上看不清路', '王女士', '13800000000', '银杏花园6号楼', '2026-11-20 14:30'],
  ['GD20260002', '', '楼下垃圾桶满了，没有人清运', '', '', '银杏花园2号楼', '2026年11月20日'],
];
