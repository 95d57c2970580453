/** Where in a district's file something stands. */
export type Path = readonly (string | number)[];

/** Whatever a file gives an id of its own, so that other parts can name it. */
export interface Named {
  readonly id: string;
}

/** What is wrong with one id. */
export interface NamedFault<Code extends string> {
  readonly code: Code;
  readonly path: Path;
  readonly params: { readonly id: string };
}

/** An id that names nothing in a list; no fault where the list could not be read. */
export function unknownName<Code extends string>(code: Code, list: readonly Named[] | undefined, path: Path, id: string): NamedFault<Code>[] {
  return list === undefined || isAmong(list, id) ? [] : [{ code, path, params: { id } }];
}

/** Every id that has stood in a list before. */
export function listedTwice(list: readonly Named[], path: Path): NamedFault<'listed-twice'>[] {
  const ids = list.map(({ id }) => id);
  return ids.flatMap((id, index) => (ids.indexOf(id) === index ? [] : [{ code: 'listed-twice' as const, path: [...path, index, 'id'], params: { id } }]));
}

/** Whether a list has this id. */
export function isAmong(list: readonly Named[], id: string): boolean {
  return list.some((one) => one.id === id);
}
