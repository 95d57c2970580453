import type { Directory } from '../domain/directory.ts';
import type { Now, Stores } from '../handlers/ports.ts';
import { listsOf } from '../handlers/side/lists.ts';
import { deliberationBody, listsBody, needBody, projectBody, resourceBody, shownSide, type PresentingSide } from '../handlers/side/present-side.ts';
import type { Language } from '../locales/text.ts';
import type { Caller, SideReader } from '../web/deps.ts';

/** What is needed to show what stands beside demands. */
export interface ReadingSide {
  readonly stores: Stores;
  readonly directory: () => Directory;
  readonly presenting: PresentingSide & { readonly categoryName: (id: string, language: Language) => string };
  readonly now: Now;
  readonly scopeOf: (directory: Directory, caller: Caller) => readonly string[] | undefined;
}

interface Listed<S> {
  readonly list: (query: { readonly units?: readonly string[] | undefined; readonly open?: boolean | undefined; readonly cursor?: string | undefined; readonly limit: number }) => Promise<{ readonly items: readonly S[]; readonly next?: string | undefined }>;
}

/** Deliberations, resources, needs, projects and lists, within what the caller may see. */
export function createSideReader({ stores, directory, presenting, now, scopeOf }: ReadingSide): SideReader {
  const reader = <S, V extends object>(store: Listed<S>, body: (one: S) => V) => async ({ open, cursor, limit }: Parameters<SideReader['projects']>[0], caller: Caller) => {
    const { items, next } = await store.list({ units: scopeOf(directory(), caller), open: open === undefined ? undefined : open === 'true', cursor, limit });
    const shown = await Promise.all(items.map((one) => shownSide(presenting, body(one))));
    return next === undefined ? { items: shown } : { items: shown, next };
  };
  return {
    deliberations: reader(stores.deliberations, deliberationBody),
    resources: reader(stores.resources, resourceBody),
    needs: reader(stores.needs, needBody),
    projects: reader(stores.projects, projectBody),
    lists: async (unit, caller, language) => {
      const scope = scopeOf(directory(), caller);
      if (directory().unit(unit) === undefined || scope?.includes(unit) === false) return undefined;
      const lists = await listsOf({ stores, demands: stores.demands, directory, now }, unit);
      return shownSide(presenting, listsBody(lists, (id) => presenting.categoryName(id, language)));
    },
  };
}
