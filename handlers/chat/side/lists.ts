import { statusOf } from '../../showing/describe.ts';
import type { Lists } from '../../side/lists.ts';
import { listsOf } from '../../side/lists.ts';
import type { Reply, SaidText } from '../utterance.ts';
import { reply } from '../utterance.ts';
import { howTo, refusedBecause, sealed } from './common.ts';
import type { Answered, Given, SideChat } from './common.ts';
import { listIn } from './grammar.ts';

/** 清单: the four lists of a secretary, counted, or one of them; 整改: what was put right. */
export async function listCommand(deps: SideChat, { command, utterance }: Given): Answered {
  const { actor } = utterance;
  const { lists } = deps.mechanism;
  if (lists === undefined) return 'pass';
  if (command.word === 'correct') return correct(deps, { command, utterance });
  if (actor.unit === undefined || !lists.roles.some((role) => actor.roles.includes(role))) return reply('lists.not-yours');
  const all = await listsOf(deps, actor.unit.id);
  const which = listIn(command.rest);
  if (which === undefined) return reply('lists.all', { unit: all.unit, duties: all.duties.length, projects: all.projects.length, problems: all.problems.length, corrections: all.corrections.length });
  const lines = linesOf(deps, all, which, utterance.person.language);
  return lines.length === 0 ? reply('lists.empty') : [shown(which, all, lines, lists.most)];
}

function shown(which: keyof Omit<Lists, 'unit'>, { unit }: Lists, lines: readonly SaidText[], most: number): Reply {
  return { key: `lists.${which}`, params: { unit, count: lines.length, list: lines.slice(0, most) }, mask: true };
}

function linesOf({ categoryName }: SideChat, lists: Lists, which: keyof Omit<Lists, 'unit'>, language: 'zh-CN' | 'en'): readonly SaidText[] {
  switch (which) {
    case 'duties':
      return lists.duties.map(({ category, role }): SaidText => ({ key: 'lists.duty-line', params: { category: categoryName(category, language), role: { key: `lists.role-${role}` } } }));
    case 'projects':
      return lists.projects.map(({ id, title, budget, step, unit, taker }): SaidText => ({ key: 'lists.project-line', params: { no: id, title, budget, step: { key: `project.step-${step}` }, unit: taker?.unit ?? unit } }));
    case 'problems':
      return lists.problems.map(({ demand, late }): SaidText => ({
        key: 'lists.problem-line',
        params: { no: demand.id, what: demand.facts.what, status: { key: `status.${statusOf(demand)}` }, unit: demand.holder, late: late ? { key: 'lists.late' } : undefined },
      }));
    case 'corrections':
      return lists.corrections.map(({ id, about, why, unit, clocks }): SaidText => ({ key: 'lists.correction-line', params: { no: id, about, why: { key: `correction.why-${why}` }, unit, due: clocks[0]?.due } }));
  }
}

async function correct(deps: SideChat, { command, utterance }: Given): Answered {
  if (command.no === undefined || command.rest === '') return howTo(command);
  const known = (await deps.stores.corrections.load(command.no))?.state;
  if (known === undefined) return reply('side.unknown', { no: command.no });
  const done = await deps.work.corrections.execute(command.no, { type: 'correct', by: utterance.actor, words: await sealed(deps, utterance, command.rest) }, utterance.id);
  return done.ok ? reply('side.noted', { no: command.no }) : refusedBecause(done.refusal, { no: command.no, unit: known.unit });
}
