/** A few words at a value, a date or a point of a chart. */
export interface ChartNote {
  key: string;
  text: string;
  /** What it is at, in words: "500", "March 2024", "6.11". */
  at: string;
  target: NoteTarget;
}

/** What a note is at: a value, a date as days since 1970, or a point by its indexes. */
export type NoteTarget =
  | { kind: 'value'; value: number }
  | { kind: 'date'; day: number }
  | { kind: 'point'; place: number; series: number };

/** What a note may be at. */
export type NoteKind = NoteTarget['kind'];
