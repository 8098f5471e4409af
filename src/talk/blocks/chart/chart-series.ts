/** A line, or the bars of one colour. */
export interface ChartSeries {
  key: string;
  name: string;
  /** Colour 1 to 12, or 0 for the muted one. */
  tone: number;
  /** One point for each place, in the same order. */
  points: ChartPoint[];
}

/** One value; null where there is no data. */
export interface ChartPoint {
  value: number | null;
  exact: boolean;
  /** The value as written, with its "~"; "no data" for null. */
  label: string;
  /** Colour 1 to 12, or 0 for the muted one. */
  tone: number;
  /** False until its step. */
  isShown: boolean;
  /** The earlier value it is compared with; null for none. */
  past: PastValue | null;
  /** The ends of a range around the value; absent in other kinds and where one end is unknown. */
  range?: ValueRange;
}

/** The lowest and highest value of a range. */
export interface ValueRange {
  low: number;
  high: number;
  lowLabel: string;
  highLabel: string;
  /** Whether the value of the point is one of the data, and not the middle of the range. */
  hasMiddle: boolean;
}

/** An earlier value for comparison. */
export interface PastValue {
  value: number;
  exact: boolean;
  label: string;
  /** Date of the value in words; empty when it has none. */
  date: string;
  /** Growth since then: "up 17%"; null where it cannot be computed. */
  change: string | null;
}
