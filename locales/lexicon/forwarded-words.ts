/** A line over messages that were passed on: 群聊的聊天记录, ----转发----, a day, the name of the group (三年级2班家长群). */
export const forwardedHeading = /^[\s\-—–=*[\]【】()（）「」<>]*(?:(?:.{1,20}的)?聊天记录|转发(?:的?消息)?|\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:\s*星期.)?|[^\s\n:：，,。！!？?；;]{2,20}群(?:聊)?(?:[(（]\d{1,4}[)）])?)[\s\-—–=*[\]【】()（）「」<>:：]*$/;

/** A heading of messages in which each line begins with who wrote it. */
export const chatRecord = /聊天记录/;

/** A line that says who wrote what follows, and when: 张阿姨 10:23, 王姐 2026/11/22 20:15:33. */
export const speakerAbove = /^[^\n:：，,。！!？?；;]{1,24}\s+(?:\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s+)?(?:(?:凌晨|早上|上午|中午|下午|晚上|昨天|前天|星期.)\s*){0,2}\d{1,2}[:：]\d{2}(?:[:：]\d{2})?\s*$/;

/** Who wrote it, before it in the line: 王姐: 路灯不亮. */
export const speakerBefore = /^\s*[^\s\n:：，,。！!？?；;][^\n:：，,。！!？?；;]{0,15}[:：](?!\/\/|\d)\s*/;
