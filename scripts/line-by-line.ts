import { createInterface } from 'node:readline';
import type { z } from 'zod';

/** Reads JSON lines from standard input and writes what each becomes, in order; a line that is not as it should be is told on standard error and skipped, and the run then fails. Whoever reads no further ends the run. */
export async function lineByLine<T>(schema: z.ZodType<T>, answer: (value: T) => unknown): Promise<void> {
  process.stdout.on('error', endWithReader);
  let number = 0;
  let waiting = '';
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    number++;
    // Some editors begin a file with a byte order mark, which counts as a blank.
    const written = line.trim();
    if (written === '') continue;
    const read = parsed(schema, written);
    if (typeof read === 'string') {
      process.exitCode = 1;
      console.error(`Line ${number}: ${read}`);
      continue;
    }
    waiting += `${JSON.stringify(answer(read.value))}\n`;
    if (waiting.length < 1 << 16) continue;
    process.stdout.write(waiting);
    waiting = '';
  }
  process.stdout.write(waiting);
}

function endWithReader(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
}

function parsed<T>(schema: z.ZodType<T>, line: string): { value: T } | string {
  try {
    const read = schema.safeParse(JSON.parse(line));
    return read.success ? { value: read.data } : read.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('; ');
  } catch {
    return 'not JSON';
  }
}
