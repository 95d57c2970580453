import { z } from 'zod';
import { ADDRESS_LIKE, BESIDE_ADDRESS, MOVED } from '../../locales/lexicon/moved-words.ts';
import type { PlaceFound, PlaceGuess } from '../../understanding/understanding.ts';
import { isStaff } from '../acting/actor.ts';
import { noteHome } from '../intake/home.ts';
import type { NotingHomes } from '../intake/home.ts';
import { unitInWords } from '../intake/places.ts';
import type { Sealer } from '../ports/sealer.ts';
import { remembered } from '../remembered.ts';
import type { Remembering } from '../remembered.ts';
import { picked } from './picked.ts';
import type { ChatHandler, Reply, Utterance } from './utterance.ts';
import { reply } from './utterance.ts';

/** What is needed to hear that somebody has moved. */
export interface HearingMoves extends NotingHomes, Remembering {
  readonly sealer: Pick<Sealer, 'seal' | 'open'>;
  readonly findPlace: (words: string, near: { grid?: string | undefined }) => PlaceGuess;
}

const LONGEST = 80;
const MOST_CHOICES = 4;
const ASKED_MS = 3600_000;

/** 我搬家了，现在住…: who says where the own home is now has it changed and is told to what; what is doubtful is asked. What is told besides makes it a matter, and matters told before stay where they are. */
export function movedHome(deps: HearingMoves): ChatHandler {
  return async (utterance) => {
    const { room, actor, text } = utterance;
    if (room !== undefined || text === '' || isStaff(actor)) return 'pass';
    return (await chosen(deps, utterance)) ?? moved(deps, utterance);
  };
}

async function moved(deps: HearingMoves, utterance: Utterance): Promise<readonly Reply[] | 'pass'> {
  const { text } = utterance;
  const where = text.length > LONGEST ? undefined : MOVED.map((one) => one.exec(text)?.[1]?.trim()).find((said) => said !== undefined);
  if (where === undefined) return 'pass';
  if (where === '') return reply('chat.home-where');
  const guess = deps.findPlace(where, {});
  if (guess.kind === 'unknown') return ADDRESS_LIKE.test(where) ? reply('chat.home-unknown', { said: where }) : 'pass';
  if (guess.kind === 'unsure') return isAddress(where, guess.choices[0]?.said) ? ask(deps, utterance, guess.choices) : 'pass';
  return isAddress(where, guess.place.said) ? settle(deps, utterance, guess.place) : 'pass';
}

/** Whether words are an address and tell nothing else. */
function isAddress(words: string, said = ''): boolean {
  return BESIDE_ADDRESS.test(words.replace(said, ' '));
}

async function settle(deps: HearingMoves, { person }: Utterance, place: PlaceFound): Promise<readonly Reply[]> {
  const listed = place.placeId === undefined ? undefined : deps.directory().place(place.placeId);
  if (listed === undefined || (listed.kind !== 'compound' && listed.kind !== 'building')) return reply('chat.home-unknown', { said: place.said });
  if (listed.kind === 'compound' && place.building === undefined) return reply('chat.home-which-building', { place: place.name });
  await noteHome(deps, person.id, place);
  return reply('chat.home-noted', { place: inFull(place) });
}

function inFull({ name, unit, room }: PlaceFound): string {
  return [name, unit && unitInWords(unit), room].filter((part) => part !== undefined).join('');
}

async function ask(deps: HearingMoves, { person }: Utterance, places: readonly PlaceFound[]): Promise<readonly Reply[]> {
  const offered = places.slice(0, MOST_CHOICES);
  const sealed = await deps.sealer.seal(person.id, JSON.stringify(offered));
  await homesAsked.keep(deps, person.id, { offered: sealed });
  return reply('chat.home-which', { list: offered.map((place, index) => ({ key: 'chat.home-choice' as const, params: { index: index + 1, place: inFull(place) } })) });
}

const homesAsked = remembered('home', z.object({ offered: z.string() }), ASKED_MS);
const Offered = z.array(z.custom<PlaceFound>((value) => typeof value === 'object' && value !== null && 'name' in value));

/** The answer to which of a few was meant; whatever else is said ends the question. */
async function chosen(deps: HearingMoves, utterance: Utterance): Promise<readonly Reply[] | undefined> {
  const { person, text } = utterance;
  const asked = await homesAsked.of(deps, person.id);
  if (asked === undefined) return undefined;
  await homesAsked.forget(deps, person.id);
  const opened = await deps.sealer.open(asked.offered);
  const place = opened === undefined ? undefined : Offered.parse(JSON.parse(opened))[(picked(text) ?? 0) - 1];
  return place === undefined ? undefined : settle(deps, utterance, place);
}
