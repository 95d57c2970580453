import { proposeProject, projectSettings } from '../../../domain/project/decide-project.ts';
import { foldProject } from '../../../domain/project/project.ts';
import type { Project, ProjectCommand } from '../../../domain/project/project.ts';
import { nextNumber } from '../../intake/register-matter.ts';
import { milestoneLines } from '../../side/project-tellings.ts';
import type { Reply, SaidText } from '../utterance.ts';
import { reply } from '../utterance.ts';
import { demandNumbered, howTo, refusedBecause, sealed } from './common.ts';
import type { Answered, Given, SideChat } from './common.ts';
import { behindNumber, marksIn, numberIn, withBudget, withDate } from './grammar.ts';

/** 立项, and what follows on a project by its number. */
export async function projectCommand(deps: SideChat, given: Given): Answered {
  const { command, utterance } = given;
  if (command.word === 'project') return propose(deps, given);
  const project = command.no === undefined ? undefined : (await deps.stores.projects.load(command.no))?.state;
  if (project === undefined) return command.no === undefined || command.word === 'agree' || command.word === 'disagree' || command.word === 'check' ? 'pass' : reply('side.unknown', { no: command.no });
  const built = await commandFor(deps, given);
  if (built === undefined) return howTo(command);
  const done = await deps.work.projects.execute(project.id, built, utterance.id);
  return done.ok ? reply('side.noted', { no: project.id }) : refusedBecause(done.refusal, refusalParams(deps, project, utterance.person.language));
}

async function commandFor(deps: SideChat, { command: { word, rest }, utterance }: Given): Promise<ProjectCommand | undefined> {
  const { actor: by } = utterance;
  const words = async (said: string) => (said === '' ? undefined : sealed(deps, utterance, said));
  switch (word) {
    case 'design': {
      const design = withBudget(rest);
      const said = await words(design.words);
      return said === undefined ? undefined : { type: 'design', by, words: said, budget: design.budget };
    }
    case 'agree':
    case 'disagree':
      return { type: 'agree', by, agreed: word === 'agree', reason: await words(rest) };
    case 'take-on':
      return { type: 'take-on', by };
    case 'milestone': {
      const dated = withDate(rest, deps.now());
      const title = dated && (await words(dated.words));
      return dated === undefined || title === undefined ? undefined : { type: 'set-milestone', by, title, due: dated.due };
    }
    case 'reached': {
      const nth = numberIn(rest);
      const said = await words(behindNumber(rest));
      return nth === undefined || said === undefined ? undefined : { type: 'reach-milestone', by, nth, words: said };
    }
    case 'check': {
      const said = await words(rest);
      return said === undefined ? undefined : { type: 'supervise', by, words: said };
    }
    case 'evaluate': {
      const marked = marksIn(rest);
      return marked && { type: 'evaluate', by, marks: marked.marks, words: await words(marked.words ?? '') };
    }
    case 'stop-project': {
      const reason = await words(rest);
      return reason === undefined ? undefined : { type: 'give-up', by, reason };
    }
    default:
      return undefined;
  }
}

/** From a demand, which it then carries; from a need; or by itself. */
async function propose(deps: SideChat, { command, utterance }: Given): Answered {
  const { projects } = deps.mechanism;
  const { actor, person } = utterance;
  const { unit } = actor;
  if (projects === undefined) return 'pass';
  if (unit === undefined || !projects.roles.some((role) => actor.roles.includes(role))) return reply('refusal.not-your-role');
  const known = command.no === undefined ? undefined : (await deps.stores.projects.load(command.no))?.state;
  if (known !== undefined) return [status(known)];
  const { words, budget } = withBudget(command.rest);
  if (words === '' || budget === undefined) return howTo(command);

  const need = command.no === undefined ? undefined : (await deps.stores.needs.load(command.no))?.state;
  const title = await sealed(deps, utterance, words);
  if (need === undefined && command.no !== undefined) return fromDemand(deps, { command, utterance }, command.no, { title, budget });
  const id = await nextNumber(deps.counters);
  const above = deps.directory().unitsAbove(unit.id)[0]?.id;
  const events = proposeProject(deps.work.rules(), { id, origin: `project:${utterance.id}`, need: need?.id, unit: unit.id, above, title, budget, by: person.id }, deps.now());
  const { kept } = await deps.work.projects.begin(foldProject(events), events, `project:${utterance.id}`);
  return reply('side.noted', { no: kept.state.id });
}

async function fromDemand(deps: SideChat, { utterance }: Given, no: string, start: { readonly title: string; readonly budget: number }): Answered {
  const demand = await demandNumbered(deps, utterance, no);
  if (demand === undefined) return reply('refusal.unknown-demand', { no });
  const done = await deps.execute(demand.id, { type: 'carry', by: utterance.actor, kind: 'project', id: await nextNumber(deps.counters), start }, utterance.id);
  return done.ok ? reply('side.noted', { no }) : reply(`refusal.${done.refusal}`, { no }, demand);
}

function status(project: Project): Reply {
  const { id, title, budget, step, clocks } = project;
  const milestones = milestoneLines(project);
  return { key: 'project.status', params: { no: id, title, budget, step: { key: `project.step-${step}` }, due: clocks[0]?.due, milestones: milestones.length === 0 ? undefined : milestones }, mask: true };
}

function refusalParams({ work }: SideChat, project: Project, language: 'zh-CN' | 'en'): SaidText['params'] {
  const { dimensions, scale } = projectSettings(work.rulesOf(project));
  return { no: project.id, unit: project.unit, step: { key: `project.step-${project.step}` }, count: dimensions.length, dimensions: dimensions.map(({ name }) => name[language]).join(' '), scale };
}
