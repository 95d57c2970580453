import type { NeedSettings } from '../../../domain/mechanism/lists.ts';
import type { UnitRef } from '../../../domain/mechanism/mechanism.ts';
import { needSettings } from '../../../domain/need/decide-need.ts';
import type { Need, NeedCommand } from '../../../domain/need/need.ts';
import { chosenOffer } from '../../../domain/need/need.ts';
import { mayProvide } from '../../../domain/need/resource.ts';
import type { Resource } from '../../../domain/need/resource.ts';
import { RESOURCE_LIST, RESOURCE_STOP } from '../../../locales/lexicon/side-commands.ts';
import { knownPath } from '../../intake/places.ts';
import { fittingNow, noteNeedNow } from '../../side/needs.ts';
import { alliancesOf, registerOne } from '../../side/register-resource.ts';
import type { Said, SaidText } from '../utterance.ts';
import { reply } from '../utterance.ts';
import { demandNumbered, howTo, refusedBecause, sealed } from './common.ts';
import type { Answered, Given, SideChat } from './common.ts';
import { numberIn, wantedIn } from './grammar.ts';

/** 资源 and 需求, and what follows on a need by its number. */
export async function needCommand(deps: SideChat, given: Given): Answered {
  const { needs } = deps.mechanism;
  const { command, utterance } = given;
  if (command.word === 'resource') return needs === undefined ? 'pass' : resource(deps, given, needs);
  if (command.word === 'need' && needs !== undefined) return note(deps, given, needs);
  const need = command.no === undefined ? undefined : (await deps.stores.needs.load(command.no))?.state;
  if (need === undefined) return 'pass';
  const built = await commandFor(deps, given, need);
  if (built === undefined) return howTo(command);
  const done = await deps.work.needs.execute(need.id, built, utterance.id);
  return done.ok ? reply('side.noted', { no: need.id }) : refusedBecause(done.refusal, { no: need.id, unit: done.refusal === 'not-yours-to-thank' ? need.unit : need.decider });
}

async function commandFor(deps: SideChat, { command: { word, rest }, utterance }: Given, need: Need): Promise<NeedCommand | undefined> {
  const { actor: by } = utterance;
  const words = rest === '' ? undefined : await sealed(deps, utterance, rest);
  const isAsked = need.step === 'asked' && chosenOffer(need)?.unit === by.unit?.id;
  switch (word) {
    case 'agree':
      return isAsked ? { type: 'answer', by, agreed: true, words } : { type: 'accept', by, nth: numberIn(rest) };
    case 'disagree':
      return isAsked ? { type: 'answer', by, agreed: false, words } : { type: 'decline', by, reason: words };
    case 'hand-over':
      return words === undefined ? undefined : { type: 'hand-over', by, words };
    case 'thank':
      return words === undefined ? undefined : { type: 'thank', by, words };
    case 'drop-need':
      return words === undefined ? undefined : { type: 'close', by, reason: words };
    default:
      return undefined;
  }
}

async function resource(deps: SideChat, { command, utterance }: Given, settings: NeedSettings): Answered {
  const { unit } = utterance.actor;
  const { rest } = command;
  const stop = RESOURCE_STOP.exec(rest)?.[1];
  if (unit === undefined) return 'pass';
  if (stop !== undefined) return stopOne(deps, utterance, stop);
  if (rest === '' || RESOURCE_LIST.includes(rest.toLowerCase())) return listOf(deps, utterance, unit);
  if (!mayProvide(settings, unit, alliancesOf(deps.directory(), unit.id))) return reply('resource.not-provider');

  const wanted = wantedIn(rest, settings);
  if (wanted.kind === undefined) return reply('resource.which-kind', kindsOf(settings, utterance.person.language, 'side.example-resource'));
  const kept = await registerOne(deps, { unit, person: utterance.person.id, words: rest, origin: utterance.id, wanted });
  return reply('resource.registered', { no: kept.id, unit: kept.unit, words: kept.words, type: settings.kinds.find(({ id }) => id === kept.kind)?.name, days: daysText(kept), people: kept.people ?? { key: 'resource.no-limit' } });
}

function daysText({ days }: Resource): Said {
  return { key: `resource.days-${days ?? 'any'}` };
}

function kindsOf({ kinds }: NeedSettings, language: 'zh-CN' | 'en', example: 'side.example-resource' | 'side.example-need'): SaidText['params'] {
  return { kinds: kinds.map(({ name }) => name[language]).join(' '), example: { key: example } };
}

async function stopOne(deps: SideChat, { actor, id }: Given['utterance'], no: string): Answered {
  const done = await deps.work.resources.execute(no, { type: 'stop', by: actor }, id);
  if (done.ok) return reply('resource.stopped', { no });
  return done.refusal === 'unknown' ? reply('side.unknown', { no }) : refusedBecause(done.refusal, { no });
}

/** A unit sees its own, or whatever its place has. */
async function listOf({ stores, directory }: SideChat, { actor }: Given['utterance'], unit: UnitRef): Answered {
  const own = (await stores.resources.list({ units: [unit.id, ...directory().unitsBelow(unit.id).map(({ id }) => id)], limit: 20 })).items;
  if (own.length === 0) return reply('resource.none', { example: { key: 'side.example-resource' } });
  const list = own.map((one): SaidText => ({ key: 'resource.line', params: { no: one.id, words: one.words, unit: one.unit, state: one.stoppedAt === undefined ? undefined : { key: 'resource.is-stopped' } } }));
  return [{ key: 'resource.list', params: { count: own.length, list }, mask: actor.unit?.id !== unit.id }];
}

/** 需求 with words, or with the number of a demand that is one. */
async function note(deps: SideChat, { command, utterance }: Given, settings: NeedSettings): Answered {
  const { actor, person } = utterance;
  const { unit } = actor;
  if (unit === undefined || !settings.roles.some((role) => actor.roles.includes(role))) return reply('refusal.not-your-role');
  const demand = command.no === undefined ? undefined : await demandNumbered(deps, utterance, command.no);
  if (command.no !== undefined && demand === undefined) return reply('refusal.unknown-demand', { no: command.no });
  if (demand === undefined && command.rest === '') return howTo(command);

  const rules = demand === undefined ? deps.work.rules() : deps.work.rulesOf(demand);
  const said = wantedIn(command.rest, settings);
  const kind = said.kind ?? needSettings(rules).kinds.find(({ categories }) => demand !== undefined && categories.includes(demand.category))?.id;
  if (kind === undefined) return reply('resource.which-kind', kindsOf(settings, person.language, 'side.example-need'));
  const grid = demand?.facts.place?.grid ?? actor.grids?.[0];
  const path = demand?.facts.place?.path ?? knownPath(deps.directory(), grid ?? unit.id);
  const wanted = { ...said, kind, grid, path };
  const words = command.rest === '' ? (demand?.facts.what ?? '') : await sealed(deps, utterance, command.rest);
  const offers = await fittingNow(deps, rules, wanted);
  const origin = demand === undefined ? `need:${utterance.id}` : `need:${demand.id}`;
  const need = await noteNeedNow(deps, rules, { ...wanted, origin, demand: demand?.id, unit: unit.id, words, by: person.id }, offers);
  const fits: SaidText = need.offers.length > 0 ? { key: 'need.fits', params: { count: need.offers.length, unit: need.decider } } : { key: 'need.fits-none' };
  return [{ key: 'need.noted', params: { no: need.id, words: need.words, fits }, mask: demand !== undefined }];
}
