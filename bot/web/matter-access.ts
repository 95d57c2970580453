import { randomUUID } from 'node:crypto';
import { reporterOf } from '../../domain/demand.ts';
import type { Demand, Reporter } from '../../domain/demand.ts';
import type { Directory } from '../../domain/directory/directory.ts';
import { openQuestion } from '../../domain/revisit.ts';
import { stagesSeen } from '../../domain/stages.ts';
import type { Act } from '../../handlers/acting/act.ts';
import { actorOf } from '../../handlers/acting/actor.ts';
import { knownOf } from '../../handlers/cause.ts';
import type { Execute } from '../../handlers/execute.ts';
import { isoTime } from '../../handlers/iso-time.ts';
import type { Entry, KeptDemand } from '../../handlers/ports/demands.ts';
import type { MediaStore } from '../../handlers/ports/media.ts';
import type { Now } from '../../handlers/ports/now.ts';
import type { Person } from '../../handlers/ports/people.ts';
import type { Stores } from '../../handlers/ports/stores.ts';
import type { MediaLimit } from '../../handlers/reception/media-limit.ts';
import { describe, unitName } from '../../handlers/showing/describe.ts';
import type { Describing } from '../../handlers/showing/describe.ts';
import { evidenceIn, mediaFrom } from '../../handlers/showing/own-media.ts';
import type { Presenting } from '../../handlers/showing/present.ts';
import type { Language } from '../../locales/text.ts';
import type { MatterAccess } from '../../web/deps.ts';
import type { Outcome } from '../../web/outcome.ts';
import type { AddBody, MatterView, RateBody } from '../../web/schemas/matter.ts';
import type { CauseOf } from './act-keys.ts';
import type { MatterLinks } from './matter-links.ts';
import { answerTo, once } from './once.ts';

/** Refusals that the page has a sentence for; after any other it cannot be done now. */
const SAID_AS_IT_IS: ReadonlySet<string> = new Set(['picture-too-large', 'not-a-picture', 'too-many-files']);

/** What is needed to show residents their own matters. */
export interface ShowingMatters {
  readonly links: MatterLinks;
  readonly stores: Pick<Stores, 'demands' | 'people' | 'sealer'>;
  readonly media: MediaStore;
  /** How many files of one person are kept in a day. */
  readonly mayKeep: MediaLimit;
  readonly directory: () => Directory;
  readonly presenting: Presenting;
  readonly describingOf: (demand: Demand) => Describing;
  readonly act: Act;
  readonly execute: Execute['execute'];
  readonly causeOf: CauseOf;
  readonly now: Now;
}

interface Own {
  readonly stored: KeptDemand;
  readonly reporter: Reporter;
  readonly person: Person;
}

/** A link opens nothing any more so long after a matter has ended. */
const OPEN_FOR_MS = 90 * 24 * 3600_000;
const SHOWN: ReadonlySet<string> = new Set(['registered', 'taken-up', 'dispatched', 'escalated', 'whistled', 'reported-in', 'fed-back', 'evidence', 'done', 'reopened', 'closed', 'withdrawn', 'supplemented', 'rated']);

/** A resident's own matter: seen, added to and rated by whoever has the link. */
export function createMatterAccess(parts: ShowingMatters): MatterAccess {
  return {
    get: async (token, language) => {
      const own = await ownBy(parts, token);
      return own && view(parts, own, language);
    },
    media: async (token, media) => {
      const own = await ownBy(parts, token);
      if (own === undefined) return undefined;
      if (picturesOf(own).includes(media)) return parts.media.get(media);
      return shownIn(parts.directory(), own).some(({ shown }) => shown.includes(media)) ? pictureOf(parts.media, media) : undefined;
    },
    add: (token, body, language, key) => change(parts, { token, language, key, asked: { words: body } }, (own, cause) => add(parts, own, body, cause)),
    rate: (token, body, language, key) => change(parts, { token, language, key, asked: { rating: body } }, (own, cause) => rate(parts, own, body, cause)),
  };
}

