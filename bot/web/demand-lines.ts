import { present } from '../../domain/demand.ts';
import type { Directory } from '../../domain/directory/directory.ts';
import { isoTime } from '../../handlers/iso-time.ts';
import type { Stores } from '../../handlers/ports/stores.ts';
import type { Presenting } from '../../handlers/showing/present.ts';
import type { Pressing, Sounding } from '../../handlers/showing/today.ts';
import type { Language } from '../../locales/text.ts';
import type { DemandLine, SoundingWhistle, ToDecide } from '../../web/schemas/console.ts';
import type { ClassNames } from '../district/district-files.ts';

/** What is needed to write a demand in one line. */
export interface WritingLines {
  readonly stores: Pick<Stores, 'sealer'>;
  readonly directory: () => Directory;
  readonly classes: ClassNames;
  readonly presenting: Presenting;
}

/** A demand in one line, without what identifies anybody; with the clock that presses. */
export async function demandLine({ classes, presenting, stores }: WritingLines, { demand, clock }: Pressing, language: Language): Promise<DemandLine> {
  const { facts, id, tier, holder, phase, urgency, raisedAt, category } = demand;
  const [summary, said] = await stores.sealer.openAll([facts.what, facts.place?.name ?? facts.placeSaid ?? ''] as const, presenting.erased);
  return {
    id,
    summary: presenting.maskPersonal(summary),
    category: classes.name(category, language),
    place: presenting.maskPersonal(said),
    ...(facts.place?.grid === undefined ? {} : { grid: facts.place.grid }),
    tier,
    owner: holder,
    status: phase.status,
    urgency,
    raisedAt: isoTime(raisedAt),
    supporters: Math.max(0, present(demand).length - 1),
    ...(clock === undefined ? {} : { due: isoTime(clock.due), clock: clock.kind, clockUnit: clock.unit }),
  };
}

/** A whistle that sounds, and what each unit called still owes. */
export async function soundingLine(parts: WritingLines, { demand, whistle, callees }: Sounding, language: Language): Promise<SoundingWhistle> {
  return {
    ...(await demandLine(parts, { demand }, language)),
    whistle: whistle.id,
    kind: whistle.kind,
    caller: whistle.caller,
    at: isoTime(whistle.at),
    callees: callees.map(({ callee, waitsFor }) => ({ unit: callee.unit, role: callee.role, status: callee.status, ...(waitsFor === undefined ? {} : { kind: waitsFor.kind, due: isoTime(waitsFor.due) }) })),
  };
}

/** A demand that waits for a decision, with what was understood, who may be responsible, and the command that is likely right. */
export async function decisionLine(parts: WritingLines, one: Pressing, language: Language): Promise<ToDecide> {
  const { demand, clock } = one;
  const { understood, category, facts, holder, proposals } = demand;
  const isNew = clock === undefined || clock.kind === 'take-up';
  const suggestions = parts
    .directory()
    .unitsFor(category, facts.place?.id ?? facts.place?.grid)
    .map(({ unit, role }) => ({ unit: unit.id, name: unit.name, role }))
    .slice(0, 6);
  const best = suggestions.find(({ role }) => role === 'own' || role === 'responsible');
  const proposal = proposals.at(-1);
  const accept: ToDecide['accept'] = !isNew ? undefined : proposal !== undefined && proposal.accepted === undefined ? { type: 'accept-proposal' } : best === undefined || best.unit === holder || facts.place === undefined ? { type: 'take' } : { type: 'dispatch', to: best.unit };
  return {
    ...(await demandLine(parts, one, language)),
    ...(understood.category === category ? { confidence: understood.confidence } : {}),
    alternatives: understood.alternatives.filter((id) => id !== category).slice(0, 4),
    reasons: mostTelling(understood.reasons),
    suggestions,
    ...(accept === undefined ? {} : { accept }),
  };
}

const MODEL_VIEW = /^model:(?:class|urgency|place):/;

/** A few reasons; where a language model disagrees is among them. */
function mostTelling(reasons: readonly string[]): string[] {
  return [...reasons.filter((reason) => MODEL_VIEW.test(reason)), ...reasons.filter((reason) => !MODEL_VIEW.test(reason))].slice(0, 8);
}
