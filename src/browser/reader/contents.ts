/** The facts about a slide for the contents of its talk. */
export interface ContentsSlide {
  id: string;
  title: string;
  layout: string;
  isCounted: boolean;
}

/** One line of the contents: a slide, or several with one title. */
export interface ContentsEntry {
  /** Its slides, in order. */
  ids: string[];
  title: string;
  /** Numbers of its first and last slide; null where they are not counted. */
  numbers: readonly [number, number] | null;
}

/** A section of a talk with its slides; slides before the first section have no head. */
export interface ContentsPart {
  head: ContentsEntry | null;
  entries: ContentsEntry[];
}

/**
 * Groups the slides of a talk for its table of contents: parts, and one line for each title; the end belongs to no
 * part.
 */
export function planContents(slides: readonly ContentsSlide[]): ContentsPart[] {
  let part: ContentsPart = { head: null, entries: [] };
  const parts = [part];
  let count = 0;
  slides.forEach((slide, index) => {
    const number = slide.isCounted ? ++count : null;
    const title = slide.title === '' ? `Slide ${number ?? index + 1}` : slide.title;
    const entry: ContentsEntry = {
      ids: [slide.id],
      title,
      numbers: number === null ? null : [number, number],
    };
    const last = part.entries.at(-1);
    if (slide.layout === 'section') parts.push((part = { head: entry, entries: [] }));
    else if (slide.layout === 'end') parts.push((part = { head: null, entries: [entry] }));
    else if (last?.title === title && (last.numbers === null) === (number === null)) {
      last.ids.push(slide.id);
      if (last.numbers && number !== null) last.numbers = [last.numbers[0], number];
    } else part.entries.push(entry);
  });
  return parts.filter(({ head, entries }) => head !== null || entries.length > 0);
}
