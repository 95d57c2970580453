/** What the bot says about the pages. */
export const consoleTexts = {
  'chat.sign-in': 'Your sign-in code: {{code}}\nEnter it on the sign-in page within 5 minutes; it works once.{{link}}\nIf you did not ask for it, ignore it, and never tell it to anybody.',
  'part.sign-in-link': '\nOr open: {{url}}',
  'part.matter-link': '\nFollow it, add a picture: {{url}}',
  'part.working-time': '{{time}} (workdays)',
  'part.administrator': 'Administrator',
  'chat.sign-in-staff-only': 'The pages are for staff. Reply “progress” to see where your matter stands.',
} as const;
