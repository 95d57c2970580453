import * as z from 'zod/mini';

// The page forbids code made from strings, so zod must not try it.
z.config({ jitless: true });

function lenient<T extends z.ZodMiniType>(schema: T) {
  return z.catch(z.optional(schema), undefined);
}

function listOf<T extends z.ZodMiniType>(schema: T) {
  return z.catch(z.array(schema), []);
}

/** A picture is named by its id; an address is only followed within this site. */
function addressOfPicture(image: string): string {
  return image.startsWith('/') || image.startsWith('data:image/') ? image : `/sandbox/media/${encodeURIComponent(image)}`;
}

const Named = z.object({ id: z.string(), name: z.string() });

/** A thing by its id alone, or with its name; told apart by whoever shows it. */
export const Reference = z.union([z.string(), z.object({ id: lenient(z.string()), name: lenient(z.string()) })]);
export type Reference = z.infer<typeof Reference>;

/** Somebody the sandbox can be played as. */
export const Person = z.object({
  id: z.string(),
  name: z.string(),
  roles: listOf(z.string()),
  unit: lenient(z.object({ id: z.string(), name: z.string(), tier: lenient(z.string()), class: lenient(z.string()) })),
  grid: lenient(z.object({ id: z.string(), name: z.string(), community: lenient(Reference) })),
  rooms: listOf(z.string()),
});
export type Person = z.infer<typeof Person>;

/** A group chat and the ids of who is in it. */
export const Room = z.object({ id: z.string(), name: z.string(), grid: lenient(z.union([z.string(), Named])), people: listOf(z.string()) });
export type Room = z.infer<typeof Room>;

/** One message of a chat, as the server keeps it; `from` is a person's id or `bot`. */
export const Message = z.object({
  seq: z.number(),
  id: z.string(),
  from: z.string(),
  text: z.catch(z.string(), ''),
  at: z.string(),
  kind: lenient(z.string()),
  image: lenient(z.pipe(z.string(), z.transform(addressOfPicture))),
  quote: lenient(z.object({ id: lenient(z.string()), from: lenient(z.string()), text: z.catch(z.string(), '') })),
});
export type Message = z.infer<typeof Message>;

/** The program's time, and when the next thing falls due. */
export const ClockState = z.object({ now: z.string(), nextDueAt: lenient(z.string()) });
export type ClockState = z.infer<typeof ClockState>;

const Callee = z.object({
  unit: lenient(Reference),
  role: lenient(z.string()),
  status: lenient(z.string()),
  reportBy: lenient(z.string()),
  reportedAt: lenient(z.string()),
  feedbackBy: lenient(z.string()),
  feedbackAt: lenient(z.string()),
  doneBy: lenient(z.string()),
  doneAt: lenient(z.string()),
});
export type Callee = z.infer<typeof Callee>;

const Whistle = z.object({
  id: lenient(z.string()),
  kind: lenient(Reference),
  chain: lenient(Reference),
  caller: lenient(Reference),
  status: lenient(z.string()),
  callees: listOf(Callee),
});
export type Whistle = z.infer<typeof Whistle>;

const Entry = z.object({
  seq: z.number(),
  at: z.string(),
  by: lenient(Reference),
  type: z.string(),
  data: lenient(z.record(z.string(), z.unknown())),
});
export type Entry = z.infer<typeof Entry>;

const Facts = z.object({
  who: lenient(Reference),
  hidden: lenient(z.boolean()),
  when: lenient(z.string()),
  whenMeant: lenient(z.object({ from: z.iso.datetime({ offset: true }), to: z.optional(z.iso.datetime({ offset: true })), dated: z.boolean() })),
  place: lenient(Reference),
  placeSaid: lenient(z.string()),
  what: lenient(z.string()),
  course: lenient(z.string()),
});

const Rating = z.object({
  by: lenient(z.string()),
  at: lenient(z.string()),
  answers: lenient(z.record(z.string(), z.string())),
  reason: lenient(z.string()),
});
export type Rating = z.infer<typeof Rating>;

/** A step of the district's own method. */
const Stage = z.object({ id: z.string(), name: z.catch(z.string(), ''), state: lenient(z.enum(['passed', 'current', 'coming', 'skipped'])), at: lenient(z.string()) });

/** A demand as the server tells it; whatever is missing or of another shape is left out. */
export const Demand = z.object({
  id: z.string(),
  status: z.catch(z.string(), ''),
  tier: lenient(Reference),
  grade: lenient(z.string()),
  gradeName: lenient(z.string()),
  source: lenient(Reference),
  category: lenient(Reference),
  categoryName: lenient(z.string()),
  place: lenient(Reference),
  urgency: lenient(z.string()),
  summary: z.catch(z.string(), ''),
  supporters: lenient(z.union([z.number(), z.array(z.unknown())])),
  owner: lenient(Reference),
  whistles: listOf(Whistle),
  ratings: listOf(Rating),
  raisedAt: lenient(z.string()),
  limitAt: lenient(z.string()),
  result: lenient(z.string()),
  stage: lenient(Reference),
  stages: lenient(z.array(Stage)),
  facts: lenient(Facts),
  timeline: listOf(Entry),
});
export type Demand = z.infer<typeof Demand>;

export const People = z.object({ items: z.array(Person) });
export const Rooms = z.object({ items: z.array(Room) });
export const Messages = z.object({ items: z.array(Message) });
export const Demands = z.object({ items: z.array(Demand) });
export const Sent = z.object({ id: z.string() });

/** What the stream says of a message: whose private chat, or which group, and the message itself. */
export const MessageEvent = z.object({ person: lenient(z.string()), room: lenient(z.string()), item: Message });
export const DemandEvent = z.object({ id: z.string() });
export const ClockEvent = z.object({ now: z.string() });
/** A problem document, as far as a person is told of it. */
export const Problem = z.object({ title: lenient(z.string()), detail: lenient(z.string()) });
