import { z } from 'zod';
import { THE_CLOCK } from '../../domain/events.ts';
import { oweErasure } from '../accounts/erasure.ts';
import type { Outbox } from '../ports/letters.ts';
import type { People } from '../ports/people.ts';
import { remembered } from '../remembered.ts';
import type { Remembering } from '../remembered.ts';
import { written } from './grammar.ts';
import type { ChatHandler, Utterance } from './utterance.ts';
import { reply } from './utterance.ts';

/** What is needed to explain, and to erase. */
export interface AboutMe extends Remembering {
  readonly people: Pick<People, 'change'>;
  readonly outbox: Pick<Outbox, 'put'>;
}

const CONFIRM_WITHIN_MS = 24 * 3600_000;

const erasureAsked = remembered('erase', z.object({}), CONFIRM_WITHIN_MS);

/** 隐私, 删除我的信息 (asked once more before it is done), the language, and help. */
export function aboutMe(deps: AboutMe): ChatHandler {
  return async (utterance) => {
    const word = written(utterance.text)?.word;
    const { person } = utterance;
    switch (word) {
      case 'privacy':
        return reply('chat.privacy');
      case 'erase':
        await erasureAsked.keep(deps, person.id, {});
        return reply('chat.erase-confirm');
      case 'erase-confirm':
        if ((await erasureAsked.of(deps, person.id)) === undefined) return reply('chat.erase-confirm');
        await oweErasure(deps, person, utterance.media);
        return [];
      case 'speak-chinese':
      case 'speak-english': {
        const language = word === 'speak-english' ? 'en' : 'zh-CN';
        await deps.people.change(person.id, { language });
        return [{ key: 'chat.language-set', language }];
      }
      case 'help':
        return reply(helpFor(utterance));
      default:
        return 'pass';
    }
  };
}

function helpFor({ actor }: Utterance) {
  const { roles, unit } = actor;
  if (unit === undefined || actor.person === THE_CLOCK || roles.includes('resident') || roles.includes('enterprise')) return 'chat.help-resident';
  if (roles.includes('grid-worker') || roles.includes('secretary')) return 'chat.help-worker';
  return roles.includes('dispatcher') || roles.includes('leader') ? 'chat.help-dispatcher' : 'chat.help-unit';
}
