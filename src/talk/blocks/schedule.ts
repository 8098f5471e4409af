import * as v from 'valibot';
import { useRows } from '../data/view.ts';
import { defineBlock } from '../model/block.ts';
import { nothingToShow, tooMuchToShow } from '../problems/block-problems.ts';
import type { Row } from '../model/dataset.ts';
import { markEnglish } from '../html/direction.ts';
import { html, type Html } from '../html/html.ts';
import { MIN_TEXT, ROOM, roomHeight } from './block-fit.ts';
import { countLines } from './text-width.ts';
import { cellAt, textAt } from '../data/row-cells.ts';
import { chooseRows, ROW_KEYS, type RowSpec } from './row-filter.ts';
import { printPlace, renderPlace, writePlace, type Place } from './schedule-place.ts';

/** A timetable as the author wrote it. */
export interface ScheduleSpec extends RowSpec {
  /** Title of the session to accent: this talk. */
  mark?: string;
  /** The time zone, for rows without one. */
  timezone?: string;
  /** Room for the timetable in slide pixels; defaults to the room under a title. */
  height?: number;
}

interface Session {
  start: string;
  end: string;
  title: string;
  speakers: string[];
  isBreak: boolean;
  isMarked: boolean;
}

interface Room {
  name: string;
  sessions: Session[];
}

const SCHEMA = v.strictObject({
  ...ROW_KEYS,
  mark: v.optional(v.string()),
  timezone: v.optional(v.string()),
  height: v.optional(v.pipe(v.number(), v.minValue(80), v.maxValue(640))),
});

const BREAK = 'Break';
const TIME = /^([01]?\d|2[0-3]):[0-5]\d$/;
const MAX_SIZE = 26;
const LEADING = 1.28;
const PADDING = { least: 5, most: 13 };
const HEAD = 78;
const COLUMN_GAP = 48;
/** Room for the clock, in text sizes. */
const TIMES = 6.3;

/** Shows the sessions of one or more rooms by time, with breaks and this talk marked. */
export const schedule = defineBlock<ScheduleSpec>({
  name: 'schedule',
  about: 'Sessions of one or more rooms by the clock, with breaks, this talk marked.',
  schema: SCHEMA,
  live: 'talk/blocks/schedule.ts',
  compile(spec, context) {
    const chosen = chooseRows(spec, context, 'schedule');
    if (!chosen) return null;
    const { data, rows } = chosen;
    const rooms = toRooms(rows, spec.mark ?? context.talk.title);
    if (rooms.length === 0) {
      context.report(nothingToShow('schedule', spec.data, context.spanOf(['data'])));
      return null;
    }
    const size = fitRooms(rooms, spec.height ?? roomHeight(context.talk) - 10);
    if (!size) {
      const about = { what: 'all these sessions', hint: 'Show one room with "where".' };
      context.report(tooMuchToShow('schedule', about, context.spanOf([])));
      return null;
    }
    const place = printPlace(rows, spec.timezone);
    const english = markEnglish(context.talk.language);
    return {
      html: renderRooms(rooms, { size, place, id: context.id, english }).markup,
      steps: 0,
      text: writeRooms(rooms, place),
      uses: useRows(data, rows),
    };
  },
});

function toRooms(rows: readonly Row[], mark: string): Room[] {
  const rooms = new Map<string, Session[]>();
  for (const row of rows) {
    const session = toSession(row, mark);
    if (!session) continue;
    const name = textAt(row, 'room') ?? '';
    rooms.set(name, [...(rooms.get(name) ?? []), session]);
  }
  return [...rooms].map(([name, sessions]) => ({ name, sessions: fillGaps(sessions) }));
}

