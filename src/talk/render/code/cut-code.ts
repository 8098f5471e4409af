/** Lines in a part of code, at most and at least. */
const MAX_PART = 14;
const MIN_PART = 7;

/** Cuts long code into parts that can be read, where possible at blank lines; returns the indexes of their lines. */
export function cutCode(texts: readonly string[]): number[][] {
  const parts: number[][] = [];
  let first = 0;
  while (first < texts.length) {
    const end = endOf(texts, first);
    parts.push(Array.from({ length: end - first }, (_, index) => first + index));
    first = end;
  }
  return parts;
}

function endOf(texts: readonly string[], first: number): number {
  const end = first + MAX_PART;
  if (texts.length <= end) return texts.length;
  for (let line = end; line >= first + MIN_PART; line--) {
    if (texts[line]?.trim() === '') return line + 1;
  }
  return end;
}
