import { z } from 'zod';

/** What a unit is to a class of matters: on a street's list responsible, organises or assists; on a community's list own, assists or not. */
export const Duty = z.enum(['own', 'responsible', 'organises', 'assists', 'not']);
export type Duty = z.infer<typeof Duty>;
