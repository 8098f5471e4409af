import type { Cell, IsoDate, Row } from '../../model/dataset.ts';
import { cellAt } from '../../data/row-cells.ts';

/** The columns of a releases dataset whose names an author may choose. */
export interface ReleaseColumns {
  /** The day on which the cycle of a release began; defaults to `opened`. */
  opened?: string;
  /** The day of the first candidate; defaults to `closed`. */
  closed?: string;
  /** What a second line below the releases says; defaults to none. */
  below?: BelowSpec;
}

/** A second line below the releases: the column of its values, and what stands before each. */
export interface BelowSpec {
  column: string;
  label?: string;
}

/** A release as read from a row of the dataset; a missing date is null. */
export interface ReleaseFacts {
  version: string;
  /** The day its cycle began. */
  opened: IsoDate | null;
  /** The day of its first candidate. */
  closed: IsoDate | null;
  released: IsoDate | null;
  /** Its value on the second line; null for none. */
  below: string | null;
  highlights: HighlightFacts[];
}

/** A change in a release; `landed` is the release that contains it, null for a plan that is not known to be done. */
export interface HighlightFacts {
  text: string;
  landed?: string | null;
}

/** Reads one row of a releases dataset; undefined for a row without a version. */
export function toReleaseFacts(row: Row, columns: ReleaseColumns): ReleaseFacts | undefined {
  const { opened = 'opened', closed = 'closed', below } = columns;
  const version = toText(row['version']);
  if (version === null) return undefined;
  return {
    version,
    opened: toDay(cellAt(row, opened)),
    closed: toDay(cellAt(row, closed)),
    released: toDay(row['released']),
    below: below ? toBelow(cellAt(row, below.column)) : null,
    highlights: toList(row['highlights']).flatMap(toHighlight),
  };
}

/** Reads a value, or a version whose kind says whether newer ones do as well. */
function toBelow(cell: Cell): string | null {
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'string') return toText(cell);
  const { version, kind } = toRecord(cell);
  const text = toText(version);
  return text !== null && kind === 'minimum' ? `${text} or newer` : text;
}

function toHighlight(cell: Cell): HighlightFacts[] {
  if (typeof cell === 'string') return [{ text: cell }];
  const highlight = toRecord(cell);
  const text = toText(highlight['text']);
  if (text === null) return [];
  const landed = toText(highlight['landed']);
  if (landed !== null || highlight['planned'] === true) return [{ text, landed }];
  return [{ text }];
}

function toRecord(cell: Cell | undefined): Record<string, Cell | undefined> {
  return typeof cell === 'object' && cell !== null && !Array.isArray(cell) ? cell : {};
}

function toList(cell: Cell | undefined): Cell[] {
  return Array.isArray(cell) ? cell : [];
}

function toText(cell: Cell | undefined): string | null {
  return typeof cell === 'string' && cell !== '' ? cell : null;
}

/** Converts a time stamp to its day. */
function toDay(cell: Cell | undefined): IsoDate | null {
  return typeof cell === 'string' && DAY.test(cell) ? cell.slice(0, 10) : null;
}

const DAY = /^\d{4}-\d{2}-\d{2}/;
