import { createInterface } from 'node:readline';
import type { z } from 'zod';

/** Reads JSON lines from standard input and writes what each becomes, in order; a line that is not as it should be is told on standard error and skipped, and the run then fails. */
export async function lineByLine<T>(schema: z.ZodType<T>, answer: (value: T) => unknown): Promise<void> {
  let number = 0;
  let waiting = '';
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    number++;
    if (line.trim() === '') continue;
    const read = parsed(schema, line);
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

function parsed<T>(schema: z.ZodType<T>, line: string): { value: T } | string {
  try {
    const read = schema.safeParse(JSON.parse(line));
    return read.success ? { value: read.data } : read.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('; ');
  } catch {
    return 'not JSON';
  }
}
