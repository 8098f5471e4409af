/** Reads a day as programs write it: 2024-09-18, 18.9.2024, 18/09/2024, 18 September 2024, September 18, 2024. */
export function toDay(text: string): string | null {
  const [, year, month, day] = NUMBERS.exec(text.trim()) ?? [];
  if (year && month && day) return toIso(Number(year), Number(month), Number(day));
  const [, month_, day_, year_] = SLASHED.exec(text.trim()) ?? [];
  if (Number(day_) > 12) return toIso(Number(year_), Number(month_), Number(day_));
  if (Number(month_) > 12) return toIso(Number(year_), Number(day_), Number(month_));
  const [, day__, month__, year__] = DOTTED.exec(text.trim()) ?? [];
  if (year__ !== undefined) return toIso(Number(year__), Number(month__), Number(day__));
  const words = text.replaceAll(/(\d)(?:st|nd|rd|th)\b/g, '$1').match(/[A-Za-z]+|\d+/g) ?? [];
  const name = words.findLast((word) => /^[A-Za-z]{3,}$/.test(word) && monthOf(word) > 0);
  const numbers = words.filter((word) => /^\d+$/.test(word)).map(Number);
  const [first, second] = numbers;
  if (!name || numbers.length !== 2 || first === undefined || second === undefined) return null;
  const isYear = first > 31;
  return toIso(isYear ? first : second, monthOf(name), isYear ? second : first);
}

function toIso(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isDay = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isDay && year >= 1900 && year <= 2200 ? date.toISOString().slice(0, 10) : null;
}

function monthOf(word: string): number {
  return MONTHS.findIndex((month) => word.toLowerCase().startsWith(month)) + 1;
}

const NUMBERS = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:$|T|\s)/;
/** A day as it is written with dots, which begins with the day. */
const DOTTED = /^(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})$/;
/** A day in the order of months, days and years, where only one order is possible. */
const SLASHED = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
