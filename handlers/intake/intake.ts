import type { Mechanism } from '../../domain/mechanism/mechanism.ts';
import type { Language } from '../../locales/text.ts';
import type { PlaceGuess } from '../../understanding/understanding.ts';
import type { Now } from '../ports/now.ts';
import type { People, Person } from '../ports/people.ts';
import type { Sealer } from '../ports/sealer.ts';
import { legible } from '../reception/legible.ts';
import type { RegisterMatter } from './register-matter.ts';
import type { UnderstandWell } from './understand-well.ts';

/** A matter handed in by another system. */
export interface HandedIn {
  readonly source: string;
  readonly externalId: string;
  readonly text: string;
  readonly reporter?: { readonly id?: string | undefined; readonly name?: string | undefined; readonly phone?: string | undefined } | undefined;
  readonly place?: string | undefined;
  readonly occurredAt?: Date | undefined;
}

/** What is needed to take matters in. */
export interface TakingIn {
  readonly registerMatter: RegisterMatter;
  readonly understandWell: UnderstandWell;
  readonly findPlace: (words: string, near: { grid?: string | undefined }) => PlaceGuess;
  readonly people: Pick<People, 'get' | 'save'>;
  readonly sealer: Pick<Sealer, 'seal'>;
  readonly mechanism: Mechanism;
  /** Of whoever has not chosen any. */
  readonly language: Language;
  readonly now: Now;
}

/** `inBulk`: one of many that come at the same time. */
export type TakeIn = (matter: HandedIn, inBulk?: boolean) => Promise<{ readonly ok: true; readonly id: string; readonly created: boolean } | { readonly ok: false; readonly refusal: 'unknown-source' }>;

/** What a matter of another source is known by for ever. */
export function originOf({ source, externalId }: Pick<HandedIn, 'source' | 'externalId'>): string {
  return `source:${source}:${externalId}`;
}

/** Registers what another source hands in; the same source and id give the same demand. It is not asked back: what is missing, a person sorts out. */
export function createTakeIn(deps: TakingIn): TakeIn {
  return async ({ source, externalId, text: given, reporter, place, occurredAt }, inBulk = false) => {
    const text = legible(given);
    if (!deps.mechanism.sources.some(({ id }) => id === source)) return { ok: false, refusal: 'unknown-source' };
    const person = await personOf(deps, source, externalId, reporter);
    const saidAt = occurredAt ?? deps.now();
    const { matters: [understood] } = await deps.understandWell(text, { now: saidAt });
    const matter = place === undefined ? understood : { ...understood, place: deps.findPlace(place, {}) };
    const { demand, how } = await deps.registerMatter({
      actor: { person: person.id, roles: person.roles },
      source,
      externalId,
      origin: originOf({ source, externalId }),
      text,
      media: [],
      matter,
      saidAt,
      mayAsk: false,
      alone: true,
      inBulk,
    });
    return { ok: true, id: demand.id, created: how === 'new' };
  };
}

/** Whoever raised it there; without anything known of them, or where they were erased, somebody who can be reached through the source only. */
async function personOf({ people, sealer, language }: TakingIn, source: string, externalId: string, reporter: HandedIn['reporter']): Promise<Person> {
  const unnamed = `p-${source}-${externalId}`.slice(0, 120);
  const named = reporter?.id === undefined ? undefined : await people.get(reporter.id);
  const id = named?.erased === true ? unnamed : (reporter?.id ?? unnamed);
  const known = id === named?.id ? named : await people.get(id);
  if (known !== undefined) return known;
  const seal = (text: string) => sealer.seal(id, text);
  const person: Person = {
    id,
    name: reporter?.name === undefined ? '' : await seal(reporter.name),
    phone: reporter?.phone === undefined ? undefined : await seal(reporter.phone),
    roles: ['resident'],
    grids: [],
    language,
    noticed: true,
    erased: false,
    accounts: [],
  };
  await people.save(person);
  return person;
}
