import type { Moment } from './moment.ts';

/** Writes a moment with its offset, if it has one: `2026-11-30T14:05+01:00`. */
export function writeMoment({ clock, offset, seconds }: Moment): string {
  const minute = new Date(clock).toISOString().slice(0, 16);
  const rest = Number(seconds) === 0 ? '' : `:${seconds.replace(/\.0+$/, '')}`;
  return `${minute}${rest}${offset === null ? '' : writeOffset(offset)}`;
}

function writeOffset(offset: number): string {
  if (offset === 0) return 'Z';
  const size = Math.abs(offset);
  const [hours, minutes] = [Math.floor(size / 60), size % 60].map((part) =>
    String(part).padStart(2, '0'),
  );
  return `${offset < 0 ? '-' : '+'}${hours}:${minutes}`;
}
