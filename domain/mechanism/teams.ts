import { z } from 'zod';
import { Id, Name } from './basics.ts';

/** Service teams shown by name (亮身份、亮服务): the forces of a grid's team, in the order in which they are shown. */
export const ServiceTeams = z.strictObject({ forces: z.array(z.strictObject({ id: Id, name: Name })).min(1) });
export type ServiceTeams = z.infer<typeof ServiceTeams>;
