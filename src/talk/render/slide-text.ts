import type { Token } from '../model/token.ts';
import type { ComposedSlide } from '../model/composed.ts';
import type { SlideSource } from '../model/slide-file.ts';
import type { ReadableSlide } from '../model/slide/readable-slide.ts';
import type { Layout } from '../model/talk.ts';
import { isFileGround } from './background.ts';
import type { SlideContext } from './context.ts';
import { isCover, writeCover } from './cover.ts';
import type { SlideEdges } from './edges/slide-edges.ts';
import { isOfPicturesOnly } from './elements/pictures.ts';
import { mapCssUrls } from '../html/css-urls.ts';
import { escapeHtml } from '../html/html.ts';
import { toText } from './elements/table-text.ts';
import { isExternal, resolvePath } from '../text/path.ts';
import { escapeMarkdown } from '../text/escape-markdown.ts';

const EMPTY = new Set(['space', 'def', 'pause', 'attributes']);

/** Writes a slide as text, with the text of its values and blocks, and without it to compare the author's words; with its front matter. */
export function writeTexts(
  title: string,
  slide: ComposedSlide,
  layout: Layout,
  context: SlideContext,
  edges: SlideEdges,
): ReadableSlide {
  const body = listBody(slide.source, context);
  const wording = toText(body, { words: new Map() });
  const styles = context.styles.map((style) => writeStyle(style, context.file));
  const made = isFilled(slide.source, layout, context) ? writeCover(context.talk.meta, layout) : '';
  const parts = [title && `# ${title}`, escapeMarkdown(made), toText(body, context), ...styles];
  const keys = listKeys(slide, edges);
  const text = parts.filter(Boolean).join('\n\n');
  return { text, wording, ...(Object.keys(keys).length > 0 ? { keys } : {}) };
}

/** Lists the front matter of a slide as a file with that slide alone would have it. */
function listKeys({ spec, source }: ComposedSlide, edges: SlideEdges): Record<string, unknown> {
  const { id: _id, title: _title, src: _src, steps, dates: _dates, ...keys } = spec;
  if (steps === false) delete keys.incremental;
  const { background } = spec;
  const own = edges.footer.find(({ of }) => of === 'own');
  if (background !== undefined && isFileGround(background) && !isExternal(background)) {
    keys.background = resolvePath((source.keySpans.background ?? source.span).file, background);
  }
  if (edges.hasOwnHeader && edges.header !== null) keys.header = edges.header;
  if (own) keys.footer = own.text;
  return keys;
}

/** Writes rules of a slide, with the paths of the files that they name. */
function writeStyle({ css, media }: SlideContext['styles'][number], file: string): string {
  const placed = mapCssUrls(css, (address) =>
    isExternal(address) ? null : resolvePath(file, address),
  );
  const attribute = media === null ? '' : ` media="${escapeHtml(media)}"`;
  return `<style${attribute}>\n${placed.trim()}\n</style>`;
}

/** Lists what a slide has below its title. */
export function listBody({ tokens }: SlideSource, { headings }: SlideContext): Token[] {
  return tokens.filter((token) => token !== headings.title);
}

/** Reports whether a slide shows the talk's front matter: a cover or end with nothing but its title and pictures. */
export function isFilled(source: SlideSource, layout: Layout, context: SlideContext): boolean {
  if (!isCover(layout)) return false;
  return listBody(source, context).every((token) => EMPTY.has(token.type) || isOfPictures(token));
}

function isOfPictures(token: Token): boolean {
  return token.type === 'paragraph' && isOfPicturesOnly(token.tokens);
}
