/** The same function with its last few answers kept: the parts of the engine ask for the same forms of one text again and again, and for few texts at a time. */
export function rememberLast<T>(make: (text: string) => T, many = 6): (text: string) => T {
  const texts: string[] = [];
  const made: T[] = [];
  let oldest = 0;
  return (text) => {
    const known = texts.indexOf(text);
    if (known >= 0) return made[known] as T;
    const one = make(text);
    texts[oldest] = text;
    made[oldest] = one;
    oldest = (oldest + 1) % many;
    return one;
  };
}
