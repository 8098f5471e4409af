const WHOLE = /^\d{4}-\d\d(?:-\d\d)?$/;
const MONTHS = 'janfebmaraprmayjunjulaugsepoctnovdec';

/** Converts a date that is written in another form, where it can be read in one way only; null for others. */
export function toIsoDate(written: string): string | null {
  // Word processors make long dashes of hyphens.
  const text = written.replaceAll(/[\u2010-\u2015\u2212]/g, '-');
  if (text !== written && WHOLE.test(text)) return text;
  const [, early = '', month = '', late = ''] =
    /^(\d{1,2}(?:st|nd|rd|th)?\.?|\d{4})?[\s-]*([A-Za-z]{3})[a-z]*\.?[\s,-]*(.*)$/.exec(text) ?? [];
  const at = MONTHS.indexOf(month.toLowerCase());
  if (month !== '' && at >= 0 && at % 3 === 0) {
    const numbers = [early, ...late.split(/[\s,]+/)].map((part) => Number.parseInt(part, 10));
    const year = numbers.find((number) => number > 31);
    const day = numbers.find((number) => number >= 1 && number <= 31);
    if (year === undefined) return null;
    return [year, pad(at / 3 + 1), ...(day === undefined ? [] : [pad(day)])].join('-');
  }
  const [, a = '', b = '', year] = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(text) ?? [];
  const [first, second] = [Number(a), Number(b)];
  // Dots stand between day and month; slashes can be read in two ways.
  if (year !== undefined && second <= 12 && (text.includes('.') || first > 12)) {
    return `${year}-${pad(second)}-${pad(first)}`;
  }
  if (year !== undefined && first <= 12 && second > 12)
    return `${year}-${pad(first)}-${pad(second)}`;
  const [, y, m = '', d = ''] = /^(\d{4})[./-](\d{1,2})[./-](\d{1,2})$/.exec(text) ?? [];
  const whole = `${y}-${pad(Number(m))}-${pad(Number(d))}`;
  return y === undefined || whole === text ? null : whole;
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}

const TIME = /^\d{4}-\d\d-\d\d[T ](\d\d?):(\d\d)/;
const OFFSET_ALONE = /^(\d{4}-\d\d-\d\d)T?(Z|[+-]\d\d(?::?\d\d)?)$/;
const YEAR = /^\d{4}$/;

/** Returns how a text that is no date is written as one. */
export function hintOfDate(text: string): string {
  const forms = 'Dates are written 2024-09-18, and in data also 2024-09 or 2024';
  const [, hours, minutes = ''] = TIME.exec(text) ?? [];
  if (Number(hours) > 23 || Number(minutes) > 59)
    return `There is no time ${hours}:${minutes}. Times of day are 00:00 to 23:59.`;
  if (hours !== undefined)
    return 'Times are written 2024-09-18T14:05, 2024-09-18T14:05Z or 2024-09-18T14:05+02:00.';
  const [, day, offset] = OFFSET_ALONE.exec(text) ?? [];
  if (day !== undefined) return `An offset follows a time, as in "${day}T14:05${offset}".`;
  const written = toIsoDate(text);
  if (written !== null) return `${forms}. Write "${written}".`;
  const [first] = /^\d{4}-\d\d-\d\d(?=\s*(?:to|until|–|-|\/|,|\s)\s*\d)/.exec(text) ?? [];
  if (first !== undefined) return `A talk and a row have one day. Write "${first}".`;
  const [, year, quarter] = /^(\d{4})[- ]?Q([1-4])$/i.exec(text) ?? [];
  if (year !== undefined)
    return `${forms}. Write the last month of the quarter: "${year}-${pad(Number(quarter) * 3)}".`;
  const [, ofYear = '', month] = /^(\d{4})-(\d\d)-\d\d$/.exec(text) ?? [];
  if (month !== undefined && Number(month) > 12)
    return `${forms}: there is no month ${month}. The order is year, month, day.`;
  if (Number(month) > 0) {
    const last = new Date(Date.UTC(Number(ofYear), Number(month), 0)).getUTCDate();
    return `${ofYear}-${month} has ${last} days, the last one is "${ofYear}-${month}-${last}".`;
  }
  if (/^\d{4}-(?:0[1-9]|1[0-2])$/.test(text)) return `Here a date has a day: "${text}-01".`;
  // Such a text is a date, so the author wrote a number.
  return YEAR.test(text) ? `${forms}, all in quotes: "${text}".` : `${forms}.`;
}
