import type { Slide, Talk } from '../../talk/model/talk.ts';
import { pageTitle } from '../pages/talk-page.ts';
import { notesToText } from '../print/notes-text.ts';

/** How speaker notes are written. */
export interface NotesFileOptions {
  /** As Markdown; else as plain text. */
  isMarkdown: boolean;
}

/** Writes the speaker notes: for each slide its number, title, planned time and notes. */
export function writeNotes(talk: Talk, { isMarkdown }: NotesFileOptions): string {
  const title = `${pageTitle(talk.meta)}: notes`;
  const head = isMarkdown ? `# ${title}` : underline(title, '=');
  const slides = talk.slides.map((slide) => writeSlide(slide, isMarkdown));
  return `${[head, ...slides].join('\n\n')}\n`;
}

function writeSlide(slide: Slide, isMarkdown: boolean): string {
  const { number, id, title, time, notes } = slide;
  const name = [number === null ? id : `${number}.`, title].filter((part) => part !== '').join(' ');
  const heading = time === null ? name : `${name} (${printTime(time)})`;
  const text = notesToText(notes);
  const shown = isMarkdown ? `## ${heading}` : underline(heading, '-');
  return text === '' ? shown : `${shown}\n\n${text}`;
}

function printTime(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(Math.round(seconds) % 60).padStart(2, '0')}`;
}

function underline(text: string, line: string): string {
  return `${text}\n${line.repeat([...text].length)}`;
}
