import type { Add } from './pdf-bookmarks.ts';
import { notesToText } from '../print/notes-text.ts';
import { readText, type PdfFile } from './pdf-file.ts';
import { pdfText } from './pdf-text.ts';

/** The pages of a PDF, and the speaker notes of each as HTML. */
export interface NotesOptions {
  pages: readonly number[];
  notes: readonly string[];
  add: Add;
}

const ANNOTATIONS = /\/Annots \[([^\]]*)\]/;
const END = /\s*>>\s*$/;
/** A small sign in the bottom left corner, where no slide has anything. */
const PLACE = '[8 12 28 32]';
/** Shown, not printed with the page, and neither zoomed nor turned with it. */
const FLAGS = 24;

/** Adds speaker notes to pages as annotations, which viewers show on hover. */
export function addNotes(file: PdfFile, { pages, notes, add }: NotesOptions): void {
  pages.forEach((page, index) => {
    const text = notesToText(notes[index] ?? '');
    if (text === '') return;
    const annotation = add(
      `<</Type /Annot /Subtype /Text /Rect ${PLACE} /F ${FLAGS} /Name /Note /Open false /P ${page} 0 R ` +
        `/NM (notes-${index + 1}) /T (Notes) /Contents ${pdfText(text)}>>`,
    );
    add(addReference(readText(file, page), annotation), page);
  });
}

function addReference(page: string, annotation: number): string {
  const kept = ANNOTATIONS.exec(page)?.[1];
  if (kept === undefined) return page.replace(END, `\n/Annots [${annotation} 0 R]>>`);
  return page.replace(ANNOTATIONS, `/Annots [${kept} ${annotation} 0 R]`);
}
