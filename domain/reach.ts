/** Whether a channel lets the program speak first: always, or only so many messages within so many hours of the person's last one. */
export type Proactive = { readonly kind: 'always' } | { readonly kind: 'window'; readonly hours: number; readonly messages: number };

/** When a person last wrote, and how much was said since. */
export interface Contact {
  readonly heardAt?: Date | undefined;
  readonly saidSince?: number | undefined;
}

const HOUR_MS = 3600_000;

/** Whether something may be said to a person now; what may not waits for the person's next message. */
export function maySpeak(proactive: Proactive, { heardAt, saidSince = 0 }: Contact, now: Date): boolean {
  if (proactive.kind === 'always') return true;
  if (heardAt === undefined) return false;
  return now.getTime() - heardAt.getTime() < proactive.hours * HOUR_MS && saidSince < proactive.messages;
}
