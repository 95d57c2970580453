import type { Demand } from '../../domain/demand.ts';
import { awaitsPlace, isInHand } from '../../domain/demand.ts';
import type { Name } from '../../domain/mechanism/basics.ts';
import type { Language } from '../../locales/text.ts';
import { isWorthAsking } from '../intake/doubt.ts';
import type { Remembering } from '../remembered.ts';
import { statusOf } from '../showing/describe.ts';
import { askDoubtOf } from './asked-doubt.ts';
import type { Reply } from './utterance.ts';
import { reply } from './utterance.ts';

/** What is needed to ask a resident about what the program is not sure of. */
export interface AskingDoubt extends Remembering {
  readonly categoryName: (id: string, language: Language) => string;
}

/** Asks once about a matter that has just gone its way, and only one thing: whether it is what somebody else raised, else which of two classes it is. */
export type AskDoubt = (person: string, demand: Demand, perhaps?: Demand) => Promise<readonly Reply[]>;

/** Makes what asks once about a doubt. */
export function createAskDoubt(deps: AskingDoubt): AskDoubt {
  return async (person, demand, perhaps) => {
    if (!isInHand(demand) || awaitsPlace(demand) || demand.urgency === 'danger') return [];
    const doubted = isWorthAsking(demand) ? demand.understood.alternatives.find((one) => one !== demand.category) : undefined;
    if (doubted !== undefined) return whichClass(deps, person, demand, doubted);
    return perhaps === undefined ? [] : whetherSame(deps, person, demand, perhaps);
  };
}

async function whichClass(deps: AskingDoubt, person: string, demand: Demand, second: string): Promise<readonly Reply[]> {
  await askDoubtOf(deps, person, { about: 'class', demand: demand.id, classes: [demand.category, second] });
  return reply('chat.which-class', { no: demand.id, first: nameOf(deps, demand.category), second: nameOf(deps, second) });
}

/** The other's number, place and state, and nothing that anybody said. */
async function whetherSame(deps: AskingDoubt, person: string, demand: Demand, other: Demand): Promise<readonly Reply[]> {
  await askDoubtOf(deps, person, { about: 'same', demand: demand.id, other: other.id });
  return reply('chat.same-matter', { no: demand.id, other: other.id, category: nameOf(deps, other.category), place: other.facts.place?.name, status: { key: `status.${statusOf(other)}` } });
}

function nameOf({ categoryName }: AskingDoubt, id: string): Name {
  return { 'zh-CN': categoryName(id, 'zh-CN'), en: categoryName(id, 'en') };
}
