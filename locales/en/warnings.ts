import type { warningTexts as chinese } from '../zh-CN/warnings.ts';

/** What is said of what piles up, in English. */
export const warningTexts: Record<keyof typeof chinese, string> = {
  'warning.danger':
    'Warning {{number}} · {{category}} · {{place}}\n{{why}}\nDemands: {{demands}}\nOnce you have read it: warning {{number}} seen\nOnce you have acted: warning {{number}} acted, and a word on what was done\nIf it is not so: warning {{number}} not so',
  'warning.line': 'Warning {{number}} · {{kind}} · {{category}} · {{place}}{{open}}\n{{why}}\nDemands: {{demands}}',
  'warning.open': '\nSaid first on {{since}}, not answered yet, and still so.',
  'warning.more': '{{listed}} and others, {{count}} in all',
  'warning.weekly':
    'This week for {{unit}}: worth an early look, {{count}} in all.\n\n{{lines}}\n\nEach can be answered, for example:\nwarning {{number}} seen\nwarning {{number}} acted, and a word on what was done\nwarning {{number}} not so',
  'warning.shown': '{{text}}\n\nYou can answer: warning {{number}} seen, warning {{number}} acted and a word on what was done, or warning {{number}} not so.',
  'warning.list': 'Warnings that wait for your answer: {{count}}.\n\n{{text}}\n\nFor example: warning {{number}} seen',
  'warning.none': 'No warning waits for your answer.',
  'warning.not-yours': 'There is no warning {{number}} that was sent to you. Write "warning" to see those that wait for your answer.',
  'warning.which-answer': 'Please answer warning {{number}} like this: warning {{number}} seen, or: warning {{number}} acted and a word on what was done, or: warning {{number}} not so.',
  'warning.answered.seen': 'Noted: warning {{number}} was seen.',
  'warning.answered.acted': 'Noted: warning {{number}} was acted on. Thank you.',
  'warning.answered.not-so': 'Noted: warning {{number}} was not so. It is counted, so that warnings get better.',
  'hotspot.kind.cluster': 'several people',
  'hotspot.kind.repeat': 'back after it was done',
  'hotspot.kind.rising': 'clearly more than usual',
  'hotspot.kind.root': 'perhaps one cause',
  'hotspot.why.danger': 'dangerous matters: {{demands}}',
  'hotspot.why.people': '{{people}} people in {{days}} days',
  'hotspot.why.again': '{{demand}} came up at the same place {{days}} days after {{after}} was done',
  'hotspot.why.expected': '{{demands}} in {{days}} days, where about {{expected}} are usual',
  'hotspot.why.places': 'seen at {{places}} places in {{weeks}} different weeks, most likely for {{unit}} to solve; putting it right everywhere at once is proposed',
  'hotspot.why-join': '; ',
  'hotspot.sentence': '{{reasons}}; reports in all: {{count}}, {{trend}}.',
  'hotspot.sentence-short': '{{reasons}}.',
  'hotspot.trend.new': 'none before',
  'hotspot.trend.rising': 'more than in the same time before',
  'hotspot.trend.steady': 'about as many as in the same time before',
  'hotspot.trend.falling': 'fewer than in the same time before',
};
