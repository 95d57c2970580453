import { duplicateKey } from './duplicate-key.ts';
import { fieldsOf, isMissing, keyIn, nedbMemory, sameKey, valueAt, type NedbIndex } from './nedb-indexes.ts';
import type { Stored } from './stored.ts';

/** An index as it was asked for. */
export interface IndexDefinition {
  readonly name: string;
  /** Fields and directions, as given to createIndex. */
  readonly key: Readonly<Record<string, 1 | -1>>;
  readonly unique: boolean;
  readonly sparse: boolean;
}

/** The living documents of a collection and their indexes, all in memory. Each call is whole or throws and changes nothing. */
export class Documents {
  readonly #collection: string;
  readonly #nedb = nedbMemory();
  readonly #definitions = new Map<string, IndexDefinition>();
  /** How many documents have a value for an indexed field: an index that misses none can give the order of all. */
  readonly #having = new Map<string, number>();
  readonly #sparse = new Set<string>();
  #count = 0;

  constructor(collection: string) {
    this.#collection = collection;
    this.#definitions.set('_id_', { name: '_id_', key: { _id: 1 }, unique: true, sparse: false });
  }

  get count(): number {
    return this.#count;
  }

  get indexes(): readonly NedbIndex[] {
    return Object.values(this.#nedb.indexes);
  }

  get definitions(): readonly IndexDefinition[] {
    return [...this.#definitions.values()];
  }

  all(): Stored[] {
    return this.#nedb.getAllData();
  }

  byId(id: string): Stored | undefined {
    return this.#nedb.indexes['_id']?.getMatching(id)[0];
  }

  indexOn(field: string): NedbIndex | undefined {
    return this.#nedb.indexes[field];
  }

  /** Says whether every document has a value in this single-field index. */
  coversAll(field: string): boolean {
    return field === '_id' || this.#having.get(field) === this.#count;
  }

  insert(document: Stored): void {
    this.#throughIndexes((index) => this.#insertIn(index, document));
    this.#counted(document, 1);
  }

  remove(document: Stored): void {
    for (const index of this.indexes) if (this.#keeps(index, document)) index.remove(document);
    this.#counted(document, -1);
  }

  /** Puts the next form of a document where the old one was; an index whose key stays the same is not rebuilt. */
  replace(old: Stored, next: Stored): void {
    this.#throughIndexes((index) => this.#replaceIn(index, old, next));
    this.#counted(old, -1);
    this.#counted(next, 1);
  }

  /**
   * Builds an index. An order over several fields that need not be unique is only noted, since NeDB could use it for nothing
   * but equality on all of them. Throws a duplicate key error when stored documents already break a unique index.
   */
  async createIndex(definition: IndexDefinition): Promise<void> {
    if (this.#definitions.has(definition.name)) return;
    const fields = Object.keys(definition.key);
    if (definition.unique || fields.length === 1) await this.#build(fields, definition);
    this.#definitions.set(definition.name, definition);
  }

  async dropIndex(name: string): Promise<void> {
    const definition = this.#definitions.get(name);
    if (definition === undefined || name === '_id_') return;
    this.#definitions.delete(name);
    const fieldName = Object.keys(definition.key).sort().join(',');
    this.#having.delete(fieldName);
    this.#sparse.delete(fieldName);
    await this.#nedb.removeIndexAsync(fieldName);
  }

  /** NeDB's own sparse indexes leave out dates, so which documents an index keeps is decided here. */
  async #build(fields: string[], { unique, sparse }: IndexDefinition): Promise<void> {
    const fieldName = fields.toSorted().join(',');
    await this.#nedb.ensureIndexAsync({ fieldName: fields, unique: false, sparse: true });
    const index = this.#nedb.indexes[fieldName];
    if (index === undefined) return;
    if (sparse || !unique) this.#sparse.add(fieldName);
    index.sparse = false;
    index.unique = index.treeOptions.unique = unique;
    await this.#fill(index);
    if (fields.length === 1) this.#having.set(fieldName, this.all().filter((document) => !isMissing(keyIn(index, document))).length);
  }

  async #fill(index: NedbIndex): Promise<void> {
    index.reset([]);
    try {
      for (const document of this.all()) this.#insertIn(index, document);
    } catch (error) {
      this.#sparse.delete(index.fieldName);
      await this.#nedb.removeIndexAsync(index.fieldName);
      throw error;
    }
  }

  /** Does a step in each index, each giving how to undo it, and undoes them all when one throws. */
  #throughIndexes(step: (index: NedbIndex) => () => void): void {
    const undo: (() => void)[] = [];
    try {
      for (const index of this.indexes) undo.push(step(index));
    } catch (error) {
      for (const back of undo) back();
      throw error;
    }
  }

  #insertIn(index: NedbIndex, document: Stored): () => void {
    if (!this.#keeps(index, document)) return () => undefined;
    this.#unlessDuplicate(index, document, () => { index.insert(document); });
    return () => { index.remove(document); };
  }

  #replaceIn(index: NedbIndex, old: Stored, next: Stored): () => void {
    if (swapped(index, old, next)) return () => { swapped(index, next, old); };
    if (this.#keeps(index, old)) index.remove(old);
    try {
      this.#insertIn(index, next);
    } catch (error) {
      this.#insertIn(index, old);
      throw error;
    }
    return () => { this.#replaceIn(index, next, old); };
  }

  #keeps(index: NedbIndex, document: Stored): boolean {
    return !this.#sparse.has(index.fieldName) || !isMissing(keyIn(index, document));
  }

  #counted(document: Stored, change: 1 | -1): void {
    this.#count += change;
    for (const [field, having] of this.#having) {
      if (!isMissing(valueAt(document, field))) this.#having.set(field, having + change);
    }
  }

  #unlessDuplicate(index: NedbIndex, document: Stored, change: () => void): void {
    try {
      change();
    } catch (error) {
      const duplicate = error instanceof Error && 'errorType' in error && error.errorType === 'uniqueViolated';
      throw duplicate ? duplicateKey(this.#collection, fieldsOf(index), document) : error;
    }
  }
}

/** Exchanges the document in place when its key stays; says false when the index must be rebuilt for it. */
function swapped(index: NedbIndex, old: Stored, next: Stored): boolean {
  const key = keyIn(index, old);
  if (!sameKey(key, keyIn(index, next))) return false;
  // An index spreads a list: the document is kept under each of its elements.
  for (const each of Array.isArray(key) ? new Set<unknown>(key) : [key]) {
    const entries = index.getMatching(each);
    const at = entries.indexOf(old);
    if (at !== -1) entries[at] = next;
  }
  return true;
}
