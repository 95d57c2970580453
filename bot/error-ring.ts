import type { Log, LogLine } from './log.ts';

/** An error as an operator sees it: when, and what did not work. */
export interface KeptError {
  readonly at: Date;
  readonly message: string;
}

const KEPT = 20;

/** Keeps the last errors that are logged, without their facts. */
export function keepErrors(log: Log, now: () => Date): { readonly log: Log; readonly errors: () => readonly KeptError[] } {
  let kept: readonly KeptError[] = [];
  const error: LogLine = (fields, message) => {
    kept = [{ at: now(), message }, ...kept].slice(0, KEPT);
    log.error(fields, message);
  };
  const line = (level: 'debug' | 'info' | 'warn'): LogLine => (fields, message) => log[level](fields, message);
  return { log: { debug: line('debug'), info: line('info'), warn: line('warn'), error }, errors: () => kept };
}
