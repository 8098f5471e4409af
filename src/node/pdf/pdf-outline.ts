import type { Slide } from '../../talk/model/talk.ts';

/** A bookmark: its words, its page counted from 0, and what lies beneath it. */
export interface Bookmark {
  title: string;
  page: number;
  children: Bookmark[];
}

/** What of a slide its bookmark depends on. */
export type OutlineSlide = Pick<Slide, 'title' | 'layout' | 'section'>;

/** Builds the bookmarks of a talk: sections at the top level, with their slides below. */
export function makeOutline(slides: readonly OutlineSlide[]): Bookmark[] {
  const top: Bookmark[] = [];
  let section: Bookmark | undefined;
  slides.forEach(({ title, layout, section: name }, page) => {
    const bookmark = { title: title || `Slide ${page + 1}`, page, children: [] };
    const isBeneath = section && name !== null && layout !== 'section' && layout !== 'end';
    if (layout === 'section') section = bookmark;
    if (isBeneath) section?.children.push(bookmark);
    else top.push(bookmark);
  });
  return top;
}
