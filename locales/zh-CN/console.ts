/** What the bot says about the pages. */
export const consoleTexts = {
  'chat.sign-in': '登录码：{{code}}\n在登录页面输入，5分钟内有效，只能用一次。{{link}}\n不是您本人要登录的话，不用理会，也不要把它告诉别人。',
  'part.sign-in-link': '\n也可以直接打开：{{url}}',
  'part.matter-link': '\n看办理进展、补充图片：{{url}}',
  'part.working-time': '{{time}}（工作日）',
  'part.administrator': '管理员',
  'chat.sign-in-staff-only': '登录页面是给工作人员用的。您反映的事，回复“进度”就能查到。',
} as const;
