import type { Demand } from '../../domain/demand.ts';
import type { Directory } from '../../domain/directory/directory.ts';
import type { Clock } from '../../domain/time/clocks.ts';
import { isoTime } from '../../handlers/iso-time.ts';
import type { Entry, KeptDemand } from '../../handlers/ports/demands.ts';
import type { Posted } from '../../handlers/ports/letters.ts';
import type { MediaStore } from '../../handlers/ports/media.ts';
import type { Now } from '../../handlers/ports/now.ts';
import type { Stores } from '../../handlers/ports/stores.ts';
import { evidenceIn } from '../../handlers/showing/own-media.ts';
import type { Presenting } from '../../handlers/showing/present.ts';
import { checkTimeline } from '../../models/timeline-seal.ts';
import type { CaseFile } from '../../web/schemas/console.ts';

interface Filing {
  readonly stores: Pick<Stores, 'outbox' | 'sealer'>;
  readonly media: MediaStore;
  readonly directory: () => Directory;
  readonly presenting: Presenting;
  readonly now: Now;
}

/** What is kept of a demand beside its state; whoever raised it is shown by number only. */
export async function caseFile(parts: Filing, { state: demand, version, timeline }: KeptDemand): Promise<CaseFile> {
  const { stores, presenting, now } = parts;
  const open = async (text: string) => presenting.maskPersonal(await stores.sealer.openAll(text, presenting.erased));
  const sealed = checkTimeline(timeline, version);
  const reached = timeline.flatMap(reachedIn);
  const { exclusion, understood, clocks } = demand;
  return {
    reporters: demand.reporters.map(({ no, source, at, left, revisit }) => ({ no, source, at: isoTime(at), ...(left === undefined ? {} : { left }), revisit: revisit.state })),
    media: (await Promise.all(demand.media.map((id) => shownFile(parts.media, id, timeline)))).flat(),
    clocks: clocks.map((clock) => clockView(clock, reached, now())),
    reached,
    people: staffIn(parts.directory(), demand, timeline),
    understood: { confidence: understood.confidence, alternatives: [...understood.alternatives], reasons: [...understood.reasons] },
    extensions: await Promise.all(demand.extensions.map(async ({ unit, reason, at, decided }) => ({ unit, reason: await open(reason), at: isoTime(at), ...(decided === undefined ? {} : { decided }) }))),
    objections: await Promise.all(demand.objections.map(async ({ unit, basis, at, decided }) => ({ unit, basis: await open(basis), at: isoTime(at), ...(decided === undefined ? {} : { decided }) }))),
    ...(exclusion === undefined ? {} : { exclusion: { reason: await open(exclusion.reason), at: isoTime(exclusion.at), ...(exclusion.decided === undefined ? {} : { decided: exclusion.decided }) } }),
    letters: await Promise.all((await stores.outbox.ofDemand(demand.id)).map(async (letter) => letterView(parts, demand.reporters, letter, await open(letter.text)))),
    seal: sealed.ok ? { ok: true, entries: version } : { ok: false, entries: version, seq: sealed.seq },
    reveals: await Promise.all(timeline.flatMap((entry) => (entry.type === 'revealed' ? [entry] : [])).reverse().map(async ({ by, at, data: { no, reason } }) => ({ no, by: parts.directory().person(by)?.name ?? by, reason: await open(reason), at: isoTime(at) }))),
    supports: demand.reporters.slice(1).flatMap(({ from }) => from ?? []),
  };
}

/** Nothing of what is not kept any more. */
async function shownFile(media: Filing['media'], id: string, timeline: KeptDemand['timeline']): Promise<CaseFile['media']> {
  const kept = await media.get(id);
  return kept === undefined ? [] : [{ id, kind: kept.type.startsWith('image/') ? 'picture' : 'other', ...unitShowing(timeline, id) }];
}

/** Whose work it shows. */
function unitShowing(timeline: KeptDemand['timeline'], id: string): { readonly unit?: string } {
  const unit = timeline.flatMap((entry) => (evidenceIn(entry).includes(id) && 'unit' in entry.data ? [entry.data.unit] : []))[0];
  return unit === undefined ? {} : { unit };
}

/** Red once it is over, yellow once a warning was given, green before. */
function clockView({ id, kind, unit, from, due, marks }: Clock, reached: CaseFile['reached'], now: Date): CaseFile['clocks'][number] {
  const warned = reached.some((mark) => mark.clock === id && mark.act === 'yellow' && new Date(mark.at) >= from);
  return { id, kind, unit, from: isoTime(from), due: isoTime(due), state: due < now ? 'red' : warned ? 'yellow' : 'green', marks: marks.map(({ at, act }) => ({ at: isoTime(at), act })) };
}

/** Those who acted on it as staff, by name; whoever raised it is none of them. */
function staffIn(directory: Directory, { reporters }: Demand, timeline: KeptDemand['timeline']): CaseFile['people'] {
  const ids = new Set(timeline.map(({ by }) => by));
  for (const { person } of reporters) ids.delete(person);
  return [...ids].flatMap((id) => directory.person(id) ?? []).map(({ id, name }) => ({ id, name }));
}

function reachedIn(entry: Entry): CaseFile['reached'] {
  if (entry.type !== 'reached') return [];
  const { clock, marks } = entry.data;
  return marks.map(({ at, act }) => ({ at: isoTime(at), clock, act }));
}

function letterView({ directory }: Filing, reporters: Demand['reporters'], { to, putAt, state, sentAt, why }: Posted, text: string): CaseFile['letters'][number] {
  const said = { at: isoTime(putAt), state, text, ...(sentAt === undefined ? {} : { sentAt: isoTime(sentAt) }), ...(why === undefined ? {} : { why }) };
  if ('room' in to) return { to: directory().room(to.room)?.name ?? to.room, ...said };
  if (!('person' in to)) return { to: '', ...said };
  const no = reporters.find(({ person }) => person === to.person)?.no;
  return { to: no === undefined ? (directory().person(to.person)?.name ?? to.person) : `reporter:${no}`, ...said };
}
