import type { IsoDate } from '../../talk/model/dataset.ts';

/** Returns the date in the machine's time zone. */
export function today(now = new Date()): IsoDate {
  const pad = (part: number): string => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}
