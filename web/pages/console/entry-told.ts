import { z } from 'zod';
import type { DemandView } from '../../schemas/demand.ts';
import { exactly } from '../sandbox/when.ts';
import type { Console } from './console.ts';

const Text = z.string().optional().catch(undefined);
const Answer = z.boolean().optional().catch(undefined);
const Units = z.array(z.object({ unit: z.string() }));
const Named = z.object({ name: z.string() }).optional().catch(undefined);

/** What an entry of the timeline may hold that people want to know; whatever is of another shape is left out. */
const Told = z.object({
  unit: Text, lead: Text, callee: Text, from: Text, into: Text, category: Text, step: Text, due: Text,
  assists: z.array(z.string()).catch([]),
  whistle: z.object({ kind: Text, callees: Units, note: Text }).optional().catch(undefined),
  request: z.object({ kind: Text, called: Units, note: Text }).optional().catch(undefined),
  assignment: z.object({ holder: z.string() }).optional().catch(undefined),
  place: Named,
  answers: z.record(z.string(), z.string()).catch({}),
  rating: z.object({ marks: z.record(z.string(), z.number()) }).optional().catch(undefined),
  agreed: Answer, granted: Answer, upheld: Answer, cancelled: Answer,
  words: Text, reason: Text, result: Text, basis: Text, note: Text,
});
type Told = z.infer<typeof Told>;

type Telling = Pick<Console, 'locale' | 'unitName' | 'nameOf'>;

/** What happened, behind the name of it: which units, which class, place, answer or decision, by when, and what was said; a line each. */
export function entryTold(with_: Telling, { data }: Pick<DemandView['timeline'][number], 'data'>): readonly string[] {
  const told = Told.parse(data);
  const { words, reason, result, basis, note = told.whistle?.note ?? told.request?.note } = told;
  return [unitsOf(with_, told), factsOf(with_, told), ...[words, reason, result, basis, note]].filter((line) => line !== undefined && line !== '') as string[];
}

/** Whose turn it was and whose it is: the one behind the arrow. */
function unitsOf({ unitName, nameOf }: Telling, { unit, lead, callee, from, into, assists, whistle, request, assignment }: Told): string {
  const called = (whistle?.callees ?? request?.called ?? []).map((one) => one.unit);
  const kinds = [whistle?.kind, request?.kind].flatMap((kind) => (kind === undefined ? [] : [nameOf('kinds', kind)]));
  const units = [unit, lead, callee, ...assists, ...called, assignment?.holder].flatMap((id) => (id === undefined ? [] : [unitName(id)]));
  const to = [...kinds, ...new Set(units), ...(into === undefined ? [] : [into])].join(' · ');
  if (from === undefined) return to;
  return to === '' ? unitName(from) : `${unitName(from)} → ${to}`;
}

function factsOf({ locale: { say, known, lang }, nameOf }: Telling, told: Told): string {
  const { place, category, answers, rating, step, due } = told;
  return [
    place?.name,
    category === undefined ? undefined : nameOf('classes', category),
    ...Object.values(answers).map((answer) => known('answer', answer)),
    rating === undefined ? undefined : Object.values(rating.marks).join(' '),
    step === undefined || due === undefined ? undefined : say('entry.due', { step: known('waits', step), at: exactly(due, lang.value) }),
    decided(told, say),
  ].filter((one) => one !== undefined).join(' · ');
}

function decided({ agreed, granted, upheld, cancelled }: Told, say: Console['locale']['say']): string | undefined {
  if (cancelled === true) return say('entry.cancelled');
  if (upheld !== undefined) return say(upheld ? 'entry.upheld' : 'entry.rejected');
  const yes = agreed ?? granted;
  return yes === undefined ? undefined : say(yes ? 'entry.agreed' : 'entry.refused');
}
