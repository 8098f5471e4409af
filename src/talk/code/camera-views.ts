/** Lines of code that are shown together: the indexes of the first and the last, and the size of their letters. */
export interface CameraView {
  first: number;
  last: number;
  size: number;
}

/** The room for lines, in slide pixels. */
export interface CameraRoom {
  width: number;
  height: number;
}

/** Excerpts on one page: the size of their letters and the number of columns; `fits` is false where they have no room. */
export interface ExcerptPlan {
  size: number;
  columns: number;
  fits: boolean;
}

/** A state of lines: the indexes of those that are marked. */
type State = readonly number[] | 'all';

/** Sizes of letters in a view, the best first. */
const SIZES = [28, 26, 24, 22, 21, 20, 19, 18];
/** Down to these sizes smaller letters are better than lines that wrap: any of the code, and those that are marked. */
const EASY = { all: 22, marked: 20 };
/** Paper is read from near. */
const PAPER_SIZES = [23, 21, 20, 19, 18];
const PAPER_COLUMNS = [19, 18, 17, 16, 15, 14, 13, 12, 11, 10];
/** Height of a line in sizes of its letters. */
const LEADING = 1.25;
/** Width of a letter; where browsers have no parts of pixels, it is a whole number of them. */
const LETTER = 0.6;
/** Padding at both sides, and the numbers in sizes of letters. */
const SIDES = 56;
const NUMBERS = 3.4;
const COLUMN_GAP = 24;
const WORDS = /\s+|\S+/g;

/**
 * Plans the view of each state: its marked lines as large as they fit, and if they can without wrapping, with the lines
 * around; null where they do not fit.
 */
export function planViews(
  lines: readonly string[],
  states: readonly State[],
  room: CameraRoom,
): (CameraView | null)[] {
  const wraps = (some: readonly string[], size: number): boolean =>
    countRows(some, size, room.width) > some.length;
  const whole = SIZES.filter((size) => size >= EASY.all && !wraps(lines, size));
  let last: CameraView = growView(lines, { first: 0, last: -1, size: SIZES[0] ?? 0 }, room);
  return states.map((state) => {
    const marked = state === 'all' ? [0, lines.length - 1] : state;
    // Nothing is marked, so nothing moves.
    if (marked.length === 0) return last;
    const [first, end] = [Math.min(...marked), Math.max(...marked)];
    const shown = lines.slice(first, end + 1);
    const even = SIZES.filter((one) => one >= EASY.marked && !wraps(shown, one));
    const size = [...whole, ...even, ...SIZES].find(
      (one) => countRows(shown, one, room.width) <= rowsAt(one, room.height),
    );
    if (size === undefined) return null;
    last = growView(lines, { first, last: end, size }, room);
    return last;
  });
}

/** Halves states of lines that have no room until they have it; a line that is too long by itself stays a state. */
export function splitStates(
  lines: readonly string[],
  states: readonly (readonly number[])[],
  room: CameraRoom,
): (readonly number[])[] {
  return states.flatMap((state) => {
    const [view] = planViews(lines, [state], room);
    if (view || state.length < 2) return [state];
    const middle = Math.ceil(state.length / 2);
    return splitStates(lines, [state.slice(0, middle), state.slice(middle)], room);
  });
}

/** Returns the view of one line that has no room: its beginning, at the smallest size. */
export function viewLine(index: number): CameraView {
  return { first: index, last: index, size: SIZES.at(-1) ?? 1 };
}

/** Returns the rows that lines have at the smallest size of letters. */
export function leastRows(lines: readonly string[], width: number): number {
  return countRows(lines, SIZES.at(-1) ?? 1, width);
}

/** Returns the number of lines that a view can have at its smallest size. */
export function maxLines({ height }: CameraRoom): number {
  return rowsAt(SIZES.at(-1) ?? 1, height);
}

/** Lists the excerpts of states: runs of lines that are marked at any of them. */
export function listExcerpts(
  states: readonly State[],
  count: number,
): [first: number, last: number][] {
  const marked = new Set(
    states.flatMap((state) =>
      state === 'all' ? Array.from({ length: count }, (_, at) => at) : state,
    ),
  );
  const runs: [number, number][] = [];
  for (const index of [...marked].sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run?.[1] === index - 1) run[1] = index;
    else runs.push([index, index]);
  }
  return runs;
}

/** Plans how all excerpts stand on one page, with a row between them. */
export function planExcerpts(
  lines: readonly string[],
  excerpts: readonly (readonly [first: number, last: number])[],
  { width, height }: CameraRoom,
): ExcerptPlan {
  const texts = excerpts.flatMap(([first, last]) => ['', ...lines.slice(first, last + 1)]);
  const half = (width - COLUMN_GAP) / 2;
  const one = PAPER_SIZES.find((size) => countRows(texts, size, width) <= rowsAt(size, height));
  if (one !== undefined) return { size: one, columns: 1, fits: true };
  const two = PAPER_COLUMNS.find((size) => {
    // A line that is wrapped may not be cut, so a column can stay short by a row or two.
    return countRows(texts, size, half) <= 2 * (rowsAt(size, height) - 1);
  });
  return { size: two ?? PAPER_COLUMNS.at(-1) ?? 0, columns: 2, fits: two !== undefined };
}

/** Adds lines above and below in turn, as long as there is room. */
function growView(lines: readonly string[], view: CameraView, room: CameraRoom): CameraView {
  let { first, last } = view;
  const heightOf = (index: number): number =>
    countRows(lines.slice(index, index + 1), view.size, room.width);
  let free =
    rowsAt(view.size, room.height) - countRows(lines.slice(first, last + 1), view.size, room.width);
  for (let isDone = false; !isDone;) {
    isDone = true;
    for (const index of [first - 1, last + 1]) {
      if (index < 0 || index >= lines.length || heightOf(index) > free) continue;
      free -= heightOf(index);
      if (index < first) first = index;
      else last = index;
      isDone = false;
    }
  }
  return { first, last, size: view.size };
}

function rowsAt(size: number, height: number): number {
  return Math.floor(height / (size * LEADING));
}

/** Returns the number of rows of lines that are wrapped between words. */
function countRows(lines: readonly string[], size: number, width: number): number {
  const letters = Math.max(
    1,
    Math.floor((width - SIDES - NUMBERS * size) / Math.ceil(LETTER * size)),
  );
  return lines.reduce((sum, line) => sum + wrapLine(line, letters), 0);
}

function wrapLine(line: string, letters: number): number {
  if (line.length <= letters) return 1;
  let [rows, column] = [1, 0];
  for (const [word] of line.matchAll(WORDS)) {
    const isBlank = word.trim() === '';
    if (!isBlank && column + word.length > letters) {
      if (column > 0) rows++;
      column = 0;
      rows += Math.ceil(word.length / letters) - 1;
    }
    column += isBlank || word.length <= letters ? word.length : word.length % letters;
  }
  return rows;
}
