import { z } from 'zod';
import type { Organisation } from '../../handlers/accounts/organisation.ts';
import type { MessengerApi } from '../tencent/api.ts';
import { MessengerError } from '../tencent/verdict.ts';

const Id = z.number().int();
const Departments = z.object({ department: z.array(z.object({ id: Id, name: z.string().default(''), parentid: Id.default(0) })) });
const Member = z.object({ userid: z.string().min(1).max(128), name: z.string().default(''), mobile: z.string().default(''), department: z.array(Id).default([]) });
const Members = z.object({ userlist: z.array(Member) });
const Created = z.object({ chatid: z.string().min(1).max(128) });
const MOST_IN_GROUP = 2000;

/** Reads the departments and members that the application may see; names and numbers as far as it may read them. Throws MessengerError, and what the network throws. */
export async function readOrganisation(api: MessengerApi): Promise<Organisation> {
  const { department } = await api.get('/cgi-bin/department/list', {}, Departments);
  const members = new Map<string, z.infer<typeof Member>>();
  for (const { id } of department) {
    for (const member of await membersOf(api, id)) {
      const known = members.get(member.userid);
      members.set(member.userid, { ...member, department: [...new Set([...(known?.department ?? []), ...member.department, id])] });
    }
  }
  return {
    departments: department.map(({ id, name, parentid }) => ({ id: String(id), name, parent: parentid === 0 ? undefined : String(parentid) })),
    members: [...members.values()].map(({ userid, name, mobile, department: within }) => ({ account: userid, name, mobile, departments: within.map(String) })),
  };
}

/** An application that may not read details still reads names. */
async function membersOf(api: MessengerApi, department: number): Promise<readonly z.infer<typeof Member>[]> {
  const query = { department_id: String(department) };
  try {
    return (await api.get('/cgi-bin/user/list', query, Members)).userlist;
  } catch (error) {
    if (!(error instanceof MessengerError) || error.verdict === 'limited' || error.verdict === 'outage') throw error;
    return (await api.get('/cgi-bin/user/simplelist', query, Members)).userlist;
  }
}

/** Makes a group of members, the first of whom owns it; gives its id. Throws MessengerError when the messenger does not. */
export async function createGroup(api: MessengerApi, name: string, members: readonly string[]): Promise<string> {
  const [owner] = members;
  const { chatid } = await api.post('/cgi-bin/appchat/create', { name: name.slice(0, 50), owner, userlist: members.slice(0, MOST_IN_GROUP) }, Created);
  return chatid;
}

const Leaving = z.object({ Event: z.literal('change_contact'), ChangeType: z.literal('delete_user'), UserID: z.string().min(1).max(128) });

/** The member who has left, when that is what the messenger calls to tell. */
export function whoLeft(content: unknown): string | undefined {
  return Leaving.safeParse(content).data?.UserID;
}
