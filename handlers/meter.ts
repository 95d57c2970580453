/** What is counted while it waits. */
export type Queue = 'inbox' | 'outbox' | 'open-demands' | 'results';

/** How one call to the language model went; `unusable` answered, but not what was asked for. */
export interface ModelCall {
  readonly outcome: 'answered' | 'unusable' | 'failed' | 'timed-out';
  readonly seconds: number;
  readonly tokensIn?: number | undefined;
  readonly tokensOut?: number | undefined;
}

/** Counts what happens; names and kinds only, never words or persons. */
export interface Meter {
  readonly messageIn: (channel: string, kind: string) => void;
  readonly demandRegistered: (source: string, tier: string) => void;
  readonly letter: (outcome: 'sent' | 'undelivered' | 'superseded' | 'retried') => void;
  readonly commandRefused: (command: string, refusal: string) => void;
  /** How long a message took from its burst's end to its last effect. */
  readonly messageHandled: (seconds: number) => void;
  readonly jobRan: (job: string, seconds: number, ok: boolean) => void;
  readonly modelCalled: (call: ModelCall) => void;
  /** Reads how much waits whenever somebody looks. */
  readonly watch: (queue: Queue, read: () => number | Promise<number>) => void;
}
