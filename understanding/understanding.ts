/** What a person wants with an utterance. Only the first five become demands. */
export type Intent =
  | 'complaint'
  | 'help'
  | 'danger'
  | 'suggestion'
  | 'enterprise'
  | 'question'
  | 'praise'
  | 'answer'
  | 'command'
  | 'small-talk'
  | 'abuse'
  | 'not-for-us';

/** How soon a matter must be looked at: danger to life or health, urgent, or routine. */
export type Urgency = 'danger' | 'urgent' | 'routine';

/** A place known to the directory, or as much of one as was said. Ids are the directory's. */
export interface PlaceFound {
  /** As the resident said it. */
  readonly said: string;
  /** The directory's name of it, most precise part last. */
  readonly name: string;
  readonly placeId?: string | undefined;
  readonly grid?: string | undefined;
  readonly community?: string | undefined;
  readonly building?: string | undefined;
  readonly unit?: string | undefined;
  readonly room?: string | undefined;
  /** 0 to 1. */
  readonly confidence: number;
  readonly reasons: readonly string[];
}

/** Found, to be asked between a few, or nothing said of it. */
export type PlaceGuess =
  | { readonly kind: 'found'; readonly place: PlaceFound }
  | { readonly kind: 'unsure'; readonly choices: readonly PlaceFound[] }
  | { readonly kind: 'unknown'; readonly said?: string | undefined };

/** When it happens, in the resident's words, and as instants where they can be told. */
export interface WhenSaid {
  readonly said: string;
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
  /** Once, every night, three days running. */
  readonly pattern?: 'once' | 'repeated' | 'continuing' | undefined;
}

/** One matter of an utterance. */
export interface Matter {
  readonly intent: Intent;
  /** 0 to 1, where it was weighed. */
  readonly intentConfidence?: number | undefined;
  /** A class id of districts/classes.yaml. */
  readonly category: string;
  readonly petition: { readonly l1: string; readonly l2: string };
  /** 0 to 1, calibrated on held-out texts. */
  readonly confidence: number;
  /** Runners-up, likeliest first. */
  readonly alternatives: readonly { readonly category: string; readonly confidence: number }[];
  readonly place: PlaceGuess;
  readonly when?: WhenSaid | undefined;
  readonly urgency: Urgency;
  /** One line in the resident's own terms, personal data masked. */
  readonly summary: string;
  /** Its own words as they were written, where more than one matter was told. */
  readonly words?: string | undefined;
  /** The whole text of this matter, personal data masked. */
  readonly masked: string;
  /** How many are affected, when said. */
  readonly affected?: string | undefined;
  readonly contactGiven: boolean;
  readonly wantsAnonymity: boolean;
  readonly upset: boolean;
  /** Whether it says that something is wrong, and not only what or where it is. */
  readonly tellsWrong: boolean;
  /** Why: `class:…`, `place:…`, `urgency:…`, machine-readable, for the person who decides. */
  readonly reasons: readonly string[];
}

/** What was understood of one utterance: at least one matter; more when several were said. */
export interface Understanding {
  readonly intent: Intent;
  readonly matters: readonly [Matter, ...Matter[]];
}

/** A name of the directory that a resident may say. */
export interface PlaceName {
  readonly placeId: string;
  readonly name: string;
  readonly otherNames: readonly string[];
  readonly kind: 'community' | 'grid' | 'compound' | 'building' | 'road' | 'crossing' | 'landmark';
  /** The grids it lies in; more than one means that it must be asked. */
  readonly grids: readonly string[];
  readonly community?: string | undefined;
  readonly within?: string | undefined;
}

/** What is known besides the words themselves. */
export interface Situation {
  readonly now: Date;
  /** Grid of the group the words were said in. */
  readonly grid?: string | undefined;
  readonly community?: string | undefined;
  /** The person's known home. */
  readonly home?: PlaceFound | undefined;
  /** The place said before, where this is a part of what was said. */
  readonly before?: PlaceFound | undefined;
  /** Said in a group, not to the program alone. */
  readonly group?: boolean | undefined;
  /** The program has asked this person something and waits for the answer; false where nothing of theirs waits for any. */
  readonly asked?: boolean | undefined;
}

/** The service of the catalogue that a text asks about, a few to be asked between, or none. */
export type ServiceAsked = { readonly kind: 'found'; readonly id: string } | { readonly kind: 'unsure'; readonly ids: readonly string[] } | { readonly kind: 'none' };

/** The one function the rest of the program knows of understanding. */
export type Understand = (text: string, situation: Situation) => Understanding;

/** Two reports that may tell of one matter, without the names of the place. */
export interface TwoReports {
  readonly earlier: string;
  readonly later: string;
  /** Hours between them. */
  readonly hours: number;
  /** Whoever understood them gave both the same class. */
  readonly sameClass: boolean;
  /** Both are at one building or at one other place, or the place of one lies within that of the other. */
  readonly where: 'building' | 'place' | 'within';
}

/** Whether two reports tell of one matter. */
export interface Sameness {
  /** So surely that nobody need be asked. */
  readonly sure: boolean;
  /** How likely it is, 0 to 1. */
  readonly likely: number;
}

/** Tells how surely two reports tell of one matter. */
export type TellSame = (reports: TwoReports) => Sameness;
