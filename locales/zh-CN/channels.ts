/** What people read on, and about, the channels. */
export const channelTexts = {
  'channel.greeting': '您好，我是哨子，本区的社区服务程序（不是真人）。身边有什么要解决的事，直接说就行，最好带上地点，可以发图片。要找人，回复“转人工”。',
  'channel.greeting-at': '您好，我是哨子，本区的社区服务程序（不是真人）。您扫的是“{{place}}”的码，这里有什么要解决的事，直接说就行，不用再写地点，可以发图片。要找人，回复“转人工”。',
  'channel.pressed': '已提交',
  'channel.moved-on': '已有新进展',
} as const;
