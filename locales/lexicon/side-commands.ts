/** Words of deliberations, needs, projects and lists, by what they mean; the first of each is the one shown. */
export const SIDE_WORDS = {
  deliberate: ['议事', 'deliberate'],
  'give-up': ['终止议事', 'stop deliberation'],
  topic: ['议题', 'topic'],
  'choose-topic': ['定题', 'choose topic'],
  research: ['调研', 'research'],
  option: ['方案', 'option'],
  'open-vote': ['表决', 'open vote'],
  vote: ['投', '投票', 'vote'],
  'decide-as-chair': ['定案', 'settle'],
  apply: ['落实', 'applied'],
  check: ['监督', 'check'],
  resource: ['资源', 'resource'],
  need: ['需求', 'need'],
  agree: ['同意', 'agree'],
  disagree: ['不同意', 'disagree'],
  'hand-over': ['交付', 'hand over'],
  thank: ['致谢', 'thank'],
  'drop-need': ['撤销需求', 'drop need'],
  project: ['立项', 'project'],
  design: ['设计', 'design'],
  'take-on': ['承接', 'take on'],
  milestone: ['节点', 'milestone'],
  reached: ['完成', 'reached'],
  evaluate: ['评估', 'evaluate'],
  'stop-project': ['终止项目', 'stop project'],
  lists: ['清单', 'lists'],
  correct: ['整改', 'correct'],
} as const satisfies Record<string, readonly string[]>;

export type SideWord = keyof typeof SIDE_WORDS;

/** What everybody in a group may write; the rest only people who work for a unit. */
export const EVERYBODYS_WORDS: ReadonlySet<SideWord> = new Set(['topic', 'option', 'vote']);

/** What is behind the word for a resource, when none is registered. */
export const RESOURCE_LIST = ['列表', 'list'];
export const RESOURCE_STOP = /^(?:停用|stop)\s*(\d{5,12})$/i;

/** How a budget is written: so many yuan, or ten thousand of them. */
export const BUDGET = /[\s,，]*(?:预算|budget)\s*[:：]?\s*(\d+(?:\.\d+)?)\s*(万)?\s*(?:元|yuan)?/i;
export const TEN_THOUSAND = '万';

/** A date at the end of a milestone. */
export const DATES = { full: /(\d{4})[-/年.](\d{1,2})[-/月.](\d{1,2})日?$/, short: /(\d{1,2})(?:[-/.]|月)(\d{1,2})日?$/ } as const;

/** Whether what was decided is kept. */
export const KEPT_WORDS = ['已落实', '落实', 'kept'];
export const NOT_KEPT_WORDS = ['未落实', '没落实', '没有落实', 'not kept'];

/** On which days something can be had, or is wanted. */
export const DAYS_WORDS = { workdays: ['工作日', '周一至周五', '平时', 'workday', 'weekday'], weekends: ['周末', '双休日', '星期六', '周六', '周日', 'weekend'] } as const;
export const ANY_DAY = ['每天', '天天', '随时', 'any day', 'every day'];

/** How many people: 容纳30人, 30 people. */
export const HOW_MANY = /(\d{1,4})\s*(?:个)?(?:人|位|名|people|persons)/i;

/** The four lists, as they are asked for. */
export const LIST_WORDS = { duties: ['责任', 'duties'], projects: ['项目', 'projects'], problems: ['问题', 'problems'], corrections: ['整改', 'corrections'] } as const;
