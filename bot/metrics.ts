import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Meter, Queue } from '../handlers/meter.ts';

/** The meter, and what it has counted, as Prometheus reads it. */
export interface Metrics {
  readonly meter: Meter;
  readonly read: () => Promise<{ readonly type: string; readonly text: string }>;
}

/** Seconds within which a message is handled, and a model answers. */
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** Makes a meter of its own; the process's memory, processor time and delays are read along with it. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const ofProcess = processRegistry();
  const meter: Meter = { ...messageMeter(registry), ...modelMeter(registry), ...queueMeter(registry) };
  return { meter, read: async () => ({ type: registry.contentType, text: `${await ofProcess.metrics()}\n${await registry.metrics()}` }) };
}

let ofThisProcess: Registry | undefined;

/** One for the process, however often the program is started in it: what is listened to there is never let go. */
function processRegistry(): Registry {
  if (ofThisProcess !== undefined) return ofThisProcess;
  ofThisProcess = new Registry();
  collectDefaultMetrics({ register: ofThisProcess });
  return ofThisProcess;
}

function messageMeter(registry: Registry): Omit<Meter, 'modelCalled' | 'watch'> {
  const counter = counters(registry);
  const messages = counter('shaozi_messages_total', 'Messages taken from channels', 'channel', 'kind');
  const demands = counter('shaozi_demands_total', 'Demands registered', 'source', 'tier');
  const letters = counter('shaozi_letters_total', 'Letters by what became of them', 'outcome');
  const refused = counter('shaozi_commands_refused_total', 'Commands refused', 'command', 'refusal');
  const handling = new Histogram({ name: 'shaozi_handling_seconds', help: 'From the end of a burst to its last effect', buckets: SECONDS, registers: [registry] });
  const jobs = new Histogram({ name: 'shaozi_job_seconds', help: 'Runs of jobs', labelNames: ['job', 'ok'], buckets: SECONDS, registers: [registry] });
  return {
    messageIn: (channel, kind) => messages.inc({ channel, kind }),
    demandRegistered: (source, tier) => demands.inc({ source, tier }),
    letter: (outcome) => letters.inc({ outcome }),
    commandRefused: (command, refusal) => refused.inc({ command, refusal }),
    messageHandled: (seconds) => handling.observe(seconds),
    jobRan: (job, seconds, ok) => jobs.observe({ job, ok: String(ok) }, seconds),
  };
}

function modelMeter(registry: Registry): Pick<Meter, 'modelCalled'> {
  const tokens = counters(registry)('shaozi_model_tokens_total', 'Tokens sent to and received from the language model', 'direction');
  const calls = new Histogram({ name: 'shaozi_model_seconds', help: 'Calls to the language model', labelNames: ['outcome'], buckets: SECONDS, registers: [registry] });
  return {
    modelCalled: ({ outcome, seconds, tokensIn = 0, tokensOut = 0 }) => {
      calls.observe({ outcome }, seconds);
      tokens.inc({ direction: 'in' }, tokensIn);
      tokens.inc({ direction: 'out' }, tokensOut);
    },
  };
}

function queueMeter(registry: Registry): Pick<Meter, 'watch'> {
  const watched = new Map<Queue, () => number | Promise<number>>();
  new Gauge({
    name: 'shaozi_waiting',
    help: 'What waits: messages to be handled, letters to be sent, demands still open, results that sources have not accepted',
    labelNames: ['queue'],
    registers: [registry],
    async collect() {
      for (const [queue, read] of watched) this.set({ queue }, await read());
    },
  });
  return { watch: (queue, read) => void watched.set(queue, read) };
}

function counters(registry: Registry) {
  return <L extends string>(name: string, help: string, ...labelNames: L[]): Counter<L> => new Counter({ name, help, labelNames, registers: [registry] });
}
