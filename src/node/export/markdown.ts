import { printDate } from '../../talk/data/date.ts';
import type { Slide, Talk, TalkMeta } from '../../talk/model/talk.ts';
import { notesToText } from './notes-text.ts';
import { writeSources } from './sources.ts';

/** What goes into the Markdown beside the slides. */
export interface MarkdownOptions {
  notes: boolean;
  sources: boolean;
}

const HEADING = /^#{1,6}(?= )/;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const FIRST_HEADING = /^# .*\n*/;

/** Flattens a talk to one plain Markdown file: titles, words and figures, blocks as tables and lists. */
export function writeMarkdown(talk: Talk, { notes, sources }: MarkdownOptions): string {
  const slides = talk.slides.map((slide) => writeSlide(slide, notes));
  const parts = [writeHead(talk.meta), ...slides, ...(sources ? [writeSources(talk).trim()] : [])];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function writeHead(meta: TalkMeta): string {
  const { title, subtitle, speaker, affiliation, event, place, date } = meta;
  const who = [speaker, affiliation].filter(Boolean).join(', ');
  const where = [event, place, date && printDate(date)].filter(Boolean).join(', ');
  const lines = [subtitle, who, where].filter(Boolean);
  return [`# ${title}`, lines.join('  \n')].filter((part) => part !== '').join('\n\n');
}

function writeSlide({ title, layout, text, notes }: Slide, hasNotes: boolean): string {
  // The cover says what the head of the file has said.
  const level = layout === 'section' ? 2 : 3;
  const words = layout === 'cover' ? '' : lower(text.trim().replace(FIRST_HEADING, ''), level - 1);
  const spoken = hasNotes
    ? notesToText(notes)
        .replace(/^(?=.)/gm, '> ')
        .replace(/^$/gm, '>')
    : '';
  if (layout === 'cover' && spoken === '') return '';
  const heading = title === '' ? '***' : `${'#'.repeat(level)} ${title}`;
  return [heading, words, spoken].filter((part) => part !== '').join('\n\n');
}

/** Puts the headings of a slide beneath its title, wherever that stands; lines of code are none. */
function lower(text: string, by: number): string {
  let fence: string | null = null;
  const lines = text.split('\n').map((line) => {
    const [, mark] = FENCE.exec(line) ?? [];
    if (fence !== null) {
      if (mark?.startsWith(fence)) fence = null;
      return line;
    }
    if (mark !== undefined) fence = mark;
    return line.replace(HEADING, (marks) => '#'.repeat(Math.min(marks.length + by, 6)));
  });
  return lines.join('\n');
}