/** The matter a link opens: its number's, while the one it was made for still waits for it or has lately done so. */
async function ownBy({ links, stores, now }: ShowingMatters, token: string): Promise<Own | undefined> {
  const no = links.noIn(token);
  const id = no === undefined ? undefined : await stores.demands.idOf(no);
  const stored = id === undefined ? undefined : await stores.demands.load(id);
  const reporter = stored === undefined || no === undefined ? undefined : reporterOf(stored.state, no);
  if (no === undefined || stored === undefined || reporter === undefined || !links.isFor(token, no, reporter.person)) return undefined;
  const person = await stores.people.get(reporter.person);
  const { phase } = stored.state;
  const ended = phase.status === 'closed' || phase.status === 'withdrawn' ? phase.at : undefined;
  if (person === undefined || person.erased || (ended !== undefined && now().getTime() - ended.getTime() > OPEN_FOR_MS)) return undefined;
  return { stored, reporter, person };
}

async function view(parts: ShowingMatters, own: Own, language: Language): Promise<MatterView> {
  const { stores, presenting, now } = parts;
  const { stored: { state: demand, timeline }, reporter } = own;
  const describing = parts.describingOf(demand);
  const said = describe(describing, demand, language, now());
  const isFirst = demand.reporters[0]?.no === reporter.no;
  const result = 'result' in demand.phase ? demand.phase.result : undefined;
  const opened = await stores.sealer.openAll({ words: isFirst ? demand.facts.course : reporter.words, place: String(said['place']), result: result ?? '' }, presenting.erased);
  const due = demand.clocks.find(({ kind }) => kind === 'solve')?.due;
  const { revisit } = reporter;
  return {
    now: isoTime(now()),
    no: reporter.no,
    status: demand.phase.status,
    statusText: String(said['status']),
    words: opened.words,
    place: presenting.maskPersonal(opened.place),
    category: String(said['category']),
    raisedAt: isoTime(reporter.at),
    unit: String(said['unit']),
    next: String(said['next']),
    ...(due === undefined ? {} : { due: isoTime(due) }),
    ...(opened.result === '' ? {} : { result: presenting.maskPersonal(opened.result) }),
    stages: stagesSeen(describing.mechanism, demand, timeline).map(({ stage, state, at }) => ({ name: stage.name[language], state, ...(at === undefined ? {} : { at: isoTime(at) }) })),
    steps: await stepsOf(parts, own),
    pictures: [...picturesOf(own)],
    mayAdd: demand.phase.status !== 'closed' && demand.phase.status !== 'withdrawn' && demand.phase.status !== 'merged',
    mayRate: revisit.state === 'asked' && openQuestion(revisit.answers) !== undefined,
    ...(revisit.state === 'answered' ? { rated: answersOf(revisit.answers) } : {}),
  };
}

function answersOf(answers: RateBody): NonNullable<MatterView['rated']> {
  const { contacted, solved, satisfied } = answers;
  return { ...(contacted === undefined ? {} : { contacted }), ...(solved === undefined ? {} : { solved }), ...(satisfied === undefined ? {} : { satisfied }) };
}

/** What happened, with the pictures of the work that are still kept. */
async function stepsOf({ directory, media }: ShowingMatters, own: Own): Promise<MatterView['steps']> {
  return Promise.all(shownIn(directory(), own).map(async ({ step, shown }) => {
    const kept = await Promise.all(shown.map(async (id) => ((await pictureOf(media, id)) === undefined ? [] : [id])));
    return shown.length === 0 ? step : { ...step, pictures: kept.flat() };
  }));
}

/** What happened, with the files that a unit showed with it. */
function shownIn(directory: Directory, own: Own): { readonly step: MatterView['steps'][number]; readonly shown: readonly string[] }[] {
  return own.stored.timeline.flatMap((entry) => stepOf(directory, entry, own).map((step) => ({ step, shown: evidenceIn(entry) })));
}

