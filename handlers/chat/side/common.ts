import type { Demand } from '../../../domain/demand.ts';
import type { Directory } from '../../../domain/directory/directory.ts';
import type { Mechanism } from '../../../domain/mechanism/mechanism.ts';
import { mayRead } from '../../../domain/powers.ts';
import { isTextKey } from '../../../locales/text.ts';
import type { Execute } from '../../execute.ts';
import type { Counters } from '../../ports/coordination.ts';
import type { DemandStore } from '../../ports/demands.ts';
import type { Now } from '../../ports/now.ts';
import type { Sealer } from '../../ports/sealer.ts';
import type { Stores } from '../../ports/stores.ts';
import type { SideWork } from '../../side/side-work.ts';
import type { Reply, SaidText, Utterance } from '../utterance.ts';
import { reply } from '../utterance.ts';
import type { SideWritten } from './grammar.ts';

/** What is needed to carry out commands of what stands beside demands. */
export interface SideChat {
  readonly work: SideWork;
  readonly stores: Pick<Stores, 'deliberations' | 'resources' | 'needs' | 'projects' | 'corrections'>;
  readonly demands: Pick<DemandStore, 'load' | 'idOf' | 'concerning'>;
  readonly execute: Execute['execute'];
  readonly directory: () => Directory;
  readonly mechanism: Mechanism;
  readonly sealer: Pick<Sealer, 'seal'>;
  readonly counters: Counters;
  readonly categoryName: (id: string, language: 'zh-CN' | 'en') => string;
  readonly now: Now;
}

/** A command as somebody gave it. */
export interface Given {
  readonly utterance: Utterance;
  readonly command: SideWritten;
}

/** What the handlers beside demands answer. */
export type Answered = Promise<readonly Reply[] | 'pass'>;

/** The demand with this number, when it is any of the speaker's business. */
export async function demandNumbered({ demands }: Pick<SideChat, 'demands'>, { actor }: Utterance, no: string): Promise<Demand | undefined> {
  const id = await demands.idOf(no);
  const demand = id === undefined ? undefined : (await demands.load(id))?.state;
  return demand === undefined || !mayRead(actor, demand) ? undefined : demand;
}

/** Shows how a command is written. */
export function howTo({ word, no }: SideWritten): readonly Reply[] {
  const key = `side.example-${word}`;
  const example: SaidText | undefined = isTextKey(key) ? { key, params: { no: no ?? ANY_NUMBER } } : undefined;
  return reply('refusal.bad-format', { example });
}

const ANY_NUMBER = '10023';

/** Why a command on something beside demands was not carried out. */
export function refusedBecause(refusal: string, params: SaidText['params']): readonly Reply[] {
  const key = `side.refusal-${refusal}`;
  return isTextKey(key) ? reply(key, params) : reply('side.unknown', params);
}

/** Seals words with the key of whoever said them. */
export async function sealed({ sealer }: Pick<SideChat, 'sealer'>, { person }: Utterance, words: string): Promise<string> {
  return sealer.seal(person.id, words);
}
