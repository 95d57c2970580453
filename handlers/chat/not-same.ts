import type { Demand, Reporter } from '../../domain/demand.ts';
import { present } from '../../domain/demand.ts';
import type { Mechanism } from '../../domain/mechanism/mechanism.ts';
import { sourceFor } from '../../domain/mechanism/mechanism.ts';
import type { Execute } from '../execute.ts';
import type { RegisterMatter } from '../intake/register-matter.ts';
import type { UnderstandWell } from '../intake/understand-well.ts';
import type { DemandStore } from '../ports/demands.ts';
import type { Sealer } from '../ports/sealer.ts';
import { written } from './grammar.ts';
import { portOf } from './matter.ts';
import type { Hearing } from './matter.ts';
import { situationOf } from './situation-of.ts';
import type { ChatHandler, Utterance } from './utterance.ts';
import { reply } from './utterance.ts';

interface Parting extends Pick<Hearing, 'directory'> {
  readonly demands: Pick<DemandStore, 'raisedBy' | 'madeFrom'>;
  readonly execute: Execute['execute'];
  readonly registerMatter: RegisterMatter;
  readonly sealer: Pick<Sealer, 'open'>;
  readonly understandWell: UnderstandWell;
  readonly mechanism: Mechanism;
}

/** 不是同一件: a supporter's report goes its own way, under the number it has. */
export function notSame(deps: Parting): ChatHandler {
  return async (utterance) => {
    if (written(utterance.text)?.word !== 'not-same') return 'pass';
    const raised = await deps.demands.raisedBy(utterance.person.id, { open: true, limit: 10 });
    const joined = raised.map((demand) => ({ demand, reporter: supporting(demand, utterance.person.id) })).find(({ reporter }) => reporter !== undefined);
    if (joined?.reporter === undefined) return (await deps.demands.madeFrom(utterance.id)) === undefined ? reply('refusal.no-demand-meant') : [];
    return part(deps, utterance, joined.demand, joined.reporter);
  };
}

function supporting(demand: Demand, person: string): Reporter | undefined {
  return present(demand).find((reporter) => reporter.person === person && reporter.no !== demand.id);
}

async function part(deps: Parting, utterance: Utterance, demand: Demand, { no, words, at }: Reporter) {
  const text = (await deps.sealer.open(words)) ?? '';
  const { matters } = await deps.understandWell(text, { ...situationOf(deps, utterance), now: at });
  const source = sourceFor(deps.mechanism, portOf(utterance), 'private');
  await deps.registerMatter({ actor: utterance.actor, source, origin: utterance.id, text, media: [], matter: matters[0], saidAt: at, no, mayAsk: true, alone: true });
  const parted = await deps.execute(demand.id, { type: 'part', by: utterance.actor, no }, `${utterance.id}#part`);
  return parted.ok ? [] : reply('refusal.not-open', { no }, demand);
}
