import type { Slide, Talk } from '../../talk/model/talk.ts';
import { escapeHtml } from '../../talk/html/html.ts';
import { encodePath } from '../../talk/text/path.ts';
import { toSlug } from '../../talk/text/slug.ts';
import { listPosters, mediaKind } from '../../talk/text/media-kind.ts';
import { notesToText } from '../print/notes-text.ts';
import { writeMatter } from '../../talk/source/write-matter.ts';
import { writeSources } from './talk-sources.ts';

/** What the Markdown includes in addition to the slides. */
export interface MarkdownOptions {
  notes: boolean;
  sources: boolean;
}

const HEADING = /^#{1,6}(?= )/;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const FIRST_HEADING = /^# (.*)\n*/;
/** A link to a slide, in Markdown or in raw HTML. */
const SLIDE_LINK = /(\]\(| href=["'])#\/?([\p{L}\p{M}\p{N}_-]+)(?=[\s)"'])/gu;

/**
 * Flattens a talk to one file: titles, words and figures, blocks as tables and lists. Front matter and lines of three hyphens
 * make it the same talk when it is read again.
 */
export function writeMarkdown(talk: Talk, { notes, sources }: MarkdownOptions): string {
  const slides = talk.slides.map((slide) => writeSlide(slide, notes));
  const all = sources ? [...slides, toPart('', writeSources(talk))] : slides;
  const text = all.filter((part) => part !== '').join('\n');
  return leadToTitles(`---\n${writeTalkMatter(talk)}---\n\n${text}`, talk.slides);
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

/** What a talk is where its front matter does not say. */
const USUAL: Readonly<Record<string, unknown>> = {
  language: 'en',
  theme: 'rostrum',
  dark: false,
  placeholders: false,
  aspect: '16:9',
};

/** Writes the front matter of a talk, values filled in and files by their paths from the project's root. */
function writeTalkMatter({ meta }: Talk): string {
  const { speakers, edges, macros: _writtenOut, ...own } = meta;
  const isEach = speakers?.some(({ affiliation }) => affiliation !== null);
  const keys = {
    ...own,
    speaker: speakers?.map(({ name }) => name) ?? own.speaker,
    affiliation: isEach ? speakers?.map(({ affiliation }) => affiliation ?? '') : own.affiliation,
    ...edges,
    footer: own.footer ? edges?.footer : false,
    logo: edges?.logo && `![${edges.logo.alt}](${encodePath(fromRoot(edges.logo.light))})`,
    cover: edges?.cover && fromRoot(edges.cover),
  };
  const isSaid = ([name, value]: [string, unknown]): boolean =>
    value !== null && value !== USUAL[name];
  return writeMatter(Object.fromEntries(Object.entries(keys).filter(isSaid)));
}

function fromRoot(path: string): string {
  return path.replace(/^\/+/, '');
}

/** Writes a slide with the line that begins it; empty for one without words and keys. */
function writeSlide(slide: Slide, hasNotes: boolean): string {
  const { layout, text, notes } = slide;
  const level = layout === 'section' ? 2 : 3;
  const [, title = ''] = FIRST_HEADING.exec(text.trim()) ?? [];
  const body = lower(text.trim().replace(FIRST_HEADING, ''), level - 1);
  const spoken = hasNotes ? quote(notesToText(notes)) : '';
  const heading = title === '' ? '' : `${'#'.repeat(level)} ${title}`;
  const parts = [heading, isMade(slide) ? listPictures(body) : body, spoken];
  return toPart(writeMatter(slide.keys ?? {}), parts.filter((part) => part !== '').join('\n\n'));
}

function toPart(matter: string, words: string): string {
  if (matter === '' && words.trim() === '') return '';
  return ['---\n', matter && `${matter}---\n`, words && `\n${words.trim()}\n`].join('');
}

/** Returns whether the words of a cover or an end are those of the talk's front matter, which it has again when it is read. */
function isMade({ layout, wording }: Slide): boolean {
  return (layout === 'cover' || layout === 'end') && listPictures(wording) === wording.trim();
}

/** Lists the pictures among paragraphs. */
function listPictures(text: string): string {
  const paragraphs = text.split(/\n{2,}/);
  return paragraphs.filter((words) => words.startsWith('![')).join('\n\n');
}

function quote(text: string): string {
  return text === '' ? '' : text.replace(/^(?=.)/gm, '> ').replace(/^$/gm, '>');
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
