import type { Bookmark } from './pdf-outline.ts';
import { pdfText } from './pdf-text.ts';

/** Stores an object, under a new number where it has none, and returns its number. */
export type Add = (body: string, id?: number | null) => number;

/** Stores bookmarks in a PDF and returns the number of their root; null when there are none. */
export function addOutline(bookmarks: Bookmark[], pages: number[], add: Add): number | null {
  if (bookmarks.length === 0) return null;
  const root = add('');
  const { first, last, count } = addBookmarks(bookmarks, { parent: root, pages, add });
  add(`<</Type /Outlines /First ${first} 0 R /Last ${last} 0 R /Count ${count}>>`, root);
  return root;
}

interface Level {
  parent: number;
  pages: number[];
  add: Add;
}

function addBookmarks(bookmarks: Bookmark[], { parent, pages, add }: Level) {
  const ids = bookmarks.map(() => add(''));
  let count = ids.length;
  bookmarks.forEach(({ title, page, children }, index) => {
    const id = ids[index] ?? 0;
    const below = children.length > 0 && addBookmarks(children, { parent: id, pages, add });
    if (below) count += below.count;
    const links = [
      ...(index > 0 ? [`/Prev ${ids[index - 1]} 0 R`] : []),
      ...(index < ids.length - 1 ? [`/Next ${ids[index + 1]} 0 R`] : []),
      ...(below ? [`/First ${below.first} 0 R /Last ${below.last} 0 R /Count ${below.count}`] : []),
    ];
    const target = `/Dest [${pages[page]} 0 R /Fit]`;
    add(`<</Title ${pdfText(title)} /Parent ${parent} 0 R ${target} ${links.join(' ')}>>`, id);
  });
  return { first: ids[0] ?? 0, last: ids.at(-1) ?? 0, count };
}
