import type { ServiceTask } from '../domain/demand.ts';
import type { Directory } from '../domain/directory/directory.ts';
import type { Mechanism } from '../domain/mechanism/mechanism.ts';
import type { Service } from '../domain/services.ts';
import type { Matter } from '../understanding/understanding.ts';
import { ownGrid } from './chat/situation-of.ts';
import type { Utterance } from './chat/utterance.ts';
import { homePlace } from './intake/places.ts';
import type { Registered, RegisterMatter } from './intake/register-matter.ts';

/** What is needed to have a service done on somebody's behalf. */
export interface DoingOnBehalf {
  readonly registerMatter: RegisterMatter;
  readonly directory: () => Directory;
  readonly mechanism: Mechanism;
  /** The words that name the task. */
  readonly summaryOf: (service: Service) => string;
}

/** Makes a task for the grid worker (代办): a demand of its own source and class, so that it is traced, reminded and rated like any other. Undefined where the district has no such tasks. */
export async function doOnBehalf(deps: DoingOnBehalf, { id, person, home: told, actor, room, media }: Utterance, service: Service, words: string): Promise<Registered | undefined> {
  const terms = deps.mechanism.services?.onBehalf;
  if (terms === undefined) return undefined;
  const known = deps.directory().person(person.id);
  const grid = room?.grid ?? ownGrid(deps.directory(), { person, home: told });
  const home = told ?? homePlace(deps.directory(), known?.home, known?.grid);
  const place: Matter['place'] = home === undefined ? { kind: 'unknown' } : { kind: 'found', place: home };
  return deps.registerMatter({
    actor,
    source: terms.source,
    origin: id,
    place: grid === undefined ? undefined : { grid },
    text: words,
    media,
    matter: matterOf(service, terms.category.id, place, words, deps.summaryOf(service)),
    mayAsk: true,
    alone: true,
    service: taskOf(deps, service, grid),
  });
}

/** The units that may take it over: who handles the service, and who answers for such tasks. */
function taskOf({ directory, mechanism }: DoingOnBehalf, { id, unit }: Service, grid: string | undefined): ServiceTask {
  const phrases = [unit, mechanism.services?.onBehalf?.raiseTo].filter((phrase) => phrase !== undefined);
  return { id, units: [...new Set(phrases.flatMap((phrase) => directory().unitsMeant(phrase, grid)).map((one) => one.id))] };
}

function matterOf({ id }: Service, category: string, place: Matter['place'], words: string, summary: string): Matter {
  return {
    intent: 'help',
    category,
    petition: { l1: '', l2: '' },
    confidence: 1,
    alternatives: [],
    place,
    urgency: 'routine',
    summary,
    masked: words,
    contactGiven: false,
    wantsAnonymity: false,
    upset: false,
    tellsWrong: false,
    reasons: [`service:${id}`],
  };
}
