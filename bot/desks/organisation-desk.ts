import { z } from 'zod';
import type { Directory } from '../../domain/directory/directory.ts';
import { proposeMatches, type Organisation } from '../../handlers/accounts/organisation.ts';
import { hasOffice } from '../../handlers/acting/actor.ts';
import { createInTurn } from '../../handlers/in-turn.ts';
import type { DemandStore } from '../../handlers/ports/demands.ts';
import type { Now } from '../../handlers/ports/now.ts';
import type { People } from '../../handlers/ports/people.ts';
import type { Rooms } from '../../handlers/ports/rooms.ts';
import type { KeptSettings } from '../../handlers/ports/settings.ts';
import type { Speak } from '../../locales/speak.ts';
import type { Language } from '../../locales/text.ts';
import type { OrganisationDesk } from '../../web/desk.ts';
import type { Outcome } from '../../web/outcome.ts';
import type { ConfirmBody, Confirmed, OrganisationView } from '../../web/schemas/organisation.ts';
import type { Config } from '../config.ts';
import { hasAll } from '../messengers.ts';
import { WECOM_SETTINGS } from '../settings.ts';
import { createMessengerApi, type MessengerApi } from '../tencent/api.ts';
import { MessengerError } from '../tencent/verdict.ts';
import { createGroup, readOrganisation } from '../wecom-app/organisation.ts';
import { openSetting, type Setting } from './kept-setting.ts';

/** What is needed to match the members of a WeCom corporation with the directory. */
export interface Matching {
  /** Absent where no application is set up. */
  readonly api: MessengerApi | undefined;
  readonly people: Pick<People, 'get' | 'save' | 'byAccount'>;
  readonly rooms: Pick<Rooms, 'get' | 'save'>;
  readonly demands: Pick<DemandStore, 'raisedBy'>;
  readonly settings: KeptSettings;
  readonly directory: () => Directory;
  readonly speak: Speak;
  readonly now: Now;
}

const CHANNEL = 'wecom';
const LEAST_MEMBERS = 2;
const Edits = z.strictObject({ edits: z.number().int() });
type Log = Setting<z.infer<typeof Edits>>;

/** The calls of the corporation's application, where one is set up. */
export function organisationApi(config: Config, wall: Now): MessengerApi | undefined {
  if (!hasAll(config, WECOM_SETTINGS)) return undefined;
  return createMessengerApi({ base: config.WECOM_API, now: wall, token: { kind: 'corp', corpId: config.WECOM_CORP_ID, secret: config.WECOM_SECRET } });
}

/** Who of the directory each member of the corporation is: proposed, and bound only when an administrator says so. */
export async function openOrganisationDesk(parts: Matching): Promise<OrganisationDesk> {
  // Whoever asks twice at once asks for one group.
  const inTurn = createInTurn();
  const log: Log = await openSetting({ ...parts, name: 'organisation', shape: Edits, empty: { edits: 0 } });
  return {
    view: () => reading(async () => ({ ok: true, value: parts.api === undefined ? NONE : await viewOf(parts, await readOrganisation(parts.api)) })),
    confirm: async (body, by, language) => confirm(parts, log, body, by, language),
    group: (grid, by, language) => inTurn(() => reading(() => makeGroup(parts, log, grid, by, language))),
  };
}

const NONE: OrganisationView = { configured: false, departments: [], members: [], groups: [] };

/** What the messenger refuses is told by its code; what the network throws is an outage. */
async function reading<T>(read: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof MessengerError) return { ok: false, refusal: 'messenger-refused', params: { code: error.errcode } };
    throw error;
  }
}

async function viewOf(parts: Matching, organisation: Organisation): Promise<OrganisationView> {
  const directory = parts.directory();
  const { units, people } = proposeMatches(organisation, directory);
  const nameOf = new Map(organisation.departments.map(({ id, name }) => [id, name]));
  const members = await Promise.all(organisation.members.map(async ({ account, name, departments }) => {
    const known = await parts.people.byAccount({ channel: CHANNEL, account });
    const bound = known === undefined ? undefined : directory.person(known.id);
    const match = people.get(account);
    const proposed = bound !== undefined || match === undefined ? undefined : directory.person(match.person);
    return {
      account,
      name,
      departments: departments.map((id) => nameOf.get(id) ?? id),
      ...(bound === undefined ? {} : { bound: { id: bound.id, name: bound.name } }),
      ...(proposed === undefined || match === undefined ? {} : { proposal: { id: proposed.id, name: proposed.name, unit: unitOf(directory, proposed), ground: match.ground } }),
    };
  }));
  return {
    configured: true,
    departments: organisation.departments.map(({ id, name }) => {
      const unit = directory.unit(units.get(id) ?? '');
      return { id, name, ...(unit === undefined ? {} : { unit: { id: unit.id, name: unit.name } }) };
    }),
    members,
    groups: await Promise.all(directory.data.grids.map(async ({ id, name }) => ({ grid: id, gridName: name, made: (await parts.rooms.get(groupId(id)))?.account !== undefined, members: (await staffOf(parts, id)).length }))),
  };
}

