import { syllables } from '../../locales/lexicon/syllables.ts';

const codes = { exact: new Uint16Array(0x10000), near: new Uint16Array(0x10000) };
const FIRST_CODE = 0xe000;

readSyllables();

/** The text with every character replaced by a sign for its syllable, tones dropped: what sounds the same reads the same. Same length. */
export function soundOf(text: string): string {
  return replaced(text, codes.exact);
}

/** As soundOf, and what dialects confuse (n and l, zh and z, ing and in …) reads the same too. */
export function nearSoundOf(text: string): string {
  return replaced(text, codes.near);
}

function replaced(text: string, table: Uint16Array): string {
  let sound = '';
  for (let at = 0; at < text.length; at++) {
    const code = table[text.charCodeAt(at)] ?? 0;
    sound += code === 0 ? text.charAt(at) : String.fromCharCode(code);
  }
  return sound;
}

function readSyllables(): void {
  const nearCodes = new Map<string, number>();
  syllables.forEach((line, index) => {
    const [syllable = '', characters = ''] = line.split(':');
    const near = confused(syllable);
    const nearCode = nearCodes.get(near) ?? FIRST_CODE + nearCodes.size;
    nearCodes.set(near, nearCode);
    for (const character of characters) {
      codes.exact[character.charCodeAt(0)] = FIRST_CODE + index;
      codes.near[character.charCodeAt(0)] = nearCode;
    }
  });
}

function confused(syllable: string): string {
  return syllable
    .replace(/^([zcs])h/, '$1')
    .replace(/^n(?!$)/, 'l')
    .replace(/^h(?=u)/, 'f')
    .replace(/^fu([aeio])/, 'f$1')
    .replace(/([aei])ng$/, '$1n');
}