/** A file that is kept and is a picture. */
async function pictureOf(media: Pick<MediaStore, 'get'>, id: string): Promise<Awaited<ReturnType<MediaStore['get']>>> {
  const kept = await media.get(id);
  return kept?.type.startsWith('image/') === true ? kept : undefined;
}

/** What happened, without words: a unit by name, and of reporters only the own acts. */
function stepOf(directory: Directory, entry: Entry, { reporter }: Own): MatterView['steps'] {
  if (!SHOWN.has(entry.type)) return [];
  if (entry.type === 'registered' && entry.at < reporter.at) return [];
  if ((entry.type === 'supplemented' || entry.type === 'rated') && entry.data.no !== undefined && entry.data.no !== reporter.no) return [];
  const unit = unitIn(entry);
  return [{ at: isoTime(entry.at), type: entry.type, ...(unit === undefined ? {} : { unit: unitName(directory, unit) }) }];
}

function unitIn(entry: Entry): string | undefined {
  switch (entry.type) {
    case 'taken-up':
    case 'reported-in':
    case 'fed-back':
    case 'evidence':
    case 'done':
      return entry.data.unit;
    case 'dispatched':
    case 'escalated':
    case 'reopened':
      return entry.data.assignment.holder;
    case 'whistled':
      return entry.data.whistle.callees[0]?.unit;
    default:
      return undefined;
  }
}

/** Pictures that this reporter has sent, and nobody else. */
function picturesOf({ stored, reporter }: Own): readonly string[] {
  return mediaFrom(stored, [reporter.no]);
}

type Done = { readonly ok: true } | { readonly ok: false; readonly refusal: string };

interface Asked {
  readonly token: string;
  readonly language: Language;
  /** Of the caller's own; what came under it before is not done again. */
  readonly key?: string | undefined;
  readonly asked: object;
}

async function change(parts: ShowingMatters, { token, language, key, asked }: Asked, act: (own: Own, cause: string) => Promise<Done>): Promise<Outcome<MatterView> | undefined> {
  const own = await ownBy(parts, token);
  if (own === undefined) return undefined;
  const cause = key === undefined ? `page:${randomUUID()}` : parts.causeOf(`link:${own.reporter.no}`, key, asked);
  const answer = (now: Own) => answerTo(cause, now.stored.timeline, () => view(parts, now, language));
  const answered = async () => {
    const now = key === undefined ? undefined : await ownBy(parts, token);
    return now === undefined || knownOf(cause, now.stored.timeline) === undefined ? undefined : answer(now);
  };
  return once(answered, async () => {
    const done = await act(own, cause);
    const now = done.ok ? await ownBy(parts, token) : undefined;
    if (now !== undefined) return answer(now);
    return { ok: false, refusal: !done.ok && SAID_AS_IT_IS.has(done.refusal) ? done.refusal : 'not-now' };
  });
}

async function add({ stores, media, mayKeep, execute, directory, now }: ShowingMatters, { stored, person }: Own, { words, picture }: AddBody, cause: string): Promise<Done> {
  if (picture !== undefined && (await mayKeep(person.id, now())) !== 'kept') return { ok: false, refusal: 'too-many-files' };
  const kept = picture === undefined ? undefined : await media.put(Buffer.from(picture, 'base64'), 'picture');
  if (kept !== undefined && !kept.ok) return { ok: false, refusal: kept.refusal === 'too-large' ? 'picture-too-large' : 'not-a-picture' };
  const sealed = words === undefined || words === '' ? undefined : await stores.sealer.seal(person.id, words);
  return execute(stored.state.id, { type: 'supplement', by: actorOf(directory(), person), ...(sealed === undefined ? {} : { words: sealed }), media: kept === undefined ? [] : [kept.id] }, cause);
}

async function rate({ act, directory }: ShowingMatters, { reporter, person }: Own, { reason, ...answers }: RateBody, cause: string): Promise<Done> {
  return act(actorOf(directory(), person), reporter.no, { type: 'answer-revisit', no: reporter.no, ...answers, ...(reason === undefined ? {} : { reason }) }, cause);
}
