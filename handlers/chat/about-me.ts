import { THE_CLOCK } from '../../domain/events.ts';
import { oweErasure } from '../accounts/erasure.ts';
import type { Ledger } from '../ports/coordination.ts';
import type { Outbox } from '../ports/letters.ts';
import type { Now } from '../ports/now.ts';
import type { People, Person } from '../ports/people.ts';
import { written } from './grammar.ts';
import type { ChatHandler, Utterance } from './utterance.ts';
import { reply } from './utterance.ts';

/** What is needed to explain, and to erase. */
export interface AboutMe {
  readonly people: Pick<People, 'change'>;
  readonly outbox: Pick<Outbox, 'put'>;
  readonly ledger: Pick<Ledger, 'get' | 'set'>;
  readonly now: Now;
}

const CONFIRM_WITHIN_MS = 24 * 3600_000;

/** 隐私, 删除我的信息 (asked once more before it is done), the language, and help. */
export function aboutMe(deps: AboutMe): ChatHandler {
  return async (utterance) => {
    const word = written(utterance.text)?.word;
    const { person } = utterance;
    switch (word) {
      case 'privacy':
        return reply('chat.privacy');
      case 'erase':
        await deps.ledger.set(`erase:${person.id}`, deps.now().toISOString(), deps.now());
        return reply('chat.erase-confirm');
      case 'erase-confirm':
        if (!(await wasAsked(deps, person))) return reply('chat.erase-confirm');
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

async function wasAsked({ ledger, now }: AboutMe, person: Person): Promise<boolean> {
  const asked = await ledger.get(`erase:${person.id}`);
  return asked !== undefined && now().getTime() - new Date(asked).getTime() < CONFIRM_WITHIN_MS;
}

function helpFor({ actor }: Utterance) {
  const { roles, unit } = actor;
  if (unit === undefined || actor.person === THE_CLOCK || roles.includes('resident') || roles.includes('enterprise')) return 'chat.help-resident';
  if (roles.includes('grid-worker') || roles.includes('secretary')) return 'chat.help-worker';
  return roles.includes('dispatcher') || roles.includes('leader') ? 'chat.help-dispatcher' : 'chat.help-unit';
}
