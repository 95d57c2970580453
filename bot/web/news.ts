/** Tells whoever listens. */
export interface News<T> {
  readonly tell: (news: T) => void;
  readonly subscribe: (heard: (news: T) => void) => () => void;
}

/** Makes news that nobody hears yet. */
export function createNews<T>(): News<T> {
  const listeners = new Set<(news: T) => void>();
  return {
    tell: (news) => {
      for (const heard of listeners) heard(news);
    },
    subscribe: (heard) => {
      listeners.add(heard);
      return () => listeners.delete(heard);
    },
  };
}
