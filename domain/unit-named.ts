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
 * The unit that words mean. A better match goes before a nearer one, and among equal matches the units within `within` go before the others: id, name,
 * other name, a name said after that of a unit above, part of a name (two characters at least).
 */
export function findUnit<U extends Named>(units: readonly U[], words: string, within: string | undefined, isWithin: IsWithin): UnitGuess<U> {
  const said = plain(words);
  const near = (found: readonly U[]) => nearest(found, within, isWithin);
  const matches = [
    () => units.filter(({ id }) => id === words.trim()),
    () => near(units.filter(({ name }) => plain(name) === said)),
    () => near(units.filter(({ otherNames }) => otherNames.some((name) => plain(name) === said))),
    () => near(qualified(units, said, isWithin)),
    () => near(said.length < 2 ? [] : units.filter((unit) => namesOf(unit).some((name) => name.includes(said)))),
  ];
  for (const match of matches) {
    const [first, ...others] = match();
    if (first !== undefined) return others.length === 0 ? { kind: 'found', unit: first } : { kind: 'unsure', choices: [first, ...others] };
  }
  return { kind: 'unknown' };
}

/** "Maple Street repair office": the rest after a unit's name is the name of a unit below it. */
function qualified<U extends Named>(units: readonly U[], said: string, isWithin: IsWithin): U[] {
  const found = units.flatMap((upper) => {
    const rests = namesOf(upper).filter((name) => said.startsWith(name)).map((name) => said.slice(name.length));
    return units.filter((unit) => unit !== upper && rests.some((rest) => namesOf(unit).includes(rest)) && isWithin(unit.id, upper.id));
  });
  return [...new Set(found)];
}

function nearest<U extends Named>(found: readonly U[], within: string | undefined, isWithin: IsWithin): readonly U[] {
  const inside = within === undefined ? [] : found.filter(({ id }) => isWithin(id, within));
  return inside.length > 0 ? inside : found;
}

function namesOf({ name, otherNames }: Named): string[] {
  return [name, ...otherNames].map(plain);
}

function plain(words: string): string {
  return words.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
}
