/** What the command line tools say. */
export const toolTexts = {
  'verify.nothing': '{{folder}} 里没有数据。',
  'verify.busy': '{{folder}} 正被进程 {{pid}} 使用，请先停止它再检查，或检查一份副本。',
  'verify.damaged': '数据文件 {{file}} 在第 {{byte}} 字节处损坏，读不出来。',
  'verify.clean': '检查了 {{demands}} 件诉求、{{entries}} 条记录、{{numbers}} 个编号：没有问题。',
  'verify.faulty': '检查了 {{demands}} 件诉求、{{entries}} 条记录、{{numbers}} 个编号：发现 {{faults}} 处问题。',
  'verify.fault.altered': '{{no}}：第 {{seq}} 条记录被改动过。',
  'verify.fault.dropped': '{{no}}：第 {{seq}} 条记录不见了。',
  'verify.fault.inserted': '{{no}}：多出了第 {{seq}} 条记录。',
  'verify.fault.reordered': '{{no}}：第 {{seq}} 条记录不在自己的位置上。',
  'verify.fault.state': '{{no}}：当前状态与记录推出的不一致。',
  'verify.fault.unreadable': '{{no}}：记录读不通，推不出状态。',
  'verify.fault.number': '{{no}}：编号 {{number}} 也属于 {{other}}。',
  'replay.usage': '用法：npm run replay -- 文件.jsonl [--field text|title|detail] [--url http://localhost:3000] [--first 数量] [--show registered|asked|refused|failed [--count 30]]',
  'replay.outcome': '共 {{count}} 条：已登记 {{registered}}，追问地点 {{asked}}，不作诉求 {{refused}}，失败 {{failed}}；每秒 {{perSecond}} 条。',
} as const;
