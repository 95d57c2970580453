import type { Actor } from '../commands.ts';
import { assertNever } from '../result.ts';
import type { Clock } from '../time/clocks.ts';
import { clockId } from '../time/clocks.ts';
import type { Reached } from '../time/timekeeping.ts';
import { markOff, nextMark } from '../time/timekeeping.ts';
import type { Words } from '../words.ts';

/** The steps of a project, and its two ends. */
export type ProjectStep = 'design' | 'agreement' | 'take-on' | 'plan' | 'work' | 'evaluate' | 'ended' | 'given-up';

/** Something that is to be there by a date. */
export interface Milestone {
  readonly nth: number;
  readonly title: Words;
  readonly due: Date;
  readonly doneAt?: Date | undefined;
  readonly words?: Words | undefined;
}

/** Something that needs money and is done by an organisation: the fold of its timeline. */
export interface Project {
  readonly id: string;
  readonly mechanism: { readonly id: string; readonly version: number };
  readonly origin: string;
  readonly demand?: string | undefined;
  readonly need?: string | undefined;
  /** Who proposes, pays and directs. */
  readonly unit: string;
  /** Who must agree to what costs much. */
  readonly above?: string | undefined;
  readonly title: Words;
  /** In yuan. */
  readonly budget: number;
  readonly proposedAt: Date;
  /** Who proposed it, and is told what comes next. */
  readonly runner: string;
  readonly step: ProjectStep;
  readonly since: Date;
  readonly design?: Words | undefined;
  readonly taker?: { readonly unit: string; readonly at: Date } | undefined;
  readonly milestones: readonly Milestone[];
  readonly notes: readonly { readonly words: Words; readonly by: string; readonly at: Date }[];
  readonly rating?: { readonly marks: Readonly<Record<string, number>>; readonly words?: Words | undefined; readonly by: string; readonly at: Date } | undefined;
  readonly reason?: Words | undefined;
  readonly clocks: readonly Clock[];
}

/** What begins one. */
export interface ProposeProject extends Pick<Project, 'id' | 'origin' | 'demand' | 'need' | 'unit' | 'above' | 'title' | 'budget'> {
  readonly by: string;
}

interface Facts {
  proposed: Omit<ProposeProject, 'by'> & { readonly mechanism: Project['mechanism']; readonly clock: Clock };
  designed: { readonly words: Words; readonly budget: number; readonly next: 'agreement' | 'take-on'; readonly clock: Clock };
  agreed: { readonly agreed: boolean; readonly reason?: Words | undefined; readonly clock: Clock };
  'taken-on': { readonly unit: string; readonly clock: Clock };
  'milestone-set': { readonly nth: number; readonly title: Words; readonly due: Date; readonly clock: Clock; readonly supervise?: Clock | undefined };
  'milestone-reached': { readonly nth: number; readonly words: Words; readonly evaluate?: Clock | undefined };
  supervised: { readonly words: Words; readonly clock: Clock };
  'supervision-due': { readonly clock: Clock };
  evaluated: { readonly marks: Readonly<Record<string, number>>; readonly words?: Words | undefined };
  'given-up': { readonly reason?: Words | undefined };
  reached: Reached;
}

/** Everything that can have happened to a project. */
export type ProjectEvent = { [T in keyof Facts]: { readonly type: T; readonly at: Date; readonly by: string; readonly data: Facts[T] } }[keyof Facts];
type EventOf<T extends ProjectEvent['type']> = Extract<ProjectEvent, { type: T }>;

/** Every command on a project. */
export type ProjectCommand =
  | { readonly type: 'design'; readonly by: Actor; readonly words: Words; readonly budget?: number | undefined }
  | { readonly type: 'agree'; readonly by: Actor; readonly agreed: boolean; readonly reason?: Words | undefined }
  | { readonly type: 'take-on'; readonly by: Actor }
  | { readonly type: 'set-milestone'; readonly by: Actor; readonly title: Words; readonly due: Date }
  | { readonly type: 'reach-milestone'; readonly by: Actor; readonly nth: number; readonly words: Words }
  | { readonly type: 'supervise'; readonly by: Actor; readonly words: Words }
  | { readonly type: 'evaluate'; readonly by: Actor; readonly marks: readonly number[]; readonly words?: Words | undefined }
  | { readonly type: 'give-up'; readonly by: Actor; readonly reason: Words }
  /** The demand it was for is gone. */
  | { readonly type: 'call-off'; readonly by: Actor }
  | { readonly type: 'tick'; readonly by: Actor };

