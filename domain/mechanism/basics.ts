import { z } from 'zod';
import { WrittenLimit as Limit } from '../time/limit.ts';

/** A name in the languages the program speaks; where a district gives none in English, its own stands in. */
export const Name = z.strictObject({ 'zh-CN': z.string().min(1), en: z.string().min(1).optional() }).transform(({ 'zh-CN': own, en = own }) => ({ 'zh-CN': own, en }));
export type Name = z.infer<typeof Name>;

/** What something is called within a district's file. */
export const Id = z.string().regex(/^[a-z][a-z0-9-]*$/, { error: 'not-an-id' });

/** The part a person plays; the same in the directory and in every mechanism. */
export const Role = z.enum(['resident', 'enterprise', 'grid-worker', 'secretary', 'dispatcher', 'clerk', 'leader', 'member', 'volunteer']);
export type Role = z.infer<typeof Role>;

/** A limit and the ladder of reminders and alarms that goes with it. */
export const Timed = z.strictObject({ limit: Limit, ladder: Id });
export type Timed = z.infer<typeof Timed>;
