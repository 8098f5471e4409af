import type { ChartNote } from '../../../talk/blocks/chart/chart-note.ts';
import { addNotes } from '../../../talk/blocks/chart/chart-notes.ts';
import type { ChartView } from '../../../talk/blocks/chart/chart-view.ts';
import { fitText, TEXT, textWidth } from '../chart-text.ts';
import { boxOf, cutStroke } from '../layout/box.ts';
import { grow } from '../layout/free-place.ts';
import { layText } from '../plot.ts';
import type { Extent, Frame, Lay, Mark, Scene } from '../scene.ts';
import { arrangeFlags, type Flag } from './flags.ts';
import { findLevelText } from './level-text.ts';
import { layClearLine } from './note-lines.ts';

/** A note with its text above the plot, and the lower end of its leader. */
interface Flagged {
  note: ChartNote;
  text: string;
  width: number;
  x: number;
  y: number;
}

const ROW = 27;
/** Between notes and the values of upright charts; rows have air of their own. */
const BELOW = 8;
/** From the middle of a row to the baseline of its text. */
const BASELINE = 6;
const POINT_GAP = 13;
const EDGE = 4;
/** Between a text and the ends of a hairline that it cuts. */
const CLEAR = 6;

/** Notes on charts. */
export const NOTES = { add: addNotes, lay: layNotes };

/** Draws a chart, which `lay` lays out without notes, with lines at values and dates, and words at points. */
function layNotes(view: ChartView, extent: Extent, lay: Lay): Scene {
  const above = new Set<ChartNote>();
  for (;;) {
    const { scene, crowded } = layWithRoom(view, extent, { above, lay });
    if (crowded.length === 0) return scene;
    crowded.forEach((note) => above.add(note));
  }
}

/** Lays out a chart and its notes; returns those that find no room on their own line and have to be above the plot. */
function layWithRoom(
  view: ChartView,
  extent: Extent,
  { above, lay }: { above: ReadonlySet<ChartNote>; lay: Lay },
): { scene: Scene; crowded: ChartNote[] } {
  const plain = lay(view, extent);
  if (!plain.frame) return { scene: plain, crowded: [] };
  const flag = (frame: Frame): Flagged[] => listFlagged(view, frame, above, extent.width);
  let { scene, frame, rows } = { scene: plain, frame: plain.frame, rows: 0 };
  let flagged = flag(frame);
  let arranged = arrange(flagged, extent.width);
  // Less room for values can move them, so that their notes need another row.
  while (arranged.rows > rows) {
    rows = arranged.rows;
    scene = lay(view, { ...extent, noteRoom: rows * ROW + gapOf(frame) });
    frame = scene.frame ?? frame;
    flagged = flag(frame);
    arranged = arrange(flagged, extent.width);
  }
  const { flags } = arranged;
  const texts = flagged.map((one, index) => layFlagText(one, flags[index], frame));
  const marks = [...scene.marks, ...texts];
  flagged.forEach((one, index) => marks.push(...layLeader(one, flags[index], frame, marks)));
  const crowded = frame.isSideways ? [] : layLevels(view, { frame, above, marks });
  return { scene: { ...scene, marks: cutGrid(marks) }, crowded };
}

/** Cuts hairlines at the words of notes, which would be hard to read on them. */
function cutGrid(marks: readonly Mark[]): Mark[] {
  const words = marks.flatMap((mark) =>
    mark.kind === 'text' && mark.look === 'note' ? [grow(boxOf(mark), CLEAR)] : [],
  );
  return marks.flatMap((mark) => {
    if (mark.kind !== 'line' || mark.look !== 'grid' || mark.y1 !== mark.y2) return [mark];
    return cutStroke([mark.x1, mark.x2], mark.y1, words).map(([x1, x2], index) => {
      const key = index === 0 ? mark.key : `${mark.key} beside note ${index}`;
      return { ...mark, key, x1, x2 };
    });
  });
}

function arrange(flagged: readonly Flagged[], width: number): { flags: Flag[]; rows: number } {
  const flags = arrangeFlags(flagged, width);
  return { flags, rows: flags.reduce((most, { row }) => Math.max(most, row + 1), 0) };
}

function listFlagged(
  { notes }: ChartView,
  frame: Frame,
  above: ReadonlySet<ChartNote>,
  room: number,
): Flagged[] {
  return notes.flatMap((note) => {
    const at = findFlag(note, frame, above.has(note));
    const text = fitText(note.text, TEXT.small, room);
    return at ? [{ note, text, width: textWidth(text, TEXT.small), x: at[0], y: at[1] }] : [];
  });
}

/** Returns the lower end of a leader; null for a note beside its own line, or at a point that is not shown. */
function findFlag(
  { target }: ChartNote,
  { plot, isSideways, toValue, toDay, toPoint }: Frame,
  isAbove: boolean,
): readonly [number, number] | null {
  switch (target.kind) {
    case 'date':
      return toDay ? [toDay(target.day), plot.bottom] : null;
    case 'point': {
      const at = toPoint(target.place, target.series);
      return at && [at[0], at[1] - POINT_GAP];
    }
    case 'value':
      if (isSideways) return [toValue(target.value), plot.bottom];
      return isAbove ? [plot.right - EDGE, toValue(target.value)] : null;
    default:
      return target satisfies never;
  }
}

function layFlagText({ note, text }: Flagged, flag: Flag | undefined, frame: Frame): Mark {
  const { left = 0, row = 0 } = flag ?? {};
  return layText(note.key, 'note', text, [left, middleOf(row, frame) + BASELINE], TEXT.small);
}

function layLeader(
  { note, x, y }: Flagged,
  flag: Flag | undefined,
  frame: Frame,
  marks: readonly Mark[],
): Mark[] {
  const { row = 0, isOver = true } = flag ?? {};
  const top = middleOf(row, frame) + (isOver ? ROW / 2 : -ROW / 2 + 3);
  const { kind } = note.target;
  const isLine = kind === 'date' || (kind === 'value' && frame.isSideways);
  const look = isLine ? 'reference' : 'leader';
  return layClearLine({ key: `line ${note.key}`, look, from: [x, top], to: [x, y] }, marks);
}

/** Adds the lines of notes at values, with their texts where they have room; returns the notes that have none. */
function layLevels(
  { notes }: ChartView,
  { frame, above, marks }: { frame: Frame; above: ReadonlySet<ChartNote>; marks: Mark[] },
): ChartNote[] {
  return notes.filter((note) => {
    if (note.target.kind !== 'value') return false;
    const { left, right } = frame.plot;
    const y = frame.toValue(note.target.value);
    const line = { key: `level ${note.key}`, look: 'reference' };
    const { key, text } = note;
    const level = { key, text, width: textWidth(text, TEXT.small), y };
    const words = above.has(note) ? null : findLevelText(level, frame.plot, marks);
    marks.push(...layClearLine({ ...line, from: [left, y], to: [right, y] }, marks));
    if (words) marks.push(words);
    return words === null && !above.has(note);
  });
}

function middleOf(row: number, frame: Frame): number {
  return frame.head - gapOf(frame) - ROW * (row + 0.5);
}

function gapOf({ isSideways }: Frame): number {
  return isSideways ? 0 : BELOW;
}
