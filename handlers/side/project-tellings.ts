import type { Mechanism } from '../../domain/mechanism/mechanism.ts';
import type { Project, ProjectEvent } from '../../domain/project/project.ts';
import type { SaidText } from '../chat/utterance.ts';
import type { Following, Telling, Told } from './tellings.ts';
import { markTellings } from './tellings.ts';

/** What is needed to tell of projects. */
export interface ProjectTelling {
  readonly mechanismOf: (project: Project) => Mechanism;
  /** The units that may take a project of this unit on. */
  readonly takersNear: (project: Project) => readonly string[];
}

/** What everybody hears because of one event: whoever runs it, who may take it on, who has taken it on, and the demand it comes from. */
export function projectTellings(deps: ProjectTelling) {
  return (before: Project | undefined, event: ProjectEvent, after: Project): readonly Following[] => {
    const { id: no, title, budget, design } = after;
    const common = { no, title, budget, due: dueOf(after), unit: after.unit };
    const runner: Told = { runner: after.runner, unit: after.unit };
    const toTaker = (said: SaidText): Telling[] => (after.taker === undefined ? [] : [{ to: { unit: after.taker.unit, desk: 'front' }, said }]);
    switch (event.type) {
      case 'proposed':
        return [{ to: runner, said: { key: 'project.proposed', params: common } }];
      case 'designed':
        if (event.data.next === 'agreement') return [{ to: { unit: after.above ?? after.unit, desk: 'head' }, said: { key: 'project.to-agree', params: { ...common, words: design } } }];
        return offered(deps, after);
      case 'agreed':
        return event.data.agreed ? [{ to: runner, said: { key: 'project.agreed', params: common } }, ...offered(deps, after)] : [{ to: runner, said: { key: 'project.not-agreed', params: { ...common, reason: event.data.reason } } }];
      case 'taken-on':
        return [{ to: runner, said: { key: 'project.taken-on', params: { ...common, unit: event.data.unit } } }, ...toTaker({ key: 'project.plan', params: common })];
      case 'milestone-set':
        return [{ to: runner, said: { key: 'project.milestone-set', params: { no, title, nth: event.data.nth, words: event.data.title, due: event.data.due } } }];
      case 'milestone-reached':
        return reached(event, after, runner);
      case 'supervised':
        return toTaker({ key: 'project.supervised', params: { ...common, words: event.data.words } });
      case 'supervision-due':
        return [{ to: runner, said: { key: 'project.supervise', params: { ...common, milestones: milestoneLines(after) } } }];
      case 'evaluated':
        return [...toTaker({ key: 'project.evaluated', params: { ...common, marks: Object.values(event.data.marks).join(' '), words: event.data.words } }), ...toDemand(after, 'done'), ...poor(deps, after)];
      case 'given-up':
        return [...toTaker({ key: 'project.given-up', params: { ...common, reason: event.data.reason } }), ...toDemand(after, 'over')];
      case 'reached':
        return late(before ?? after, event, after, runner);
    }
  };
}

/** Whoever may take it on hears of it, and whoever proposed it that they do. */
function offered({ takersNear }: ProjectTelling, project: Project): Telling[] {
  const { id: no, title, budget, unit, design, runner } = project;
  const said: SaidText = { key: 'project.offered', params: { no, title, budget, unit, words: design, due: dueOf(project) } };
  const takers = takersNear(project);
  return [...takers.map((one): Telling => ({ to: { unit: one, desk: 'front' }, said })), { to: { runner, unit }, said: { key: 'project.offered-to', params: { no, count: takers.length } } }];
}

function reached({ data: { nth, words, evaluate } }: Extract<ProjectEvent, { type: 'milestone-reached' }>, after: Project, runner: Told): Telling[] {
  const { id: no, title } = after;
  const own: Telling = { to: runner, said: { key: 'project.milestone-reached', params: { no, title, nth, words } } };
  return evaluate === undefined ? [own] : [own, { to: runner, said: { key: 'project.evaluate', params: { no, title, due: evaluate.due } } }];
}

/** A milestone that is not there is told to those who pay too, at once. */
function late(before: Project, { data }: Extract<ProjectEvent, { type: 'reached' }>, after: Project, runner: Told): Telling[] {
  const clock = before.clocks.find(({ id }) => id === data.clock);
  const milestone = after.milestones.find(({ nth }) => data.clock.endsWith(`:${nth}`));
  const isMilestone = clock?.kind === 'milestone' && milestone !== undefined;
  const what = isMilestone ? milestone.title : after.title;
  const told = markTellings(before.clocks, data, { no: after.id, what }, clock?.unit === after.unit ? runner : undefined);
  const missed = isMilestone && data.marks.some(({ act }) => act === 'overdue');
  return missed ? [...told, { to: runner, said: { key: 'project.milestone-missed', params: { no: after.id, title: after.title, nth: milestone.nth, words: milestone.title, due: milestone.due, unit: after.taker?.unit } }, clock: data.clock }] : [...told];
}

/** Every milestone with its date, and whether it is there. */
export function milestoneLines({ milestones }: Project): readonly SaidText[] {
  return milestones.map(({ nth, title, due, doneAt }): SaidText => ({ key: doneAt === undefined ? 'project.milestone-open' : 'project.milestone-done', params: { nth, words: title, due, doneAt } }));
}

function toDemand({ demand, id, milestones, reason }: Project, outcome: 'done' | 'over'): Following[] {
  const words = outcome === 'done' ? milestones.findLast(({ words: said }) => said !== undefined)?.words : reason;
  return demand === undefined ? [] : [{ task: 'end-carrier', needs: { demand, id, outcome, words } }];
}

/** A poor rating is for the list of corrections. */
function poor({ mechanismOf }: ProjectTelling, project: Project): Following[] {
  const { lists, projects } = mechanismOf(project);
  const { rating, taker, id } = project;
  const marks = Object.values(rating?.marks ?? {});
  const mean = marks.reduce((sum, mark) => sum + mark, 0) / Math.max(1, marks.length);
  const wanted = lists?.corrections?.from.includes('poor-rating') === true && projects !== undefined && taker !== undefined && mean < lists.corrections.poorBelow * projects.scale;
  return wanted ? [{ task: 'open-correction', needs: { origin: `correction:${id}`, unit: taker.unit, about: id, why: 'poor-rating', reason: rating?.words } }] : [];
}

function dueOf({ clocks }: Project): Date | undefined {
  return clocks[0]?.due;
}
