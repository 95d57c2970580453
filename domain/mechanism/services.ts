import { z } from 'zod';
import { Id, Name, Timed } from './basics.ts';

/** Service matters (政务服务): how they are done, and the task of doing one on somebody's behalf (代办). */
export const Services = z.strictObject({
  /** For you without applying, wholly online, in one visit, or whatever the district calls its ways. */
  ways: z.array(z.strictObject({ id: Id, name: Name, /** What it means for whoever asks. */ hint: Name.optional() })).min(1),
  onBehalf: z
    .strictObject({
      /** A task is a demand of this source and class, which no complaint has. */
      source: Id,
      category: z.strictObject({ id: Id, name: Name }),
      takeUp: Timed,
      solve: Timed,
      /** Whom a grid worker calls who cannot do it, in the words of the dispatch directory: `class-or-name@tier`. Without it, the tier above. */
      raiseTo: z.string().regex(/^[^@\s]{1,40}@[A-Za-z0-9._-]{1,40}$/).optional(),
    })
    .optional(),
});
export type Services = z.infer<typeof Services>;
