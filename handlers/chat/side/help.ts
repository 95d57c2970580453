import type { Role } from '../../../domain/mechanism-basics.ts';
import type { Mechanism } from '../../../domain/mechanism.ts';
import { isStaff } from '../../actor.ts';
import { written } from '../grammar.ts';
import type { ChatHandler, Reply, Utterance } from '../utterance.ts';

/** Help, with the words beside demands that the speaker may use in this district. */
export function helpBeside(mechanism: Mechanism, next: ChatHandler): ChatHandler {
  return async (utterance) => {
    const answered = await next(utterance);
    if (answered === 'pass' || written(utterance.text)?.word !== 'help') return answered;
    return [...answered, ...wordsFor(mechanism, utterance)];
  };
}

function wordsFor({ deliberation, needs, projects, lists }: Mechanism, { actor }: Pick<Utterance, 'actor'>): Reply[] {
  const { roles, unit } = actor;
  const has = (of: readonly Role[] | undefined) => of?.some((role) => roles.includes(role)) === true;
  if (!isStaff(actor)) return deliberation === undefined ? [] : [{ key: 'side.help-resident' }];
  const said: Reply[] = [];
  if (has(deliberation?.roles)) said.push({ key: 'side.help-deliberation' });
  if (has(needs?.roles) || (unit !== undefined && needs?.providers.includes(unit.class) === true)) said.push({ key: 'side.help-needs' });
  if (has(projects?.roles) || (unit !== undefined && projects?.takers.includes(unit.class) === true)) said.push({ key: 'side.help-projects' });
  if (has(lists?.roles)) said.push({ key: 'side.help-lists' });
  return said;
}
