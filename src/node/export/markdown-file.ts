import { printDate } from '../../talk/data/date.ts';
import type { Slide, Talk, TalkMeta } from '../../talk/model/talk.ts';
import { notesToText } from '../print/notes-text.ts';
import { writeSources } from './talk-sources.ts';

/** What goes into the Markdown beside the slides. */
export interface MarkdownOptions {
  notes: boolean;
  sources: boolean;
}

const HEADING = /^#{1,6}(?= )/;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const FIRST_HEADING = /^# (.*)\n*/;

/** Flattens a talk to one plain Markdown file: titles, words and figures, blocks as tables and lists. */
export function writeMarkdown(talk: Talk, { notes, sources }: MarkdownOptions): string {
  const slides = talk.slides.map((slide) => writeSlide(slide, talk.meta, notes));
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

function writeSlide(slide: Slide, meta: TalkMeta, hasNotes: boolean): string {
  const { layout, text, notes } = slide;
  const level = layout === 'section' ? 2 : 3;
  const [, title = ''] = FIRST_HEADING.exec(text.trim()) ?? [];
  const body = lower(text.trim().replace(FIRST_HEADING, ''), level - 1);
  // The cover says what the head of the file has said, and what its author wrote on it.
  const words = layout === 'cover' && isMade(body, meta) ? '' : body;
  const spoken = hasNotes
    ? notesToText(notes)
        .replace(/^(?=.)/gm, '> ')
        .replace(/^$/gm, '>')
    : '';
  if (layout === 'cover' && spoken === '' && words === '') return '';
  const heading = title === '' ? '***' : `${'#'.repeat(level)} ${title}`;
  return [heading, words, spoken].filter((part) => part !== '').join('\n\n');
}

/** Tells whether the words of a cover are those of the talk's front matter and no others. */
function isMade(body: string, meta: TalkMeta): boolean {
  const known = writeHead(meta) + (meta.email ?? '');
  return body.split('\n').every((line) => known.includes(line.trim()));
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
