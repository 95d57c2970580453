import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** How a program ended, and what it wrote. */
export interface Ran {
  readonly code: number | null;
  readonly said: string;
}

/** Runs one of the programs under `scripts/` to its end. */
export async function runScript(name: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ran> {
  const child = spawn(process.execPath, ['--import', 'tsx', `scripts/${name}.ts`, ...args], { cwd: join(import.meta.dirname, '../..'), env: { ...process.env, ...env } });
  let said = '';
  const hear = (part: Buffer) => void (said += part.toString());
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  await once(child, 'close');
  return { code: child.exitCode, said };
}
