import type { Actor } from '../commands.ts';
import { THE_CLOCK } from '../events.ts';
import type { Timed } from '../mechanism/basics.ts';
import type { ProjectSettings } from '../mechanism/lists.ts';
import type { Result } from '../result.ts';
import { accept, assertNever, refuse } from '../result.ts';
import type { Clock, SideClockKind } from '../time/clocks.ts';
import type { Rules } from '../time/start-clock.ts';
import { startClock } from '../time/start-clock.ts';
import { marksDue } from '../time/timekeeping.ts';
import { milestoneClock, projectRuns } from './project.ts';
import type { Project, ProjectCommand, ProjectEvent, ProjectRefusal, ProposeProject } from './project.ts';

type Decision = Result<readonly ProjectEvent[], ProjectRefusal>;
type Command<T extends ProjectCommand['type']> = Extract<ProjectCommand, { type: T }>;

/** What the district says about projects. Throws when it has none. */
export function projectSettings({ mechanism }: Rules): ProjectSettings {
  if (mechanism.projects === undefined) throw new Error(`Mechanism ${mechanism.id} has no projects`);
  return mechanism.projects;
}

/** The first fact of a project. */
export function proposeProject(rules: Rules, { by, ...proposal }: ProposeProject, now: Date): readonly ProjectEvent[] {
  const { id, version } = rules.mechanism;
  return [{ type: 'proposed', at: now, by, data: { ...proposal, mechanism: { id, version }, clock: stepClock(rules, 'design', proposal.unit, now) } }];
}

/** Decides a command on a project: pure, so that it can be decided again when somebody else was faster. */
export function decideProject(rules: Rules, project: Project, command: ProjectCommand, now: Date): Decision {
  if (!projectRuns(project)) return command.type === 'tick' || command.type === 'call-off' ? accept([]) : refuse('project-over');
  switch (command.type) {
    case 'agree':
      return agree(rules, project, command, now);
    case 'take-on':
      return takeOn(rules, project, command, now);
    case 'set-milestone':
      return setMilestone(rules, project, command, now);
    case 'reach-milestone':
      return reachMilestone(rules, project, command, now);
    case 'call-off':
      return accept([{ type: 'given-up', at: now, by: command.by.person, data: {} }]);
    case 'tick':
      return accept(tick(rules, project, now));
    default:
      return directs(rules, project, command.by) ? decideAsUnit(rules, project, command, now) : refuse('not-your-project');
  }
}

function directs(rules: Rules, { unit }: Project, { unit: own, roles }: Actor): boolean {
  return own?.id === unit && projectSettings(rules).roles.some((role) => roles.includes(role));
}

/** Whether the actor does the work, or directs it. */
function works(rules: Rules, project: Project, by: Actor): boolean {
  return by.unit?.id === project.taker?.unit || directs(rules, project, by);
}

function decideAsUnit(rules: Rules, project: Project, command: Command<'design' | 'supervise' | 'evaluate' | 'give-up'>, now: Date): Decision {
  const { step, unit } = project;
  const by = command.by.person;
  switch (command.type) {
    case 'design':
      return design(rules, project, command, now);
    case 'supervise':
      if (step !== 'work') return refuse('other-project-step');
      return accept([{ type: 'supervised', at: now, by, data: { words: command.words, clock: stepClock(rules, 'supervise', unit, now) } }]);
    case 'evaluate':
      return evaluate(rules, project, command, now);
    case 'give-up':
      return accept([{ type: 'given-up', at: now, by, data: { reason: command.reason } }]);
    default:
      return assertNever(command);
  }
}

/** What costs much is put to the unit above first. */
function design(rules: Rules, project: Project, { by, words, budget = project.budget }: Command<'design'>, now: Date): Decision {
  if (project.step !== 'design') return refuse('other-project-step');
  const { approvalAbove } = projectSettings(rules);
  const asks = approvalAbove !== undefined && budget > approvalAbove && project.above !== undefined;
  const clock = asks ? stepClock(rules, 'agreement', project.above ?? project.unit, now) : stepClock(rules, 'take-on', project.unit, now);
  return accept([{ type: 'designed', at: now, by: by.person, data: { words, budget, next: asks ? 'agreement' : 'take-on', clock } }]);
}

