/** A number with an optional sign before it and an optional unit behind it. */
const NUMBER =
  /^[~≈<>≤≥±+\-−]*\p{Sc}? ?\d[\d'’\u202f\u00a0]*(?:,\d{3})*((?:\.\d+|,\d{1,2})?)(\s?[^\d\s][^\d]{0,11})?$/u;

/** Returns what each number of a column lacks behind its decimal point, so that the points are below each other; null for a column of other texts. */
export function padDecimals(texts: readonly string[]): string[] | null {
  const given = texts.filter((text) => text.trim() !== '');
  const matches = given.map((text) => NUMBER.exec(text.trim()));
  const units = new Set(matches.map((match) => match?.[2] ?? ''));
  if (given.length < 2 || matches.includes(null) || units.size > 1) return null;
  const longest = matches.reduce(
    (most, match) => (longer(match?.[1], most) ? (match?.[1] ?? '') : most),
    '',
  );
  return texts.map((text) => {
    const own = NUMBER.exec(text.trim())?.[1] ?? '';
    return text.trim() === '' ? '' : longest.slice(own.length).replaceAll(/\d/g, '0');
  });
}

function longer(text = '', than: string): boolean {
  return text.length > than.length;
}
