import { givenCharacters, givenWords, namesInOneRun } from '../../../../locales/lexicon/given-names.ts';
import { commonSurnames, doubleSurnames, rareSurnames } from '../../../../locales/lexicon/name-words.ts';
import type { Dice } from './dice.ts';

/** The frequent surnames are drawn from the first so many of the list, each share as often. */
const MOST_FREQUENT = [0.1, 0.25, 0.5, 1];

/** An invented surname, frequent ones more often. */
export function inventedSurname(dice: Dice): string {
  const { chance, below, oneOf } = dice;
  if (chance(0.04)) return oneOf(doubleSurnames);
  if (chance(0.33)) return characterOf(rareSurnames, dice);
  return commonSurnames.charAt(below(Math.ceil(commonSurnames.length * oneOf(MOST_FREQUENT))));
}

/** The invented name of a person, with how it is made up as people's names are. */
export function inventedName(dice: Dice): string {
  if (dice.chance(0.07)) return dice.oneOf(namesInOneRun);
  return inventedSurname(dice) + inventedGiven(dice);
}

/** An invented given name. */
export function inventedGiven(dice: Dice): string {
  const { chance, oneOf } = dice;
  if (chance(0.12)) return oneOf(givenWords);
  if (chance(0.08)) return characterOfAny(dice) + characterOfAny(dice);
  const [first, second] = oneOf(givenCharacters);
  if (chance(0.22)) return characterOf(chance(0.8) ? second : first, dice);
  return characterOf(first, dice) + characterOf(second, dice);
}

function characterOfAny(dice: Dice): string {
  return characterOf(dice.oneOf(dice.oneOf(givenCharacters)), dice);
}

function characterOf(characters: string, { below }: Dice): string {
  return characters.charAt(below(characters.length));
}
