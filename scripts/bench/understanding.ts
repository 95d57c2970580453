import { execFile } from 'node:child_process';
import { z } from 'zod';

const Figures = z.object({ names: z.number(), readyMs: z.number(), readyWorkMs: z.number(), megabytes: z.number(), classPerSecond: z.number(), allPerSecond: z.number(), firstPerSecond: z.number(), peerPerSecond: z.number(), told: z.number(), similarMs: z.number() });
export type UnderstandingFigures = z.infer<typeof Figures>;

/** How fast the engine is ready and understands, and what it holds, in a process of its own. Per second of processor time, one thread, warm; the first texts by themselves. */
export async function benchUnderstanding(): Promise<UnderstandingFigures> {
  const printed = await new Promise<string>((resolve, reject) => {
    execFile(process.execPath, ['--expose-gc', '--import', 'tsx', 'scripts/bench/understanding-figures.ts'], (error, stdout) => (error === null ? resolve(stdout) : reject(new Error('It could not be measured', { cause: error }))));
  });
  return Figures.parse(JSON.parse(printed));
}
