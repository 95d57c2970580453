import type { Locale } from '../locales/locale.ts';
import type { Message } from './contract.ts';

/** What a message says in a line: its text, or in brackets what it is instead. */
export function messageWords(message: Pick<Message, 'text' | 'image' | 'kind'>, { say, known }: Locale): string {
  if (message.text !== '') return message.text;
  if (message.image !== undefined || message.kind === 'image') return say('chats.picture');
  if (message.kind === 'recalled') return say('chats.recalled');
  if (message.kind === 'sticker') return say('chats.sticker');
  return message.kind === undefined ? '' : say('chats.other', { kind: known('kind', message.kind) });
}
