import type { Actor, DemandCommand } from '../../domain/commands.ts';
import type { Demand } from '../../domain/demand.ts';
import { isStaff } from '../acting/actor.ts';
import type { Execute } from '../execute.ts';
import type { LabelledCase, LabelledCases } from '../ports/labelled-cases.ts';
import type { Sealer } from '../ports/sealer.ts';

/** What is needed to keep what people put right. */
export interface KeepingCases {
  readonly labelledCases: Pick<LabelledCases, 'put'>;
  readonly sealer: Pick<Sealer, 'seal' | 'open'>;
  readonly maskPersonal: (text: string) => string;
  /** A short name that tells nothing of what it stands for. */
  readonly fingerprint: (of: string) => string;
}

type Labelling = Extract<DemandCommand, { type: 'reclassify' | 'locate' }>;

/** The same write path, which also keeps what somebody put right as a case to learn from. */
export function keepingCases(deps: KeepingCases, { execute, register }: Execute): Execute {
  return {
    register,
    execute: async (id, command, cause) => {
      const done = await execute(id, command, cause);
      if (done.ok && isLabelling(command)) await keepCase(deps, done.value.state, command);
      return done;
    },
  };
}

function isLabelling(command: DemandCommand): command is Labelling {
  return command.type === 'reclassify' || (command.type === 'locate' && (command.place.id !== undefined || command.place.grid !== undefined));
}

/** Keeps what a person said of a demand's class, also when it is what the program had understood. */
async function keepCase({ labelledCases, sealer, maskPersonal, fingerprint }: KeepingCases, demand: Demand, command: Labelling): Promise<void> {
  const [first] = demand.reporters;
  const words = demand.service === undefined ? await sealer.open(demand.facts.course) : undefined;
  if (first === undefined || words === undefined) return;
  const about = command.type === 'reclassify' ? 'class' : 'place';
  await labelledCases.put({
    id: fingerprint(`${about}:${demand.origin}`),
    about,
    person: first.person,
    words: await sealer.seal(first.person, withoutNumbers(maskPersonal(words))),
    ...(command.type === 'reclassify' ? { category: command.category } : { place: { id: command.place.id, name: command.place.name } }),
    was: demand.understood.category,
    by: byOf(demand, command.by),
    at: demand.raisedAt,
  });
}

const LONG_NUMBER = /\p{Nd}(?:[\s\-–—.·_]?\p{Nd}){4,}/gu;

/** No number long enough to belong to somebody. */
function withoutNumbers(text: string): string {
  return text.replace(LONG_NUMBER, '*');
}

function byOf(demand: Demand, by: Actor): LabelledCase['by'] {
  return !isStaff(by) || demand.reporters.some(({ person }) => person === by.person) ? 'reporter' : 'staff';
}

/** The cases as JSON lines: those about a class are what `npm run train -- --utterances` reads. */
export async function caseLines({ labelledCases, sealer }: { readonly labelledCases: Pick<LabelledCases, 'each'>; readonly sealer: Pick<Sealer, 'open'> }): Promise<string> {
  const lines: string[] = [];
  for await (const { id, about, words, category = null, place = null, was, by } of labelledCases.each()) {
    const text = await sealer.open(words);
    if (text !== undefined) lines.push(`${JSON.stringify({ id, about, text, class: category, place, was, by })}\n`);
  }
  return lines.join('');
}
