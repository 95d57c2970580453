/** A control sign of a terminal goes with what it does. */
const UNSEEN = /(?![\n\r\t])\p{Cc}(?:\[[\d;]*[A-Za-z])?|\p{Cs}|[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** A text without what nobody can see and what turns the words around it: control characters, marks of writing direction, halves of a character. */
export function legible(text: string): string {
  return text.replace(UNSEEN, '');
}
