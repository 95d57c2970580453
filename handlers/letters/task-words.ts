import type { Demand } from '../../domain/demand.ts';
import type { Service } from '../../domain/services.ts';
import type { Language, Params } from '../../locales/text.ts';
import { unitName } from '../showing/describe.ts';
import type { Describing } from '../showing/describe.ts';

/** What a sentence about something done on somebody's behalf may use: the service, its papers, where it is done, its steps. Nothing for other demands. */
export function taskWords({ directory, speak }: Pick<Describing, 'directory' | 'speak'>, { service: task, facts }: Demand, language: Language): Params {
  const service = task === undefined ? undefined : directory.service(task.id);
  if (task === undefined || service === undefined) return task === undefined ? {} : { service: task.id };
  const { papers } = service;
  const steps = service.steps.map((step, index) => speak(language, 'service.task-step', { index: index + 1, step })).join(' ');
  const where = whereDone({ directory }, service, facts.place?.grid);
  return {
    service: service.name,
    papers: papers.length === 0 ? '' : speak(language, 'service.task-papers', { papers }),
    bring: papers.length === 0 ? '' : speak(language, 'service.bring', { papers }),
    where: where === '' ? '' : speak(language, 'service.task-where', { where }),
    steps: steps === '' ? '' : speak(language, 'service.task-steps', { steps }),
  };
}

function whereDone({ directory }: Pick<Describing, 'directory'>, { place, link, unit, hours }: Service, grid: string | undefined): string {
  const units = unit === undefined ? [] : directory.unitsMeant(unit, grid).map(({ id }) => unitName(directory, id));
  return [place ?? link, hours, ...units].filter((part) => part !== undefined).join(' · ');
}
