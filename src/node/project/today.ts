import type { IsoDate } from '../../talk/model/dataset.ts';

/** Tells the date where this machine stands. */
export function today(now = new Date()): IsoDate {
  const pad = (part: number): string => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}
