import { z } from 'zod';

/** A member as the messenger keeps one. */
export interface DoubleMember {
  readonly userid: string;
  readonly name: string;
  readonly mobile?: string;
  readonly department: readonly number[];
}

/** The corporation of the double: its departments and members, and the groups that were made. */
export interface DoubleOrganisation {
  readonly departments: { id: number; name: string; parentid: number; order: number }[];
  readonly members: DoubleMember[];
  readonly groups: { readonly chatid: string; readonly name: string; readonly owner: string; readonly userlist: readonly string[] }[];
  /** Whether the application may read more of members than their names. */
  mayReadDetails: boolean;
}

interface Asked {
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
}

const Group = z.object({ name: z.string().max(50), owner: z.string(), userlist: z.array(z.string()) });

/** A corporation with nobody in it yet. */
export function anOrganisation(): DoubleOrganisation {
  return { departments: [{ id: 1, name: '澜桥区', parentid: 0, order: 100 }], members: [], groups: [], mayReadDetails: true };
}

/** The endpoints of the corporation's organisation, as Tencent's documents have them. */
export function organisationRoutes(organisation: DoubleOrganisation): Readonly<Record<string, (asked: Asked) => Record<string, unknown>>> {
  const ok = { errcode: 0, errmsg: 'ok' };
  const within = ({ query }: Asked) => organisation.members.filter(({ department }) => department.includes(Number(query['department_id'])));
  return {
    '/cgi-bin/department/list': () => ({ ...ok, department: organisation.departments }),
    '/cgi-bin/user/list': (asked) => (organisation.mayReadDetails ? { ...ok, userlist: within(asked) } : { errcode: 60011, errmsg: 'no privilege to access/modify contact/party/agent' }),
    '/cgi-bin/user/simplelist': (asked) => ({ ...ok, userlist: within(asked).map(({ userid, name, department }) => ({ userid, name, department, open_userid: '' })) }),
    '/cgi-bin/appchat/create': ({ body }) => {
      const group = Group.parse(body);
      if (group.userlist.length < 2 || !group.userlist.includes(group.owner)) return { errcode: 86201, errmsg: 'invalid chat' };
      const chatid = `chat-${organisation.groups.length + 1}`;
      organisation.groups.push({ ...group, chatid });
      return { ...ok, chatid };
    },
  };
}
