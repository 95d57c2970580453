import type { Demand, Reporter } from '../../domain/demand.ts';
import { present } from '../../domain/demand.ts';
import { outcomeOf } from '../../domain/outcome.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { isoTime } from '../iso-time.ts';
import type { DemandStore, OutcomeQuery } from '../ports/demands.ts';
import type { Sealer } from '../ports/sealer.ts';

/** What is needed to hand results back to the source of a matter. */
export interface HandingBack {
  readonly demands: Pick<DemandStore, 'load' | 'outcomesOf'>;
  readonly sealer: Pick<Sealer, 'openAll'>;
  readonly maskPersonal: (text: string) => string;
  readonly erased: string;
}

/** How a matter of a source has ended, under the source's own number; one that is opened again comes a second time when it has ended again. */
export interface ResultShown {
  readonly no: string;
  readonly externalId?: string | undefined;
  readonly source: string;
  readonly demand: string;
  readonly status: 'done' | 'closed' | 'withdrawn';
  readonly at: string;
  readonly doneAt?: string | undefined;
  readonly unit?: string | undefined;
  /** Units that were called to it. */
  readonly called: readonly string[];
  readonly result?: string | undefined;
  readonly redos: number;
  readonly satisfied?: 'satisfied' | 'basically' | 'dissatisfied' | undefined;
}

/** A page of results, the oldest first; `last` is where it ends, undefined when there is nothing more. */
export interface Results {
  readonly items: readonly ResultShown[];
  readonly last?: { readonly at: Date; readonly id: string } | undefined;
}

/** Gives back to a source how what it raised has ended (谁提出、告诉谁结果), oldest first; a merged matter is told of by its own number. */
export function createHandBack(deps: HandingBack): (query: OutcomeQuery) => Promise<Results> {
  return async (query) => {
    const found = await deps.demands.outcomesOf({ ...query, limit: query.limit + 1 });
    const page = found.slice(0, query.limit);
    const items = await Promise.all(page.map((demand) => resultsOf(deps, demand, query.source)));
    const end = page.at(-1);
    const ended = end && outcomeOf(end);
    return { items: items.flat(), last: found.length > query.limit && end !== undefined && ended !== undefined ? { at: ended.at, id: end.id } : undefined };
  };
}

/** What is told of a result: its words opened, without personal data. */
export async function openedResult<R extends Pick<ResultShown, 'result'>>({ sealer, maskPersonal, erased }: Pick<HandingBack, 'sealer' | 'maskPersonal' | 'erased'>, shown: R): Promise<R> {
  return shown.result === undefined ? shown : { ...shown, result: maskPersonal(await sealer.openAll(shown.result, erased)) };
}

async function resultsOf(deps: HandingBack, demand: Demand, source: string): Promise<readonly ResultShown[]> {
  const sealed = await resultsFor(deps, demand, (one) => one === source);
  return Promise.all(sealed.map((shown) => openedResult(deps, shown)));
}

/** How a demand has ended for each of those sources that raised it, its words still sealed; empty while it has not ended. */
export async function resultsFor({ demands }: Pick<HandingBack, 'demands'>, demand: Demand, tells: (source: string) => boolean): Promise<readonly ResultShown[]> {
  const outcome = outcomeOf(demand);
  if (outcome === undefined) return [];
  const raised = demand.phase.status === 'withdrawn' ? demand.reporters : present(demand);
  return Promise.all(raised.filter(({ source }) => tells(source)).map((reporter) => resultFor(demands, demand, reporter, outcome)));
}

async function resultFor(demands: HandingBack['demands'], demand: Demand, { no, source, revisit }: Reporter, outcome: Outcome): Promise<ResultShown> {
  const own = no === demand.id ? demand : (await demands.load(no))?.state;
  const satisfied = revisit.state === 'answered' ? revisit.answers.satisfied : undefined;
  return {
    no,
    ...(own?.externalId === undefined ? {} : { externalId: own.externalId }),
    source,
    demand: demand.id,
    status: outcome.status,
    at: isoTime(outcome.at),
    ...(outcome.doneAt === undefined ? {} : { doneAt: isoTime(outcome.doneAt) }),
    ...(outcome.unit === undefined ? {} : { unit: outcome.unit }),
    called: [...new Set(demand.whistles.flatMap(({ callees }) => callees.map(({ unit }) => unit)))],
    ...(outcome.result === undefined ? {} : { result: outcome.result }),
    redos: demand.redos,
    ...(satisfied === undefined ? {} : { satisfied }),
  };
}
