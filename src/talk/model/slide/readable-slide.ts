/** A slide as other programs can read it. */
export interface ReadableSlide {
  /** Its words as plain Markdown, values filled in. */
  text: string;
  /** Its text as written: without title and blocks, values as `{{ expression }}`. */
  wording: string;
  /** Its front matter but for id, title, `src`, `steps` and `dates`: values filled in, files by their paths from the project's root; absent for none. */
  keys?: Readonly<Record<string, unknown>>;
}
