import { z } from 'zod';

/** What was sent in chat, or the administrator's token. */
export const SignInBody = z.strictObject({ secret: z.string().trim().min(6).max(200) });

export const SignOutBody = z.strictObject({ everywhere: z.boolean().default(false) });

const Unit = z.strictObject({ id: z.string(), name: z.string(), tier: z.string() });

/** Who is signed in, and whether the figures of the assessment are for such eyes. `csrf` goes with every change as X-CSRF-Token; an administrator may be nobody of the directory. */
export const Me = z
  .strictObject({ kind: z.enum(['admin', 'person']), person: z.string().optional(), name: z.string(), roles: z.array(z.string()), units: z.array(Unit), seesAssessment: z.boolean(), csrf: z.string() })
  .meta({ id: 'Me' });
export type Me = z.infer<typeof Me>;
