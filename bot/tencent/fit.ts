/** Words that a messenger takes whole: cut at a sign, never within one, with an ellipsis where something is missing. */
export function fit(words: string, mostBytes: number): string {
  if (Buffer.byteLength(words) <= mostBytes) return words;
  let kept = '';
  let size = 3;
  for (const sign of words) {
    size += Buffer.byteLength(sign);
    if (size > mostBytes) break;
    kept += sign;
  }
  return `${kept}…`;
}

/** Whether a messenger takes these words whole. */
export function fits(words: string, mostBytes: number): boolean {
  return Buffer.byteLength(words) <= mostBytes;
}
