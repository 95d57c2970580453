import type { Directory } from '../../domain/directory/directory.ts';
import type { Mechanism } from '../../domain/mechanism/mechanism.ts';
import type { Now } from '../../handlers/ports/now.ts';
import type { Stores } from '../../handlers/ports/stores.ts';
import { inWords } from '../../handlers/say.ts';
import type { Describing } from '../../handlers/showing/describe.ts';
import { listsOf } from '../../handlers/side/lists.ts';
import { deliberationBody, listsBody, needBody, projectBody, resourceBody, shownSide, type PresentingSide } from '../../handlers/side/present-side.ts';
import type { ResourceFault } from '../../handlers/side/take-resources.ts';
import type { Language } from '../../locales/text.ts';
import type { Caller, SideReader } from '../../web/deps.ts';
import type { ResourcesAnswer, ResourcesBody } from '../../web/schemas/side.ts';
import type { Beside } from '../side-work.ts';

/** What is needed to show what stands beside demands. */
export interface ReadingSide {
  readonly stores: Stores;
  readonly directory: () => Directory;
  readonly presenting: PresentingSide & { readonly categoryName: (id: string, language: Language) => string };
  readonly now: Now;
  readonly handlers: { readonly beside: Pick<Beside, 'takeResources'> };
  readonly describing: () => Describing;
  readonly mechanism: Mechanism;
  readonly scopeOf: (directory: Directory, caller: Caller) => readonly string[] | undefined;
}

interface Listed<S> {
  readonly list: (query: { readonly units?: readonly string[] | undefined; readonly open?: boolean | undefined; readonly cursor?: string | undefined; readonly limit: number }) => Promise<{ readonly items: readonly S[]; readonly next?: string | undefined }>;
}

/** Deliberations, resources, needs, projects and lists, within what the caller may see; and resources taken from a file. */
export function createSideReader({ stores, directory, presenting, now, scopeOf, ...taking }: ReadingSide): SideReader {
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
    takeResources: (body, language) => takeResources({ ...taking, directory, now }, body, language),
  };
}

type Taking = Pick<ReadingSide, 'handlers' | 'describing' | 'mechanism' | 'directory' | 'now'>;

async function takeResources({ handlers, describing, mechanism, now }: Taking, { items }: ResourcesBody, language: Language): Promise<ResourcesAnswer | undefined> {
  const taken = await handlers.beside.takeResources(items);
  if (taken === undefined) return undefined;
  if (taken.ok) return { kept: taken.kept.length, ids: taken.kept.map(({ id }) => id), faults: [] };
  const kinds = mechanism.needs?.kinds.map(({ name }) => name[language]).join(' ');
  const sentence = ({ fault, params }: ResourceFault) => inWords(describing(), { key: `resource.fault-${fault}`, params: { ...params, kinds } }, language, now());
  return { kept: 0, ids: [], faults: taken.faults.map((one) => ({ index: one.index, fault: one.fault, sentence: sentence(one) })) };
}