function toSession(row: Row, mark: string): Session | null {
  const [start, end] = [textAt(row, 'start'), textAt(row, 'end')];
  const title = textAt(row, 'title');
  if (start === null || end === null || title === null) return null;
  if (!TIME.test(start) || !TIME.test(end)) return null;
  const speakers = [cellAt(row, 'speakers')].flat().filter((one) => typeof one === 'string');
  const isBreak = cellAt(row, 'kind') === 'break';
  return {
    start: start.padStart(5, '0'),
    end: end.padStart(5, '0'),
    title,
    speakers,
    isBreak,
    isMarked: !isBreak && title === mark,
  };
}

/** Sorts sessions by time and inserts breaks between them. */
function fillGaps(sessions: readonly Session[]): Session[] {
  const sorted = sessions.toSorted((a, b) => (a.start < b.start ? -1 : 1));
  const filled: Session[] = [];
  for (const session of sorted) {
    const before = filled.at(-1);
    if (before && before.end < session.start) {
      const gap = { start: before.end, end: session.start, title: BREAK, speakers: [] };
      filled.push({ ...gap, isBreak: true, isMarked: false });
    }
    filled.push(session);
  }
  // Time before the first session and after the last is not shown.
  return filled.slice(filled[0]?.isBreak ? 1 : 0);
}

interface Size {
  size: number;
  padding: number;
}

function fitRooms(rooms: readonly Room[], height: number): Size | null {
  const width = (ROOM.width - COLUMN_GAP * (rooms.length - 1)) / rooms.length;
  for (let size = MAX_SIZE; size >= MIN_TEXT; size--) {
    const paddings = rooms.map(({ sessions }) => {
      const lines = sessions.map((session) => {
        const words = `${session.title} ${session.speakers.join(', ')}`;
        return countLines(words, size * 1.05, width - TIMES * size - 24);
      });
      const text = lines.reduce((sum, count) => sum + count, 0) * size * LEADING;
      return Math.floor((height - HEAD - text) / sessions.length / 2);
    });
    const padding = Math.min(...paddings);
    if (padding >= PADDING.least) return { size, padding: Math.min(PADDING.most, padding) };
  }
  return null;
}

interface Setting {
  size: Size;
  place: Place;
  id: string;
  english: Html | false;
}

function renderRooms(rooms: readonly Room[], { size, place, id, english }: Setting): Html {
  const style = `--size: ${size.size}px; --padding: ${size.padding}px`;
  return html`<div class="block block-schedule" data-block="${id}" style="${style}">
    <div class="rooms">
      ${rooms.map(
        ({ name, sessions }) =>
          html`<div class="room">
            <p class="room-name">${name}</p>
            <ol class="sessions">
              ${sessions.map((session) => renderSession(session, english))}
            </ol>
          </div>`,
      )}
    </div>
    ${renderPlace(place, english)}
  </div>`;
}

function renderSession(session: Session, english: Html | false): Html {
  const { start, end, title, speakers, isBreak, isMarked } = session;
  const classes = ['session', isBreak && 'session-break', isMarked && 'marked'];
  return html`<li class="${classes.filter(Boolean).join(' ')}">
    <span class="session-time"><time>${start}</time>–<time>${end}</time></span>
    <span class="session-words"
      ><span class="session-title"${title === BREAK && english}>${title}</span>${isMarked && html`<span class="visually-hidden"${english}>, this talk</span>`}
      ${speakers.length > 0 && html`<span class="session-speakers">${speakers.join(', ')}</span>`}</span
    >
  </li>`;
}

function writeRooms(rooms: readonly Room[], place: Place): string {
  const words = writePlace(place);
  const blocks = rooms.map(({ name, sessions }) => {
    const lines = sessions.map(({ start, end, title, speakers, isMarked }) => {
      const who = speakers.length > 0 ? ` (${speakers.join(', ')})` : '';
      return `- ${start}–${end} ${isMarked ? `**${title}**` : title}${who}`;
    });
    return [`**${name}**`, '', ...lines].join('\n');
  });
  return [...blocks, ...(words === '' ? [] : [words])].join('\n\n');
}
