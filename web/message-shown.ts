import { isoTime } from '../handlers/iso-time.ts';
import type { ShownMessage } from './deps.ts';
import type { SandboxMessage } from './schemas/sandbox.ts';

/** A message as HTTP gives it. */
export function messageShown({ seq, id, from, text, at, kind, image, file, location, link, quote }: ShownMessage): SandboxMessage {
  return { seq, id, from, text, at: isoTime(at), kind, image, file, location, link, quote };
}
