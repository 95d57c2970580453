/** What a unit needs to be found by. */
interface Named {
  readonly id: string;
  readonly name: string;
  readonly otherNames: readonly string[];
}

/** The unit meant, a few to be asked between, or none. */
export type UnitGuess<U> =
  | { readonly kind: 'found'; readonly unit: U }
  | { readonly kind: 'unsure'; readonly choices: readonly U[] }
  | { readonly kind: 'unknown' };

type IsWithin = (id: string, ancestor: string) => boolean;

/**
 * Finds the unit that words mean. A better match goes before a nearer one, and among equal matches the units within `within` go before the others: id,
 * name, other name, a name said after that of a unit above, part of a name (two characters at least).
 */
export function createUnitNamed<U extends Named>(units: readonly U[], isWithin: IsWithin): (words: string, within?: string) => UnitGuess<U> {
  const calls = units.map((unit): Call<U> => ({ unit, name: plain(unit.name), names: [unit.name, ...unit.otherNames].map(plain) }));

  return (words, within) => {
    const said = plain(words);
    const called = (matches: (call: Call<U>) => boolean) => nearest(calls.filter(matches).map(({ unit }) => unit), within, isWithin);
    const matches = [
      () => units.filter(({ id }) => id === words.trim()),
      () => called(({ name }) => name === said),
      () => called(({ names }) => names.includes(said)),
      () => nearest(qualified(calls, said, isWithin), within, isWithin),
      () => (said.length < 2 ? [] : called(({ names }) => names.some((name) => name.includes(said)))),
    ];
    for (const match of matches) {
      const [first, ...others] = match();
      if (first !== undefined) return others.length === 0 ? { kind: 'found', unit: first } : { kind: 'unsure', choices: [first, ...others] };
    }
    return { kind: 'unknown' };
  };
}

/** A unit with its names as they are compared, its own first. */
interface Call<U> {
  readonly unit: U;
  readonly name: string;
  readonly names: readonly string[];
}

/** "Maple Street repair office": the rest after a unit's name is the name of a unit below it. */
function qualified<U extends Named>(calls: readonly Call<U>[], said: string, isWithin: IsWithin): U[] {
  const found = calls.flatMap((upper) => {
    const rests = upper.names.filter((name) => said.startsWith(name)).map((name) => said.slice(name.length));
    if (rests.length === 0) return [];
    return calls.filter(({ unit, names }) => unit !== upper.unit && rests.some((rest) => names.includes(rest)) && isWithin(unit.id, upper.unit.id));
  });
  return [...new Set(found.map(({ unit }) => unit))];
}

function nearest<U extends Named>(found: readonly U[], within: string | undefined, isWithin: IsWithin): readonly U[] {
  const inside = within === undefined ? [] : found.filter(({ id }) => isWithin(id, within));
  return inside.length > 0 ? inside : found;
}

/** A name without what writers differ in. */
export function plain(words: string): string {
  return words.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
}
