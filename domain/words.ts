/**
 * Words of a person or about one, sealed with that person's key before they reach a rule; rules pass them on and
 * never read them. Only the edges open them.
 */
export type Words = string;
