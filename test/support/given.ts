import { expect } from 'chai';
import type { DemandCommand, Refusal, Register } from '../../domain/commands.ts';
import type { Decision } from '../../domain/decide/decide.ts';
import { decide, register } from '../../domain/decide/decide.ts';
import type { Demand } from '../../domain/demand.ts';
import { nextDueAt } from '../../domain/demand.ts';
import type { DemandEvent } from '../../domain/events.ts';
import { evolve, fold } from '../../domain/evolve.ts';
import type { Address, Notice } from '../../domain/notice.ts';
import { firstNotices, notices } from '../../domain/notices.ts';
import type { Rules } from '../../domain/time/start-clock.ts';
import { report } from './builders.ts';
import { tick } from './commands.ts';
import { at, said } from './local-time.ts';
import { wuchang } from './rules.ts';

const NEVER = new Date(8.64e15);

/** An event as a test expects it: its type, and as much of the rest as the test is about. */
export type Expected = { readonly type: DemandEvent['type']; readonly by?: string } & Readonly<Record<string, unknown>>;

/** Something said, and when. */
export interface Told {
  readonly at: Date;
  readonly notice: Notice;
}

/** What has happened to a demand so far; every step gives a new past. */
export class Past {
  constructor(
    readonly rules: Rules,
    readonly events: readonly DemandEvent[],
    readonly demand: Demand,
    /** What was said from the last step on. */
    readonly latest: readonly Told[],
    readonly told: readonly Told[],
  ) {}

  /** Something else happened then; fails the test when it is refused. */
  and(command: DemandCommand, when: string | Date): Past {
    const decision = this.decided(command, when);
    if (!decision.ok) throw new Error(`${command.type} was refused: ${decision.refusal}`);
    return this.with(decision.value);
  }

  /** Time passes: everything that falls due by then happens when it falls due. */
  until(when: string, ...mayAsk: string[]): Past {
    const due = nextDueAt(this.demand);
    if (due === undefined || due > at(when)) return this;
    const after = this.and(tick(...mayAsk), due);
    if ((nextDueAt(after.demand) ?? NEVER) <= due) throw new Error(`Time stands still at ${said(due)}`);
    return after.until(when, ...mayAsk);
  }

  when(command: DemandCommand, when: string | Date): Outcome {
    return new Outcome(this.decided(command, when), moment(when));
  }

  decided(command: DemandCommand, when: string | Date): Decision {
    return decide(this.rules, this.demand, command, moment(when));
  }

  with(events: readonly DemandEvent[]): Past {
    let demand = this.demand;
    const latest: Told[] = [];
    for (const event of events) {
      const after = evolve(demand, event);
      latest.push(...notices(this.rules.mechanism, demand, event, after).map((notice) => ({ at: event.at, notice })));
      demand = after;
    }
    return new Past(this.rules, [...this.events, ...events], demand, latest, [...this.told, ...latest]);
  }
}

/** What a command came to. */
class Outcome {
  constructor(
    private readonly decision: Decision,
    private readonly at: Date,
  ) {}

  /** These events and no others follow, in this order, at the time of the command. */
  then(...expected: Expected[]): void {
    if (!this.decision.ok) throw new Error(`Refused: ${this.decision.refusal}`);
    const events = this.decision.value;
    expect(events.map(({ type }) => type)).to.deep.equal(expected.map(({ type }) => type));
    expected.forEach((one, index) => {
      const { at, by, type, data } = events[index]!;
      const actual = { ...data, type, by };
      expect(at).to.deep.equal(this.at);
      expect(part(actual, one)).to.deep.equal(one);
    });
  }

  thenNothing(): void {
    this.then();
  }

  thenRefused(refusal: Refusal): void {
    expect(this.decision.ok ? this.decision.value.map(({ type }) => type) : this.decision.refusal).to.equal(refusal);
  }
}

/** A demand begun by these events. */
export function given(...events: DemandEvent[]): Past {
  return givenBy(wuchang, ...events);
}

/** A demand begun by these events under other rules. */
export function givenBy(rules: Rules, ...events: DemandEvent[]): Past {
  const [first, ...rest] = events;
  if (first?.type !== 'registered') throw new Error('A past begins with a registration');
  const demand = fold([first]);
  const told = firstNotices(rules.mechanism, first, demand).map((notice) => ({ at: first.at, notice }));
  const begun = new Past(rules, [first], demand, told, told);
  return rest.length === 0 ? begun : begun.with(rest);
}

/** The registration of a report, on Monday 6 July 2026 at ten unless said otherwise. */
export function registered(command: Register = report(), when = '2026-07-06 10:00', rules: Rules = wuchang): DemandEvent {
  const [event] = register(rules, command, at(when));
  if (event === undefined) throw new Error('Nothing was registered');
  return event;
}

/** "14:30 on the 7th: remind to the front desk of ginkgo", short. */
export function told({ at: moment, notice }: Told): string {
  return `${said(moment).slice(5)} ${saidTo(notice)}`;
}

/** "remind > ginkgo": what is said, and to whom; a head is marked !, one tier up ^. */
export function saidTo({ name, to }: Notice): string {
  return `${name} > ${addressed(to)}`;
}

/** Everything said by the last step, as "what > whom". */
export function latest(past: Past): string[] {
  return past.latest.map(({ notice }) => saidTo(notice));
}

function addressed(to: Address): string {
  if ('reporter' in to) return to.reporter;
  if ('room' in to) return `#${to.room}`;
  if ('people' in to) return to.people.join('+');
  if ('sourceOf' in to) return `source of ${to.sourceOf}`;
  return `${to.unit}${'^'.repeat(to.tiersUp ?? 0)}${to.desk === 'head' ? '!' : ''}${to.roles === undefined ? '' : `(${to.roles.join(' ')})`}${to.except === undefined ? '' : ` but ${to.except}`}`;
}

function moment(when: string | Date): Date {
  return typeof when === 'string' ? at(when) : when;
}

/** As much of a value as the pattern names; whatever the pattern leaves out is left out. */
function part(value: unknown, pattern: unknown): unknown {
  if (Array.isArray(pattern) && Array.isArray(value)) return value.map((one: unknown, index) => (index < pattern.length ? part(one, pattern[index]) : one));
  if (isPlain(pattern) && isPlain(value)) return Object.fromEntries(Object.entries(pattern).map(([key, inner]) => [key, part(value[key], inner)]));
  return value;
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