function unitOf(directory: Directory, { unit, grid }: { readonly unit?: string | undefined; readonly grid?: string | undefined }): string {
  return directory.unit(unit ?? '')?.name ?? directory.grid(grid ?? '')?.name ?? '';
}

async function confirm(parts: Matching, log: Log, { members }: ConfirmBody, by: string, language: Language): Promise<Confirmed> {
  const faults: string[] = [];
  let bound = 0;
  for (const { account, person } of members) {
    const refusal = await bindOne(parts, account, person);
    if (refusal === undefined) {
      bound++;
      await log.change(by, `${person} ${account}`, ({ edits }) => ({ value: { edits: edits + 1 } }));
    } else faults.push(parts.speak(language, `desk.organisation.${refusal}`, { account, name: parts.directory().person(person)?.name ?? person }));
  }
  return { bound, faults };
}

/** An account that somebody else uses, or has raised something with, is never taken from them here. */
async function bindOne({ people, demands, directory }: Matching, account: string, id: string): Promise<'no-such-staff' | 'taken' | 'has-matters' | undefined> {
  const [listed, person] = [directory().person(id), await people.get(id)];
  if (listed === undefined || person === undefined || person.erased || !hasOffice(listed.roles)) return 'no-such-staff';
  const before = await people.byAccount({ channel: CHANNEL, account });
  if (before?.id === id) return undefined;
  if (before !== undefined && directory().person(before.id) !== undefined) return 'taken';
  if (before !== undefined && (await demands.raisedBy(before.id, { open: true, limit: 1 })).length > 0) return 'has-matters';
  await people.save({ ...person, accounts: [{ channel: CHANNEL, account }, ...person.accounts.filter(({ channel }) => channel !== CHANNEL)] });
  return undefined;
}

/** Its own workers, then the community's people, as far as they can be reached there. */
async function staffOf({ directory, people }: Pick<Matching, 'directory' | 'people'>, grid: string): Promise<string[]> {
  const community = directory().grid(grid)?.community ?? '';
  const staff = [...directory().gridWorkers(grid), ...directory().peopleOf(community).filter(({ roles }) => roles.some((role) => role === 'secretary' || role === 'clerk' || role === 'leader' || role === 'dispatcher'))];
  const known = await Promise.all([...new Set(staff.map(({ id }) => id))].map((id) => people.get(id)));
  return known.flatMap((one) => one?.accounts.find(({ channel }) => channel === CHANNEL)?.account ?? []);
}

function groupId(grid: string): string {
  return `staff-of-${grid}`;
}

async function makeGroup(parts: Matching, log: Log, grid: string, by: string, language: Language): Promise<Outcome<OrganisationView>> {
  const listed = parts.directory().grid(grid);
  if (parts.api === undefined || listed === undefined) return { ok: false, refusal: 'no-such-room' };
  if ((await parts.rooms.get(groupId(grid)))?.account !== undefined) return { ok: false, refusal: 'group-made' };
  const members = await staffOf(parts, grid);
  if (members.length < LEAST_MEMBERS) return { ok: false, refusal: 'too-few-for-group', params: { count: members.length, least: LEAST_MEMBERS } };
  const name = parts.speak(language, 'desk.organisation.group-name', { grid: listed.name });
  const account = await createGroup(parts.api, name, members);
  await parts.rooms.save({ id: groupId(grid), name, unit: listed.community, channel: CHANNEL, account });
  await log.change(by, `group ${grid}`, ({ edits }) => ({ value: { edits: edits + 1 } }));
  return { ok: true, value: await viewOf(parts, await readOrganisation(parts.api)) };
}
