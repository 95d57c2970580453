import { reactive, readonly } from 'vue';

/** What a phone shows: the chats, the demands, or the clock. */
export type Tab = 'chats' | 'demands' | 'clock';

/** Where the page is; all of it stands in the address, so that a window can be kept or sent. */
export interface Place {
  as: string | undefined;
  chat: string | undefined;
  demand: string | undefined;
  tab: Tab;
}

/** The place and the two ways to change it: with a step that the back button undoes, or without. */
export interface Route {
  readonly at: Readonly<Place>;
  readonly go: (change: Partial<Place>) => void;
  readonly replace: (change: Partial<Place>) => void;
}

/** Follows the window's address and writes it. */
export function createRoute(view: Window): Route {
  const at = reactive(placeIn(view.location.search));
  view.addEventListener('popstate', () => Object.assign(at, placeIn(view.location.search)));
  const change = (how: 'pushState' | 'replaceState') => (to: Partial<Place>) => {
    Object.assign(at, to);
    const address = `${view.location.pathname}${searchOf(at)}`;
    if (address !== view.location.pathname + view.location.search) view.history[how](null, '', address);
  };
  return { at: readonly(at), go: change('pushState'), replace: change('replaceState') };
}

/** The address of this page for a person, to open in another window. */
export function addressAs(person: string): string {
  return `?${new URLSearchParams({ as: person }).toString()}`;
}

function placeIn(search: string): Place {
  const query = new URLSearchParams(search);
  const tab = query.get('tab');
  return {
    as: query.get('as') ?? undefined,
    chat: query.get('chat') ?? undefined,
    demand: query.get('demand') ?? undefined,
    tab: tab === 'demands' || tab === 'clock' ? tab : 'chats',
  };
}

function searchOf(place: Place): string {
  const query = new URLSearchParams();
  if (place.as !== undefined) query.set('as', place.as);
  if (place.chat !== undefined) query.set('chat', place.chat);
  if (place.demand !== undefined) query.set('demand', place.demand);
  if (place.tab !== 'chats') query.set('tab', place.tab);
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}
