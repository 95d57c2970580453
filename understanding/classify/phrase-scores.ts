/** Phrases of a lexicon and the labels they speak for. */
export interface Phrase {
  /** One part, or two that must follow one another closely. */
  readonly parts: readonly string[];
  readonly label: number;
  readonly weight: number;
}

/** What the phrases in a text say. */
export interface PhraseScores {
  /** The scores of a bare text, one per label, in a list that the next call overwrites. */
  score(bare: string): Float64Array;
  /** The weightiest phrase of the text scored last that speaks for the label, as written in the lexicon. */
  because(label: number): string | undefined;
}

const CLOSE = 16;

interface End {
  readonly index: number;
  readonly rest: string | undefined;
}

interface Node {
  readonly next: Map<number, Node>;
  readonly ends: End[];
}

/** Finds phrases in one walk over the text; a phrase counts once however often it is said. */
export function createPhraseScores(phrases: readonly Phrase[], labels: number): PhraseScores {
  const root = treeOf(phrases);
  const sums = new Float64Array(labels);
  const lastSeen = new Int32Array(phrases.length);
  let turn = 0;

  const seen: Phrase[] = [];

  function note(bare: string, at: number, { index, rest }: End): void {
    if (lastSeen[index] === turn || !follows(bare, at, rest)) return;
    lastSeen[index] = turn;
    const phrase = phrases[index];
    if (phrase === undefined) return;
    seen.push(phrase);
    sums[phrase.label] = (sums[phrase.label] ?? 0) + phrase.weight;
  }

  return {
    score(bare) {
      turn++;
      sums.fill(0);
      seen.length = 0;
      for (let from = 0; from < bare.length; from++) {
        let node = root.next.get(bare.charCodeAt(from));
        for (let at = from + 1; node !== undefined; at++) {
          for (const end of node.ends) note(bare, at, end);
          node = at < bare.length ? node.next.get(bare.charCodeAt(at)) : undefined;
        }
      }
      return sums;
    },
    because(label) {
      let best: Phrase | undefined;
      for (const phrase of seen) if (phrase.label === label && phrase.weight > (best?.weight ?? 0)) best = phrase;
      return best?.parts.join('+');
    },
  };
}

function follows(bare: string, from: number, rest: string | undefined): boolean {
  if (rest === undefined) return true;
  const at = bare.indexOf(rest, from);
  return at >= 0 && at - from <= CLOSE;
}

function treeOf(phrases: readonly Phrase[]): Node {
  const root: Node = { next: new Map(), ends: [] };
  phrases.forEach(({ parts: [first = '', rest] }, index) => {
    let node = root;
    for (let at = 0; at < first.length; at++) {
      const code = first.charCodeAt(at);
      let next = node.next.get(code);
      if (next === undefined) node.next.set(code, (next = { next: new Map(), ends: [] }));
      node = next;
    }
    node.ends.push({ index, rest });
  });
  return root;
}
