import type { Demand } from '../../domain/demand.ts';
import type { DemandEvent } from '../../domain/events.ts';
import type { Mechanism } from '../../domain/mechanism/mechanism.ts';
import { isHandling } from '../../domain/time/clocks.ts';
import type { Task } from './tellings.ts';

/** What must follow elsewhere from what happened to a demand: its carrier begins or is called off, a need is noted, something is to be corrected. */
export function demandTasks(mechanism: Mechanism, before: Demand | undefined, event: DemandEvent, after: Demand): readonly Task[] {
  return [...carrierTasks(before, event, after), ...needTasks(mechanism, before, event, after), ...correctionTasks(mechanism, before ?? after, event, after)];
}

function carrierTasks(before: Demand | undefined, event: DemandEvent, after: Demand): Task[] {
  if (event.type === 'carried') return [{ task: `begin-${event.data.kind}`, needs: { demand: after.id, id: event.data.id, by: event.by, ...event.data.start } }];
  const carrier = before?.carrier;
  if (carrier === undefined || event.type === 'carrier-ended') return [];
  const ended = event.type === 'withdrawn' || event.type === 'merged';
  if (!ended && after.carrier?.id === carrier.id) return [];
  return [{ task: 'call-off', needs: { kind: carrier.kind, id: carrier.id, why: event.type === 'withdrawn' ? 'withdrawn' : 'moved' } }];
}

/** A demand of a class that a kind of need names is noted as a need, as soon as its place is known. */
function needTasks({ needs }: Mechanism, before: Demand | undefined, event: DemandEvent, after: Demand): Task[] {
  const located = event.type === 'registered' || event.type === 'located';
  if (needs?.automatic !== true || !located || after.facts.place === undefined || before?.facts.place !== undefined) return [];
  return needs.kinds.some(({ categories }) => categories.includes(after.category)) ? [{ task: 'note-need', needs: { demand: after.id } }] : [];
}

function correctionTasks({ lists }: Mechanism, before: Demand, event: DemandEvent, after: Demand): Task[] {
  const from = lists?.corrections?.from ?? [];
  const unit = 'unit' in before.phase ? before.phase.unit : before.holder;
  const round = `correction:${after.id}:${before.round}`;
  const open = (needs: Task['needs']): Task[] => [{ task: 'open-correction', needs: { about: after.id, ...needs } }];
  switch (event.type) {
    case 'rated':
      return from.includes('dissatisfied') && event.data.answers.satisfied === 'dissatisfied' ? open({ origin: round, unit, why: 'dissatisfied', reason: event.data.reason }) : [];
    case 'reopened':
      return from.includes('redo') ? open({ origin: round, unit, why: 'redo', reason: event.data.reason }) : [];
    case 'reached': {
      const clock = before.clocks.find(({ id }) => id === event.data.clock);
      const late = clock !== undefined && isHandling(clock) && event.data.marks.some(({ act }) => act === 'overdue');
      return late && from.includes('overdue') ? open({ origin: `correction:${after.id}:${clock.id}:${clock.due.toISOString()}`, unit: clock.unit, why: 'overdue' }) : [];
    }
    default:
      return [];
  }
}
