import { computed, ref, type ComputedRef, type Ref } from 'vue';
import { lastOnly } from '../shared/last-only.ts';
import type { Api } from './api.ts';
import type { Person, Reference, Room } from './contract.ts';

/** Most official first: a person with several roles is listed under the first of these. */
const BY_OFFICE = ['leader', 'dispatcher', 'clerk', 'secretary', 'grid-worker', 'member', 'volunteer', 'enterprise', 'resident'];
const LISTED = ['resident', 'grid-worker', 'secretary', 'dispatcher', 'clerk', 'leader', 'member', 'volunteer', 'enterprise'];

/** People of one role, in the directory's order. */
export interface RoleGroup {
  readonly role: string;
  readonly people: Person[];
}

/** Who and what there is, and what each is called. */
export interface Directory {
  readonly people: Ref<Person[]>;
  readonly groups: ComputedRef<RoleGroup[]>;
  readonly state: Ref<'loading' | 'ready' | 'failed'>;
  readonly person: (id: string | undefined) => Person | undefined;
  readonly room: (id: string) => Room | undefined;
  readonly nameOf: (reference: Reference | undefined) => string | undefined;
  /** Whether more than its id is known. */
  readonly isNamed: (reference: Reference | undefined) => boolean;
  readonly load: () => Promise<void>;
  readonly addResident: (name: string) => Promise<Person>;
}

/** A directory that is empty until loaded; the answer to an older question changes nothing. */
export function createDirectory(api: Pick<Api, 'people' | 'rooms' | 'addResident'>): Directory {
  const people = ref<Person[]>([]);
  const rooms = ref<Room[]>([]);
  const state = ref<'loading' | 'ready' | 'failed'>('loading');
  const peopleById = computed(() => new Map(people.value.map((person) => [person.id, person])));
  const roomsById = computed(() => new Map(rooms.value.map((room) => [room.id, room])));
  const names = computed(() => new Map([...people.value, ...rooms.value, ...belongings(people.value)].map(({ id, name }) => [id, name])));
  const show = lastOnly<[Person[], Room[]]>((answers) => {
    [people.value, rooms.value] = answers;
    state.value = 'ready';
  });
  const load = async (): Promise<void> => {
    if (state.value === 'failed') state.value = 'loading';
    try {
      await show(Promise.all([api.people(), api.rooms()]));
    } catch {
      if (state.value !== 'ready') state.value = 'failed';
    }
  };
  return {
    people,
    groups: computed(() => grouped(people.value)),
    state,
    person: (id) => (id === undefined ? undefined : peopleById.value.get(id)),
    room: (id) => roomsById.value.get(id),
    nameOf: (reference) => (typeof reference === 'string' ? (names.value.get(reference) ?? reference) : (reference?.name ?? reference?.id)),
    isNamed: (reference) => (typeof reference === 'string' ? names.value.has(reference) : reference?.name !== undefined),
    load,
    addResident: async (name) => {
      const person = await api.addResident(name);
      people.value = [...people.value.filter((one) => one.id !== person.id), person];
      await load();
      return person;
    },
  };
}

/** The role a person is listed under. */
export function mainRole(person: Person): string {
  return BY_OFFICE.find((role) => person.roles.includes(role)) ?? person.roles[0] ?? 'resident';
}

/** Whether the words are found in the name, the unit or the grid of this person. */
export function matches(person: Person, words: string): boolean {
  const where = [person.name, person.unit?.name, person.grid?.name].join(' ').toLowerCase();
  return words.toLowerCase().split(/\s+/).every((word) => where.includes(word));
}

function grouped(people: readonly Person[]): RoleGroup[] {
  const roles = [...new Set([...LISTED, ...people.map(mainRole)])];
  return roles.map((role) => ({ role, people: people.filter((person) => mainRole(person) === role) })).filter((group) => group.people.length > 0);
}

function belongings(people: readonly Person[]): { id: string; name: string }[] {
  return people.flatMap(({ unit, grid }) => [unit, grid]).filter((one) => one !== undefined);
}
