/** A line, or the bars of one colour. */
export interface ChartSeries {
  key: string;
  name: string;
  /** Colour 1 to 6, or 0 for the muted one. */
  tone: number;
  /** One for each place, in the same order. */
  points: ChartPoint[];
}

/** One value; null where there is no data. */
export interface ChartPoint {
  value: number | null;
  exact: boolean;
  /** The value as written, with its "~"; "no data" for null. */
  label: string;
  /** Colour 1 to 6, or 0 for the muted one. */
  tone: number;
  /** False while its step has not come. */
  isShown: boolean;
  /** The value it is compared with; null for none. */
  past: PastValue | null;
}

/** The value some time ago. */
export interface PastValue {
  value: number;
  exact: boolean;
  label: string;
  /** When it was true, written out; empty where it has no date. */
  date: string;
  /** Growth since then: "up 17%"; null where it cannot be computed. */
  change: string | null;
}
