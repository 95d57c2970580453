import { z } from 'zod';
import { Id, Name, Role } from './basics.ts';

const Choice = z.strictObject({ id: Id, name: Name, words: z.array(z.string().min(1)).default([]) });

const Field = z.strictObject({
  id: Id,
  name: Name,
  /** Other words for it in chat. */
  words: z.array(z.string().min(1)).default([]),
  type: z.enum(['text', 'number', 'date', 'choice', 'yes-no', 'phone']),
  choices: z.array(Choice).default([]),
  /** The largest number that makes sense. */
  most: z.number().optional(),
  /** Identifies somebody, or tells of a person's life: sealed, and never shown to a program. */
  personal: z.boolean().default(false),
  /** Who may see it; without it, everybody who may see records. */
  see: z.array(Role).min(1).optional(),
  /** Known already of the record that this one belongs to: a field of that section. */
  same: Id.optional(),
  /** Known already of somebody in the directory. */
  known: z.enum(['phone', 'home']).optional(),
});
export type RecordField = z.infer<typeof Field>;

const Section = z.strictObject({
  id: Id,
  name: Name,
  words: z.array(z.string().min(1)).default([]),
  /** What is written to name one: a door, a person, a thing. */
  example: Name,
  /** The name itself is personal. */
  personal: z.boolean().default(false),
  /** Each of these belongs to one of that section: a person to a house. */
  within: Id.optional(),
  /** As many as the grid has households. */
  perHousehold: z.boolean().default(false),
  fields: z.array(Field).min(1),
});
export type RecordSection = z.infer<typeof Section>;

/** What is known of a grid, collected once by one template (一情三事，数据一次采集): people, houses, matters, things. */
export const Records = z.strictObject({
  /** Who collects, and who may see and take away what was collected, each in the own unit and below. */
  collect: z.array(Role).min(1),
  see: z.array(Role).min(1),
  sections: z.array(Section).min(1),
});
export type Records = z.infer<typeof Records>;
