import type { Pass, Passes } from '../../handlers/ports/passes.ts';

/** Passes in memory. */
export function memoryPasses(): Passes {
  const kept = new Map<string, Pass>();
  return {
    add: (pass) => (kept.set(pass.id, pass), Promise.resolve()),
    get: (id) => Promise.resolve(kept.get(id)),
    extend: (id, until) => {
      const pass = kept.get(id);
      if (pass !== undefined) kept.set(id, { ...pass, until });
      return Promise.resolve();
    },
    take: (id) => Promise.resolve(kept.delete(id)),
    takeAllOf: (owner, kind) => {
      for (const pass of kept.values()) if (pass.owner === owner && (kind === undefined || pass.kind === kind)) kept.delete(pass.id);
      return Promise.resolve();
    },
    purge: () => Promise.resolve(0),
  };
}
