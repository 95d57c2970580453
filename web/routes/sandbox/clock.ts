import { isoTime } from '../../../handlers/iso-time.ts';
import { json } from '../../answer.ts';
import type { SandboxAccess } from '../../deps.ts';
import { endpoint, type Endpoint } from '../../endpoint.ts';
import { Advance, ClockMoved, ClockState } from '../../schemas/sandbox.ts';

/** The program's time: read, moved forward, and waited upon until nothing is under way. */
export function clockEndpoints({ clock, settle }: Pick<SandboxAccess, 'clock' | 'settle'>): Endpoint[] {
  const read = endpoint({
    method: 'get',
    path: '/sandbox/clock',
    access: 'local',
    summary: 'http.api.sandbox.clock',
    takes: {},
    answers: { 200: ClockState },
    handle: async () => {
      const next = await clock.next();
      return json({ now: isoTime(clock.now()), nextDueAt: next === undefined ? undefined : isoTime(next) });
    },
  });
  const move = endpoint({
    method: 'post',
    path: '/sandbox/clock',
    access: 'local',
    summary: 'http.api.sandbox.advance',
    takes: { body: Advance },
    answers: { 200: ClockMoved },
    handle: async ({ body: { advance } }) => json({ now: isoTime(await clock.advance(advance)) }),
  });
  const wait = endpoint({
    method: 'post',
    path: '/sandbox/settle',
    access: 'local',
    summary: 'http.api.sandbox.settle',
    takes: {},
    answers: { 200: ClockMoved },
    handle: async () => json({ now: isoTime(await settle()) }),
  });
  return [read, move, wait];
}
