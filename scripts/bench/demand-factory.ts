import { readCalendarCorrections } from '../../bot/district/calendar-files.ts';
import { createCalendar } from '../../bot/district/calendar.ts';
import { readDirectoryFiles } from '../../bot/district/directory-files.ts';
import { districtFile, readClassNames, readMechanism } from '../../bot/district/district-files.ts';
import type { Register } from '../../domain/commands.ts';
import { register } from '../../domain/decide/decide.ts';
import { createDirectory, type Directory } from '../../domain/directory/directory.ts';
import { fold } from '../../domain/evolve.ts';
import type { Rules } from '../../domain/time/start-clock.ts';
import { gridPlace } from '../../handlers/intake/places.ts';
import { routeFor } from '../../handlers/intake/route.ts';
import type { Lettering } from '../../handlers/letters/letters.ts';
import type { DemandChange } from '../../handlers/ports/demands.ts';
import { createSpeak } from '../../locales/speak.ts';
import type { OpenStores } from '../../models/open-stores.ts';

/** Makes demands as the program would, without anybody having to write. */
export interface DemandFactory {
  readonly rules: Rules;
  readonly directory: Directory;
  /** The change that registers the demand with this number, raised then. */
  readonly demand: (stores: Pick<OpenStores, 'sealer'>, no: number, at: Date) => Promise<DemandChange>;
  readonly lettering: (stores: Pick<OpenStores, 'people'>) => Lettering;
}

/** A factory on the demo district. */
export async function createDemandFactory(): Promise<DemandFactory> {
  const classes = readClassNames();
  const speak = createSpeak();
  const read = await readDirectoryFiles(districtFile('demo'), classes.listed);
  if (!read.ok) throw new Error('The demo directory is wrong');
  const directory = createDirectory(read.data);
  const mechanism = readMechanism(districtFile('wuchang.yaml'), { speak, language: 'en' });
  const calendar = createCalendar(readCalendarCorrections(districtFile('calendar')));
  const rules = { mechanism, calendar };
  return {
    rules,
    directory,
    demand: async (stores, no, at) => changeFor(rules, await command(stores, rules, directory, no), at),
    lettering: ({ people }) => ({ directory, mechanism, speak, language: 'zh-CN', categoryName: classes.name, calendar, people }),
  };
}

const WORDS = 'The lamp at the gate has been dark for three nights, and old people nearly fell there twice. Please have somebody look.';

async function command({ sealer }: Pick<OpenStores, 'sealer'>, { mechanism }: Rules, directory: Directory, no: number): Promise<Register> {
  const { grids, people } = directory.data;
  const grid = grids[no % grids.length];
  const person = people[no % people.length];
  const place = grid === undefined ? undefined : gridPlace(directory, grid.id);
  if (place === undefined || person === undefined) throw new Error('The demo directory is empty');
  const seal = (text: string) => sealer.seal(person.id, text);
  return {
    type: 'register',
    by: { person: person.id, roles: person.roles },
    id: String(no),
    source: 'resident-chat',
    origin: `bench:${no}`,
    person: person.id,
    words: await seal(WORDS),
    media: [],
    what: await seal(WORDS.slice(0, 60)),
    when: await seal('three nights'),
    place,
    choices: [],
    hidden: false,
    understood: { category: 'street-lighting', confidence: 0.9, alternatives: ['roads', 'safety'], reasons: ['intent:complaint', 'place:by-name'] },
    urgency: 'routine',
    to: routeFor(directory, mechanism, 'street-lighting', place).to,
  };
}

function changeFor(rules: Rules, ordered: Register, at: Date): DemandChange {
  const events = register(rules, ordered, at);
  return { state: fold(events), events, cause: ordered.origin, owing: [], searchable: WORDS };
}
