/** Reads what a gauge shows; the page and the compiler do so alike. Null where the newest row has no number. */
export function readGauge({ rows }, { value: column, of, label }) {
  const value = rows.at(-1)?.[column];
  if (typeof value !== 'number') return null;
  const share = Math.min(1, Math.max(0, value / of));
  return { share, text: [`${value} of ${of}`, label].filter(Boolean).join(' ') };
}
