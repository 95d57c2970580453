import type { Connection } from 'mongoose';
import type { Counters } from '../handlers/ports/coordination.ts';
import { createSequence, type Sequence } from './sequence.ts';

/** So many numbers are taken from the store at once; the rest of a block is left out after a restart. */
const BLOCK = 20;

/** Numbers of any series, each given once over all processes. */
export function createCounters(connection: Connection): Counters {
  const series = new Map<string, Sequence>();
  return {
    next: async (name) => {
      const sequence = series.get(name) ?? createSequence(connection, `series:${name}`, BLOCK);
      series.set(name, sequence);
      return await sequence();
    },
  };
}
