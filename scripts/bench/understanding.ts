import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { z } from 'zod';

const Figures = z.object({ names: z.number(), readyMs: z.number(), megabytes: z.number(), classPerSecond: z.number(), allPerSecond: z.number(), peerPerSecond: z.number(), told: z.number(), similarMs: z.number() });
export type UnderstandingFigures = z.infer<typeof Figures>;

/** How fast the engine is ready and understands, and what it holds, in a process of its own. Per second of processor time, one thread. */
export async function benchUnderstanding(): Promise<UnderstandingFigures> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', '--import', 'tsx', 'scripts/bench/understanding-figures.ts']);
  return Figures.parse(JSON.parse(stdout));
}
