/** What can be written after the word for collecting, besides the sections of the mechanism. */
export const COLLECT_WORDS = {
  progress: ['进度', '进展', 'progress'],
  show: ['看', '查看', 'show'],
  remove: ['删除', '删', 'remove'],
} as const;

/** Short answers while something is collected. */
export const COLLECT_ANSWERS = {
  confirm: ['1', '对', '对的', '是', '正确', '确认', '存', 'yes', 'ok'],
  drop: ['取消', '不存', '不对', 'cancel'],
  skip: ['跳过', '不知道', '下一个', '先不填', 'skip'],
  stop: ['停', '先到这', '先到这里', '结束', '退出', 'stop'],
} as const;

export const YES_WORDS = ['是', '有', '对', 'yes'];
export const NO_WORDS = ['否', '不是', '没有', '无', 'no'];

/** A day said by its distance from today. */
export const DAY_WORDS: Readonly<Record<string, number>> = { 今天: 0, 今日: 0, 昨天: -1, 昨日: -1, 前天: -2, today: 0, yesterday: -1 };

/** A date as people write it. */
export const WRITTEN_DATE = /^(?:(\d{4})\s*[-/.年]\s*)?(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/;

/** What stands between a field and its value, and between values. */
export const AFTER_FIELD = /^[\s:：=是为]+/;
export const BETWEEN_VALUES = /[，,；;。\n]+|\s{1,}/;

/** What may follow a number. */
export const NUMBER_UNITS = /^(?:约|大概|共)?\s*(\d{1,9}(?:\.\d{1,2})?)\s*(?:平方米|平方|平米|平|口人|口|个人|人|个|户|间|台|㎡|m2)?$/i;

/** A part of a door's address that somebody wrote apart from the rest. */
export const ADDRESS_PART = /^(?:\d{1,4}|[A-Za-z])(?:号楼|栋|幢|座|单元|门|室|号|房)?$/;
export const ADDRESS_START = /(?:号楼|栋|幢|座|单元)$/;
