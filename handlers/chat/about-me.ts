import { THE_CLOCK } from '../../domain/events.ts';
import type { Execute } from '../execute.ts';
import type { LabelledCases } from '../ports.ts';
import { mediaOfPerson } from '../own-media.ts';
import type { DemandStore, GridRecords, Inbox, Ledger, MediaStore, Now, People, Person, Sealer } from '../ports.ts';
import { ownNumber } from '../act.ts';
import { written } from './grammar.ts';
import type { ChatHandler, Utterance } from './utterance.ts';
import { reply } from './utterance.ts';

/** What is needed to explain, and to erase. */
export interface AboutMe {
  readonly people: Pick<People, 'erase' | 'change'>;
  readonly sealer: Pick<Sealer, 'erase'>;
  readonly gridRecords: Pick<GridRecords, 'forget'>;
  readonly labelledCases: Pick<LabelledCases, 'forget'>;
  readonly inbox: Pick<Inbox, 'forget'>;
  readonly demands: Pick<DemandStore, 'raisedBy' | 'forget' | 'everRaisedBy'>;
  readonly media: Pick<MediaStore, 'remove'>;
  readonly execute: Execute['execute'];
  readonly ledger: Pick<Ledger, 'get' | 'set'>;
  readonly now: Now;
}

const MOST_RAISED = 10_000;
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
        return (await wasAsked(deps, person)) ? erase(deps, utterance) : reply('chat.erase-confirm');
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

/**
 * Takes back what is open, removes what was sent along, then destroys the key: the history keeps its shape, and nothing of the person can be read
 * any more. The answer goes to the account itself, because the person is gone (PIPL 47).
 */
async function erase({ people, sealer, inbox, demands, media, gridRecords, labelledCases, execute }: AboutMe, { person, id, actor, media: sent }: Utterance) {
  for (const demand of await demands.raisedBy(person.id, { open: true, limit: 200 })) {
    await execute(demand.id, { type: 'withdraw', by: actor, no: ownNumber(demand, actor) }, `${id}#${demand.id}`);
  }
  const raised = await demands.everRaisedBy(person.id, MOST_RAISED);
  const files = [...raised.flatMap((stored) => mediaOfPerson(stored, person.id)), ...(await inbox.forget(person.id)), ...sent];
  for (const file of new Set(files)) await media.remove(file);
  await demands.forget(person.id);
  await gridRecords.forget(person.id);
  await labelledCases.forget(person.id);
  await people.erase(person.id);
  await sealer.erase(person.id);
  const [account] = person.accounts;
  return account === undefined ? [] : [{ key: 'chat.erased' as const, to: { account } }];
}

function helpFor({ actor }: Utterance) {
  const { roles, unit } = actor;
  if (unit === undefined || actor.person === THE_CLOCK || roles.includes('resident') || roles.includes('enterprise')) return 'chat.help-resident';
  if (roles.includes('grid-worker') || roles.includes('secretary')) return 'chat.help-worker';
  return roles.includes('dispatcher') || roles.includes('leader') ? 'chat.help-dispatcher' : 'chat.help-unit';
}
