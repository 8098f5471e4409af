import { measureText } from '../../talk/blocks/text-width.ts';

/** Text sizes of charts in slide pixels; the smallest is readable from the last row. */
export const TEXT = { small: 18, label: 21, value: 26, large: 44 } as const;

const STRONG = 1.05;
const THIN_SPACE = /\u202f/g;

/** Returns the maximum width of a line of text. */
export function textWidth(text: string, size: number, isStrong = false): number {
  const width = measureText(text.replace(THIN_SPACE, '.'), size);
  return isStrong ? width * STRONG : width;
}

/** Truncates a text that is too wide, with an ellipsis. */
export function fitText(text: string, size: number, width: number, isStrong = false): string {
  if (textWidth(text, size, isStrong) <= width) return text;
  let cut = text;
  while (cut.length > 1 && textWidth(`${cut}…`, size, isStrong) > width) cut = cut.slice(0, -1);
  return `${cut.trimEnd()}…`;
}
