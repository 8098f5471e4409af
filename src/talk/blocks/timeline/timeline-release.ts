import type { Cell, IsoDate, Row } from '../../model/dataset.ts';

/** A kernel release as read from a row of the dataset; a missing date is null. */
export interface ReleaseFacts {
  version: string;
  /** The day its merge window opened. */
  opened: IsoDate | null;
  /** The day of its -rc1. */
  closed: IsoDate | null;
  released: IsoDate | null;
  rust: RustFacts | null;
  highlights: HighlightFacts[];
}

/** The Rust version of a release: exactly this one, or this or newer. */
export interface RustFacts {
  version: string;
  kind: 'exact' | 'minimum';
}

/** A change in a release; `landed` is the release that contains it, null for a plan that is not known to be done. */
export interface HighlightFacts {
  text: string;
  landed?: string | null;
}

/** Reads one row of a releases dataset; undefined for a row without a version. */
export function toReleaseFacts(row: Row): ReleaseFacts | undefined {
  const version = toText(row['version']);
  if (version === null) return undefined;
  const window = toRecord(row['mergeWindow']);
  return {
    version,
    opened: toDay(window['opened']),
    closed: toDay(window['closed']) ?? toDay(toRecord(row['rc1'])['tagged']),
    released: toDay(row['released']),
    rust: toRustFacts(toRecord(row['rust'])),
    highlights: toList(row['highlights']).flatMap(toHighlight),
  };
}

function toRustFacts(rust: Record<string, Cell | undefined>): RustFacts | null {
  const version = toText(rust['version']);
  if (version === null) return null;
  return { version, kind: rust['kind'] === 'minimum' ? 'minimum' : 'exact' };
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
