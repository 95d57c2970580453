/** What people read on, and about, the channels. */
export const channelTexts = {
  'channel.greeting': 'Hello, I am Shaozi, the program of this district (not a person). Tell me what needs doing around you, best with the place; pictures are welcome. To reach a person, write “person”.',
  'channel.greeting-at': 'Hello, I am Shaozi, the program of this district (not a person). You scanned the code of “{{place}}”: just tell me what needs doing here, the place is known; pictures are welcome. To reach a person, write “person”.',
  'channel.pressed': 'Sent',
  'channel.moved-on': 'There is news',
} as const;
