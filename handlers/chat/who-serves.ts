import type { Directory } from '../../domain/directory/directory.ts';
import type { TeamMember } from '../../domain/directory/service-team.ts';
import type { Mechanism } from '../../domain/mechanism/mechanism.ts';
import { NOBODY_SERVES, WHO_SERVES } from '../../locales/lexicon/team-words.ts';
import type { Language } from '../../locales/text.ts';
import { withoutEnd } from '../../understanding/plain-text.ts';
import type { PlaceGuess, Understand } from '../../understanding/understanding.ts';
import { placeMeant } from '../intake/places.ts';
import type { Now } from '../ports/now.ts';
import { plain } from './grammar.ts';
import type { ChatHandler, Reply, Said, SaidText, Utterance } from './utterance.ts';
import { reply } from './utterance.ts';

/** What is needed to tell who serves a grid. */
export interface TellingWhoServes {
  readonly directory: () => Directory;
  readonly mechanism: Mechanism;
  readonly understand: Understand;
  readonly findPlace: (words: string, near: { grid?: string | undefined }) => PlaceGuess;
  readonly categoryNamed: (words: string) => string | undefined;
  readonly now: Now;
}

const SURE_ENOUGH = 0.3;
const MOST = 4;

/** 谁来管: the people and units that serve this grid, shown by name and duty (亮身份、亮服务); with words, those in charge of that. In a group it is told there. */
export function whoServes(deps: TellingWhoServes): ChatHandler {
  return (utterance) => {
    const asked = askedIn(utterance.text);
    if (asked === undefined || deps.mechanism.serviceTeams === undefined) return Promise.resolve('pass');
    const { room } = utterance;
    const replies = answer(deps, utterance, asked.what);
    return Promise.resolve(room === undefined ? replies : replies.map((one) => ({ ...one, to: { room: room.id } })));
  };
}

function askedIn(text: string): { readonly what?: string | undefined } | undefined {
  const said = withoutEnd(plain(text), /[\s?\uFF1F!\uFF01.\u3002~]/);
  if (NOBODY_SERVES.test(said)) return undefined;
  const found = WHO_SERVES.map((pattern) => pattern.exec(said)).find((match) => match !== null);
  return found === undefined ? undefined : { what: found.groups?.['what'] };
}

function answer(deps: TellingWhoServes, { room, actor, person: { language } }: Utterance, what: string | undefined): readonly Reply[] {
  const own = room?.grid ?? actor.grids?.[0];
  if (what === undefined) return own === undefined ? reply('team.no-grid') : whole(deps, own, language);
  const force = deps.mechanism.serviceTeams?.forces.find(({ name }) => Object.values(name).some((one) => one === what));
  if (force !== undefined && own !== undefined) return forWords(deps, own, what, membersOf(deps, own).filter((one) => one.force === force.id));
  const meant = placeMeant(deps.findPlace(what, { grid: own }));
  if (meant?.grid !== undefined && meant.said.length >= what.length - 1) return whole(deps, meant.grid, language);
  return own === undefined ? reply('team.no-grid') : inCharge(deps, own, what);
}

/** Of the forces that this district shows, in its order. */
function membersOf({ directory, mechanism }: TellingWhoServes, grid: string): readonly TeamMember[] {
  const forces = mechanism.serviceTeams?.forces ?? [];
  const team = directory().teamAt(grid);
  return forces.flatMap(({ id }) => team.filter(({ force }) => force === id));
}

function whole(deps: TellingWhoServes, grid: string, language: Language): readonly Reply[] {
  const { directory, mechanism } = deps;
  const members = membersOf(deps, grid);
  const workers = directory().gridWorkers(grid).map(({ name }): SaidText => ({ key: 'team.worker', params: { name } }));
  const forces = (mechanism.serviceTeams?.forces ?? []).flatMap(({ id, name }): SaidText[] => {
    const own = members.filter(({ force }) => force === id);
    return own.length === 0 ? [] : [{ key: 'team.force', params: { force: name[language], members: own.map(memberLine) } }];
  });
  return reply('team.all', { grid: directory().grid(grid)?.name, lines: [...workers, ...forces] });
}

/** Those of the team whose duty it is, then the units that the duty list holds responsible. */
function inCharge(deps: TellingWhoServes, grid: string, what: string): readonly Reply[] {
  const category = categoryOf(deps, what);
  const team = membersOf(deps, grid).filter(({ categories, duties, title }) => (category !== undefined && categories.includes(category)) || [...duties, title ?? ''].some((words) => words.includes(what)));
  const responsible = category === undefined ? [] : deps.directory().unitsFor(category, grid).filter(({ role }) => role === 'own' || role === 'responsible');
  const listed = responsible.filter(({ unit }) => !team.some((one) => one.unit?.id === unit.id && one.person === undefined));
  return forWords(deps, grid, what, [...team.slice(0, MOST), ...listed.map(({ unit }): TeamMember => ({ force: '', unit, duties: unit.duties, categories: [] }))].slice(0, MOST + 2));
}

function categoryOf({ categoryNamed, understand, now }: TellingWhoServes, what: string): string | undefined {
  const named = categoryNamed(what);
  if (named !== undefined) return named;
  const { matters: [first] } = understand(what, { now: now() });
  return first.confidence >= SURE_ENOUGH ? first.category : undefined;
}

function forWords({ directory }: TellingWhoServes, grid: string, what: string, members: readonly TeamMember[]): readonly Reply[] {
  const lines = members.map(memberLine);
  return reply(lines.length === 0 ? 'team.nobody' : 'team.for', { grid: directory().grid(grid)?.name, what, lines });
}

/** Names as they are known in public, and duties; never a number. */
function memberLine({ person, unit, title, duties }: TeamMember): SaidText {
  const said: Said = duties.length === 0 ? undefined : { key: 'team.duties', params: { duties } };
  if (person === undefined) return { key: 'team.unit', params: { unit: unit?.id, duties: said } };
  return { key: 'team.person', params: { title: title ?? '', name: person.name, duties: said } };
}
