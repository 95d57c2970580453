import { json } from '../../answer.ts';
import type { SandboxAccess } from '../../deps.ts';
import { endpoint, type Endpoint } from '../../endpoint.ts';
import { NewPerson, SandboxPeople, SandboxPerson, SandboxRooms } from '../../schemas/sandbox.ts';

/** Who and which groups there are. */
export function peopleEndpoints({ people, addPerson, rooms }: Pick<SandboxAccess, 'people' | 'addPerson' | 'rooms'>): Endpoint[] {
  const list = endpoint({
    method: 'get',
    path: '/sandbox/people',
    access: 'local',
    summary: 'http.api.sandbox.people',
    takes: {},
    answers: { 200: SandboxPeople },
    handle: async () => json({ items: await people() }),
  });
  const add = endpoint({
    method: 'post',
    path: '/sandbox/people',
    access: 'local',
    summary: 'http.api.sandbox.add-person',
    takes: { body: NewPerson },
    answers: { 201: SandboxPerson },
    handle: async ({ body: { name } }) => json(await addPerson(name), 201),
  });
  const groups = endpoint({
    method: 'get',
    path: '/sandbox/rooms',
    access: 'local',
    summary: 'http.api.sandbox.rooms',
    takes: {},
    answers: { 200: SandboxRooms },
    handle: async () => json({ items: await rooms() }),
  });
  return [list, add, groups];
}
