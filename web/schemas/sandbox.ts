import { z } from 'zod';
import { Role } from '../../domain/mechanism/mechanism.ts';
import { durationMs } from '../duration.ts';
import { Short, Time, wholeNumber } from './scalars.ts';

const MAX_ADVANCE_MS = 400 * 24 * 60 * 60 * 1000;
const MAX_AT_ONCE = 1000;

/** Somebody the sandbox can be played as. */
export const SandboxPerson = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    roles: z.array(Role),
    unit: z.strictObject({ id: z.string(), name: z.string(), tier: z.string(), class: z.string() }).optional(),
    grid: z.strictObject({ id: z.string(), name: z.string(), community: z.string() }).optional(),
    rooms: z.array(z.string()),
  })
  .meta({ id: 'SandboxPerson' });
export type SandboxPerson = z.infer<typeof SandboxPerson>;

export const SandboxPeople = z.strictObject({ items: z.array(SandboxPerson) });

/** A group and the ids of who is in it. */
export const SandboxRoom = z.strictObject({ id: z.string(), name: z.string(), grid: z.string().optional(), people: z.array(z.string()) }).meta({ id: 'SandboxRoom' });
export type SandboxRoom = z.infer<typeof SandboxRoom>;

export const SandboxRooms = z.strictObject({ items: z.array(SandboxRoom) });

export const NewPerson = z.strictObject({ name: Short.max(40) });

/** What a person writes; `mention` is true or `bot` for the bot, or ids of people, or a list of those. With `recall`, the id of an own message, that one is taken back and nothing else is said. */
export const NewMessage = z
  .strictObject({
    from: Short,
    room: Short.optional(),
    text: z.string().max(20_000).optional(),
    image: z.string().min(1).optional(),
    mention: z.union([z.boolean(), Short, z.array(z.union([z.literal(true), Short])).max(50)]).optional(),
    quote: Short.optional(),
    recall: Short.optional(),
  })
  .refine(({ text, image, recall }) => (text ?? '').trim() !== '' || image !== undefined || recall !== undefined, { error: 'http.wrong.nothing-said', path: ['text'] })
  .meta({ id: 'NewMessage' });

/** One message as a chat shows it; `image` is an id under `/sandbox/media/`. A `recall` takes back the message that its quote names, which is `recalled` from then on and shows nothing. */
export const SandboxMessage = z
  .strictObject({
    seq: z.number().int(),
    id: z.string(),
    from: z.string(),
    text: z.string(),
    at: Time,
    kind: z.string(),
    image: z.string().optional(),
    file: z.strictObject({ id: z.string(), name: z.string() }).optional(),
    location: z.strictObject({ latitude: z.number(), longitude: z.number(), address: z.string() }).optional(),
    link: z.strictObject({ title: z.string(), url: z.string() }).optional(),
    quote: z.strictObject({ id: z.string(), from: z.string(), text: z.string() }).optional(),
  })
  .meta({ id: 'SandboxMessage' });
export type SandboxMessage = z.infer<typeof SandboxMessage>;

export const SandboxMessages = z.strictObject({ items: z.array(SandboxMessage) });

/** One chat: a person's with the bot, or a room. */
export const MessagesQuery = z
  .strictObject({
    person: Short.optional(),
    room: Short.optional(),
    after: wholeNumber(0, Number.MAX_SAFE_INTEGER, 0),
    limit: wholeNumber(1, MAX_AT_ONCE, MAX_AT_ONCE),
  })
  .refine(({ person, room }) => (person === undefined) !== (room === undefined), { error: 'http.wrong.one-chat', path: ['person'] });

/** How far the clock is moved, in milliseconds once parsed. */
export const Advance = z.strictObject({
  advance: z
    .string()
    .max(40)
    .transform((written, context) => {
      const ms = durationMs(written);
      if (ms !== undefined && ms > 0 && ms <= MAX_ADVANCE_MS) return ms;
      context.addIssue({ code: 'custom', message: 'http.wrong.duration' });
      return z.NEVER;
    })
    .meta({ type: 'string', format: 'duration', example: 'PT24H' }),
});

export const ClockMoved = z.strictObject({ now: Time });
export const ClockState = z.strictObject({ now: Time, nextDueAt: Time.optional() });

export const SandboxDemandsQuery = z.strictObject({ limit: wholeNumber(1, 200, 50) });
