import type { Actor } from '../../domain/commands.ts';
import type { Demand } from '../../domain/demand.ts';
import type { Directory } from '../../domain/directory/directory.ts';
import type { Act, Acted } from './act.ts';
import type { CommandInput } from './command-input.ts';

const ADMINISTRATOR = 'admin';

/**
 * The administrator acts for whichever unit may do it: the holder first, then those called, those who decide, and those above. The
 * refusal that is given is the holder's own.
 */
export async function actAsAdmin(act: Act, directory: Directory, demand: Demand, input: CommandInput, cause: string): Promise<Acted> {
  let first: Acted | undefined;
  for (const unit of concerned(demand)) {
    const acted = await act(actorFor(directory, unit), demand.id, input, cause);
    if (acted.ok) return acted;
    first ??= acted;
  }
  return first ?? { ok: false, refusal: 'not-your-unit', no: demand.id, demand };
}

function concerned({ holder, whistles, clocks, facts }: Demand): readonly string[] {
  const called = whistles.filter(({ status }) => status === 'sounding').flatMap(({ callees, caller }) => [caller, ...callees.map(({ unit }) => unit)]);
  return [...new Set([holder, ...called, ...clocks.map(({ unit }) => unit), ...Object.values(facts.place?.path ?? {})])];
}

function actorFor(directory: Directory, unit: string): Actor {
  return { person: ADMINISTRATOR, roles: ['dispatcher', 'leader', 'secretary', 'clerk'], unit: directory.unitRef(unit) };
}
