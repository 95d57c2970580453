const NUMBERS = /(?<![A-Za-z\d\u00B7.-])\d{5,12}(?![A-Za-z\d])/g;
/** Signs that nobody writes: Unicode keeps them for a program's own use. */
const FIRST_SIGN = 0xfdd0;
const SIGNS = /[\uFDD0-\uFDD9]/g;

/** The text with personal data masked, but for the numbers of matters: behind what somebody said of a number plate stands which matter to answer. */
export async function maskedAround(text: string, mask: (text: string) => string, isMatter: (no: string) => Promise<boolean>): Promise<string> {
  const masked = mask(text);
  if (masked === text) return text;
  const matters = new Set<string>();
  for (const no of new Set(text.match(NUMBERS))) if (await isMatter(no)) matters.add(no);
  return mask(text.replace(NUMBERS, (no) => (matters.has(no) ? inSigns(no) : no))).replace(SIGNS, (sign) => String(sign.charCodeAt(0) - FIRST_SIGN));
}

function inSigns(no: string): string {
  return no.replace(/\d/g, (digit) => String.fromCharCode(FIRST_SIGN + Number(digit)));
}
