/** How many bytes a data file may have; pages and editors stay fast below it. */
export const MAX_DATA_BYTES = 8_000_000;

/** Says how slides show what a larger table holds. */
export const LARGE_DATA_HINT =
  'Keep the table in data/raw/, and let a recipe make the rows that slides show: "duckdb" with a query that sums it up, or "file" with a "parse".';

/** Says that a table would make a data file that is too large; null where it does not. */
export function findTooLargeData(text: string): string | null {
  // No letter takes more than three bytes.
  if (text.length * 3 <= MAX_DATA_BYTES) return null;
  const bytes = countBytes(text);
  if (bytes <= MAX_DATA_BYTES) return null;
  return `it makes a data file of ${Math.ceil(bytes / 1_000_000)} MB, and those of more than ${MAX_DATA_BYTES / 1_000_000} MB are not read`;
}

/** Counts the bytes of a text in UTF-8, two for each half of a pair. */
function countBytes(text: string): number {
  let bytes = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const isHalf = code >= 0xd800 && code <= 0xdfff;
    bytes += code < 0x80 ? 1 : code < 0x800 || isHalf ? 2 : 3;
  }
  return bytes;
}
