import { isoTime } from '../handlers/iso-time.ts';
import type { SandboxAccess } from './deps.ts';
import type { EventStream } from './event-stream.ts';
import { messageShown } from './message-shown.ts';

/** Tells the stream of every message, demand and move of the clock; gives the way to stop it. */
export function tellNews({ subscribe, demands, clock }: SandboxAccess, stream: EventStream): () => void {
  const stops = [
    subscribe((chat, message) => stream.tell('message', { ...chat, item: messageShown(message) })),
    demands.subscribe((id) => stream.tell('demand', { id })),
    clock.subscribe((now) => stream.tell('clock', { now: isoTime(now) })),
  ];
  return () => stops.forEach((stop) => stop());
}
