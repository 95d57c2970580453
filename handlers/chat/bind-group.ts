import { BINDS } from '../../locales/lexicon/binding-words.ts';
import type { RoomBinder } from '../accounts/room-binding.ts';
import type { ChatHandler } from './utterance.ts';
import { reply } from './utterance.ts';

/** 绑定 with a code in a group: this is the grid's own. The group is told once what listens there; whoever wrote it hears privately what went wrong. */
export function bindGroup({ roomBinder }: { readonly roomBinder: RoomBinder }): ChatHandler {
  return async ({ text, room, actor }) => {
    const [, no, first, second] = BINDS.exec(text) ?? [];
    if (room === undefined || no !== undefined || first === undefined || second === undefined) return 'pass';
    const bound = await roomBinder.bind(actor, room, `${first}${second}`);
    if (!bound.ok) return reply(`chat.group-not-bound.${bound.refusal}`);
    return [...reply('chat.group-bound', { room: bound.room.name }), { key: 'chat.group-bound-here', to: { room: bound.room.id } }];
  };
}