function agree(rules: Rules, project: Project, { by, agreed, reason }: Command<'agree'>, now: Date): Decision {
  if (project.step !== 'agreement') return refuse('other-project-step');
  if (by.unit?.id !== project.above || !projectSettings(rules).roles.some((role) => by.roles.includes(role))) return refuse('not-yours-to-agree');
  const clock = stepClock(rules, agreed ? 'take-on' : 'design', project.unit, now);
  return accept([{ type: 'agreed', at: now, by: by.person, data: { agreed, reason, clock } }]);
}

/** The first organisation that takes it on has it. */
function takeOn(rules: Rules, project: Project, { by }: Command<'take-on'>, now: Date): Decision {
  const { unit } = by;
  if (unit === undefined || !projectSettings(rules).takers.includes(unit.class)) return refuse('not-a-taker');
  if (project.step !== 'take-on') return refuse('other-project-step');
  return accept([{ type: 'taken-on', at: now, by: by.person, data: { unit: unit.id, clock: stepClock(rules, 'plan', unit.id, now) } }]);
}

function setMilestone(rules: Rules, project: Project, { by, title, due }: Command<'set-milestone'>, now: Date): Decision {
  if (!works(rules, project, by)) return refuse('not-your-project');
  if (project.step !== 'plan' && project.step !== 'work') return refuse('other-project-step');
  if (due <= now) return refuse('date-passed');
  const nth = project.milestones.length + 1;
  const timed: Timed = { limit: { unit: 'minutes', amount: (due.getTime() - now.getTime()) / 60_000 }, ladder: projectSettings(rules).milestones };
  const clock = startClock(rules, { kind: 'milestone', id: milestoneClock(nth), unit: project.taker?.unit ?? project.unit, timed, from: now, urgent: false });
  const supervise = project.step === 'plan' ? stepClock(rules, 'supervise', project.unit, now) : undefined;
  return accept([{ type: 'milestone-set', at: now, by: by.person, data: { nth, title, due, clock, supervise } }]);
}

/** With the last of them the work is done, and is to be rated. */
function reachMilestone(rules: Rules, project: Project, { by, nth, words }: Command<'reach-milestone'>, now: Date): Decision {
  if (!works(rules, project, by)) return refuse('not-your-project');
  if (project.step !== 'work') return refuse('other-project-step');
  const milestone = project.milestones.find((one) => one.nth === nth);
  if (milestone === undefined) return refuse('no-such-milestone');
  if (milestone.doneAt !== undefined) return refuse('milestone-done');
  const isLast = project.milestones.every((one) => one.nth === nth || one.doneAt !== undefined);
  const evaluated = isLast ? stepClock(rules, 'evaluate', project.unit, now) : undefined;
  return accept([{ type: 'milestone-reached', at: now, by: by.person, data: { nth, words, evaluate: evaluated } }]);
}

function evaluate(rules: Rules, { step }: Project, { by, marks, words }: Command<'evaluate'>, now: Date): Decision {
  const { scale, dimensions } = projectSettings(rules);
  if (step !== 'evaluate') return refuse('other-project-step');
  const given = marks.length === 1 ? dimensions.map(() => marks[0]) : marks;
  if (given.length !== dimensions.length || given.some((mark) => mark === undefined || mark < 1 || mark > scale || !Number.isInteger(mark))) return refuse('project-marks');
  const byDimension = Object.fromEntries(dimensions.map(({ id }, index) => [id, given[index] ?? 0]));
  return accept([{ type: 'evaluated', at: now, by: by.person, data: { marks: byDimension, words } }]);
}

/** What has fallen due. Looking at the work comes again and again. */
function tick(rules: Rules, project: Project, now: Date): readonly ProjectEvent[] {
  return marksDue(rules, project.clocks, now).map((reached): ProjectEvent => {
    if (!reached.marks.some(({ act }) => act === 'expire')) return { type: 'reached', at: now, by: THE_CLOCK, data: reached };
    return { type: 'supervision-due', at: now, by: THE_CLOCK, data: { clock: stepClock(rules, 'supervise', project.unit, now) } };
  });
}

type StepClock = Extract<SideClockKind, 'design' | 'agreement' | 'take-on' | 'plan' | 'supervise' | 'evaluate'>;

function stepClock(rules: Rules, kind: StepClock, unit: string, from: Date): Clock {
  const { design: designing, takeOn: takingOn, plan, supervise, evaluate: evaluating } = projectSettings(rules);
  const timed = { design: designing, agreement: designing, 'take-on': takingOn, plan, supervise, evaluate: evaluating }[kind];
  return startClock(rules, { kind, unit, timed, from, urgent: false, expires: kind === 'supervise' });
}
