const PRINTABLE = /^[\x20-\x7E]*$/;

/** Writes text as a PDF string. */
export function pdfText(text: string): string {
  if (PRINTABLE.test(text)) return `(${text.replace(/[\\()]/g, '\\$&')})`;
  return `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`;
}

/** Writes the midnight that begins a day, `YYYY-MM-DD` perhaps with a time, as a PDF date. */
export function pdfDate(day: string): string {
  return `(D:${day.slice(0, 10).replaceAll('-', '')}000000Z)`;
}
