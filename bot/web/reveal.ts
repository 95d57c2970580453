import { randomUUID } from 'node:crypto';
import type { Actor } from '../../domain/commands.ts';
import type { Demand } from '../../domain/demand.ts';
import { isHidden } from '../../domain/demand.ts';
import type { Directory } from '../../domain/directory/directory.ts';
import type { Mechanism } from '../../domain/mechanism/mechanism.ts';
import { callsBack, directs } from '../../domain/powers.ts';
import { actorOf } from '../../handlers/acting/actor.ts';
import type { Execute } from '../../handlers/execute.ts';
import { toldHome } from '../../handlers/intake/home.ts';
import type { Stores } from '../../handlers/ports/stores.ts';
import type { Presenting } from '../../handlers/showing/present.ts';
import type { Caller } from '../../web/deps.ts';
import type { Outcome } from '../../web/outcome.ts';
import type { Revealed } from '../../web/schemas/console.ts';

/** What is needed to uncover somebody. */
export interface Revealing {
  readonly stores: Pick<Stores, 'people' | 'sealer'>;
  readonly handlers: { readonly execute: Pick<Execute, 'execute'> };
  readonly directory: () => Directory;
  readonly mechanism: Mechanism;
  readonly presenting: Presenting;
}

/** Uncovers who raised it; that it was done, by whom and why stands in the demand's sealed timeline before anything is shown. */
export async function reveal(parts: Revealing, demand: Demand, no: string, reason: string, caller: Caller): Promise<Outcome<Revealed>> {
  const { stores, handlers, presenting } = parts;
  const reporter = demand.reporters.find((one) => one.no === no);
  if (reporter === undefined) return { ok: false, refusal: 'no-such-reporter' } as const;
  const by = await revealing(parts, demand, no, caller);
  if (by === undefined) return { ok: false, refusal: 'may-not-reveal' } as const;
  const kept = await handlers.execute.execute(demand.id, { type: 'reveal', by, no, reason: await stores.sealer.sealFor([reporter.person, by.person], reason) }, `reveal:${randomUUID()}`);
  if (!kept.ok) return { ok: false, refusal: 'no-such-reporter' } as const;
  const known = await stores.people.get(reporter.person);
  const opened = await stores.sealer.openAll({ name: known?.name ?? presenting.erased, phone: known?.phone ?? '' }, presenting.erased);
  const home = await toldHome({ ...stores, directory: parts.directory }, reporter.person);
  return { ok: true, value: { no, name: opened.name, ...(opened.phone === '' ? {} : { phone: opened.phone }), ...(home === undefined ? {} : { home: home.said }) } } as const;
}

/** Who looks, when they may; the administrator may. */
async function revealing({ stores, directory, mechanism }: Revealing, demand: Demand, no: string, caller: Caller): Promise<Actor | undefined> {
  if (caller.kind === 'admin') return { person: caller.person ?? 'admin', roles: [] };
  const person = await stores.people.get(caller.person);
  const actor = person && actorOf(directory(), person);
  return actor !== undefined && (isHidden(demand, no) ? directs(mechanism, actor, demand) : callsBack(actor, demand)) ? actor : undefined;
}
