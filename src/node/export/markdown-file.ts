import { printDate } from '../../talk/data/date.ts';
import type { Slide, Talk, TalkMeta } from '../../talk/model/talk.ts';
import { escapeHtml } from '../../talk/html/html.ts';
import { escapeMarkdown } from '../../talk/text/escape-markdown.ts';
import { encodePath } from '../../talk/text/path.ts';
import { toSlug } from '../../talk/text/slug.ts';
import { listPosters, mediaKind } from '../../talk/text/media-kind.ts';
import { notesToText } from '../print/notes-text.ts';
import { writeSources } from './talk-sources.ts';

/** What the Markdown includes in addition to the slides. */
export interface MarkdownOptions {
  notes: boolean;
  sources: boolean;
}

const HEADING = /^#{1,6}(?= )/;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const FIRST_HEADING = /^# (.*)\n*/;
const CUT = '\n\n---\n\n';
/** A link to a slide, in Markdown or in raw HTML. */
const SLIDE_LINK = /(\]\(| href=["'])#\/?([\p{L}\p{M}\p{N}_-]+)(?=[\s)"'])/gu;

/**
 * Flattens a talk to one plain Markdown file: titles, words and figures, blocks as tables and lists. Lines of three hyphens
 * cut it into slides, so that it can be read again as a talk.
 */
export function writeMarkdown(talk: Talk, { notes, sources }: MarkdownOptions): string {
  const slides = talk.slides.map((slide) => writeSlide(slide, talk.meta, notes));
  const [first] = talk.slides;
  const opening = slides[0] ?? '';
  // A first slide with the title of the talk is the head of the file, so that reading it again gives no further slide.
  const isHead = first?.title === talk.meta.title && opening !== '';
  const head = escapeMarkdown(writeHead(talk.meta));
  const own = isHead ? opening.replace(FIRST_HEADING, '').trim() : '';
  const parts = [
    [head, own].filter(Boolean).join('\n\n'),
    ...(isHead ? slides.slice(1) : slides),
    ...(sources ? [writeSources(talk).trim()] : []),
  ];
  return leadToTitles(`${parts.filter((part) => part !== '').join(CUT)}\n`, talk.slides);
}

/** Lists those of a talk's files that its Markdown names, and the posters of films among them; paths are from the project's root. */
export function listNamedFiles(markdown: string, paths: readonly string[]): string[] {
  const isNamed = (path: string): boolean =>
    [path, escapeHtml(path), encodeURI(path), encodePath(path)].some((form) =>
      markdown.includes(form),
    );
  const named = paths.filter(isNamed);
  const posters = new Set(named.filter(mediaKind).flatMap(listPosters));
  return paths.filter((path) => named.includes(path) || posters.has(path));
}

/** Points links to slides at the slides' titles, whose ids are made from their words. */
function leadToTitles(markdown: string, slides: readonly Slide[]): string {
  const titles = new Map(slides.map(({ id, title }) => [id, toSlug(title)]));
  return markdown.replace(SLIDE_LINK, (whole, start: string, id: string) => {
    const title = titles.get(id);
    return title ? `${start}#${title}` : whole;
  });
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
  const spoken = hasNotes ? quote(notesToText(notes)) : '';
  if (layout === 'cover' && spoken === '' && words === '') return '';
  const heading = title === '' ? '' : `${'#'.repeat(level)} ${title}`;
  return [heading, words, spoken].filter((part) => part !== '').join('\n\n');
}

function quote(text: string): string {
  return text === '' ? '' : text.replace(/^(?=.)/gm, '> ').replace(/^$/gm, '>');
}

/** Returns whether the words of a cover are those of the talk's front matter and no others. */
function isMade(body: string, meta: TalkMeta): boolean {
  const known = escapeMarkdown(writeHead(meta) + (meta.email ?? ''));
  return body.split('\n').every((line) => known.includes(line.trim()));
}

/** Lowers the headings of a slide below the level of its title, except in code. */
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
