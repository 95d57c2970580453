/** A place in the national petition tree: level 1 and level 2. */
export interface PetitionHead {
  readonly l1: string;
  readonly l2: string;
}

/** One of the residents' own classes, as districts/classes.yaml lists it. */
export interface ResidentsClass {
  readonly id: string;
  readonly petition: PetitionHead;
}
