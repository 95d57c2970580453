import { z } from 'zod';
import { failed, json, outcome } from '../answer.ts';
import type { Caller, WebDeps } from '../deps.ts';
import type { CalendarDesk, ChannelDesk, DutyDesk, GroupDesk, MapDesk, OrganisationDesk, TemplateDesk } from '../desk.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';
import { problem } from '../problem.ts';
import { CalendarBody, CalendarQuery, CalendarTaken, CalendarView } from '../schemas/calendar-desk.ts';
import { DutyBody, DutyList, DutyQuery, DutyTaken } from '../schemas/duty-desk.ts';
import { GridMap, MapBody, MapState, MapTaken } from '../schemas/grid-map.ts';
import { ChannelList, GroupBody, GroupCode, GroupList } from '../schemas/group-desk.ts';
import { ConfirmBody, Confirmed, OrganisationView, StaffGroupBody } from '../schemas/organisation.ts';
import { ProblemDocument } from '../schemas/problem.ts';
import { Template, TemplateBody, TemplateList, TemplateQuery } from '../schemas/templates.ts';

const MAP_LIMIT = 12 * 1024 * 1024;
const Nothing = z.strictObject({});

/** What administrators set on the pages; the map itself is for everybody who has signed in. */
export function deskEndpoints({ desk }: Pick<WebDeps, 'desk'>): Endpoint[] {
  return desk === undefined ? [] : [...mapEndpoints(desk.map), ...templateEndpoints(desk.templates), ...calendarEndpoints(desk.calendar), ...dutyEndpoints(desk.duties), ...groupEndpoints(desk), ...organisationEndpoints(desk.organisation)];
}

/** By what name a change is kept: the person's id, or that of the administrator's own token. */
function byOf(caller: Caller): string {
  return caller.person ?? 'admin';
}

function mapEndpoints(map: MapDesk): Endpoint[] {
  const see = endpoint({ method: 'get', path: '/api/map', access: 'token', summary: 'http.api.map', takes: {}, answers: { 200: GridMap }, handle: () => json(map.view()) });
  const state = endpoint({ method: 'get', path: '/api/setup/map', access: 'admin', summary: 'http.api.setup-map', takes: {}, answers: { 200: MapState }, handle: (_input, { language }) => json(map.state(language)) });
  const take = endpoint({ method: 'post', path: '/api/setup/map', access: 'admin', summary: 'http.api.setup-map-take', takes: { body: MapBody }, bodyLimit: MAP_LIMIT, answers: { 200: MapTaken }, handle: async ({ body }, { caller, language }) => json(await map.take(body, byOf(caller()), language)) });
  const remove = endpoint({ method: 'post', path: '/api/setup/map/remove', access: 'admin', summary: 'http.api.setup-map-remove', takes: { body: Nothing }, answers: { 200: MapState }, handle: async (_input, { caller, language }) => json(await map.remove(byOf(caller()), language)) });
  return [see, state, take, remove];
}

function templateEndpoints(templates: TemplateDesk): Endpoint[] {
  const see = endpoint({ method: 'get', path: '/api/setup/templates', access: 'admin', summary: 'http.api.setup-templates', takes: { query: TemplateQuery }, answers: { 200: TemplateList }, handle: ({ query }, { language }) => json(templates.list(query, language)) });
  const change = endpoint({ method: 'post', path: '/api/setup/templates', access: 'admin', summary: 'http.api.setup-templates-change', takes: { body: TemplateBody }, answers: { 200: Template, 404: ProblemDocument }, handle: async ({ body }, { caller, language }) => outcome(await templates.change(body, byOf(caller()), language)) });
  return [see, change];
}

function calendarEndpoints(calendar: CalendarDesk): Endpoint[] {
  const see = endpoint({ method: 'get', path: '/api/setup/calendar', access: 'admin', summary: 'http.api.setup-calendar', takes: { query: CalendarQuery }, answers: { 200: CalendarView }, handle: ({ query }, { language }) => json(calendar.view(query, language)) });
  const take = endpoint({ method: 'post', path: '/api/setup/calendar', access: 'admin', summary: 'http.api.setup-calendar-take', takes: { body: CalendarBody }, answers: { 200: CalendarTaken }, handle: async ({ body }, { caller, language }) => outcome(await calendar.take(body, byOf(caller()), language)) });
  return [see, take];
}

function dutyEndpoints(duties: DutyDesk): Endpoint[] {
  const see = endpoint({ method: 'get', path: '/api/setup/duties', access: 'admin', summary: 'http.api.setup-duties', takes: { query: DutyQuery }, answers: { 200: DutyList }, handle: ({ query }, { language }) => json(duties.list(query, language)) });
  const take = endpoint({ method: 'post', path: '/api/setup/duties', access: 'admin', summary: 'http.api.setup-duties-take', takes: { body: DutyBody }, answers: { 200: DutyTaken }, handle: async ({ body }, { caller, language }) => json(await duties.take(body, byOf(caller()), language)) });
  return [see, take];
}

function groupEndpoints({ groups, channels }: { readonly groups: GroupDesk; readonly channels: ChannelDesk }): Endpoint[] {
  const none = (path: string) => failed(problem('not-found', { params: { path } }));
  const answers = { 400: ProblemDocument, 404: ProblemDocument } as const;
  const see = endpoint({ method: 'get', path: '/api/setup/groups', access: 'admin', summary: 'http.api.setup-groups', takes: {}, answers: { 200: GroupList }, handle: async () => json(await groups.list()) });
  const issue = endpoint({
    method: 'post',
    path: '/api/setup/groups/code',
    access: 'admin',
    summary: 'http.api.setup-groups-code',
    takes: { body: GroupBody },
    answers: { 200: GroupCode, ...answers },
    handle: async ({ body: { group } }, { language }) => {
      const code = await groups.issue(group, language);
      return code === undefined ? none(group) : json(code);
    },
  });
  const release = endpoint({ method: 'post', path: '/api/setup/groups/release', access: 'admin', summary: 'http.api.setup-groups-release', takes: { body: GroupBody }, answers: { 200: GroupList, ...answers }, handle: async ({ body: { group } }) => ((await groups.release(group)) ? json(await groups.list()) : none(group)) });
  const state = endpoint({ method: 'get', path: '/api/setup/channels', access: 'admin', summary: 'http.api.setup-channels', takes: {}, answers: { 200: ChannelList }, handle: async () => json(await channels.list()) });
  return [see, issue, release, state];
}

function organisationEndpoints(organisation: OrganisationDesk): Endpoint[] {
  const answers = { 400: ProblemDocument, 404: ProblemDocument, 409: ProblemDocument } as const;
  const see = endpoint({ method: 'get', path: '/api/setup/organisation', access: 'admin', summary: 'http.api.organisation', takes: {}, answers: { 200: OrganisationView, 409: ProblemDocument }, handle: async () => outcome(await organisation.view()) });
  const confirm = endpoint({ method: 'post', path: '/api/setup/organisation/confirm', access: 'admin', summary: 'http.api.organisation-confirm', takes: { body: ConfirmBody }, answers: { 200: Confirmed }, handle: async ({ body }, { caller, language }) => json(await organisation.confirm(body, byOf(caller()), language)) });
  const group = endpoint({ method: 'post', path: '/api/setup/organisation/group', access: 'admin', summary: 'http.api.organisation-group', takes: { body: StaffGroupBody }, answers: { 200: OrganisationView, ...answers }, handle: async ({ body: { grid } }, { caller, language }) => outcome(await organisation.group(grid, byOf(caller()), language)) });
  return [see, confirm, group];
}
