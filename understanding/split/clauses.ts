import { bareLink, clauseBreaks } from '../../locales/lexicon/split-words.ts';

const SHORTEST = 3;
const NO_WORD = /[^\p{L}\p{N}]/gu;

/** The clauses of a text in order, together the whole text; what only leads to the next clause belongs to it. */
export function clausesOf(text: string): [string, ...string[]] {
  const clauses: string[] = [];
  let lead = '';
  for (const part of text.split(clauseBreaks)) {
    const clause = lead + part;
    lead = isLead(clause) ? clause : '';
    if (lead === '') clauses.push(clause);
  }
  const [first = '', ...others] = clauses;
  const last = others.pop();
  return last === undefined ? [first + lead] : [first, ...others, last + lead];
}

function isLead(clause: string): boolean {
  return clause.replace(NO_WORD, '').length < SHORTEST || bareLink.test(clause.trim());
}
