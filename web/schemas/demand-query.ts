import { z } from 'zod';
import { DemandView } from './demand.ts';
import { Short, wholeNumber } from './scalars.ts';

/** Which demands are asked for; every filter is one value. */
export const DemandQuery = z.strictObject({
  status: DemandView.shape.status.optional(),
  tier: Short.optional(),
  unit: Short.optional(),
  grid: Short.optional(),
  category: Short.optional(),
  source: Short.optional(),
  q: Short.optional(),
  cursor: Short.optional(),
  limit: wholeNumber(1, 200, 50),
});
export type DemandQuery = z.infer<typeof DemandQuery>;
