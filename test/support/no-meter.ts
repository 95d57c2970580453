import type { Meter } from '../../handlers/meter.ts';

/** Counts nothing. */
export const noMeter: Meter = {
  messageIn: () => undefined,
  demandRegistered: () => undefined,
  letter: () => undefined,
  commandRefused: () => undefined,
  messageHandled: () => undefined,
  jobRan: () => undefined,
  modelCalled: () => undefined,
  watch: () => undefined,
};
