import { z } from 'zod';

const Id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/);
const Text = z.string().trim().min(1).max(200);
const Texts = z.array(Text).default([]);

/** A unit by its id, or `word@tier`: the units of that class or name within the unit that a place has at that tier. */
export const UnitPhrase = z.string().regex(/^[^@\s]{1,40}(@[A-Za-z0-9._-]{1,40})?$/);

/** A service matter of the catalogue (政务服务): what it is called, and all that somebody needs who wants it done. */
export const Service = z
  .strictObject({
    id: Id,
    name: Text,
    /** What people call it. */
    otherNames: Texts,
    /** A way of the district's mechanism. */
    way: Id,
    audience: z.array(z.enum(['resident', 'enterprise'])).min(1).default(['resident', 'enterprise']),
    /** Who handles it. */
    unit: UnitPhrase.optional(),
    papers: Texts,
    place: Text.optional(),
    hours: Text.optional(),
    limit: Text,
    fee: Text.optional(),
    link: z.url({ protocol: /^https?$/ }).max(300).optional(),
    /** What whoever does it on somebody's behalf does, one after the other. */
    steps: Texts,
    /** Whether somebody else may do it on a person's behalf. */
    onBehalf: z.boolean().default(true),
  })
  .superRefine(({ place, link }, context) => {
    if (place === undefined && link === undefined) context.addIssue({ code: 'custom', message: 'nowhere', path: ['place'] });
  });
export type Service = z.infer<typeof Service>;

/** A line of the service teams: a person or a unit that serves a grid, a community or more, as which force, and for what. */
export const TeamRow = z
  .strictObject({
    /** A grid, or a unit: then all grids of it. */
    place: Id,
    /** A force of the district's mechanism. */
    force: Id,
    person: Id.optional(),
    unit: UnitPhrase.optional(),
    /** What people call the part. */
    title: Text.optional(),
    duties: Texts,
    /** The classes of matters in its charge. */
    categories: z.array(Id).default([]),
  })
  .superRefine(({ person, unit }, context) => {
    if (person === undefined && unit === undefined) context.addIssue({ code: 'custom', message: 'nobody', path: ['person'] });
  });
export type TeamRow = z.infer<typeof TeamRow>;
