import type { Directory } from '../domain/directory.ts';
import type { Stores } from '../handlers/ports.ts';
import type { Presenting } from '../handlers/present.ts';
import { createHandBack } from '../handlers/results.ts';
import { BadCursor } from '../models/demand-list.ts';
import type { Caller, ResultReader } from '../web/deps.ts';

/** What is needed to hand results back. */
export interface ReadingResults {
  readonly stores: Pick<Stores, 'demands'>;
  readonly presenting: Presenting;
  readonly directory: () => Directory;
  readonly scopeOf: (directory: Directory, caller: Caller) => readonly string[] | undefined;
}

const CURSOR = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z) (\S+)$/;

/** Results, within what the caller may see. Throws BadCursor for a cursor that no page gave. */
export function createResultReader({ stores, presenting, directory, scopeOf }: ReadingResults): ResultReader {
  const handBack = createHandBack({ ...stores, ...presenting });
  return {
    list: async ({ source, since, cursor, limit }, caller) => {
      const { items, last } = await handBack({ source, limit, since: since === undefined ? undefined : new Date(since), after: cursor === undefined ? undefined : placeOf(cursor), units: scopeOf(directory(), caller) });
      const shown = items.map(({ called, ...item }) => ({ ...item, called: [...called] }));
      return last === undefined ? { items: shown } : { items: shown, next: Buffer.from(`${last.at.toISOString()} ${last.id}`).toString('base64url') };
    },
  };
}

function placeOf(cursor: string): { readonly at: Date; readonly id: string } {
  const [, at, id] = CURSOR.exec(Buffer.from(cursor, 'base64url').toString('utf8')) ?? [];
  if (at === undefined || id === undefined) throw new BadCursor();
  return { at: new Date(at), id };
}
