/** Whether a channel lets the program speak first: always, or only so many messages within so many hours of the person's last one. */
export type Proactive = { readonly kind: 'always' } | { readonly kind: 'window'; readonly hours: number; readonly messages: number };

/** Until when, and how much, may be said to somebody on a channel. */
export interface Window {
  readonly until: Date;
  readonly left: number;
}

/** What a district does, in this order, with what may not be said where the person last wrote. */
export const OUTSIDE = ['other-channel', 'subscription', 'template', 'call-back', 'next-word'] as const;
/** A step by which somebody may be reached outside the window. */
export type Outside = (typeof OUTSIDE)[number];

/** What a channel itself may have for telling somebody outside the window that there is news. */
export type Notification = Extract<Outside, 'subscription' | 'template'>;

const HOUR_MS = 3600_000;

/** Whether something may be said to a person now; what may not waits for the person's next message. */
export function maySpeak(proactive: Proactive, window: Window | undefined, now: Date): boolean {
  return proactive.kind === 'always' || (window !== undefined && isOpen(window, now));
}

/** The window after something was heard; what opens less than there still is changes nothing. */
export function windowAfter(proactive: Proactive, before: Window | undefined, at: Date, opens?: { readonly forMs: number; readonly messages: number }): Window | undefined {
  if (proactive.kind === 'always') return undefined;
  if (opens === undefined) return later(before, { until: new Date(at.getTime() + proactive.hours * HOUR_MS), left: proactive.messages });
  const opened = { until: new Date(at.getTime() + opens.forMs), left: opens.messages };
  return before !== undefined && isOpen(before, at) && before.until >= opened.until ? before : opened;
}

/** Messages of a night may be brought in any order. */
function later(before: Window | undefined, opened: Window): Window {
  return before !== undefined && before.until > opened.until ? before : opened;
}

function isOpen({ until, left }: Window, now: Date): boolean {
  return now < until && left > 0;
}
