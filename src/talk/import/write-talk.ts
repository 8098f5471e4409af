import { OUTCOME_WORDS, type DeckPlace, type ImportNote } from '../model/import/imported-deck.ts';
import type { Deck, DeckSlide } from './deck.ts';
import { writeMatter } from '../source/write-matter.ts';
import type { MovedSlide } from './move-files.ts';

/** The text of a talk, and where its lines come from. */
export interface WrittenTalk {
  text: string;
  /** Returns the slide to which a line belongs; null for the front matter. */
  slideAt(line: number): DeckSlide | null;
  /** Returns the line of the deck that a line shows; the first of its slide where the slide was edited. */
  placeOf(line: number): DeckPlace | null;
}

/** Writes a deck as the text of a talk: its front matter, and each slide below a cut; with remarks about what is not as it was. */
export function writeTalk(
  { keys, notes }: Deck,
  slides: readonly MovedSlide[],
  { hasRemarks }: { hasRemarks: boolean },
): WrittenTalk {
  const comments = hasRemarks ? listRemarks(notes).map((line) => `# ${line}\n`) : [];
  let text = `---\n${writeMatter(keys)}${comments.join('')}---\n`;
  const starts: { line: number; body: number; moved: MovedSlide }[] = [];
  for (const moved of slides) {
    text += '\n';
    const line = text.split('\n').length;
    const written = writeSlide(moved, hasRemarks);
    const body = line + written.slice(0, written.indexOf(moved.text)).split('\n').length - 1;
    starts.push({ line, body, moved });
    text += written;
  }
  const startOf = (line: number) => starts.findLast((start) => start.line <= line);
  return {
    text,
    slideAt: (line) => startOf(line)?.moved.slide ?? null,
    placeOf(line) {
      const start = startOf(line);
      if (!start) return null;
      const { slide, text: shown } = start.moved;
      const own = slide.edits.text;
      const above = /^(?:[ \t]*\n)*/.exec(own)?.[0].split('\n').length ?? 1;
      const first = slide.line + above - 1;
      // Edits within lines leave the others where they are.
      const isSame = countLines(own) === countLines(shown) && line >= start.body;
      return { file: slide.file, line: isSame ? first + line - start.body : first };
    },
  };
}

/** Writes one slide with its cut, its front matter, its rules, remarks and notes. */
function writeSlide({ slide, text }: MovedSlide, hasRemarks: boolean): string {
  const { keys, css, speakerNotes } = slide;
  const matter = writeMatter(keys);
  const cut = matter === '' ? '---\n' : `---\n${matter}---\n`;
  const rules = css.length > 0 ? `<style>\n${css.join('\n')}\n</style>` : '';
  const notes = speakerNotes.map((part) => part.trim()).filter(Boolean);
  const parts = [
    text,
    rules,
    hasRemarks ? writeRemarks(slide.notes) : '',
    notes.length > 0 ? writeNotes(notes.join('\n\n')) : '',
  ].filter((part) => part.trim() !== '');
  return parts.length === 0 ? cut : `${cut}\n${parts.join('\n\n')}\n`;
}

/** Writes notes as a comment, or below "Note:" where they hold the end of one. */
function writeNotes(notes: string): string {
  const isComment = !notes.includes('-->') && !/^\s*\/\//.test(notes);
  return isComment ? `<!--\n${notes}\n-->` : `Note:\n${notes}`;
}

/** Writes remarks for the author, which no page has. */
function writeRemarks(notes: readonly ImportNote[]): string {
  return listRemarks(notes)
    .map((line) => `<!-- // ${line.replaceAll('--', '- -')} -->`)
    .join('\n');
}

/** Lists the findings that an author should check; plain translations are left out, as they mean the same. */
function listRemarks(notes: readonly ImportNote[]): string[] {
  return notes
    .filter(({ outcome, isHarmless }) => outcome !== 'translated' && !isHarmless)
    .map(
      ({ outcome, what, became }) =>
        `import, ${OUTCOME_WORDS[outcome]}: ${what} (${firstSentence(became)})`,
    );
}

function firstSentence(text: string): string {
  return /^[^]*?[.!?](?=\s)/.exec(text)?.[0] ?? text;
}

function countLines(text: string): number {
  return text.trim().split('\n').length;
}
