/** A text file of the project; `path` is relative to the project's root and uses `/`. */
export interface SourceText {
  path: string;
  text: string;
}
