import { COMES, COMES_NOT, OFFERS_HELP } from '../../locales/lexicon/helping-words.ts';
import type { DemandStore } from '../ports/demands.ts';
import { spoken } from './grammar.ts';
import { portOf } from './matter.ts';
import type { Ready } from './staff/offered.ts';
import type { ChatHandler, Reply, Utterance } from './utterance.ts';
import { reply } from './utterance.ts';

interface Helping {
  readonly demands: Pick<DemandStore, 'concerning'>;
  readonly run: (utterance: Utterance, command: Ready) => Promise<readonly Reply[] | 'pass'>;
}

const LONGEST = 30;

/** Who was called by name and says to come has reported in; who cannot come need not. Who offers help uncalled is thanked: it is no matter. */
export function offersHelp({ demands, run }: Helping): ChatHandler {
  return async (utterance) => {
    const { room, text, actor } = utterance;
    const said = spoken(text);
    if (room !== undefined || portOf(utterance) === 'worker' || said.length > LONGEST) return 'pass';
    const [offers, comes, comesNot] = [OFFERS_HELP, COMES, COMES_NOT].map((patterns) => patterns.some((one) => one.test(said)));
    if (offers !== true && comes !== true && comesNot !== true) return 'pass';
    const [called, ...others] = await demands.concerning(actor.person, 10);
    if (called === undefined) return offers === true ? reply('chat.offers-help') : 'pass';
    if (comesNot === true) return reply('chat.comes-not');
    return others.length === 0 ? run(utterance, { key: 'step.say.report-in', params: { no: called.id } }) : reply('refusal.which-demand', { list: [called, ...others].map(({ id, facts }) => `\n${id} ${facts.what}`).join('') });
  };
}
