/** A mark among those of its footnote. */
export interface FootnoteMark {
  /** The number of the footnote on its slide, and of the mark among its own. */
  number: number;
  count: number;
  /** What begins the ids of marks and texts. */
  key: string;
  /** Whether a link around the mark leaves no room for its own. */
  isInLink: boolean;
}
