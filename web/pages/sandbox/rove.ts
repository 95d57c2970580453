import type { Directive } from 'vue';

const STEPS: Record<string, (index: number, count: number) => number> = {
  ArrowDown: (index, count) => Math.min(index + 1, count - 1),
  ArrowUp: (index) => Math.max(index - 1, 0),
  Home: () => 0,
  End: (_index, count) => count - 1,
};

/** One tab stop for a whole list: arrows, Home and End move among the `[data-rove]` elements inside. */
export const vRove: Directive<HTMLElement, 'last' | undefined> = {
  mounted: (list, { value }) => {
    list.addEventListener('keydown', (event) => step(list, event));
    list.addEventListener('focusin', (event) => settle(list, event.target));
    settle(list, stops(list).at(value === 'last' ? -1 : 0));
  },
  updated: (list, { value }) => {
    const all = stops(list);
    const current = all.find((stop) => stop.tabIndex === 0 && (stop === document.activeElement || value !== 'last'));
    settle(list, current ?? all.at(value === 'last' ? -1 : 0));
  },
};

function stops(list: HTMLElement): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>('[data-rove]')];
}

function settle(list: HTMLElement, target: EventTarget | null | undefined): void {
  const all = stops(list);
  const current = all.find((stop) => stop === target);
  if (current === undefined) return;
  for (const stop of all) stop.tabIndex = stop === current ? 0 : -1;
}

function step(list: HTMLElement, event: KeyboardEvent): void {
  const move = STEPS[event.key];
  const all = stops(list);
  const index = all.findIndex((stop) => stop === event.target);
  if (move === undefined || index < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  all[move(index, all.length)]?.focus();
}