/** Why a command on a project is not carried out. */
export type ProjectRefusal = 'project-over' | 'not-your-project' | 'not-a-taker' | 'not-yours-to-agree' | 'other-project-step' | 'no-such-milestone' | 'milestone-done' | 'date-passed' | 'project-marks';

/** Whether something is still to be done. */
export function projectRuns({ step }: Pick<Project, 'step'>): boolean {
  return step !== 'ended' && step !== 'given-up';
}

/** When it must next be looked at; undefined only when it is over. */
export function projectDueAt(project: Project): Date | undefined {
  return projectRuns(project) ? nextMark(project.clocks) : undefined;
}

/** The id of a milestone's clock. */
export function milestoneClock(nth: number): string {
  return `${clockId('milestone')}:${nth}`;
}

/** The state after a timeline. Throws when it does not begin with the proposal. */
export function foldProject(events: readonly ProjectEvent[]): Project {
  const [first, ...rest] = events;
  if (first?.type !== 'proposed') throw new Error('A project begins with its proposal');
  const { clock, ...data } = first.data;
  const begun: Project = { ...data, proposedAt: first.at, runner: first.by, step: 'design', since: first.at, milestones: [], notes: [], clocks: [clock] };
  return rest.reduce(evolveProject, begun);
}

/** The state after one more event. */
export function evolveProject(project: Project, event: ProjectEvent): Project {
  const { at, by } = event;
  const to = (step: ProjectStep, clocks: readonly Clock[], change: Partial<Project> = {}): Project => ({ ...project, ...change, step, since: at, clocks });
  switch (event.type) {
    case 'proposed':
      return project;
    case 'designed':
      return to(event.data.next, [event.data.clock], { design: event.data.words, budget: event.data.budget });
    case 'agreed':
      return to(event.data.agreed ? 'take-on' : 'design', [event.data.clock], { reason: event.data.reason });
    case 'taken-on':
      return to('plan', [event.data.clock], { taker: { unit: event.data.unit, at } });
    case 'evaluated':
      return to('ended', [], { rating: { ...event.data, by, at } });
    case 'given-up':
      return to('given-up', [], { reason: event.data.reason });
    case 'reached':
      return { ...project, clocks: markOff(project.clocks, event.data) };
    default:
      return evolveWork(project, event, to);
  }
}

type WorkEvent = EventOf<'milestone-set' | 'milestone-reached' | 'supervised' | 'supervision-due'>;

function evolveWork(project: Project, event: WorkEvent, to: (step: ProjectStep, clocks: readonly Clock[], change?: Partial<Project>) => Project): Project {
  const { at, by } = event;
  const others = (id: string) => project.clocks.filter((clock) => clock.id !== id);
  switch (event.type) {
    case 'milestone-set': {
      const { nth, title, due, clock, supervise } = event.data;
      const milestones = [...project.milestones, { nth, title, due }];
      if (project.step === 'work') return { ...project, milestones, clocks: [...project.clocks, clock] };
      return to('work', supervise === undefined ? [clock] : [clock, supervise], { milestones });
    }
    case 'milestone-reached': {
      const { nth, words, evaluate } = event.data;
      const milestones = project.milestones.map((one) => (one.nth === nth ? { ...one, doneAt: at, words } : one));
      if (evaluate !== undefined) return to('evaluate', [evaluate], { milestones });
      return { ...project, milestones, clocks: others(milestoneClock(nth)) };
    }
    case 'supervised':
      return { ...project, notes: [...project.notes, { words: event.data.words, by, at }], clocks: [...others(event.data.clock.id), event.data.clock] };
    case 'supervision-due':
      return { ...project, clocks: [...others(event.data.clock.id), event.data.clock] };
    default:
      return assertNever(event);
  }
}
