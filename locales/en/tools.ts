import type { toolTexts as chinese } from '../zh-CN/tools.ts';

/** What the command line tools say. */
export const toolTexts: Readonly<Record<keyof typeof chinese, string>> = {
  'verify.nothing': 'There is no data in {{folder}}.',
  'verify.busy': '{{folder}} is in use by process {{pid}}. Stop it first, or check a copy.',
  'verify.damaged': 'The data file {{file}} is damaged at byte {{byte}} and cannot be read.',
  'verify.clean': 'Checked {{demands}} demands, {{entries}} entries and {{numbers}} numbers: nothing wrong.',
  'verify.faulty': 'Checked {{demands}} demands, {{entries}} entries and {{numbers}} numbers: {{faults}} faults.',
  'verify.fault.altered': '{{no}}: entry {{seq}} was altered.',
  'verify.fault.dropped': '{{no}}: entry {{seq}} is missing.',
  'verify.fault.inserted': '{{no}}: entry {{seq}} is one too many.',
  'verify.fault.reordered': '{{no}}: entry {{seq}} is not in its place.',
  'verify.fault.state': '{{no}}: its state is not what its timeline leads to.',
  'verify.fault.unreadable': '{{no}}: its timeline makes no sense, and leads to no state.',
  'verify.fault.number': '{{no}}: the number {{number}} belongs to {{other}} too.',
  'replay.usage': 'Usage: npm run replay -- FILE.jsonl [--field text|title|detail] [--url http://localhost:3000] [--first N] [--show registered|asked|refused|failed [--count 30]]',
  'replay.outcome': '{{count}} texts: {{registered}} registered, {{asked}} asked for a place, {{refused}} not a demand, {{failed}} failed; {{perSecond}} a second.',
};
