import { json } from '../answer.ts';
import type { WebDeps } from '../deps.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';
import { AdminBody, ImportBody, ImportView, SetupView, StaffList, StaffQuery } from '../schemas/setup.ts';

const IMPORT_LIMIT = 24 * 1024 * 1024;

/** Setting the system up: for administrators alone. */
export function setupEndpoints({ setup }: Pick<WebDeps, 'setup'>): Endpoint[] {
  const see = endpoint({ method: 'get', path: '/api/setup', access: 'admin', summary: 'http.api.setup', takes: {}, answers: { 200: SetupView }, handle: async (_input, { language }) => json(await setup.view(language)) });
  const staff = endpoint({ method: 'get', path: '/api/setup/people', access: 'admin', summary: 'http.api.setup-people', takes: { query: StaffQuery }, answers: { 200: StaffList }, handle: async ({ query: { q } }) => json(await setup.staff(q ?? '')) });
  const admin = endpoint({ method: 'post', path: '/api/setup/admins', access: 'admin', summary: 'http.api.setup-admins', takes: { body: AdminBody }, answers: { 200: StaffList }, handle: async ({ body: { person, admin: is } }) => json(await setup.appoint(person, is)) });
  const take = endpoint({ method: 'post', path: '/api/setup/directory', access: 'admin', summary: 'http.api.setup-directory', takes: { body: ImportBody }, bodyLimit: IMPORT_LIMIT, answers: { 200: ImportView }, handle: async ({ body }, { language }) => json(await setup.take(body, language)) });
  return [see, staff, admin, take];
}
