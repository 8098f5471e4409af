import type { Row } from '../model/dataset.ts';
import { html, type Html } from '../html/html.ts';
import { textAt } from '../data/row-cells.ts';

/** The venue of the sessions and the time zone of their times; empty when the rows do not say. */
export interface Place {
  venue: string;
  times: string;
}

/** Returns the place of a timetable and its time zone, in words. */
export function printPlace(rows: readonly Row[], timezone: string | undefined): Place {
  const zone = timezone ?? rows.map((row) => textAt(row, 'timezone')).find((one) => one !== null);
  const venue = rows.map((row) => textAt(row, 'venue')).find((one) => one !== null);
  const times = zone ? `Times in ${zone.replaceAll('_', ' ')}.` : '';
  return { venue: venue ? `${venue}.` : '', times };
}

/** Renders the line below a timetable; false for none. */
export function renderPlace({ venue, times }: Place, english: Html | false): Html | false {
  if (venue + times === '') return false;
  const zone = english ? html`<span${english}>${times}</span>` : times;
  return html`<p class="schedule-place">${venue}${venue !== '' && times !== '' && ' '}${times !== '' && zone}</p>`;
}

/** Writes the line as plain text. */
export function writePlace({ venue, times }: Place): string {
  return [venue, times].filter(Boolean).join(' ');
}
