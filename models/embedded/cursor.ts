import type { FindOptions } from './select.ts';
import type { Fields } from './stored.ts';

/** A cursor as MongoDB's driver gives it, over results that are made when the first one is asked for. */
export class EmbeddedCursor {
  readonly #make: (options: FindOptions) => Fields[];
  #options: FindOptions;
  #results: Fields[] | undefined;
  #at = 0;
  closed = false;

  constructor(make: (options: FindOptions) => Fields[], options: FindOptions = {}) {
    this.#make = make;
    this.#options = options;
  }

  sort(sort: unknown): this {
    return this.#with({ sort });
  }

  skip(skip: number): this {
    return this.#with({ skip });
  }

  limit(limit: number): this {
    return this.#with({ limit });
  }

  project(projection: unknown): this {
    return this.#with({ projection });
  }

  /** The next result, or null after the last. */
  next(): Promise<Fields | null> {
    return attempt(() => this.#rest()[this.#at++] ?? null);
  }

  hasNext(): Promise<boolean> {
    return attempt(() => this.#at < this.#rest().length);
  }

  /** All that has not been read yet. */
  toArray(): Promise<Fields[]> {
    return attempt(() => {
      const rest = this.#rest().slice(this.#at);
      this.#at = Infinity;
      return rest;
    });
  }

  close(): Promise<void> {
    this.closed = true;
    this.#results = [];
    return Promise.resolve();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Fields> {
    for (let result = await this.next(); result !== null; result = await this.next()) yield result;
  }

  #with(options: FindOptions): this {
    this.#options = { ...this.#options, ...options };
    return this;
  }

  #rest(): Fields[] {
    return (this.#results ??= this.#make(this.#options));
  }
}

/** Runs work now and gives its outcome as a promise, as a driver would. */
export function attempt<T>(work: () => T): Promise<T> {
  try {
    return Promise.resolve(work());
  } catch (error) {
    return Promise.reject(error instanceof Error ? error : new Error(String(error)));
  }
}
