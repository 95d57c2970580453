import type { serviceTexts as chinese } from '../zh-CN/services.ts';

/** What is said about service matters, the people who serve a grid, and what is collected of it. */
export const serviceTexts: Readonly<Record<keyof typeof chinese, string>> = {
  'service.answer': '{{name}}: {{way}}{{hint}}{{papers}}{{place}}{{hours}}{{limit}}{{fee}}{{link}}{{unit}}{{offer}}',
  'service.hint': ' ({{hint}})',
  'service.papers': '\nBring: {{papers}}',
  'service.place': '\nWhere: {{place}}',
  'service.hours': '\nWhen: {{hours}}',
  'service.limit': '\nTakes: {{limit}}',
  'service.fee': '\nFee: {{fee}}',
  'service.link': '\nOnline: {{link}}',
  'service.unit': '\nHandled by: {{unit}}',
  'service.offer': '\nReply 1 and the grid worker will do it for you.',
  'service.in-person': '\nYou have to come yourself for this one.',
  'service.which': 'Which one do you mean? Reply with its number:\n{{list}}',
  'service.choice': '{{index}} {{name}}',
  'service.choice-other': '{{index}} none of these, ask a person',
  'service.list': '{{one}}, {{more}}',
  'service.pick': 'Please reply with one of the numbers; to ask something else, just write it.',
  'service.already': 'It is registered already, no. {{no}}. Write "status" to see how it goes.',
  'service.say-what': 'What shall be done for you? Write for example: do it for me residence permit',
  'service.not-listed': 'I do not know a service called "{{words}}". Try other words, or write "human".',
  'service.not-on-behalf': 'You have to come yourself for: {{name}}.{{place}}{{hours}}',
  'service.summary': 'On behalf: {{name}}',
  'service.task-papers': '\nPapers to collect: {{papers}}',
  'service.task-where': '\nWhere: {{where}}',
  'service.task-steps': '\nSteps: {{steps}}',
  'service.task-step': '{{index}} {{step}}',
  'service.bring': '\nPlease have ready: {{papers}}.',
  'notice.card-task':
    'Registered, no. {{no}}: {{service}}\nThe grid worker of {{unit}} does it for you: taken up by {{due}}, done by {{solve}} we expect.{{bring}}\nFor a visit at home, write "add {{no}} your door and telephone"; only the grid worker sees it. Write "status" to see how it goes.',
  'notice.new-task':
    'ON BEHALF: {{no}} · {{service}}\nPlace: {{place}}{{detail}}\nIn their words: {{course}}{{papers}}{{where}}{{steps}}{{more}}\nPlease take it up by {{due}} and have it done by {{solve}}.\ntake {{no}} · done {{no}} result\nTo speak to the resident: feedback {{no}} words\nCannot do it: escalate {{no}} reason',
  'example.on-behalf': 'do it for me residence permit',
};
